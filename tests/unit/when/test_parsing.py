"""`When.parse` reads what people type and what other libraries hold, and guesses nothing."""

from __future__ import annotations

import datetime as dt
import importlib
from typing import Any

import pytest

from bynl_relations.errors import InvalidDate
from bynl_relations.when import When

TYPED = [
    ("1994", "1994"),
    (" 1994 ", "1994"),
    ("2008-12~", "2008-12~"),
    ("2004/2009", "2004/2009"),
    ("March 2006", "2006-03"),
    ("mArCh 2006", "2006-03"),
    ("  Mar 2006\n", "2006-03"),
    ("Mar. 2006", "2006-03"),
    ("March, 2006", "2006-03"),
    ("2006 March", "2006-03"),
    ("Sept 2006", "2006-09"),
    ("24 March 1992", "1992-03-24"),
    ("24th March 1992", "1992-03-24"),
    ("24th of March, 1992", "1992-03-24"),
    ("March 24, 1992", "1992-03-24"),
    ("March 1st 1992", "1992-03-01"),
    ("1992 March 24", "1992-03-24"),
    ("1992, March 24th", "1992-03-24"),
    ("24-Mar-1992", "1992-03-24"),
    ("Tuesday, 24 March 1992", "1992-03-24"),
    ("tue 24 march 1992", "1992-03-24"),
    ("29 February 2008", "2008-02-29"),
    ("31 May 2006", "2006-05-31"),
    ("3 March 0800", "0800-03-03"),
    ("13/04/2006", "2006-04-13"),
    ("04/13/2006", "2006-04-13"),
    ("24-03-1992", "1992-03-24"),
    ("24.03.1992", "1992-03-24"),
    ("24. 3. 1992", "1992-03-24"),
    ("03/03/2006", "2006-03-03"),
    ("2006/04/03", "2006-04-03"),
    ("2006-4-3", "2006-04-03"),
    ("03/2006", "2006-03"),
    ("3.2006", "2006-03"),
]


@pytest.mark.parametrize(("text", "edtf"), TYPED)
def test_what_a_person_types_is_read_as_precisely_as_it_was_typed(text: str, edtf: str) -> None:
    assert When(edtf) == When.parse(text)


@pytest.mark.parametrize("text", ["03/04/2006", "3.4.2006", "03-04-2006", "3. 4. 2006", "3 4 2006"])
def test_a_numeric_date_that_reads_two_ways_is_refused_with_both(text: str) -> None:
    with pytest.raises(InvalidDate, match="two ways: 3 April 2006 and 4 March 2006"):
        When.parse(text)


REFUSED = [
    ("", "leave out"),
    ("   ", "leave out"),
    ("06", "four digits"),
    ("24/03/92", "four digits"),
    ("March 06", "four digits"),
    ("March '06", "four digits"),
    ("24 March", "four digits"),
    ("March", "four digits"),
    ("Tuesday", "four digits"),
    ("UTC", "four digits"),
    ("10:30", "time of day"),
    ("24 March 1992 10:00", "time of day"),
    ("1992-03-24T10:00", "did you mean '1992-03-24'?"),
    ("1992-03-24 10:00", "did you mean '1992-03-24'?"),
    ("24 March 1992 UTC", "a year has four digits"),
    ("Tuesday March 1992", "a year has four digits"),
    ("24 1992", "a year has four digits"),
    ("3 2006", "a year has four digits"),
    ("4th 1992", "a year has four digits"),
    ("24 March -1992", "a year has four digits"),
    ("24 Mars 1992", "a year has four digits"),
    ("March April 2006", "a year has four digits"),
    ("March 2006 2007", "a year has four digits"),
    ("now", "relative dates are not supported"),
    ("Today", "relative dates are not supported"),
    ("2006/04", "'2006-04' for a month"),
    ("2008-2009", "did you mean '2008/2009'?"),
    ("2008 - 2009", "did you mean '2008/2009'?"),
    ("199u", "did you mean '199X'?"),
    ("open", "must be a date"),
    ("2001-21", "a season has no fixed days"),
    ("2006-02-30", "no such month or day"),
    ("30 February 2006", "no such month or day"),
    ("29 February 2007", "no such month or day"),
    ("31/02/2006", "no such month or day"),
    ("0 March 2006", "no such month or day"),
    ("13/2006", "no such month or day"),
    ("2006/13/04", "no such month or day"),
    ("14/15/2006", "no such month or day"),
    ("Monday, 24 March 1992", "another day of the week"),
    ("24 March 0092", "before 0100"),
    ("March 0006", "before 0100"),
    ("1994" + " " * 97, "at most 100 characters"),
]


