"""A JSON Schema lets in what the reader lets in, and refuses what the reader refuses."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from cattrs.errors import BaseValidationError
from jsonschema import Draft202012Validator

import bynl_relations
from bynl_relations import Actor, Gap, Record, RelationsError, Source
from bynl_relations._conversion.converter import converter
from bynl_relations._conversion.json_text import parse, unsound
from bynl_relations._dataset.descriptors import descriptors
from bynl_relations._dataset.metadata import Metadata
from bynl_relations._fields.formats import ACTOR, ID
from bynl_relations.model import COLLECTIONS, kind
from bynl_relations.model.gazetteer import City

DATA = Path(bynl_relations.__file__).parent / "data"
CLASSES: dict[str, type] = {
    "dataset": Metadata, "actors": Actor, "sources": Source, "gaps": Gap, "places": City
} | {name: kind(name) for name in COLLECTIONS}  # fmt: skip
SCHEMAS = {
    name: Draft202012Validator(json.loads(text))
    for path, text in descriptors(Metadata(), CLASSES).items()
    if (name := Path(path).stem) in CLASSES
}
#: Rows of the parts that the bundled data may lack, and of what it may not use.
MORE: dict[str, list[object]] = {
    "gaps": [
        {"id": "early-heads", "question": "Heads of mission", "collection": "appointments",
         "actors": ["NL"], "topics": ["missions"], "when": "1991/2015", "looked_in": ["gazettes"],
         "says": "None was found."},
    ],
    "places": [
        {"city": "Minsk", "country": "BY", "latitude": 53.9, "longitude": 27.56667,
         "geonames": "625144", "names": {"nl": "Minsk", "be": "Мінск"}},
    ],
    "actors": [
        {"id": "NL", "type": "state", "name": "Netherlands", "identifiers": {"wikidata": "Q55"}},
        {"id": "a-b", "type": "person", "name": "A B", "aliases": ["B"], "home": "BY"},
    ],
    "sources": [
        {"id": "a", "title_en": "A", "authors": ["B"], "kind": "report", "tier": "news",
         "url": "HTTPS://example.org", "archived_url": "https://example.org/a", "voice": "c"},
    ],
    "measures": [
        {"id": "m", "title": "M", "citations": [{"source": "s"}], "kind": "travel_ban",
         "effect": "grants", "imposed_by": ["BY"], "announced": "2020", "until": "2021",
         "acts": [{"number": "No. 1", "type": "edict", "celex": "32008E0844", "adopted": "2020",
                   "published": "2020-01", "in_force": "2020-01-01"}], "applies": ["2020/2021"]},
    ],
    "visits": [
        {"id": "v", "title": "V", "citations": [{"source": "s", "stance": "denies"}],
         "claimed": True, "visitors": ["a-b"], "level": "minister", "when": "2020",
         "participants": [{"actor": "a-b", "capacity": "minister"}], "references": ["Trb. 1"]},
    ],
}  # fmt: skip
ODD: list[object] = [
    None, True, False, 0, 1, -1, 1.5, 91, 181, 10**15, 1e300, "", "x", "X y", "false", "a\tb", "a\n",
    "\u202e", "nl", "NL", "N", "BY", "supports", "contradicts", "denies", "high", "call", "1994",
    "1994/", "1994-13", "1994-02-29", "1996-02-29", "1900-02-29", "0000", "199X", "00XX", "/2000~",
    "../..", "HTTPS://a.nl/", "http://[::1", "http://[::1]/", "http://u:p@h", "https://a.nl:80?x",
    [], {}, [""], ["1994"], ["1994/"], [None], [[]], {"a": "b"}, {"nl": ""}, {"nl": "b"},
    [{"actor": "NL"}], {"city": "Minsk"}, {"city": ""}, {"country": "by"}, {"city": 5},
    [{"source": "wikipedia"}], [{"source": "wikipedia", "asserts": []}],
    [{"source": "a", "stance": "contradicts", "asserts": [{"field": "when", "value": "1871"}]}],
    [{"source": "a", "stance": "contradicts", "asserts": [{"field": "id", "value": "x"}]}],
    [{"field": "when", "value": "1871"}], [{"field": "place", "value": None}],
    "x" * 80, "x" * 81, "x" * 100, "x" * 101, "x" * 200, "x" * 201, "x" * 10_000, "x" * 10_001,
    "https://a.nl/" + "x" * 1987, "https://a.nl/" + "x" * 1988, ["x"] * 100, ["x"] * 101,
]  # fmt: skip


class _Anybody(dict[str, object]):
    """A table in which every id that has the form of one stands for something."""

    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        if ACTOR.fits(key):
            return self.setdefault(key, Actor(key, "state", "A"))
        return default


class _Anything(dict[str, object]):
    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        return self.setdefault(key, Source(key, "A", tier="news")) if ID.fits(key) else default


ANYBODY, ANYTHING = _Anybody(), _Anything()


def rows(part: str) -> list[object]:
    """Return rows of a part: of those on disk a few of every size, and those written above."""
    path = DATA / f"{part}.json"
    value = json.loads(path.read_bytes()) if path.exists() else []
    found = value if isinstance(value, list) else [value]
    found = sorted(found, key=lambda row: len(json.dumps(row)))
    return [*found[:: max(1, len(found) // 2)], *MORE.get(part, ())]


def reads(part: str, row: object) -> bool:
    """Return whether the reader lets a row in, whatever the rest of the dataset is."""
    cls = CLASSES[part]
    tables = (ANYBODY, ANYTHING) if issubclass(cls, (Record, Gap)) else ()
    value = parse(json.dumps(row))
    if list(unsound(value)):
        return False
    try:
        converter((cls,), *tables).get_structure_hook(cls)(value, cls)  # type: ignore[arg-type]
    except (BaseValidationError, RelationsError):
        return False
    return True


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every value inside a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)  # type: ignore[arg-type]
    for key, inside in steps:
        yield (*path, key)
        if isinstance(inside, (dict, list)):
            yield from places(inside, (*path, key))


def mutants(row: object, defaults: dict[str, object], dice: Random) -> Iterator[object]:
    """Yield changed copies of a row: keys dropped, added, retyped, set to their default."""

    def inside(changed: object, path: tuple[str | int, ...]) -> object:
        for step in path:
            changed = changed[step]  # type: ignore[index]
        return changed

    for *steps, last in places(row):
        for value in [*dice.sample(ODD, 4), "drop", "more"]:
            changed = copy.deepcopy(row)
            home = inside(changed, tuple(steps))
            if value == "drop":
                del home[last]  # type: ignore[attr-defined]
            elif value == "more" and isinstance(home, dict):
                home["more"] = 1
            elif value == "more":
                home.append(copy.deepcopy(home[last]))  # type: ignore[attr-defined]
            else:
                home[last] = value  # type: ignore[index]
            yield changed
    for key, default in defaults.items():
        yield row | {key: default}  # type: ignore[operator]
    for key, value in ((key, value) for key in defaults for value in dice.sample(ODD, 4)):
        yield row | {key: value}  # type: ignore[operator]


#: What a schema cannot say, as `CANNOT` has it: the most mutants of a part that pass it for that.
LET_IN = 0.01


@pytest.mark.parametrize("part", CLASSES)
def test_the_schema_and_the_reader_agree_on_mutants(part: str) -> None:
    check, dice = SCHEMAS[part], Random(f"mutants of {part}")
    schema = check.schema["properties"]
    defaults = {key: value["default"] for key, value in schema.items() if "default" in value}
    refused, let_in, number = [], [], 0

    for row in rows(part):
        assert reads(part, row)
        assert check.is_valid(row)
        for mutant in mutants(row, defaults, dice):
            number += 1
            read, fits = reads(part, mutant), check.is_valid(mutant)
            if read and not fits:
                refused.append(mutant)
            elif fits and not read:
                let_in.append(mutant)

    assert refused == []
    assert len(let_in) <= LET_IN * number
