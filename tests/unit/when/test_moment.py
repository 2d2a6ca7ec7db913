"""A `When` keeps its text and derives the right bounds from it."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from datetime import date

import attrs
import pytest

from bynl_relations.errors import InvalidDate
from bynl_relations.when import FOREVER, NEVER, When
from bynl_relations.when.bounds import Bounds


def days(first: str | None, last: str | None) -> Bounds:
    """Write bounds short."""
    return Bounds(
        None if first is None else date.fromisoformat(first),
        None if last is None else date.fromisoformat(last),
    )


DATES = [
    ("1994", "year", "1994-01-01", "1994-12-31"),
    ("2008-10", "month", "2008-10-01", "2008-10-31"),
    ("2008-02", "month", "2008-02-01", "2008-02-29"),
    ("1900-02", "month", "1900-02-01", "1900-02-28"),
    ("2000-02-29", "day", "2000-02-29", "2000-02-29"),
    ("2008-12~", "month", "2008-12-01", "2008-12-31"),
    ("1994?", "year", "1994-01-01", "1994-12-31"),
    ("1992-03-24%", "day", "1992-03-24", "1992-03-24"),
    ("201X", "decade", "2010-01-01", "2019-12-31"),
    ("201X~", "decade", "2010-01-01", "2019-12-31"),
    ("20XX", "century", "2000-01-01", "2099-12-31"),
    ("01XX", "century", "0100-01-01", "0199-12-31"),
    ("2004-XX", "year", "2004-01-01", "2004-12-31"),
    ("2004-XX?", "year", "2004-01-01", "2004-12-31"),
    ("1985-04-XX", "month", "1985-04-01", "1985-04-30"),
    ("1984-02-XX", "month", "1984-02-01", "1984-02-29"),
    ("1985-XX-XX", "year", "1985-01-01", "1985-12-31"),
    ("0001", "year", "0001-01-01", "0001-12-31"),
    ("9999-12-31", "day", "9999-12-31", "9999-12-31"),
]


@pytest.mark.parametrize(("text", "precision", "first", "last"), DATES)
def test_a_date_lies_between_its_first_and_last_day(
    text: str, precision: str, first: str, last: str
) -> None:
    when = When(text)

    assert days(first, last) == when.start == when.end
    assert (when.start.earliest, when.end.latest) == (when.earliest, when.latest)
    assert precision == when.precision
    assert not when.is_interval
    assert not when.is_open


INTERVALS = [
    ("2004/2009", ("2004-01-01", "2004-12-31"), ("2009-01-01", "2009-12-31")),
    ("2004-06~/2005-02-03", ("2004-06-01", "2004-06-30"), ("2005-02-03", "2005-02-03")),
    ("201X/2015", ("2010-01-01", "2015-12-31"), ("2015-01-01", "2015-12-31")),
    ("2015/201X", ("2015-01-01", "2015-12-31"), ("2015-01-01", "2019-12-31")),
    ("2009-05/2009", ("2009-05-01", "2009-05-31"), ("2009-05-01", "2009-12-31")),
    ("2009/2009-05", ("2009-01-01", "2009-05-31"), ("2009-05-01", "2009-05-31")),
    ("2009/..", ("2009-01-01", "2009-12-31"), (None, None)),
    ("2009/", ("2009-01-01", "2009-12-31"), ("2009-01-01", None)),
    ("../2009", (None, None), ("2009-01-01", "2009-12-31")),
    ("/2009", (None, "2009-12-31"), ("2009-01-01", "2009-12-31")),
]


@pytest.mark.parametrize(("text", "start", "end"), INTERVALS)
def test_an_interval_has_bounds_for_its_start_and_for_its_end(
    text: str, start: tuple[str | None, str | None], end: tuple[str | None, str | None]
) -> None:
    when = When(text)

    assert (days(*start), days(*end)) == (when.start, when.end)
    assert (when.start.earliest, when.end.latest) == (when.earliest, when.latest)
    assert "interval" == when.precision
    assert when.is_interval
    assert (".." in text) == when.is_open


def test_the_span_counts_days_as_the_standard_library_does() -> None:
    day = date(2008, 10, 20).toordinal()

    assert (day, day, day, day) == When("2008-10-20").span
    assert (FOREVER, FOREVER) == When("2009/..").span[2:]
    assert (NEVER, NEVER) == When("../2009").span[:2]
    assert date.max.toordinal() + 1 == FOREVER
    assert date.min.toordinal() - 1 == NEVER


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain", "vague"),
    [
        ("1994", False, False, (False, False)),
        ("1994~", True, False, (True, True)),
        ("1994?", False, True, (True, True)),
        ("1994%", True, True, (True, True)),
        ("2004~/2009", True, False, (True, False)),
        ("2004/2009?", False, True, (False, True)),
        ("2004~/2009?", True, True, (True, True)),
        ("2004%/..", True, True, (True, False)),
        ("../2009~", True, False, (False, True)),
    ],
)
def test_flags_tell_what_is_approximate_uncertain_and_vague(
    text: str, approximate: bool, uncertain: bool, vague: tuple[bool, bool]
) -> None:
    when = When(text)

    assert (approximate, uncertain) == (when.approximate, when.uncertain)
    assert vague == when.vague


@pytest.mark.parametrize("text", ["/2009~", "2009~/", "2009/2009-05~", "2009-05~/2009"])
def test_a_bound_taken_from_a_vague_side_is_vague_too(text: str) -> None:
    assert (True, True) == When(text).vague


REFUSED = [
    ("", "leave out"),
    ("   ", "leave out"),
    (" 1994", "perhaps '1994'"),
    ("1994\n", "perhaps '1994'"),
    ("1 94", "with four digits"),
    ("199", "a year has four digits"),
    ("19945", "a year has four digits"),
    ("+1994", "years run from 0001 to 9999"),
    ("-0500", "years run from 0001 to 9999"),
    ("Y12000", "years run from 0001 to 9999"),
    ("0000", "years run from 0001 to 9999"),
    ("000X", "years run from 0001 to 9999"),
    ("00XX", "X is the last"),
    ("1XXX", "X is the last"),
    ("XXXX", "X is the last"),
    ("2X1X", "X is the last"),
    ("201X-05", "X is the last"),
    ("2004-XX-05", "X is the last"),
    ("2004-0X", "X is the last"),
    ("2004-13", "no such month or day"),
    ("2004-00", "no such month or day"),
    ("2006-02-30", "no such month or day"),
    ("1900-02-29", "no such month or day"),
    ("2006-02-00", "no such month or day"),
    ("2006-02-30~", "no such month or day"),
    ("2004/2006-13", "no such month or day"),
    ("2001-21", "write the months"),
    ("2001-24~", "write the months"),
    ("2001-21/2001-22", "write the months"),
    ("199u", "perhaps '199X'"),
    ("199x", "perhaps '199X'"),
    ("19uu", "perhaps '19XX'"),
    ("2004-06-uu", "perhaps '2004-06-XX'"),
    ("2009/open", "perhaps '2009/..'"),
    ("2009/unknown", "perhaps '2009/'"),
    ("2009/now", "perhaps '2009/..'"),
    ("open", "must be a date"),
    ("unknown", "must be a date"),
    ("..", "must be a date"),
    ("/", "must be a date"),
    ("../..", "must be a date"),
    ("/..", "must be a date"),
    ("../", "must be a date"),
    ("2009/2004", "the start '2009' is after the end '2004'"),
    ("2004-03-02/2004-03-01~", "the start '2004-03-02' is after the end '2004-03-01~'"),
    ("2004/2005/2006", "an interval one '/'"),
    ("2008-2009", "perhaps '2008/2009'"),
    ("2006/04", "'2006-04' for a month"),
    ("20060324", "perhaps '2006-03-24'"),
    ("2006-3-4", "perhaps '2006-03-04'"),
    ("~2004", "perhaps '2004~'"),
    ("2004~~", "a year has four digits"),
    ("2006-03-24T10:00:00Z", "perhaps '2006-03-24'"),
    ("T10:00", "time of day"),
    ("\uff11\uff19\uff19\uff14", "perhaps '1994'"),
    ("\u0661\u0669\u0669\u0664", "perhaps '1994'"),
    ("2004\u201305", "perhaps '2004-05'"),
    ("200\u00b2", "a year has four digits"),
    ("[1994, 1995]", "a year has four digits"),
    ("March 2006", "a year has four digits"),
]


@pytest.mark.parametrize(("text", "hint"), REFUSED)
def test_a_text_that_is_no_edtf_is_refused_with_a_hint(text: str, hint: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        When(text)

    said = str(caught.value)
    assert said.startswith(f"{text!r} is no date: write EDTF such as '1994'")
    assert hint in said


def test_every_guess_in_a_hint_can_be_read() -> None:
    guesses = [hint.split("'")[1] for _, hint in REFUSED if hint.startswith("perhaps")]

    assert guesses == [str(When(guess)) for guess in guesses]


@pytest.mark.parametrize("value", [1994, None, True, b"1994", date(1994, 1, 1), When("1994")])
def test_what_is_no_text_is_sent_to_parse(value: object) -> None:
    with pytest.raises(InvalidDate, match=r"When\.parse\(\)"):
        When(value)  # type: ignore[arg-type]


def test_a_long_text_is_cut_in_the_message() -> None:
    with pytest.raises(InvalidDate) as caught:
        When("x" * 1_000_000)

    assert str(caught.value).startswith(f"'{'x' * 58}… is no date")
    assert len(str(caught.value)) < 400


def test_a_kind_of_text_becomes_plain_text() -> None:
    class Text(str):
        __slots__ = ()

    when = When(Text("1994"))

    assert str is type(when.edtf)
    assert When("1994") == when


def test_it_is_equal_and_hashed_by_its_text_alone() -> None:
    assert When("2004") == When("2004")
    assert hash(When("2004")) == hash(When("2004"))
    assert When("2004") != When("2004-XX")
    text: object = "2004"
    assert When("2004") != text


def test_it_shows_its_text() -> None:
    assert "1994~" == str(When("1994~"))
    assert "When('1994~')" == repr(When("1994~"))


def test_it_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        When("1994").edtf = "1995"  # type: ignore[misc]
    assert not hasattr(When("1994"), "__dict__")
    assert not hasattr(Bounds(None, None), "__dict__")


def test_evolving_it_reads_the_new_text() -> None:
    assert date(1995, 1, 1) == attrs.evolve(When("1994"), edtf="1995").earliest


def test_there_is_no_less_than() -> None:
    with pytest.raises(TypeError):
        sorted([When("1995"), When("1994")])


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_survives_pickling(protocol: int) -> None:
    when = When("2004-06~/..")

    back = pickle.loads(pickle.dumps(when, protocol))

    assert (when, when.span, when.vague) == (back, back.span, back.vague)


def test_it_survives_copying() -> None:
    when = When("2004-06~/..")

    for back in (copy.copy(when), copy.deepcopy(when), copy.deepcopy([when])[0]):
        assert (when, when.span, when.vague) == (back, back.span, back.vague)


def test_the_sort_key_puts_open_starts_first_and_open_ends_last() -> None:
    texts = [
        "../2009",
        "/2009",
        "1994",
        "1994~",
        "1994/2009",
        "2009-01",
        "2009",
        "2009/",
        "2009/..",
    ]

    for shuffled in (texts[::-1], texts[3:] + texts[:3]):
        assert texts == [str(w) for w in sorted(map(When, shuffled), key=lambda w: w.sort_key)]
    day = date(1994, 1, 1).toordinal()
    assert (day, day + 364, "1994") == When("1994").sort_key


@pytest.mark.parametrize(
    ("one", "other", "before", "overlaps", "within"),
    [
        ("1994", "1995", True, False, False),
        ("1994-12-31", "1995-01-01", True, False, False),
        ("1994", "1994", False, True, True),
        ("1994-05", "1994", False, True, True),
        ("1994", "1994-05", False, True, False),
        ("1994/2009", "2009/..", False, True, False),
        ("2010/..", "2009/..", False, True, True),
        ("../2009", "2010/", True, False, False),
        ("/2009", "../2010", False, True, True),
    ],
)
def test_two_dates_compare_by_their_outer_days(
    one: str, other: str, before: bool, overlaps: bool, within: bool
) -> None:
    assert before == When(one).before(other) == When(other).after(one)
    assert overlaps == When(one).overlaps(other) == When(other).overlaps(one)
    assert within == When(one).within(other)
    assert not When(other).before(one)


def test_comparing_takes_whatever_parse_takes() -> None:
    assert When("2005").before("March 2006")
    assert When("2007").after(date(2006, 3, 1))
    assert When("2006-03").within(2006)
    assert When("2006-03").overlaps(When("2006"))
    with pytest.raises(InvalidDate):
        When("2006").before("03/04/2006")


def test_importing_it_loads_neither_datetime_nor_dateutil() -> None:
    code = (
        "import attrs, sys; before = set(sys.modules); import bynl_relations.when;"
        "print(sorted({'datetime', 'dateutil', 'json', 'cattrs'} & (set(sys.modules) - before)))"
    )

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]\n" == found.stdout
