"""Records are sorted and grouped by any field; what is lacking comes last."""

from __future__ import annotations

import pytest

from bynl_relations import (
    Actor,
    Citation,
    Event,
    Mission,
    Participant,
    Place,
    Relations,
    Source,
    Statistic,
    UnknownName,
    When,
    relations,
)
from bynl_relations._query.order import _DERIVED
from bynl_relations.model import COLLECTIONS, kind

A, B = Source("a", "A", tier="news"), Source("b", "B", tier="news")
NL, BY = Actor("NL", "state", "Netherlands"), Actor("BY", "state", "Belarus")


def event(id: str, when: str = "", **fields: object) -> Event:
    """Make an event."""
    fields.setdefault("citations", (Citation(A),))
    fields.setdefault("kind", "meeting")
    return Event(id=id, title=id, when=When(when) if when else None, **fields)  # type: ignore[arg-type]


MINE = Relations.of(
    [
        event("c", "1999", kind="call", topics=("trade", "media"), place=Place("Minsk", "BY")),
        event("a", "2001", participants=(Participant(NL),), topics=("media",)),
        event("b", "", summary="Something", citations=(Citation(B), Citation(A))),
        event("d", "1999", kind="arrest", confidence="low"),
    ]
)
EVENTS = MINE.events()


@pytest.mark.parametrize(
    ("fields", "reverse", "order"),
    [
        ((), False, "cdab"),
        ((), True, "adcb"),
        (("when",), False, "cdab"),
        (("when",), True, "acdb"),
        (("id",), False, "abcd"),
        (("title",), True, "dcba"),
        (("kind",), False, "dcab"),
        (("when", "kind"), False, "dcab"),
        (("kind", "id"), True, "bacd"),
        (("summary",), False, "bcda"),
        (("place",), False, "cdab"),
        (("topics",), False, "acdb"),
        (("participants",), True, "acdb"),
        (("sources",), False, "cdab"),
        (("citations",), True, "bcda"),
        (("disputed",), False, "cdab"),
    ],
)
def test_sort_orders_by_fields_and_puts_what_is_lacking_last(
    fields: tuple[str, ...], reverse: bool, order: str
) -> None:
    assert order == "".join(EVENTS.sort(*fields, reverse=reverse).ids)


def test_sort_gives_its_own_records_and_reads_as_a_call() -> None:
    assert EVENTS.ids == ("c", "d", "a", "b")
    assert EVENTS.sort("kind", "id", reverse=True).asked.endswith(
        ".sort('kind', 'id', reverse=True)"
    )
    assert EVENTS.sort().asked.endswith("events().sort()")


def test_numbers_and_actors_sort_by_value_and_name() -> None:
    figures = [
        Statistic(
            id=f"s{low}", title="T", citations=(Citation(A),), indicator="n", low=low, high=low
        )
        for low in (10, 9, 100)
    ]
    missions = [
        Mission(id=one.id.lower(), title="T", citations=(Citation(A),), kind="embassy",
                sending_state=one, accredited_to=(BY,))
        for one in (NL, BY)
    ]  # fmt: skip
    mine = Relations.of([*figures, *missions])

    assert mine.statistics().sort("low").ids == ("s9", "s10", "s100")
    assert mine.missions().sort("sending_state").ids == ("by", "nl")
    assert mine.all().sort("low").ids == ("s9", "s10", "s100", "by", "nl")


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_of_every_kind_sorts_and_groups(collection: str) -> None:
    found, cls = getattr(relations, collection)(), kind(collection)
    for name in (*cls.field_names(), *_DERIVED):
        if hasattr(cls, name):
            grouped = {one for group in found.group_by(name).values() for one in group.ids}
            assert sorted(found.ids) == sorted(found.sort(name).ids)
            assert grouped <= set(found.ids)


def test_groups_come_in_the_order_in_which_their_values_are_met() -> None:
    groups = EVENTS.group_by("kind")

    assert ["call", "arrest", "meeting"] == list(groups)
    assert [("c",), ("d",), ("a", "b")] == [group.ids for group in groups.values()]
    assert groups["call"].asked.endswith("events().group_by('kind')['call']")


def test_a_record_is_in_the_group_of_each_of_its_values() -> None:
    groups = {value: group.ids for value, group in EVENTS.group_by("topics").items()}
    assert groups == {"trade": ("c",), "media": ("c", "a")}


def test_what_is_lacking_is_a_group() -> None:
    assert EVENTS.group_by("place")[None].ids == ("d", "a", "b")
    assert list(EVENTS.group_by("when")) == [When("1999"), When("2001"), None]
    assert EVENTS.group_by("sources")[B].ids == ("b",)


def test_groups_keep_the_window() -> None:
    groups = MINE.events(since="1999-06").group_by("kind")
    assert groups["call"].possible.ids == ("c",)
    assert groups["meeting"].certain.ids == ("a",)


@pytest.mark.parametrize("wrong", ["kinds", "sort_key", "where", "", 5, None, ["id"]])
def test_an_unknown_field_is_told(wrong: object) -> None:
    for ask in (EVENTS.sort, EVENTS.group_by):
        with pytest.raises(
            UnknownName, match=r"no field .*; use one of id, title, summary"
        ) as told:
            ask(wrong)  # type: ignore[operator]
    assert (wrong == "kinds") is str(told.value).endswith("did you mean 'kind'?")


def test_a_field_of_another_kind_is_unknown() -> None:
    with pytest.raises(UnknownName, match="no field 'level'"):
        EVENTS.sort("level")
    assert MINE.all().sort("level") == MINE.all()
