"""A result is a sequence that cannot be changed, and says what was asked."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Sequence
from typing import cast

import attrs
import pytest

from bynl_relations import (
    Actor,
    Citation,
    Event,
    InvalidDate,
    Participant,
    Records,
    Relations,
    Source,
    UnknownName,
    UnknownRecord,
    Visit,
    When,
    relations,
)

A, B = Source("a", "A", tier="news"), Source("b", "B", tier="news")
NL, BY = Actor("NL", "state", "Netherlands"), Actor("BY", "state", "Belarus")
PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)


def event(id: str, when: str = "", **fields: object) -> Event:
    """Make an event."""
    fields.setdefault("citations", (Citation(A),))
    fields.setdefault("kind", "meeting")
    return Event(id=id, title="T", when=When(when) if when else None, **fields)  # type: ignore[arg-type]


ONE, TWO = (
    event("one", "2001", topics=("trade",)),
    event("two", "2003", participants=(Participant(NL, "host"),)),
)
THREE = event("three", "2003-05/2004", kind="call", citations=(Citation(B), Citation(A)))
BARE, CLAIM = (
    event("bare", topics=("trade",)),
    event("claim", "2002", claimed=True, citations=(Citation(A, "denies"),)),
)
VISIT = Visit(id="visit", title="T", citations=(Citation(B),), visitors=(BY,), level="business")
MINE = Relations.of(
    [ONE, TWO, THREE, BARE, CLAIM, VISIT], title="mine", version="7", checked="2020"
)
EVENTS = MINE.events()


def test_nobody_makes_records_by_hand() -> None:
    with pytest.raises(TypeError, match=r"run a query, or use Relations\.of\(records\)\.all\(\)"):
        Records()


def test_records_are_a_sequence_in_order_of_time() -> None:
    assert isinstance(EVENTS, Sequence)
    assert list(EVENTS) == [ONE, TWO, THREE, BARE]
    assert EVENTS.ids == ("one", "two", "three", "bare")
    assert len(EVENTS) == 4
    assert EVENTS[0] is ONE
    assert EVENTS[-1] is BARE
    assert list(reversed(EVENTS)) == [BARE, THREE, TWO, ONE]
    assert EVENTS.index(TWO) == 1
    assert EVENTS.count(TWO) == 1
    assert EVENTS.count(CLAIM) == 0
    with pytest.raises(ValueError):  # noqa: PT011 - as of every sequence
        EVENTS.index(CLAIM)


def test_a_record_is_in_it_by_itself_and_by_id() -> None:
    assert ONE in EVENTS
    assert event("one", "2001", topics=("trade",)) in EVENTS
    assert event("one", "1999") not in EVENTS
    assert "one" in EVENTS
    assert "claim" not in EVENTS
    assert 5 not in EVENTS
    assert None not in EVENTS


def test_nothing_in_it_can_be_changed() -> None:
    for name in ("ids", "_found", "other"):
        with pytest.raises(AttributeError, match=f"Records cannot be changed: {name!r}"):
            setattr(EVENTS, name, 1)
        with pytest.raises(AttributeError, match=f"Records cannot be changed: {name!r}"):
            delattr(EVENTS, name)
    assert not hasattr(EVENTS, "__dict__")


def test_a_slice_is_records_and_reads_as_one() -> None:
    part = MINE.events(since=2002)[:1]

    assert type(part) is Records
    assert part.ids == ("two",)
    assert part.asked == "<mine>.events(since=2002)[:1]"
    assert EVENTS[1:3].ids == ("two", "three")
    assert EVENTS[::-2].ids == ("bare", "two")
    assert EVENTS[::-2].asked.endswith("[::-2]")
    assert EVENTS[9:].ids == ()
    assert MINE.events(since="2003-05")[:].possible.ids == ("two",)


@pytest.mark.parametrize("wrong", ["one", 1.5, None])
def test_a_wrong_position_is_a_type_error(wrong: object) -> None:
    with pytest.raises(TypeError, match=f"indices must be integers or slices, not {wrong!r}"):
        EVENTS[wrong]  # type: ignore[call-overload]


def test_a_position_beyond_the_end_is_an_index_error() -> None:
    with pytest.raises(IndexError, match="no record at 4; there are 4"):
        EVENTS[4]


def test_equal_records_in_equal_order_are_equal_however_they_were_asked_for() -> None:
    assert MINE.events() == Relations.of(list(EVENTS)).events(since=1990, undated=True)
    assert hash(MINE.events()) == hash(MINE.events(undated=True))
    assert MINE.events() != MINE.events()[::-1]
    assert MINE.events() != MINE.events()[1:]
    assert MINE.events() != list(EVENTS)
    assert len({MINE.events(), MINE.events(), MINE.visits()}) == 2


def test_a_sum_holds_each_once_in_order() -> None:
    both = MINE.visits() + EVENTS[2:] + EVENTS[:3]

    assert both.ids == ("one", "two", "three", "bare", "visit")
    assert both.asked == "<mine>.visits() + <mine>.events()[2:] + <mine>.events()[:3]"
    assert (EVENTS[:1] + EVENTS[1:]) == EVENTS
    assert (EVENTS[:1] + EVENTS[1:]).where(kind="call").ids == ("three",)
    with pytest.raises(TypeError, match="no keyword 'kind'"):
        both.where(kind="call")
    for wrong in (5, [ONE], None):
        with pytest.raises(TypeError):
            EVENTS + wrong  # type: ignore[operator]


def test_a_sum_keeps_claims_and_what_two_datasets_know() -> None:
    other = Relations.of([event("other", "2000", topics=("media",))], checked="2010")
    both = MINE.events(claims=True) + other.events()

    assert both.where(at=2002).ids == ("claim",)
    assert both.where(topic="media").ids == ("other",)
    assert both.where(topic=["media", "trade"]).ids == ("other", "one", "bare")
    assert both.version == "7"
    assert len(both.where(since=2015, match="certain")) == 0


def test_a_sum_of_a_view_and_its_dataset_holds_both_tellings() -> None:
    told = relations.according_to("wikipedia").events()
    both = relations.events() + told

    assert len(both) == len(relations.events()) + sum(one not in relations.events() for one in told)
    assert pickle.loads(pickle.dumps(both)) == both


def test_where_narrows_and_reads_as_a_call() -> None:
    assert EVENTS.where(topic="trade", undated=False).ids == ("one",)
    assert EVENTS.where(lambda one: one.when).ids == ("one", "two", "three")
    assert EVENTS.where(where=lambda one: one.when, kind="call").ids == ("three",)
    both = EVENTS.where(lambda one: one.when, where=lambda one: one.topics)
    assert both.ids == ("one",)
    assert both.asked == "<mine>.events().where(<lambda>, where=<lambda>)"
    assert EVENTS.where().ids == EVENTS.ids
    assert MINE.all().where(collection="visits").ids == ("visit",)


def test_where_keeps_both_windows() -> None:
    found = MINE.events(since=2003).where(at="2003-07")

    assert found.ids == ("two", "three")
    assert found.certain.ids == ("three",)
    assert found == MINE.events(since=2003, at="2003-07")
    assert len(found.windows) == 2
    assert MINE.events(since="2003-04").where(match="certain").ids == ("three",)
    assert MINE.events(since="2003-04").where(match="possible").ids == ("two",)
    assert EVENTS.where(match="possible").ids == ()


@pytest.mark.parametrize(
    ("keywords", "error"),
    [
        ({"sinse": 1}, TypeError),
        ({"level": "minister"}, TypeError),
        ({"where": 5}, TypeError),
        ({"claims": 1}, TypeError),
        ({"kind": "x"}, UnknownName),
        ({"since": "x"}, InvalidDate),
    ],
)
def test_where_refuses_as_a_query_does(keywords: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        EVENTS.where(**keywords)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="5 is not callable; pass a function of a record"):
        EVENTS.where(cast("object", 5))  # type: ignore[arg-type]


def test_the_undated_that_a_question_left_out_are_counted_along_a_chain() -> None:
    assert EVENTS.undated == 0
    assert MINE.events(since=1990).undated == 1
    assert MINE.events(since=1990, undated=True).undated == 0
    assert MINE.events(since=1990, topic="trade").undated == 1
    assert MINE.events(since=1990, kind="call").undated == 0
    assert MINE.events(since=1990).where(topic="trade").undated == 1
    assert MINE.events(since=1990).where(kind="call").undated == 0
    assert MINE.events(kind="call").where(since=1990).undated == 0
    assert MINE.events(topic="trade").where(since=1990).undated == 1
    assert MINE.events(topic="trade").where(since=1990)[:0].undated == 1
    assert MINE.events(since=1990, undated=True).where(topic="trade").undated == 0
    assert MINE.events(since=1990, undated=True).where(at=2001).undated == 1


def test_certain_and_possible_split_by_the_window() -> None:
    found = MINE.events(since="2003-04")

    assert found.ids == ("two", "three")
    assert found.certain.ids == ("three",)
    assert found.possible.ids == ("two",)
    assert found.certain.asked == "<mine>.events(since='2003-04').certain"
    assert EVENTS.certain == EVENTS
    assert EVENTS.possible.ids == ()
    assert EVENTS.windows == ()


def test_one_gives_the_only_record() -> None:
    assert MINE.visits().one() is VISIT
    with pytest.raises(UnknownRecord, match=r"no record in .*; one\(\) needs exactly one"):
        EVENTS[:0].one()
    with pytest.raises(UnknownRecord) as told:
        EVENTS[:2].one()
    assert str(told.value) == "2 records in <mine>.events()[:2]: one, two; one() needs exactly one"


def test_first_gives_the_first_or_none() -> None:
    assert EVENTS.first() is ONE
    assert EVENTS[:0].first() is None


def test_last_gives_the_last_or_none() -> None:
    assert EVENTS.last() is BARE
    assert MINE.events(undated=False).last() is THREE
    assert EVENTS[:0].last() is None


def test_a_record_or_an_id_is_among_them_without_a_look_at_each() -> None:
    found = EVENTS.where(kind="call") + MINE.visits()
    for records in (EVENTS, EVENTS[1:3], EVENTS.sort(reverse=True), found, EVENTS[:0]):
        for one in (ONE, TWO, THREE, BARE, CLAIM, VISIT):
            held = any(one is other for other in records)
            assert (one in records) is (one.id in records) is held
        assert "nobody" not in records
        assert 5 not in records
        assert None not in records
    assert attrs.evolve(ONE, title="Another") not in EVENTS


def test_group_by_takes_a_function() -> None:
    def year(record: Event) -> int | None:
        return record.when.earliest.year if record.when and record.when.earliest else None

    groups = EVENTS.group_by(year)
    assert [one.id for records in groups.values() for one in records] == list(EVENTS.ids)
    assert all({year(one) for one in records} == {key} for key, records in groups.items())
    assert groups[None].asked == "<mine>.events().group_by(year)[None]"
    assert list(EVENTS.group_by(lambda one: (one.kind, one.claimed))) == [
        (one.kind, False) for one in EVENTS.group_by("kind").values() for one in one[:1]
    ]
    with pytest.raises(TypeError, match="unhashable"):
        EVENTS.group_by(lambda one: [one.id])  # type: ignore[arg-type,return-value]


def test_sources_and_actors_come_once_in_order() -> None:
    assert EVENTS.sources == (A, B)
    assert MINE.all().actors == (NL, BY)
    assert MINE.all().version == "7"


def test_an_empty_result_is_false_and_says_what_was_asked() -> None:
    empty = MINE.events("Belarus", since=2006)

    assert not empty
    assert EVENTS
    assert empty.asked == "<mine>.events('Belarus', since=2006)"
    assert "since=2006" in repr(empty)


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(
    "found",
    [
        EVENTS,
        MINE.events(claims=True),
        MINE.events(since="2003-04"),
        MINE.search("T"),
        EVENTS.sort("kind", reverse=True),
        EVENTS[::-1],
        EVENTS.where(topic="trade"),
        EVENTS.group_by("kind")["call"],
        EVENTS + MINE.visits(),
        MINE.at("2004").all(),
        EVENTS[:0],
    ],
    ids=lambda found: found.asked,
)
def test_a_pickle_gives_the_same_records_in_the_same_order(
    found: Records[Event], protocol: int
) -> None:
    again: Records[Event] = pickle.loads(pickle.dumps(found, protocol))

    assert found == again
    assert list(found) == list(again)
    assert type(again) is Records
    assert (found.asked, found.version, found.undated) == (
        again.asked,
        again.version,
        again.undated,
    )
    assert found.certain == again.certain
    assert len(found.windows) == len(again.windows)
    assert pickle.loads(pickle.dumps(again, protocol)) == found
    assert again.where(lambda one: True) == found


def test_a_pickle_holds_only_the_names_of_its_own_records() -> None:
    again = pickle.loads(pickle.dumps(EVENTS))

    assert again.where(actor="Netherlands").ids == ("two",)
    assert EVENTS.where(actor="Belarus").ids == ()
    with pytest.raises(UnknownName, match="no actor 'Belarus'"):
        again.where(actor="Belarus")
    few = len(pickle.dumps(relations.events()[:1]))
    assert few < len(pickle.dumps(relations.events())) / 2


def test_a_pickle_keeps_the_check_and_the_topics() -> None:
    again = pickle.loads(pickle.dumps(MINE.events(kind="call")))

    assert again.where(topic="trade").ids == ()
    assert len(again.where(at="2021", undated=True, match="certain")) == 0


def test_a_copy_is_itself() -> None:
    assert copy.copy(EVENTS) is EVENTS
    assert copy.deepcopy([EVENTS])[0] is EVENTS
