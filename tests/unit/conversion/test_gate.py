"""The gate lets in what the converter would build, the same to the type, and nothing else."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator

import attrs
import pytest
from cattrs.errors import BaseValidationError
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import RECORDS

from bynl_relations import Actor, Record, RelationsError, Source, relations
from bynl_relations._conversion.converter import converter
from bynl_relations._conversion.gate import UNFIT, Gate
from bynl_relations._conversion.json_text import parse
from bynl_relations._conversion.serializer import Writer
from bynl_relations._dataset.document import document
from bynl_relations._dataset.metadata import Metadata
from bynl_relations._dataset.reader import Reading
from bynl_relations._dataset.references import people
from bynl_relations.model import COLLECTIONS, kind

WHOLE = json.loads("".join(document(relations._holdings)))
ACTORS = {one.id: one for one in relations.actors()}
SOURCES = {one.id: one for one in relations.sources()}
CALM = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def classes() -> Iterator[tuple[str, type]]:
    """Return each part of a dataset with the class of its rows."""
    yield "dataset", Metadata
    yield "actors", Actor
    yield "sources", Source
    for collection in COLLECTIONS:
        yield collection, kind(collection)


CLASSES = dict(classes())
ROWS = [
    (part, row) for part in CLASSES for row in (WHOLE[part] if part != "dataset" else [WHOLE[part]])
]


def same(one: object, other: object) -> bool:
    """Return whether two objects are equal in every part, and of one type in every part."""
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))  # type: ignore[arg-type]
    if attrs.has(type(one)) and not isinstance(one, (Actor, Source)):
        return all(
            same(getattr(one, field.name), getattr(other, field.name))
            for field in attrs.fields(type(one))
        )
    return one == other and repr(one) == repr(other)


def let_in(part: str, row: object) -> object:
    """Return what the gate makes of a row, or None."""
    try:
        return Gate(ACTORS, SOURCES).maker(CLASSES[part])(row)  # type: ignore[arg-type]
    except UNFIT:
        return None


def converted(part: str, row: object) -> object:
    """Return what the converter makes of a row, or None."""
    cls = CLASSES[part]
    tables = (ACTORS, SOURCES) if issubclass(cls, Record) else ()
    try:
        return converter((cls,), *tables).get_structure_hook(cls)(row, cls)
    except (BaseValidationError, RelationsError):
        return None


@pytest.mark.parametrize("part", CLASSES)
def test_all_of_the_bundled_data_passes_and_is_what_the_converter_builds(part: str) -> None:
    cls = CLASSES[part]
    gate = Gate(ACTORS, SOURCES).maker(cls)
    tables = (ACTORS, SOURCES) if issubclass(cls, Record) else ()
    hook = converter((cls,), *tables).get_structure_hook(cls)

    for row in WHOLE[part] if part != "dataset" else [WHOLE[part]]:
        assert same(gate(row), hook(row, cls))


def test_reading_what_is_right_asks_the_converter_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Reading, "_looked_at", lambda *given: asked.append(given))

    type(relations).from_json(json.dumps(WHOLE))

    assert asked == []


@settings(suppress_health_check=CALM, max_examples=60)
@given(RECORDS)
def test_a_record_that_was_written_is_built_as_the_converter_builds_it(record: Record) -> None:
    cls = type(record)
    actors = {one.id: one for one in people(record)}
    sources = {one.id: one for one in record.sources}
    # In a dataset an id stands for one thing.
    assume(all(actors[one.id] == one for one in people(record)))
    row = parse(Writer(linked=True).whole(record))
    converted = converter((cls,), actors, sources).structure(row, cls)

    try:
        built = Gate(actors, sources).maker(cls)(row)  # type: ignore[arg-type]
    except UNFIT:
        # Rare letters, which `str.isprintable` does not know, are left to the converter.
        assert not json.dumps(row, ensure_ascii=False).isprintable()
    else:
        assert same(converted, built)


#: What may stand where something else should.
ODD = st.sampled_from([
    None, True, False, 0, 1, -1, 1.5, 10**19, 1e300, "", "x", "X y", "false", "1994", "1994/", "a\tb",
    "\u202e", "nl", "NL", "BY", "no-such-id", "supports", "contradicts", "high", "call", [], {}, [""],
    ["1994"], [None], [[]], {"a": "b"}, {"actor": "NL"}, [{"actor": "NL"}], [{"actor": "NL", "x": 1}],
    {"city": "Minsk"}, {"city": 5}, {"country": "by"}, [{"source": "wikipedia"}],
    [{"source": "wikipedia", "asserts": []}], [{"field": "when", "value": "1994"}],
    [{"source": "wikipedia", "stance": "contradicts", "asserts": [{"field": "when", "value": None}]}],
    [{"source": "wikipedia", "stance": "contradicts", "asserts": [{"field": "id", "value": "x"}]}],
    [{"source": "wikipedia", "stance": "contradicts",
      "asserts": [{"field": "when", "value": "1994", "more": 1}]}],
])  # fmt: skip


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Return the path of every value inside a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)  # type: ignore[arg-type]
    for key, one in steps:
        yield (*path, key)
        if isinstance(one, (dict, list)):
            yield from places(one, (*path, key))


@settings(suppress_health_check=CALM, max_examples=300, deadline=None)
@given(st.data())
def test_what_is_let_in_is_what_the_converter_builds(data: st.DataObject) -> None:
    part, row = data.draw(st.sampled_from(ROWS))
    spoilt = copy.deepcopy(row)
    *steps, last = data.draw(st.sampled_from(list(places(spoilt))))
    inside = spoilt
    for step in steps:
        inside = inside[step]
    change = data.draw(st.sampled_from(["replace", "add", "drop", "repeat"]))
    if change == "drop":
        del inside[last]
    elif change == "replace" or isinstance(inside, dict):
        inside["more" if change == "add" else last] = data.draw(ODD)
    else:
        inside.append(inside[last] if change == "repeat" else data.draw(ODD))

    built = let_in(part, spoilt)

    if built is not None:
        assert same(built, converted(part, spoilt))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("claimed", "false"),
        ("claimed", 0),
        ("title", None),
        ("title", 5),
        ("title", ""),
        ("notes", "a\tb"),
        ("topics", "trade"),
        ("topics", {"trade": 1}),
        ("topics", [5]),
        ("when", 1994),
        ("when", "June 2006"),
        ("place", "Minsk"),
        ("place", {"city": 5}),
        ("place", {"town": "Minsk"}),
        ("kind", "cal"),
        ("kind", ["call"]),
        ("participants", [{"actor": "nobody"}]),
        ("participants", [{"actor": ["NL"]}]),
        ("participants", [{"role": "host"}]),
        ("citations", []),
        ("citations", [{"source": "nowhere"}]),
        ("citations", [{"source": "wikipedia", "asserts": [{"field": "when", "value": "1994"}]}]),
        (
            "citations",
            [
                {
                    "source": "wikipedia",
                    "stance": "contradicts",
                    "asserts": [{"field": "when", "value": "1994", "more": 1}],
                }
            ],
        ),
        ("unknown", 1),
    ],
)
def test_what_does_not_fit_is_turned_away(field: str, value: object) -> None:
    row = dict(WHOLE["events"][0])
    assert let_in("events", row) is not None

    assert let_in("events", row | {field: value}) is None


@pytest.mark.parametrize("number", [True, "5", 12345678901234567, 0.1234567890123456, [5]])
def test_a_figure_has_to_be_a_number_of_fifteen_digits(number: object) -> None:
    row = next(dict(one) for one in WHOLE["statistics"] if "low" in one)

    assert let_in("statistics", row | {"low": number, "high": number}) is None


@pytest.mark.parametrize("row", [None, 5, "text", [], True, [["id", "x"]]])
def test_a_row_has_to_be_an_object(row: object) -> None:
    assert all(let_in(part, row) is None for part in CLASSES)


def test_what_is_equal_is_held_once() -> None:
    gate = Gate(ACTORS, SOURCES).maker(kind("events"))
    row = next(one for one in WHOLE["events"] if "place" in one and "topics" in one)
    one, other = gate(copy.deepcopy(row)), gate(copy.deepcopy(row))

    assert one.place is other.place  # type: ignore[attr-defined]
    assert one.topics is other.topics  # type: ignore[attr-defined]
    assert one.when is other.when  # type: ignore[attr-defined]
