"""JSON Schemas of the parts of a dataset, made from the classes.

They say what the reader says, but for what `CANNOT` names.

Source: JSON Schema 2020-12 (json-schema.org).
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, EnumMeta
from typing import cast

from attrs import NOTHING

from .._fields.formats import ACTOR, ID, TEXT, UNFIT
from .._fields.shape import fields, shapes
from ..actors import Actor
from ..provenance import Assertion, Source
from .docstrings import attributes, summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .._fields.formats import Form
    from .._fields.shape import Shape

    Schema = dict[str, object]

__all__ = ["CANNOT", "json_schema"]

#: What the reader refuses and a schema cannot say.
CANNOT = (
    "The reader also refuses: an id that leads nowhere or stands twice; a topic, an indicator or"
    " a collection that the dataset does not know; circles of acts_for; a moment that ends"
    " before it starts; a number of more than 15 significant digits, or closer to 0 than"
    " floating point holds; low above high; terminated surely before in_force; a sighting"
    " surely outside of when; an assertion of the record's own value; a participant whom another"
    " field names, unless it adds a capacity and has no role; a coordinate of more than five"
    " decimals; a whole number written with a point. On disk actors and sources inside a record"
    " are ids."
)

_YEAR = "(?!0000)[0-9]{4}"
_FOURTH = "0[48]|[2468][048]|[13579][26]"
_DATE = (
    f"(?:{_YEAR}(?:-(?:0[1-9]|1[0-2]|XX)(?:-XX)?|-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|-02-(?:0[1-9]|1[0-9]|2[0-8]))?"
    f"|(?:[0-9]{{2}}(?:{_FOURTH})|(?:{_FOURTH})00)-02-29|(?!000)[0-9]{{3}}X|(?!00)[0-9]{{2}}XX)"
)
_SIDE = f"{_DATE}[~?%]?"
_MOMENT = rf"{_SIDE}|\[(?:{_DATE}\.\.(?:{_DATE})?|\.\.{_DATE})\]"
_INTERVAL = rf"{_SIDE}/(?:{_SIDE}|\.\.)?|(?:\.\.)?/{_SIDE}"
_TEXT: Schema = {"$ref": "#/$defs/Text"}
#: The schemas that several fields refer to.
_SHARED: Mapping[str, Schema] = {
    "Text": {"type": "string", "maxLength": TEXT.most, "not": {"pattern": UNFIT}},
    "Date": _TEXT
    | {
        "description": "A date in EDTF (ISO 8601-2), no interval",
        "pattern": f"^(?:{_MOMENT})$",
    },
    "When": _TEXT
    | {
        "description": "EDTF (ISO 8601-2): levels 0 and 1, and one out of a range",
        "pattern": f"^(?:{_MOMENT}|{_INTERVAL})$",
    },
}
_PLAIN: Mapping[type, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number", "exclusiveMinimum": -1e300, "exclusiveMaximum": 1e300},
}
_COLLECTION: Schema = {"description": "Its collection, which a record names outside its own file."}
_NULL: Schema = {"type": "null"}
_EMPTY: Schema = {"enum": [None, ""]}
_NONE: Schema = {"maxItems": 0}


def _has(name: str, value: Schema) -> Schema:
    """Return the schema of an object with a key whose value fits a schema."""
    return {"required": [name], "properties": {name: value}}


def _is(name: str, *words: str | bool) -> Schema:
    """Return the schema of an object with a key whose value is one of some."""
    return _has(name, {"enum": list(words)})


def _when(this: Schema, then: Schema) -> Schema:
    return {"if": this, "then": then}


def _filled(name: str) -> Schema:
    """Return the schema of an object with a key whose value is neither null nor empty."""
    return _has(name, {"not": _EMPTY})


def _without(name: str) -> Schema:
    """Return the schema of an object without a key, or with null there."""
    return {"properties": {name: _NULL}}


#: What the fields of a class mean for each other, as its `_faults` has it.
_RULES: Mapping[str, tuple[Schema, ...]] = {
    "Place": ({"anyOf": [_filled("city"), _filled("country")]},),
    "Source": ({"anyOf": [_filled("title"), _filled("title_en")]},),
    "Citation": (
        {
            "if": _is("stance", "contradicts"),
            "then": _has("asserts", {"minItems": 1}),
            "else": {"properties": {"asserts": _NONE}},
        },
    ),
    "Record": (
        _when(
            _is("claimed", True),
            {"properties": {"citations": {"contains": _is("stance", "contradicts", "denies")}}},
        ),
    ),
    "Agreement": (
        _when(_is("status", "never_in_force"), _without("in_force")),
        _when(_is("status", "in_force"), _without("terminated")),
    ),
    "Measure": (
        _when(
            {
                "anyOf": [
                    {"not": _is("effect", "imposes", "widens", "grants")},
                    _is("kind", "listing_criteria"),
                ]
            },
            {"properties": {"applies": _NONE}},
        ),
    ),
    "Statistic": ({"anyOf": [_filled("low"), _filled("high"), _filled("stated")]},),
    "City": (
        {"properties": {"latitude": {"minimum": -90, "maximum": 90}}},
        {"properties": {"longitude": {"minimum": -180, "maximum": 180}}},
    ),
    "Metadata": ({"properties": {"schema": {"const": 1}}},),
}


def json_schema(kind: type, name: str, assertable: Iterable[str] = ()) -> Schema:
    """Describe the objects of a class as plain JSON values.

    An actor or a source inside may be an id, as on disk, or the whole object, as
    `Record.to_dict` returns it.

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
        "$comment": CANNOT,
        "title": kind.__name__,
    }
    schema |= whole.object(kind)
    if name == getattr(kind, "collection", None):
        # Where a record stands alone it names its collection.
        properties = cast("Schema", schema["properties"])
        schema["properties"] = {"collection": _COLLECTION | {"const": name}, **properties}
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
        said = attributes(kind)
        properties: Schema = {}
        required: list[str] = []
        known = dict(shapes(kind))
        for field in fields(kind):
            if not field.init:
                continue
            value = self.value(known[field.name])
            words: Schema = {"description": said[field.name]} if field.name in said else {}
            if field.default is NOTHING:
                required.append(field.name)
            else:
                value = value | {"default": _plain(field.default, known[field.name])}
            properties[field.name] = words | value
        made: Schema = {
            "description": summary(kind),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
        rules = [rule for home in kind.__mro__ for rule in _RULES.get(home.__name__, ())]
        return made | ({"allOf": rules} if rules else {})

    def value(self, shape: Shape) -> Schema:
        """Describe what a field may hold."""
        if not shape.many:
            return _or_null(self.single(shape)) if shape.optional else self.single(shape)
        inside = self.single(shape)
        if shape.pairs:
            most: Schema = {"maxProperties": shape.most} if shape.most else {}
            keys = self.text(shape.key)
            return {"type": "object", "propertyNames": keys, "additionalProperties": inside} | most
        least: Schema = {"minItems": 1} if shape.least else {}
        most = {"maxItems": shape.most} if shape.most else {}
        return {"type": "array", "items": inside} | least | most

    def text(self, form: Form, *, blank: bool = False) -> Schema:
        """Describe a text of a form, which may be empty in its stead."""
        self.part("Text")
        made: Schema = {"$ref": "#/$defs/Text"}
        if form.pattern:
            made["pattern"] = f"^(?:{form.pattern}){'?' if blank else ''}$"
        if form.most != TEXT.most:
            made["maxLength"] = form.most
        if form.least and not blank:
            made["minLength"] = form.least
        return made

    def single(self, shape: Shape) -> Schema:
        """Describe one value; that of a class is described among the parts, once."""
        kind = shape.kind
        if kind is str:
            return self.text(shape.form, blank=shape.blank)
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        if isinstance(kind, EnumMeta):
            return {"enum": [str(word) for word in kind]}  # type: ignore[var-annotated]
        reference = self.part("Date" if shape.dates else kind.__name__, kind)
        if kind is Actor:
            return {"anyOf": [self.text(ACTOR), reference]}
        return {"anyOf": [self.text(ID), reference]} if kind is Source else reference

    def part(self, name: str, kind: type = str) -> Schema:
        """Refer to a part, and describe it if it is not described yet."""
        if name not in self.parts:
            self.parts[name] = {}
            if name in _SHARED:
                self.parts[name] = dict(_SHARED[name])
                self.part("Text")
            elif kind is Assertion:
                self.parts[name] = self.assertion()
            else:
                self.parts[name] = self.object(kind)
        return {"$ref": f"#/$defs/{name}"}

    def assertion(self) -> Schema:
        """Describe an assertion: for each field a value of that field's type."""
        known = dict(shapes(self.kind))
        rules = [
            _when(_is("field", name), {"properties": {"value": self.value(known[name])}})
            for name in self.assertable
        ]
        return {
            "description": summary(Assertion),
            "type": "object",
            "properties": {"field": {"enum": list(self.assertable)}, "value": {}},
            "required": ["field", "value"],
            "additionalProperties": False,
            "allOf": rules,
        }


def _or_null(value: Schema) -> Schema:
    """Allow null beside what a schema allows."""
    if "enum" in value:
        return {"enum": [*cast("list[object]", value["enum"]), None]}
    several = value.get("anyOf", [value])
    return {"anyOf": [*cast("list[Schema]", several), _NULL]}


def _plain(default: object, shape: Shape) -> object:
    """Return a default as JSON has it."""
    if isinstance(default, tuple):
        return {} if shape.pairs else []
    return default.value if isinstance(default, Enum) else default
