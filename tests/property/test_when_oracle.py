"""The PyPI package `edtf` finds the same outer days, where it is right."""

from __future__ import annotations

import calendar
import math
import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bynl_relations.when import When

edtf: Any = pytest.importorskip("edtf", reason="the oracle comes with the extra `test`")

FLAGS = ["", "~", "?", "%"]
ROUNDS = 200


def year(rng: random.Random) -> int:
    """Draw a year, half of them of the time that this library is about."""
    return rng.randint(1, 9999) if rng.random() < 0.5 else rng.randint(1990, 2030)


def day(rng: random.Random) -> str:
    """Draw a day of the calendar: the oracle takes 29 February in every year."""
    drawn, month = year(rng), rng.randint(1, 12)
    return f"{drawn:04}-{month:02}-{rng.randint(1, calendar.monthrange(drawn, month)[1]):02}"


FORMS: dict[str, Callable[[random.Random], str]] = {
    "year": lambda rng: f"{year(rng):04}",
    "month": lambda rng: day(rng)[:7],
    "day": day,
    "decade": lambda rng: f"{rng.randint(1, 999):03}X",
    "century": lambda rng: f"{rng.randint(1, 99):02}XX",
    "year-XX": lambda rng: f"{year(rng):04}-XX",
    "year-month-XX": lambda rng: f"{day(rng)[:7]}-XX",
    "year-XX-XX": lambda rng: f"{year(rng):04}-XX-XX",
}
PLAIN = ["year", "month", "day"]


def oracle(text: str) -> tuple[date | None, date | None]:
    """Return the outer days of the oracle, None for its infinities."""
    found = edtf.parse_edtf(text)
    return tuple(
        None if bound in (math.inf, -math.inf) else date(*bound[:3])
        for bound in (found.lower_strict(), found.upper_strict())
    )  # type: ignore[return-value]


def outer(text: str) -> tuple[date | None, date | None]:
    """Return ours."""
    when = When(text)
    return when.earliest, when.latest


@pytest.mark.parametrize("flag", FLAGS)
@pytest.mark.parametrize("form", FORMS)
def test_dates_agree(form: str, flag: str) -> None:
    rng = random.Random(f"{form}{flag}")
    texts = {FORMS[form](rng) + flag for _ in range(ROUNDS // 4)}

    assert {text: oracle(text) for text in texts} == {text: outer(text) for text in texts}


# The oracle reads `X` in an interval only without flags on either side and beside no `..`,
# and fails with an AttributeError of its own on `2004-XX` there.
SIDES = [form for form in FORMS if form != "year-XX"]


@pytest.mark.parametrize("one", SIDES)
@pytest.mark.parametrize("other", SIDES)
def test_intervals_agree(one: str, other: str) -> None:
    rng = random.Random(f"{one}/{other}")
    flags = FLAGS if {one, other} <= set(PLAIN) else [""]
    compared = 0
    while compared < ROUNDS // 20:
        start, end = FORMS[one](rng), FORMS[other](rng)
        # The oracle takes an interval that ends before it starts; we refuse it.
        if When(start).after(end):
            start, end = FORMS[one](rng), start[:4] if other == "year" else end
        if When(start).after(end):
            continue
        text = f"{start}{rng.choice(flags)}/{end}{rng.choice(flags)}"
        assert oracle(text) == outer(text), text
        compared += 1


@pytest.mark.parametrize("form", PLAIN)
def test_open_and_unknown_sides_agree(form: str) -> None:
    rng = random.Random(form)

    for _ in range(ROUNDS // 4):
        text = FORMS[form](rng) + rng.choice(FLAGS)
        assert oracle(f"{text}/..") == outer(f"{text}/..")
        assert oracle(f"../{text}") == outer(f"../{text}")


# Of an unknown side the oracle makes a guess, ten years away; ISO 8601-2 gives none, so we have
# no bound there. The known side must agree. Years near the edge would overflow its guess.
@pytest.mark.parametrize("form", PLAIN)
def test_the_known_side_beside_an_unknown_one_agrees(form: str) -> None:
    rng = random.Random(form)

    for _ in range(ROUNDS // 4):
        text = FORMS[form](rng)
        if not 20 <= int(text[:4]) <= 9980:
            continue
        assert oracle(f"{text}/")[0] == outer(f"{text}/")[0]
        assert oracle(f"/{text}")[1] == outer(f"/{text}")[1]
        assert (outer(f"{text}/")[1], outer(f"/{text}")[0]) == (None, None)


@pytest.mark.parametrize("text", ["0000", "1900-02-29", "2009/2004", "2001-21"])
def test_what_the_oracle_takes_and_we_refuse(text: str) -> None:
    assert edtf.parse_edtf(text) is not None
    with pytest.raises(ValueError, match="is not a valid date"):
        When(text)
