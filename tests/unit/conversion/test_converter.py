"""The converter reads strictly, writes plain JSON values, and tells errors in our words."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from cattrs import Converter

import bynl_relations
from bynl_relations import (
    Actor,
    Assertion,
    Citation,
    Event,
    EventKind,
    InvalidData,
    Mission,
    MissionKind,
    Place,
    Record,
    Source,
    Tier,
    When,
    converter,
    relations,
)
from bynl_relations._conversion import converter as inner
from bynl_relations._conversion.problems import count, problems
from bynl_relations.model import COLLECTIONS, kind

EVENT = {
    "id": "e",
    "title": "E",
    "kind": "call",
    "citations": [{"source": {"id": "s", "title": "S", "tier": "news"}}],
}


def told(value: Any, cls: Any) -> list[tuple[str, str, str]]:
    """Return path, finding and expectation of each problem."""
    with pytest.raises(InvalidData) as caught:
        converter().structure(value, cls)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    return [(one.path, one.found, one.expected) for one in caught.value.problems]


def test_it_is_a_fresh_cattrs_converter() -> None:
    one, other = converter(), converter()

    assert isinstance(one, Converter)
    assert one is not other
    one.register_structure_hook(Place, lambda value, _: Place("Elsewhere"))
    assert converter().structure({"city": "Minsk"}, Place) == Place("Minsk")
    assert bynl_relations.converter is converter


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_it_knows_every_kind_and_every_vocabulary(collection: str) -> None:
    made, cls = converter(), kind(collection)

    for name in cls.word_fields():
        for word in cls.vocabulary(name):
            vocabulary = type(made.structure(word, dict(inner.shapes(cls))[name].kind))
            assert vocabulary is dict(inner.shapes(cls))[name].kind
    for record in relations.all(collection=collection)[:5]:
        plain = made.unstructure(record)
        assert record == made.structure(plain, cls)
        assert only_plain(plain)


def only_plain(value: object) -> bool:
    """Return whether a value is of the types that JSON has, and of no subclass of them."""
    if type(value) is dict:
        return all(type(key) is str and only_plain(one) for key, one in value.items())
    if type(value) is list:
        return all(map(only_plain, value))
    return type(value) in (str, bool, int, float, type(None))


def test_words_become_members() -> None:
    made = converter()

    assert made.structure("embassy", MissionKind) is MissionKind.EMBASSY
    assert made.structure(MissionKind.EMBASSY, MissionKind) is MissionKind.EMBASSY
    assert made.unstructure(MissionKind.EMBASSY) == "embassy"
    assert type(made.unstructure(MissionKind.EMBASSY)) is str
    assert told("embasy", MissionKind)[0][2].endswith("did you mean 'embassy'?")
    assert told("zzzzz", Tier)[0][2] == "one of primary, official, news, secondary, encyclopedia"


@pytest.mark.parametrize(
    ("value", "cls", "expected"),
    [
        ("false", bool, "true or false"),
        (0, bool, "true or false"),
        (None, str, "a string"),
        (5, str, "a string"),
        (True, int, "a whole number"),
        (1.0, int, "a whole number"),
        ("1", int, "a whole number"),
        ("1.5", float, "a number"),
        (True, float, "a number"),
        ("5", Decimal, "a number"),
        (True, Decimal, "a number"),
        (1994, When, "a date in EDTF such as"),
        ("text", tuple[str, ...], "a list"),
        ({"a": 1}, tuple[str, ...], "a list"),
        (5, Place, "an object with the keys city, country"),
        ([], Place, "an object with the keys city, country"),
        ([], tuple[tuple[str, str], ...], "an object of names and strings"),
        ({"field": "when"}, Assertion, "a record around the assertion, which gives it its type"),
        (None, EventKind, "one of establishment"),
    ],
)
def test_nothing_is_coerced(value: Any, cls: Any, expected: str) -> None:
    ((path, found, wanted),) = told(value, cls)

    assert path == "$"
    assert found
    assert wanted.startswith(expected)


@pytest.mark.parametrize(
    ("value", "cls", "read"),
    [
        ([], tuple[str, ...], ()),
        (("a",), tuple[str, ...], ("a",)),
        (1, float, 1.0),
        (1.5, float, 1.5),
        (3, int, 3),
        (1.5, Decimal, Decimal("1.5")),
        (Decimal(1), Decimal, Decimal(1)),
        ("1994", When, When("1994")),
        (When("1994"), When, When("1994")),
        (Place("Minsk"), Place, Place("Minsk")),
        ({"nl": "A"}, tuple[tuple[str, str], ...], (("nl", "A"),)),
        ((("nl", "A"),), tuple[tuple[str, str], ...], (("nl", "A"),)),
    ],
)
def test_what_fits_is_read(value: Any, cls: Any, read: object) -> None:
    assert read == converter().structure(value, cls)


def test_a_wrong_date_is_told_in_the_words_of_when() -> None:
    _, found, expected = told("2006-6", When)[0]

    assert found == "'2006-6'"
    assert expected.startswith("a date in EDTF such as '1994'")
    assert expected.endswith("; did you mean '2006-06'?")


def test_a_list_tells_every_member() -> None:
    assert [one[0] for one in told(["a", 5, None], tuple[str, ...])] == ["$[1]", "$[2]"]


def test_a_record_tells_every_field() -> None:
    assert [one[0] for one in told({"id": "No", "kind": "x", "a": 1}, Event)] == [
        "$.title",
        "$.citations",
        "$.kind",
        "$",
        "$.id",
    ]


def test_what_the_class_refuses_is_told_with_its_path() -> None:
    assert [one[0] for one in told(EVENT | {"place": {"country": "nl"}}, Event)] == [
        "$.place.country"
    ]
    assert [one[0] for one in told(EVENT | {"title": ""}, Event)] == ["$.title"]


def test_a_source_can_assert_that_a_field_is_empty() -> None:
    cited = Citation(
        Source("s", "S", tier="news"), "contradicts", asserts=(Assertion("place", None),)
    )
    event = Event(id="e", title="E", kind="call", place=Place("Minsk", "BY"), citations=(cited,))
    plain = event.to_dict()

    assert plain["citations"][0]["asserts"] == [{"field": "place", "value": None}]  # type: ignore[index]
    assert Event.from_dict(plain) == event


def test_objects_may_stand_among_plain_values() -> None:
    citation = Citation(
        Source("s", "S", tier="news"), "contradicts", asserts=(Assertion("place", None),)
    )

    read = converter().structure(
        EVENT | {"citations": (citation,), "when": When("1994"), "place": Place("Minsk")}, Event
    )

    assert read.citations == (citation,)
    again = EVENT | {
        "place": {"city": "Minsk"},
        "citations": [
            {
                "source": citation.source,
                "stance": "contradicts",
                "asserts": [Assertion("place", None)],
            }
        ],
    }
    assert converter().structure(again, Event).citations == (citation,)


def test_from_dict_takes_any_mapping_and_refuses_the_rest() -> None:
    assert Event.from_dict(MappingProxyType(EVENT)).id == "e"
    for value in (None, [], "text", 5):
        with pytest.raises(InvalidData, match="an object with the keys id, title"):
            Event.from_dict(value)  # type: ignore[arg-type]


def test_from_dict_mutates_nothing() -> None:
    plain = {
        "id": "e",
        "title": "E",
        "kind": "call",
        "citations": [{"source": {"id": "s", "title": "S", "tier": "news"}}],
    }

    assert plain == EVENT
    assert Event.from_dict(plain).to_dict() == {"collection": "events", **EVENT}
    assert plain == EVENT


def test_a_derived_field_is_neither_written_nor_read() -> None:
    mission = relations["nl-embassy-warsaw"]

    assert mission.place is not None
    assert "place" not in mission.to_dict()
    with pytest.raises(InvalidData, match="the unknown key 'place'"):
        Mission.from_dict(mission.to_dict() | {"place": {"city": "Minsk"}})


def test_references_are_read_as_shared_objects_and_written_as_ids() -> None:
    source, actor = Source("s", "S", tier="news"), Actor("NL", "state", "Netherlands")
    made = inner.converter((Event,), {"NL": actor}, {"s": source})
    plain = EVENT | {"citations": [{"source": "s"}], "participants": [{"actor": "NL"}]}

    read = made.structure(plain, Event)

    assert read.citations[0].source is source
    assert read.participants[0].actor is actor
    assert made.unstructure(read) == {key: plain[key] for key in made.unstructure(read)}


def test_who_names_what_is_unread_is_not_built_and_nothing_is_told() -> None:
    made = inner.converter((Event,), {}, {}, {"s"})

    with pytest.raises(InvalidData) as caught:
        made.structure(EVENT | {"citations": [{"source": "s"}]}, Event)

    assert caught.value.problems == ()


def test_other_attrs_classes_are_read_strictly_too() -> None:
    @attrs.frozen
    class Own:
        number: int = 5
        name: str = ""

    Own.__annotations__.update(number=int, name=str)

    assert converter().structure({"number": 6}, Own) == Own(6)
    assert [one[0] for one in told({"number": "6", "nam": ""}, Own)] == ["$.number", "$"]


def test_the_errors_of_other_hooks_are_told_by_their_text() -> None:
    made = converter()

    def hook(value: object, _: object) -> Place:
        raise ValueError("no such town")

    made.register_structure_hook(Place, hook)
    with pytest.raises(InvalidData) as caught:
        made.structure(EVENT | {"place": {}}, Event)

    assert str(caught.value) == "$.place: e: no such town"


@pytest.mark.parametrize(
    "value",
    [
        {},
        EVENT | {"a": 1, "b": 2},
        EVENT | {"title": "", "id": ""},
        EVENT | {"attested": ["x", 5], "when": ""},
    ],
)
def test_count_is_the_number_of_problems(value: object) -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011
        converter().get_structure_hook(Event)(value, Event)

    assert count(caught.value) == len(list(problems(caught.value, "$"))) > 0


def test_large_figures_are_written_as_floats_and_whole_ones_as_integers() -> None:
    made = converter()

    assert repr(made.unstructure(Decimal(1500))) == "1500"
    assert repr(made.unstructure(Decimal("1.50"))) == "1.5"
    assert repr(made.unstructure(Decimal("1E+300"))) == "1e+300"


def test_a_record_of_no_kind_cannot_be_read() -> None:
    with pytest.raises((InvalidData, TypeError)):
        Record.from_dict({})
