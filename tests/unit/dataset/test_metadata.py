"""What a dataset says of itself, what it holds, and what its records refer to."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bynl_relations import (
    Actor,
    Assertion,
    Citation,
    Event,
    InvalidData,
    Measure,
    Participant,
    Position,
    Quotation,
    Relations,
    Source,
    Statistic,
    When,
)
from bynl_relations._dataset.assembly import gather, own
from bynl_relations._dataset.metadata import Indicator, Metadata
from bynl_relations._dataset.references import people, references

SOURCE = Source("s", "S", tier="news")
NL, BY = Actor("NL", "state", "Netherlands"), Actor("BY", "state", "Belarus")
SPEAKER = Actor("p", "person", "P")


def event(id: str = "e", **fields: Any) -> Event:
    """Build an event."""
    return Event(
        **{"id": id, "title": "E", "kind": "call", "citations": (Citation(SOURCE),)} | fields
    )


def test_a_dataset_is_of_a_schema_that_is_read() -> None:
    with pytest.raises(InvalidData) as caught:
        Metadata(
            schema=2, topics=(("No", ""),), indicators=(("No", Indicator("")),), elsewhere=("No",)
        )

    assert [one.path for one in caught.value.problems] == [
        "topics",
        "indicators",
        "elsewhere[0]",
        "schema",
    ]


def test_beside_another_it_says_what_holds_of_both() -> None:
    one = Metadata(title="One", checked=When("2020"), topics=(("a", "1"),), elsewhere=("x",))
    other = Metadata(
        title="Other", checked=When("2010"), topics=(("a", "2"), ("b", "3")), elsewhere=("w",)
    )

    both = one.beside(other)

    assert (both.title, both.checked, both.elsewhere) == ("One", When("2010"), ("w", "x"))
    assert dict(both.topics) == {"a": "1", "b": "3"}
    assert Metadata().beside(other).checked == When("2010")
    assert Metadata().beside(Metadata()).checked is None


def test_gather_finds_who_and_what_records_carry() -> None:
    told = Assertion("quotation", Quotation("Words", "nl", SPEAKER))
    position = Position(
        id="p",
        title="P",
        holders=(NL,),
        attitude="urges",
        citations=(Citation(SOURCE, "contradicts", asserts=(told, Assertion("holders", (BY,)))),),
        related=("nowhere",),
        topics=("trade",),
    )
    figure = Statistic(id="f", title="F", indicator="goods", low=1, citations=(Citation(SOURCE),))

    held = gather([position, figure], Metadata(title="T"))

    assert list(held.actors) == ["BY", "NL", "p"]
    assert list(held.sources) == ["s"]
    assert held.dataset.elsewhere == ("nowhere",)
    assert (held.dataset.topics, held.dataset.indicators) == (
        (("trade", ""),),
        (("goods", Indicator("")),),
    )
    assert [one.id for one in held.every()] == ["p", "f"]
    assert held.records("visits") == ()
    assert [one.id for one in own([position], Metadata()).every()] == ["p"]
    assert own([position], Metadata()).dataset.elsewhere == ("nowhere",)


def test_gather_refuses_one_id_for_two_things() -> None:
    other = Source("s", "Other", tier="news")
    people = (Participant(NL), Participant(Actor("NL", "state", "Other")))
    records: list[Any] = [
        event(),
        event(notes="other"),
        event("f", citations=(Citation(other),)),
        event("g", participants=people),
        "text",
    ]

    with pytest.raises(InvalidData) as caught:
        gather(records, Metadata())

    assert [one.found for one in caught.value.problems] == [
        "two records with the id 'e'",
        "two sources with the id 's'",
        "two actors with the id 'NL'",
        "'text'",
    ]
    assert len(list(gather([event(), event()], Metadata()).every())) == 1


def test_people_stand_in_quotations_too() -> None:
    position = Position(
        id="p", title="P", holders=(NL,), attitude="urges", citations=(Citation(SOURCE),),
        quotation=Quotation("Words", "nl", SPEAKER),
    )  # fmt: skip

    assert [one.id for one in people(position)] == ["NL", "p"]


def test_references_say_where_they_stand() -> None:
    measure = Measure(
        id="m", title="M", kind="tax", effect="lifts", imposed_by=(NL,), citations=(Citation(SOURCE),),
        related=("a",), changes=("b", "c"), replaced_by="d",
    )  # fmt: skip

    assert list(references(measure)) == [
        ("related[0]", "a"),
        ("replaced_by", "d"),
        ("changes[0]", "b"),
        ("changes[1]", "c"),
    ]


def test_an_indicator_says_what_is_counted_and_whether_it_is_a_stock() -> None:
    said = {
        "indicators": {
            "goods": {"definition": "Goods"},
            "people": {"definition": "", "stock": True},
        }
    }
    read = Relations.from_json(json.dumps({"dataset": said}))

    assert read.indicators == {"goods": "Goods", "people": ""}
    assert [one.stock for _, one in read._holdings.dataset.indicators] == [False, True]
    assert json.loads(read.to_json())["dataset"]["indicators"] == said["indicators"]


def test_what_is_wrong_with_an_indicator_is_reported_at_its_place() -> None:
    with pytest.raises(InvalidData) as caught:
        Metadata(indicators=(("goods", "Goods"),))  # type: ignore[arg-type]
    assert [(one.path, one.expected) for one in caught.value.problems] == [
        ("indicators", "an Indicator")
    ]
    said = {"indicators": {"goods": {"definition": 5}, "people": {"stock": True}}}
    with pytest.raises(InvalidData) as caught:
        Relations.from_json(json.dumps({"dataset": said}))
    assert [one.path for one in caught.value.problems] == [
        "$.dataset.indicators.goods.definition",
        "$.dataset.indicators.people.definition",
    ]
