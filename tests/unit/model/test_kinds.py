"""Each kind of record holds what its class says, and derives what follows."""

from __future__ import annotations

from typing import Any

import pytest

from bynl_relations import (
    Actor,
    Agreement,
    Appointment,
    Assertion,
    Citation,
    Event,
    EventKind,
    InvalidData,
    Measure,
    Membership,
    Mission,
    Participant,
    Place,
    Position,
    Programme,
    Record,
    Source,
    Statistic,
    Visit,
    When,
    model,
)
from bynl_relations.model import COLLECTIONS, STANDING, kind
from bynl_relations.provenance import Quotation
from bynl_relations.when import FOREVER, NEVER

NL, BY, PL = (
    Actor(key, "state", name)
    for key, name in (("NL", "Netherlands"), ("BY", "Belarus"), ("PL", "Poland"))
)
SOURCE, MIRROR = Source("s", "S", tier="news", voice="v"), Source("m", "M", tier="news", voice="v")
LONE = Source("lone", "L", tier="encyclopedia", publisher="Wikipedia")
COMMON: dict[str, Any] = {"id": "x", "title": "X", "citations": (Citation(SOURCE),)}
OWN: dict[str, dict[str, Any]] = {
    "events": {"kind": "call"},
    "visits": {"visitors": (NL,), "level": "minister"},
    "missions": {"sending_state": NL, "accredited_to": (BY,), "kind": "embassy"},
    "appointments": {"person": Actor("p", "person", "P"), "function": "ambassador"},
    "agreements": {"kind": "treaty", "parties": (NL, BY)},
    "measures": {"kind": "tax", "effect": "imposes", "imposed_by": (NL,)},
    "positions": {"holders": (NL,), "attitude": "urges"},
    "memberships": {"member": NL, "organisation": Actor("o", "organisation", "O")},
    "programmes": {"kind": "aid", "organisers": (NL,)},
    "statistics": {"indicator": "goods", "low": 5},
}


def make(collection: str, **fields: Any) -> Any:
    """Build a record of a collection, some fields replaced."""
    return kind(collection)(**COMMON | OWN[collection] | fields)


def refused(collection: str, **fields: Any) -> list[str]:
    """Return the paths of what is wrong with a record."""
    with pytest.raises(InvalidData) as caught:
        make(collection, **fields)
    return [one.path for one in caught.value.problems]


