"""What describes a dataset to machines: JSON Schemas, a data package, a citation file.

All of it follows from the classes and the dataset that are handed in; `tools/descriptors.py`
writes what ships, and a test tells when that no longer fits.

Source: JSON Schema 2020-12; Data Package v2 (datapackage.org); Citation File Format 1.2.0.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import EnumMeta

from attrs import NOTHING, fields

from .._conversion.json_text import text
from .._fields.shape import Shape, shapes
from ..actors import Actor
from ..provenance import Assertion, Source
from ..when import When
from .attribution import author, licences, slug, spdx

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from .facts import DatasetFacts

    Schema = dict[str, object]

__all__ = ["CITATION_HEAD", "citation_file", "data_package", "json_schema"]

#: How every citation file of ours begins.
CITATION_HEAD = (
    "cff-version: 1.2.0",
    "message: Please cite the data set with its version, and the sources behind what you use.",
    "type: dataset",
)

_KEBAB = "[a-z0-9]+(-[a-z0-9]+)*"
_SIDE = "([0-9]{4}(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?|[0-9]{3}X|[0-9]{2}XX)[~?%]?"
_EDTF: Schema = {
    "type": "string",
    "description": "EDTF (ISO 8601-2, levels 0 and 1)",
    "pattern": rf"^({_SIDE}|{_SIDE}/({_SIDE}|\.\.)?|(\.\.)?/{_SIDE})$",
}
_ID: Schema = {"type": "string", "maxLength": 100, "pattern": f"^{_KEBAB}$"}
_ACTOR_ID: Schema = {"type": "string", "maxLength": 100, "pattern": f"^([A-Z]{{2}}|{_KEBAB})$"}
_ADDRESS: Schema = {"type": "string", "maxLength": 2000, "pattern": r"^https?://[^/?#@\s\\]+"}
_COUNTRY: Schema = {"type": "string", "pattern": "^[A-Z]{2}$"}
_LANGUAGE: Schema = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}
#: What a field of that name may hold, closer than its type; the class before the dot.
_CLOSER: Mapping[str, Schema] = {
    "id": _ID,
    "Actor.id": _ACTOR_ID,
    "Actor.acts_for": _ACTOR_ID,
    "Actor.home": _COUNTRY,
    "Place.country": _COUNTRY,
    "Source.url": _ADDRESS,
    "Source.archived_url": _ADDRESS,
    "Source.voice": _ID,
    "language": _LANGUAGE,
    "related": _ID,
    "changes": _ID,
    "about": _ID,
    "mission": _ID,
    "replaced_by": _ID,
}
#: What only a record's own fields are held to.
_RECORD: Mapping[str, Schema] = {
    "title": {"minLength": 1, "maxLength": 80},
    "citations": {"minItems": 1},
}
_STANCE: Schema = {
    "if": {"properties": {"stance": {"const": "contradicts"}}, "required": ["stance"]},
    "then": {"required": ["asserts"], "properties": {"asserts": {"minItems": 1}}},
    "else": {"properties": {"asserts": {"maxItems": 0}}},
}


def json_schema(kind: type, name: str, assertable: Iterable[str] = ()) -> Schema:
    """Describe the objects of a class as plain JSON values.

    An actor or a source inside may be an id, as on disk, or the whole object, as
    `Record.to_dict` gives it.

    Args:
        kind: An attrs class.
        name: The part of the dataset that holds them: `events`, `actors`.
        assertable: Names of the fields that a citation may assert.

    Returns:
        A JSON Schema that refers to nothing outside.
    """
    whole = _Whole(kind, tuple(assertable))
    schema: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:bynl-relations:schema:{name}",
        "title": kind.__name__,
    }
    schema |= whole.object(kind)
    if whole.parts:
        schema["$defs"] = {key: whole.parts[key] for key in sorted(whole.parts)}
    return schema


class _Whole:
    """Describe a class, and collect the classes that it holds."""

    def __init__(self, kind: type, assertable: tuple[str, ...]) -> None:
        self.kind = kind
        self.assertable = assertable
        self.parts: dict[str, Schema] = {}

    def object(self, kind: type) -> Schema:
        """Describe the fields of one class."""
        told = _attributes(kind)
        properties: Schema = {}
        required: list[str] = []
        needed: tuple[str, ...] = getattr(kind, "_needed", ())
        known = dict(shapes(kind))
        closer: dict[str, Schema] = {name: {"minItems": 1} for name in needed}
        if "citations" in known:
            closer |= _RECORD
        for one in fields(kind):
            if not one.init:
                continue
            value = self.value(kind, one.name, known[one.name])
            words: Schema = {"description": told[one.name]} if one.name in told else {}
            properties[one.name] = words | value | closer.get(one.name, {})
            if one.default is NOTHING:
                required.append(one.name)
        made: Schema = {
            "description": _summary(kind),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
        return made | (_STANCE if "stance" in properties else {})

    def value(self, kind: type, name: str, shape: Shape) -> Schema:
        """Describe what a field may hold."""
        if shape.pairs:
            return {"type": "object", "additionalProperties": self.single(shape.kind)}
        one = None
        if shape.kind is str:
            one = _CLOSER.get(f"{kind.__name__}.{name}", _CLOSER.get(name))
        if one is None:
            one = self.single(shape.kind)
        return {"type": "array", "items": one} if shape.many else dict(one)

    def single(self, kind: type) -> Schema:
        """Describe one value; that of a class is told among the parts, once."""
        plain = {str: "string", bool: "boolean", int: "integer", Decimal: "number"}
        if kind in plain:
            return {"type": plain[kind]}
        if isinstance(kind, EnumMeta):
            return {"enum": [str(word) for word in kind]}  # type: ignore[var-annotated]
        name = kind.__name__
        if name not in self.parts:
            self.parts[name] = {}
            if kind is When:
                self.parts[name] = _EDTF
            elif kind is Assertion:
                self.parts[name] = self.assertion()
            else:
                self.parts[name] = self.object(kind)
        reference: Schema = {"$ref": f"#/$defs/{name}"}
        if kind is Actor:
            return {"anyOf": [_ACTOR_ID, reference]}
        return {"anyOf": [_ID, reference]} if kind is Source else reference

    def assertion(self) -> Schema:
        """Describe an assertion: for each field a value of that field's type."""
        known = dict(shapes(self.kind))
        rules: list[Schema] = []
        for name in self.assertable:
            value = self.value(self.kind, name, known[name])
            if known[name].optional:
                value = {"anyOf": [value, {"type": "null"}]}
            rules.append({
                "if": {"properties": {"field": {"const": name}}},
                "then": {"properties": {"value": value}},
            })  # fmt: skip
        return {
            "description": _summary(Assertion),
            "type": "object",
            "properties": {"field": {"enum": list(self.assertable)}, "value": {}},
            "required": ["field", "value"],
            "additionalProperties": False,
            "allOf": rules,
        }