@pytest.mark.parametrize(("text", "hint"), REFUSED)
def test_a_text_that_says_no_date_is_refused_with_a_hint(text: str, hint: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        When.parse(text)

    assert hint in str(caught.value)
    assert "use EDTF such as" in str(caught.value)


def test_a_moment_that_is_a_when_is_returned_as_it_is() -> None:
    when = When("1994~")

    assert when is When.parse(when)


class Whole:
    """A whole number of some other library."""

    def __index__(self) -> int:
        return 1994


class Mute:
    """A value that cannot even be shown."""

    def __repr__(self) -> str:
        raise RuntimeError


@pytest.mark.parametrize(
    ("moment", "edtf"),
    [
        (1994, "1994"),
        (1000, "1000"),
        (9999, "9999"),
        (1994.0, "1994"),
        (Whole(), "1994"),
        (dt.date(1992, 3, 24), "1992-03-24"),
        (dt.date(800, 3, 4), "0800-03-04"),
        (dt.datetime(1992, 3, 24, 23, 59), "1992-03-24"),
        (dt.datetime(1992, 3, 24, 23, 59, tzinfo=dt.UTC), "1992-03-24"),
    ],
)
def test_numbers_and_dates_of_python_are_read(moment: Any, edtf: str) -> None:
    assert When(edtf) == When.parse(moment)


@pytest.mark.parametrize(
    "moment",
    [
        *(True, False, 6, 92, 999, 10_000, -1994, 1994.5, 1e300, float("nan"), float("inf")),
        *(float("-inf"), None, b"1994", [1994], {}, 1994j, dt.time(10), dt.timedelta(1994), int),
    ],
)
def test_other_values_are_refused(moment: Any) -> None:
    with pytest.raises(InvalidDate, match="a whole number from 1000 to 9999"):
        When.parse(moment)


def test_a_value_that_cannot_be_shown_is_named_by_its_type() -> None:
    with pytest.raises(InvalidDate, match=r"^a Mute is not a valid date"):
        When.parse(Mute())  # type: ignore[arg-type]
    with pytest.raises(InvalidDate, match=r"^an int is not a valid date"):
        When.parse(10**5000)


def test_a_day_of_numpy_is_as_precise_as_it_says() -> None:
    class datetime64:  # noqa: N801 - the name that numpy gives it
        def __init__(self, text: str) -> None:
            self.text = text

        def __str__(self) -> str:
            return self.text

    assert When("2006-03") == When.parse(datetime64("2006-03"))  # type: ignore[arg-type]
    assert When("2006-03-04") == When.parse(datetime64("2006-03-04T10:00"))  # type: ignore[arg-type]


class Period:
    """A period as pandas has it."""

    def __init__(self, start: object, end: object) -> None:
        self.start_time, self.end_time = start, end


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ("2006-03-04", "2006-03-04", "2006-03-04"),
        ("2006-02-01", "2006-02-28", "2006-02"),
        ("2006-01-01", "2006-12-31", "2006"),
        ("2006-01-01", "2006-03-31", "[2006-01..2006-03]"),
        ("2006-10-01", "2006-12-31", "[2006-10..2006-12]"),
        ("2005-04-01", "2006-03-31", "[2005-04..2006-03]"),
        ("2006-01-02", "2006-01-08", "[2006-01-02..2006-01-08]"),
    ],
)
def test_a_period_of_pandas_is_as_precise_as_it_is(start: str, end: str, edtf: str) -> None:
    first = dt.datetime.fromisoformat(start)
    last = dt.datetime.fromisoformat(f"{end}T23:59:59")

    assert When(edtf) == When.parse(Period(first, last))  # type: ignore[arg-type]


def test_what_only_bears_the_name_of_a_period_is_refused() -> None:
    with pytest.raises(InvalidDate, match="a whole number from 1000 to 9999"):
        When.parse(Period(1, 2))  # type: ignore[arg-type]


@pytest.mark.parametrize("error", [OverflowError, ValueError, TypeError, KeyError, RecursionError])
def test_no_error_of_dateutil_gets_out(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error("from inside dateutil")

    monkeypatch.setattr("dateutil.parser.parse", fail)

    with pytest.raises(InvalidDate) as caught:
        When.parse("March 2006")

    assert caught.value.__suppress_context__
    assert "inside dateutil" not in str(caught.value)


DAYS = [(2023, 3, 31), (2024, 2, 29), (2026, 1, 1), (2099, 12, 31), (2100, 2, 28)]


@pytest.mark.parametrize("today", DAYS)
def test_the_result_does_not_depend_on_the_day(
    today: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    inside: Any = importlib.import_module("dateutil.parser._parser")  # where its clock is read

    class Day(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Day:
            return cls(*today, tzinfo=tz)

    class Clock:
        datetime = Day

        def __getattr__(self, name: str) -> Any:
            return getattr(dt, name)

    monkeypatch.setattr(inside, "datetime", Clock())
    monkeypatch.setattr(inside.time, "localtime", lambda *_: dt.date(*today).timetuple())

    # The patch bites: dateutil itself takes the year, and the century, from this day.
    assert today[0] == inside.parse("10 May").year
    assert abs(today[0] - inside.parser().parse("10 May 10").year) <= 50
    for text, edtf in TYPED:
        assert When(edtf) == When.parse(text)
    for text, hint in REFUSED:
        with pytest.raises(InvalidDate, match="is not a valid date") as caught:
            When.parse(text)
        assert hint in str(caught.value)
