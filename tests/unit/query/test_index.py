"""The index answers as a plain pass over the records does; the laws stand in the property tests."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from bynl_relations import (
    Actor,
    Citation,
    Event,
    Measure,
    Record,
    Relations,
    Source,
    When,
    relations,
)

CITED = (Citation(Source("a", "A", tier="news")),)
DENIED = (Citation(Source("a", "A", tier="news"), "denies"),)
NL = Actor("NL", "state", "Netherlands")


def event(id: str, when: str, *attested: str, claimed: bool = False) -> Event:
    """Make an event of that time."""
    return Event(
        id=id, title="T", citations=DENIED if claimed else CITED, kind="call", claimed=claimed,
        when=When(when) if when else None, attested=tuple(map(When, attested)),
    )  # fmt: skip


def test_starts_of_every_length_are_found() -> None:
    texts = ("2000-05-05", "2000-05", "2000", "200X", "20XX", "/2000", "../2000", "1800/2000")
    mine = Relations.of([event(f"e{number}", text) for number, text in enumerate(texts)])
    for since in ("1700", "1999", "2000-05-05", "2000-06", "2001", "2010", "2100"):
        day = When(since).span[0]
        expected = {f"e{n}" for n, text in enumerate(texts) if When(text).span[1] >= day}
        found = mine.events(since=since)
        assert expected == set(found.ids)
        assert len(expected) == len(mine.events(since=since))


def test_what_was_only_seen_may_have_begun_long_before() -> None:
    mine = Relations.of([event("seen", "", "2010"), event("known", "2000")])

    assert mine.events(until=1900).ids == ("seen",)
    assert mine.events(since=1995, until=2005).ids == ("known", "seen")


def test_periods_of_every_length_are_found() -> None:
    spans = ("2000-05-05", "2000", "2000/2001", "2000/2090", "2000/2900", "2000/..", "/2000")
    mine = Relations.of([event(f"e{number}", text) for number, text in enumerate(spans)])
    for at in ("1990", "2000-05-05", "2000-06", "2001", "2050", "2500", "4000"):
        first, last = When(at).span[0], When(at).span[3]
        expected = {
            f"e{number}"
            for number, text in enumerate(spans)
            if When(text).span[0] <= last and When(text).span[3] >= first
        }
        assert expected == set(mine.events(at=at).ids)
        assert len(expected) == len(mine.events(at=at))


def test_several_periods_count_once() -> None:
    ban = Measure(
        id="ban", title="T", citations=CITED, kind="tax", effect="imposes", imposed_by=(NL,),
        applies=(When("2000"), When("2002/2004"), When("2003/2005")),
    )  # fmt: skip
    mine = Relations.of([ban])

    assert [len(mine.measures(at=year)) for year in range(1999, 2007)] == [0, 1, 0, 1, 1, 1, 1, 0]
    assert mine.measures(at=2003).ids == ("ban",)


def test_claims_stay_out_unless_they_are_asked_for() -> None:
    mine = Relations.of([event("held", "2000"), event("claim", "2000", claimed=True)])

    assert mine.events(since=2000).ids == ("held",)
    assert len(mine.events(since=2000, claims=True)) == 2
    assert mine.events(claims=True).where(kind="call").ids == ("claim", "held")
    assert mine.events(claims=True).where(claims=False).ids == ("held",)


def test_a_question_without_time_has_nothing_that_is_only_possible() -> None:
    mine = Relations.of([event("a", "2000"), event("b", "", claimed=True)])

    assert mine.events(match="certain") == mine.events() == mine.events().certain
    assert mine.events(match="possible") == mine.events().possible
    assert len(mine.events(match="possible", kind="call")) == 0


def test_an_answer_does_not_depend_on_what_was_asked_before() -> None:
    asked = [{"since": 2006}, {"at": 2010}, {"topic": "trade"}, {"topic": "trade", "at": 2010}]
    fresh = [Relations.of(relations.all(claims=True)).all(**one).ids for one in asked]  # type: ignore[arg-type]
    used = Relations.of(relations.all(claims=True))
    assert fresh == [used.all(**one).ids for one in asked]  # type: ignore[arg-type]
    assert fresh[::-1] == [used.all(**one).ids for one in asked[::-1]]  # type: ignore[arg-type]


def test_many_threads_may_ask_a_fresh_index() -> None:
    records: list[Record] = list(relations.all(claims=True))
    mine, start = Relations.of(records), Barrier(8)

    def ask(number: int) -> tuple[object, ...]:
        start.wait()
        first = (
            mine.all(since=2006, match="certain") if number % 2 else mine.all(since=2006).certain
        )
        return first.ids, mine.missions("NL", at=2018).ids, len(mine.all(at=2010)), tuple(mine)

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(ask, range(8)))
    assert len(answers) == 1


@pytest.mark.parametrize("claims", [False, True])
@pytest.mark.parametrize(
    "asked", [{"since": 2001}, {"at": 2000}, {"until": 1961}, {"since": 1990, "until": 1990}]
)
@pytest.mark.parametrize(
    "needs",
    [
        {"topic": "common"},
        {"topic": "rare"},
        {"topic": ["rare", "other"]},
        {"topic": ["common", "other"], "kind": "call"},
        {"topic": "common", "kind": ["call", "protest"], "source": "a"},
        {"topic": "rare", "text": "t"},
        {"topic": "rare", "kind": "call"},
    ],
)
def test_needs_and_time_keep_what_each_of_them_keeps(
    needs: dict[str, object], asked: dict[str, object], claims: bool
) -> None:
    together = MANY.events(**needs, **asked, claims=claims)  # type: ignore[arg-type]
    alone = [MANY.events(**{name: one}, claims=claims) for name, one in needs.items()]  # type: ignore[arg-type]
    timely = set(MANY.events(**asked, claims=claims).ids)  # type: ignore[arg-type]
    expected = [
        record.id
        for record in MANY.events(claims=claims)
        if record.id in timely and all(record in found for found in alone)
    ]
    assert expected == list(together.ids)
    for match in ("certain", "possible"):
        part = MANY.events(**needs, **asked, claims=claims, match=match)  # type: ignore[arg-type]
        assert getattr(together, match) == part


#: Many records, most of one topic, over a century; some have several periods or only sightings.
MANY = Relations.of(
    Event(
        id=f"e{number}", title="T", citations=CITED if number % 7 else DENIED, claimed=number % 7 == 0,
        kind="call" if number % 3 else "protest",
        topics=("rare",) if number % 50 == 0 else ("other",) if number % 9 == 0 else ("common",),
        when=None if number % 11 == 0 else When(f"{1960 + number % 45}-0{1 + number % 9}"),
        attested=(When(f"{1960 + number % 45}"),) if number % 22 == 0 else (),
    )
    for number in range(400)
)  # fmt: skip