def _summary(kind: type) -> str:
    return (kind.__doc__ or "").partition("\n")[0]


def _attributes(kind: type) -> dict[str, str]:
    """Read what the docstrings of a class and its parents say of each attribute."""
    from inspect import cleandoc

    told: dict[str, str] = {}
    for one in reversed(kind.__mro__):
        # Python 3.13 takes the indent out of docstrings; before, that is ours to do.
        section = re.search(
            r"\nAttributes:\n(.*?)(?:\n\n|\Z)", cleandoc(one.__doc__ or ""), re.DOTALL
        )
        for name, words in re.findall(
            r"^ {4}(\w+): (.*(?:\n {8,}.*)*)", section[1] if section else "", re.MULTILINE
        ):
            told[name] = " ".join(words.split())
    return told


def data_package(
    dataset: DatasetFacts, parts: Mapping[str, type], streams: Collection[str] = ()
) -> Schema:
    """Describe a directory of JSON files as a data package.

    Args:
        dataset: What it says of itself.
        parts: The parts that the directory holds, with the class of what each lists.
        streams: Those of them that are JSON Lines.

    Returns:
        The content of `datapackage.json`.
    """
    package: Schema = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slug(dataset.title),
        "title": dataset.title,
        "description": dataset.citation,
        "version": dataset.version,
        "licenses": [
            {"name": one, "path": spdx(one)} if spdx(one) else {"name": slug(one), "title": one}
            for one in licences(dataset)
        ],
        "keywords": [word for word, _ in dataset.topics],
        "resources": [
            {
                "name": part,
                "path": f"{part}.{'jsonl' if part in streams else 'json'}",
                "title": part.capitalize(),
                "description": _summary(kind),
                "format": "jsonl" if part in streams else "json",
                "mediatype": f"application/{'jsonl' if part in streams else 'json'}",
                "encoding": "utf-8",
            }
            for part, kind in parts.items()
        ],
    }
    return {key: value for key, value in package.items() if value not in ("", [])}


def citation_file(dataset: DatasetFacts, abstract: str = "", keywords: Iterable[str] = ()) -> str:
    """Write `CITATION.cff`.

    Args:
        dataset: What is cited; its citation names who made it.
        abstract: What it is, in a sentence, or empty.
        keywords: What it is found by.

    Returns:
        YAML text, without what is not known; a date of the last check that is no day is left
        out, and so is a licence that is not of the SPDX list. Empty where the dataset does not
        tell its title and who made it, which the format asks for.
    """
    if not author(dataset):
        return ""
    day = dataset.checked.edtf if dataset.checked and dataset.checked.precision == "day" else ""
    known = {"title": dataset.title, "abstract": abstract}
    dated = {"version": dataset.version, "date-released": day}
    licence = " ".join(one for one in licences(dataset)[:1] if spdx(one))
    words = [f"  - {_quoted(word)}" for word in keywords]
    lines = [
        *CITATION_HEAD,
        *(f"{key}: {_quoted(value)}" for key, value in known.items() if value),
        "authors:",
        f"  - name: {_quoted(author(dataset))}",
        *(f"{key}: {_quoted(value)}" for key, value in dated.items() if value),
        *([f"license: {licence}"] if licence else []),
        *(["keywords:", *words] if words else []),
    ]
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """Quote a text for YAML, of which JSON is a part."""
    return text(words, None)
