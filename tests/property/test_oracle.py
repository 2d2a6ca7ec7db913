"""The answers about time are those of the oracle, over random datasets with every form of When.

`BYNL_ORACLE_QUERIES` says how many queries are put; 20,000 take about a minute.
"""

from __future__ import annotations

import os
import random
from typing import Any

import oracle
import pytest

from bynl_relations import (
    Actor,
    Agreement,
    Appointment,
    Citation,
    Event,
    InvalidDate,
    Measure,
    Membership,
    Mission,
    Position,
    Programme,
    Record,
    Relations,
    Source,
    Statistic,
    Visit,
    When,
)
from bynl_relations.errors import InvalidData

QUERIES = int(os.environ.get("BYNL_ORACLE_QUERIES", "1000"))
#: How many queries are put to one dataset.
EACH = 20
NL = Actor("NL", "state", "Netherlands")
BY = Actor("BY", "state", "Belarus")
CITED = (Citation(Source("one", "A text", tier="news")),)
OWN: dict[type[Record], dict[str, object]] = {
    Event: {"kind": "meeting"},
    Visit: {"level": "minister", "visitors": (NL,), "hosts": (BY,)},
    Mission: {"kind": "embassy", "sending_state": NL, "accredited_to": (BY,)},
    Appointment: {"function": "ambassador", "person": NL},
    Agreement: {"kind": "treaty", "parties": (NL, BY)},
    Measure: {"kind": "travel_ban", "effect": "imposes", "imposed_by": (NL,)},
    Position: {"holders": (NL,), "attitude": "urges"},
    Membership: {"member": NL, "organisation": BY},
    Programme: {"kind": "aid", "organisers": (NL,)},
    Statistic: {"indicator": "goods", "low": 5},
}


def day(rng: random.Random) -> str:
    """Draw a day; most lie so close together that records and questions meet."""
    year = (
        rng.choice((1, 9999, rng.randint(1, 9999)))
        if rng.random() < 0.04
        else rng.randint(1998, 2010)
    )
    return f"{year:04}-{rng.choice((1, 2, 3, 6, 12, rng.randint(1, 12))):02}-{rng.choice((1, 2, 28, rng.randint(1, 28))):02}"


def plain(rng: random.Random) -> str:
    """Draw a date of any precision without a flag."""
    text = day(rng)
    forms = (text, text[:7], text[:4], f"{text[:4]}-XX", f"{text[:7]}-XX", f"{text[:4]}-XX-XX",
             f"{text[:3]}X", f"{text[:2]}XX")  # fmt: skip
    drawn = rng.choices(forms, (6, 6, 6, 1, 1, 1, 2, 1))[0]
    return text[:4] if drawn in ("000X", "00XX") else drawn


def dated(rng: random.Random) -> str:
    """Draw a date: with or without a flag, or one out of a range."""
    if rng.random() < 0.12:
        low, high = sorted((plain(rng), plain(rng)), key=lambda text: oracle.known(text).written)
        return rng.choice((f"[{low}..{high}]", f"[..{high}]", f"[{low}..]"))
    return plain(rng) + rng.choice(("", "", "", "~", "?", "%"))


def moment(rng: random.Random) -> str:
    """Draw a date or an interval of any form."""
    if rng.random() < 0.5:
        return dated(rng)
    pair = (plain(rng) + rng.choice(("", "", "~", "?", "%")) for _ in range(2))
    low, high = sorted(pair, key=lambda text: oracle.known(text).written)
    # Sides may overlap, as in 2009/2009-05, or stand the other way round while they do.
    if rng.random() < 0.3 and oracle.known(high).written[0] <= oracle.known(low).written[1]:
        low, high = high, low
    return rng.choice(
        (f"{low}/{high}", f"{low}/{high}", f"{low}/..", f"{low}/", f"../{high}", f"/{high}")
    )


def record(rng: random.Random, number: int) -> Record:
    """Draw a record that holds together."""
    while True:
        kind = rng.choice((*OWN, Agreement, Measure, Mission))
        own: dict[str, Any] = dict(OWN[kind])
        if kind is Agreement:
            own["status"] = rng.choice(
                ("signed", "in_force", "never_in_force", "terminated", "unknown")
            )
            own["in_force"] = When(dated(rng)) if rng.random() < 0.6 else None
            own["terminated"] = When(dated(rng)) if rng.random() < 0.4 else None
        if kind is Measure:
            own["applies"] = tuple(When(moment(rng)) for _ in range(rng.choice((0, 1, 1, 2, 3))))
        try:
            return kind(
                id=f"record-{number}",
                title="A record",
                citations=CITED,
                when=When(moment(rng)) if rng.random() < 0.7 else None,
                attested=tuple(When(dated(rng)) for _ in range(rng.choice((0, 0, 1, 2)))),
                **own,
            )
        except InvalidData:
            continue


def question(rng: random.Random) -> dict[str, str | None]:
    """Draw the moments of a query."""
    return {
        "since": moment(rng) if rng.random() < 0.4 else None,
        "until": moment(rng) if rng.random() < 0.4 else None,
        "at": moment(rng) if rng.random() < 0.5 else None,
    }


@pytest.mark.parametrize("number", range(QUERIES // EACH))
def test_answers_are_those_of_the_oracle(number: int) -> None:
    rng = random.Random(number)
    records = [record(rng, one) for one in range(rng.choice((3, 8, 8, 40)))]
    checked = rng.choice((None, None, "2003", "2005-06-01"))
    mine = Relations.of(records, checked=checked)
    for _ in range(EACH):
        moments = question(rng)
        asked = oracle.Asked(**moments, checked=checked)
        match, undated = rng.choice(("any", "certain", "possible")), rng.choice((None, True, False))
        said = f"{moments} match={match} undated={undated} checked={checked}"
        if asked.nonsense:
            with pytest.raises(InvalidDate):
                mine.all(**moments)  # type: ignore[arg-type]
            continue
        expected, left = oracle.answer(records, asked, match, undated, claims=False)
        found = mine.all(match=match, undated=undated, **moments)  # type: ignore[arg-type]

        assert len(expected) == len(found), said
        assert expected == list(found.ids), said
        every = mine.all(undated=undated, **moments)  # type: ignore[arg-type]
        for split in ("certain", "possible"):
            part, _ = oracle.answer(records, asked, split, undated, claims=False)
            assert part == list(getattr(every, split).ids), f"{said} {split}"
        if asked.span is not None or asked.at is not None:
            assert left == every.undated, said