def test_there_is_a_table_of_the_ten_kinds() -> None:
    kinds = [
        Event,
        Visit,
        Mission,
        Appointment,
        Agreement,
        Measure,
        Position,
        Membership,
        Programme,
        Statistic,
    ]

    assert kinds == [kind(collection) for collection in COLLECTIONS]
    assert list(COLLECTIONS) == [cls.collection for cls in kinds]
    assert set(STANDING) < set(COLLECTIONS)
    assert set(model.__all__) == set(dir(model))
    assert all(getattr(model, name) is not None for name in model.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = model.nonsense


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_only_little_is_required(collection: str) -> None:
    record = make(collection)

    assert record.collection == collection
    assert (record.scope, record.confidence, record.claimed) == ("core", "medium", False)
    assert record == make(collection)
    assert hash(record) == hash(make(collection))
    assert record != make(collection, notes="other")
    assert repr(record)
    assert record._repr_html_()
    assert record._repr_markdown_()
    assert type(record).from_dict(record.to_dict()) == record


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_record_is_frozen_and_its_fields_are_named(collection: str) -> None:
    record = make(collection)

    with pytest.raises(AttributeError):
        record.title = "Y"
    with pytest.raises(TypeError):
        kind(collection)("x")  # type: ignore[misc]
    assert record.field_names()[:2] == ("id", "title")
    for name in record.word_fields():
        assert getattr(record, name) in record.vocabulary(name)


@pytest.mark.parametrize(
    ("collection", "field"),
    [
        ("visits", "visitors"),
        ("missions", "accredited_to"),
        ("agreements", "parties"),
        ("measures", "imposed_by"),
        ("positions", "holders"),
        ("programmes", "organisers"),
    ],
)
def test_somebody_must_act(collection: str, field: str) -> None:
    assert [field] == refused(collection, **{field: ()})


@pytest.mark.parametrize(
    ("collection", "field"),
    [
        ("appointments", "mission"),
        ("positions", "about"),
        ("statistics", "about"),
        ("events", "replaced_by"),
    ],
)
def test_a_reference_is_an_id(collection: str, field: str) -> None:
    assert [field] == refused(collection, **{field: "No Id"})
    assert [f"{many}[1]" for many in ("related",)] == refused(collection, related=("a", "No"))


def test_records_of_two_kinds_are_never_equal() -> None:
    assert make("events") != make("visits")
    assert make("events") != "x"
    assert len({make("events"), make("visits")}) == 2


def test_actors_are_those_of_the_fields_then_the_participants() -> None:
    visit = make(
        "visits",
        hosts=(BY,),
        participants=(Participant(PL, "mediator"), Participant(NL, capacity="minister")),
    )

    assert [(part.actor.id, part.role, part.capacity) for part in visit.actors] == [
        ("NL", "visitors", "minister"),
        ("BY", "hosts", None),
        ("PL", "mediator", None),
    ]
    assert visit.actor_ids == ("NL", "BY", "PL")
    assert [part.role for part in make("appointments").actors] == ["person"]
    assert [part.role for part in make("missions").actors] == ["sending state", "accredited to"]


def test_sources_and_voices_count_once() -> None:
    record = make(
        "events", citations=(Citation(SOURCE), Citation(MIRROR), Citation(LONE), Citation(SOURCE))
    )

    assert record.sources == (SOURCE, MIRROR, LONE)
    assert record.voices == ("v", "lone")


def test_disputes_tell_field_values_and_sources() -> None:
    later = Citation(
        LONE,
        "contradicts",
        asserts=(Assertion("when", When("1994")), Assertion("kind", EventKind.PROTEST)),
    )
    same = Citation(MIRROR, "contradicts", asserts=(Assertion("when", When("1994")),))
    denial = Citation(SOURCE, "denies")
    record = make(
        "events", when=When("1992"), citations=(later, same, denial), rationale="Because."
    )

    when, word, fact = record.disputes

    assert record.disputed
    assert (when.field, when.value, when.others) == (
        "when",
        When("1992"),
        ((When("1994"), (LONE, MIRROR)),),
    )
    assert (word.field, word.sources) == ("kind", (LONE,))
    assert (fact.field, fact.value, fact.others) == ("fact", True, ((False, (SOURCE,)),))
    assert when.rationale == "Because."
    assert "1994" in str(when)
    assert make("events", citations=(denial,), claimed=True).disputes[0].value is False
    assert not make("events").disputed
    assert make("events").disputes == ()


def test_records_sort_by_time_then_sighting() -> None:
    times = [
        make("missions", when=When("1994")),
        make("missions", attested=(When("2015"), When("2013"))),
        make("missions"),
    ]

    keys = [record.sort_key for record in times]

    assert keys == sorted(keys)
    assert keys[1] == When("2013").sort_key


def test_a_record_cites_its_sources() -> None:
    assert "@" in make("events").cite()


def test_a_mission_sits_where_its_seat_is() -> None:
    away = make("missions", seat=Place("Warsaw", "PL"))

    assert away.place == Place("Warsaw", "PL")
    assert not away.resident
    assert make("missions", seat=Place("Minsk", "BY")).resident
    assert not make("missions").resident
    assert make("missions").place is None


def test_other_names_of_when() -> None:
    assert make("agreements", when=When("1995")).signed == When("1995")
    assert make("measures", when=When("1995")).adopted == When("1995")


def test_began_and_periods() -> None:
    event = make("events", when=When("1994"))

    assert event.began == (*When("1994").span[:2], When("1994").span[1])
    assert len(event.periods) == 1
    assert make("events").began is None
    assert make("events").periods == ()


def test_measures_stand_while_they_apply() -> None:
    measure = make("measures", when=When("2004"), applies=(When("2004/2008"), When("2011/..")))

    assert [one[:2] for one in measure.periods] == [
        (When("2004").span[0], When("2008").span[3]),
        (When("2011").span[0], FOREVER),
    ]
    assert make("measures", when=When("2004")).periods == ()


def test_agreements_stand_while_in_force() -> None:
    start, end = When("1996-05-01"), When("2024-05-01")

    ((first, last, by, until),) = make("agreements", in_force=start, terminated=end).periods
    assert (first, last, by, until) == (start.span[0], end.span[0], start.span[0], end.span[0])
    assert make("agreements", in_force=start, status="in_force").periods[0][3] == FOREVER
    assert make("agreements", in_force=start).periods[0][3] == NEVER - 1
    assert make("agreements", when=start, status="never_in_force").periods == ()
    assert make("agreements").periods == ()
    assert make("agreements", when=start).periods == (
        (start.span[0], FOREVER, FOREVER + 1, NEVER - 1),
    )
    assert make("agreements", terminated=end).periods == ()
    assert make("agreements", when=start, terminated=end).periods == (
        (start.span[0], end.span[3], FOREVER + 1, NEVER - 1),
    )
    assert make("agreements", attested=(end,)).periods


def test_figures_have_an_order_and_something_to_tell() -> None:
    assert refused("statistics", low=5, high=4) == ["low"]
    assert refused("statistics", low=None) == ["stated"]
    assert make("statistics", low=None, stated="dozens").low is None
    assert make("statistics", low=None, high=5).high == 5
    assert refused("statistics", indicator="Goods by") == ["indicator"]
    assert make("statistics", indicator="goods_by_to_nl").indicator == "goods_by_to_nl"


def test_quotations_are_short_and_of_a_person() -> None:
    person = Actor("p", "person", "A Person")
    quotation = Quotation("Words", "nl", person)

    assert str(quotation) == "“Words” — A Person"
    assert make("positions", quotation=quotation).quotation == quotation
    for text, language in (("", "nl"), ("x" * 301, "nl"), ("Words", "Dutch")):
        with pytest.raises(InvalidData):
            Quotation(text, language, person)


def test_changes_of_a_measure_are_ids() -> None:
    assert refused("measures", changes=("a", "No")) == ["changes[1]"]


def test_a_record_of_no_kind_is_not_built() -> None:
    with pytest.raises(TypeError):
        Record(**COMMON)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_own_fields_are_those_that_not_every_kind_has(collection: str) -> None:
    cls = kind(collection)

    assert sorted(cls.field_names()) == sorted((*Record.field_names(), *cls.own_names()))
    assert set(cls.word_fields()) <= set(cls.own_names())
    assert set(cls.assertable()).isdisjoint({"id", "citations", "claimed", "notes", "title"})


def test_what_lasts_stands_for_a_time() -> None:
    lasting = [collection for collection in COLLECTIONS if kind(collection).lasts]

    assert lasting == [
        one for one in COLLECTIONS if one in {*STANDING} - {"agreements", "measures"}
    ]


def test_who_acts_and_towards_whom() -> None:
    holder = Participant(NL, capacity="minister")
    position = make("positions", holders=(NL,), participants=(holder, Participant(BY)))

    assert (position.who, position.to) == ((NL,), (BY,))
    assert (make("visits").who, make("visits").to) == ((NL,), ())
    assert make("agreements").who == make("agreements").to == (NL, BY)
    assert make("events", participants=(Participant(PL, "host"),)).who == (PL,)
    assert make("statistics").who == ()
