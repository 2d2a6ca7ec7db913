"""What is known of when something began and stood, in days."""

from __future__ import annotations

from datetime import date

import pytest

from bynl_relations import When
from bynl_relations.when import FOREVER, NEVER
from bynl_relations.when.standing import began, can, must, period, stood

NOT_BY, NOT_UNTIL = FOREVER + 1, NEVER - 1


def day(text: str) -> int:
    """Return the ordinal of a day."""
    return date.fromisoformat(text).toordinal()


def whens(*texts: str) -> tuple[When, ...]:
    """Read dates."""
    return tuple(map(When, texts))


@pytest.mark.parametrize(
    ("when", "attested", "known"),
    [
        (None, (), None),
        ("1994", (), ("1994-01-01", "1994-12-31", "1994-12-31")),
        ("1994~", (), ("1993-01-01", "1995-12-31", "1995-12-31")),
        ("1994?", (), ("1994-01-01", "1994-12-31", NOT_BY)),
        ("1994/1995?", (), ("1994-01-01", "1994-12-31", "1994-12-31")),
        ("2008-10/2009", (), ("2008-10-01", "2008-10-31", "2008-10-31")),
        ("2009/", (), ("2009-01-01", "2009-12-31", "2009-12-31")),
        ("/2009", (), (NEVER, "2009-12-31", "2009-12-31")),
        ("/2009~", (), (NEVER, "2010-12-31", "2010-12-31")),
        ("/2009?", (), (NEVER, "2009-12-31", NOT_BY)),
        ("[..1984]", (), (NEVER, "1984-12-31", "1984-12-31")),
        ("[1984..]", (), ("1984-01-01", FOREVER, FOREVER)),
        ("/2009", ("2004",), (NEVER, "2004-12-31", "2004-12-31")),
        ("/2009", ("2004~",), (NEVER, "2005-12-31", "2005-12-31")),
        ("/2009", ("2004?",), (NEVER, "2004-12-31", "2009-12-31")),
        ("2001", ("1994",), ("2001-01-01", "2001-12-31", "2001-12-31")),
        (None, ("2015", "2013-05"), (NEVER, "2013-05-31", "2013-05-31")),
        (None, ("2015~",), (NEVER, "2016-12-31", "2016-12-31")),
        (None, ("2015%",), (NEVER, "2016-12-31", NOT_BY)),
    ],
)
def test_began(
    when: str | None, attested: tuple[str, ...], known: tuple[object, ...] | None
) -> None:
    days = known and tuple(day(one) if isinstance(one, str) else one for one in known)

    assert days == began(None if when is None else When(when), whens(*attested))


@pytest.mark.parametrize(
    ("when", "attested", "known"),
    [
        (None, (), None),
        ("2004/2009", (), ("2004-01-01", "2009-12-31", "2004-12-31", "2009-01-01")),
        ("2004~/2009", (), ("2003-01-01", "2009-12-31", "2005-12-31", "2009-01-01")),
        ("2004/2009~", (), ("2004-01-01", "2010-12-31", "2004-12-31", "2008-01-01")),
        ("2004?/2009", (), ("2004-01-01", "2009-12-31", NOT_BY, "2009-01-01")),
        ("2004/2009?", (), ("2004-01-01", "2009-12-31", "2004-12-31", NOT_UNTIL)),
        ("2009/", (), ("2009-01-01", FOREVER, "2009-12-31", "2009-01-01")),
        ("2009/..", (), ("2009-01-01", FOREVER, "2009-12-31", FOREVER)),
        ("2009/", ("2015-04",), ("2009-01-01", FOREVER, "2009-12-31", "2015-04-01")),
        ("2009/", ("2015-04~",), ("2009-01-01", FOREVER, "2009-12-31", "2015-03-01")),
        ("2009/", ("2015-04?",), ("2009-01-01", FOREVER, "2009-12-31", "2009-01-01")),
        ("/2009", ("2004-05",), (NEVER, "2009-12-31", "2004-05-31", "2009-01-01")),
        (None, ("2013", "2015"), (NEVER, FOREVER, "2013-12-31", "2015-01-01")),
        (None, ("2013?",), (NEVER, FOREVER, NOT_BY, NOT_UNTIL)),
    ],
)
def test_stood(
    when: str | None, attested: tuple[str, ...], known: tuple[object, ...] | None
) -> None:
    days = tuple(day(one) if isinstance(one, str) else one for one in known or ())

    assert ((days,) if days else ()) == stood(When(when) if when else None, whens(*attested))


@pytest.mark.parametrize(
    ("start", "end", "runs_on", "known"),
    [
        ("1996", "2024", False, ("1996-01-01", "2024-12-31", "1996-12-31", "2024-01-01")),
        ("1996", "2024?", False, ("1996-01-01", "2024-12-31", "1996-12-31", NOT_UNTIL)),
        ("1996~", None, True, ("1995-01-01", FOREVER, "1997-12-31", FOREVER)),
        ("1996?", None, True, ("1996-01-01", FOREVER, NOT_BY, FOREVER)),
        ("1996", None, False, ("1996-01-01", FOREVER, "1996-12-31", NOT_UNTIL)),
        ("[..1996]", None, True, (NEVER, FOREVER, "1996-12-31", FOREVER)),
        ("2001", "1996", False, ("2001-01-01", "2001-01-01", "2001-12-31", "1996-01-01")),
    ],
)
def test_period(start: str, end: str | None, runs_on: bool, known: tuple[object, ...]) -> None:
    days = tuple(day(one) if isinstance(one, str) else one for one in known)

    assert days == period(When(start), When(end) if end else None, runs_on=runs_on)


def test_what_stood_had_begun_by_then() -> None:
    assert (NEVER, day("1996-05-31"), day("1996-05-31")) == began(
        None, (), whens("1996-05", "1997/")
    )
    assert (NEVER, day("1996-05-31"), NOT_BY) == began(None, (), whens("1996-05?"))
    assert (NEVER, day("1995-12-31"), day("1995-12-31")) == began(
        None, whens("1995"), whens("1996")
    )


def test_what_can_and_what_must_have_stood() -> None:
    periods = stood(When("2004/2009"), ())

    assert can(periods, day("2004-06-01"), day("2004-06-01"))
    assert not must(periods, day("2004-06-01"), day("2004-06-01"))
    assert must(periods, day("2005-01-01"), day("2005-01-01"))
    assert must(periods, day("2000-01-01"), day("2030-01-01"))
    assert not can(periods, day("2010-01-01"), day("2030-01-01"))
    assert not must(periods, day("2010-01-01"), day("2030-01-01"))
    assert not can((), NEVER, FOREVER)
    assert not must((), NEVER, FOREVER)


def test_between_two_sightings_it_must_have_stood() -> None:
    periods = stood(None, whens("2013", "2015"))

    assert must(periods, day("2014-02-01"), day("2014-02-01"))
    assert not must(periods, day("2012-02-01"), day("2012-02-01"))
    assert can(periods, day("2012-02-01"), day("2012-02-01"))


def test_a_window_outside_must_not_even_where_the_bounds_cross() -> None:
    assert not must(stood(When("2004-05-01"), ()), day("2004-06-01"), day("2004-06-02"))
