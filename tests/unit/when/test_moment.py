"""A `When` keeps its text and derives the right bounds from it."""

from __future__ import annotations

import copy
import operator
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
    ("text", "approximate", "uncertain", "flagged"),
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
        ("[1984..1994]", False, False, (False, False)),
    ],
)
def test_flags_say_what_is_approximate_and_uncertain(
    text: str, approximate: bool, uncertain: bool, flagged: tuple[bool, bool]
) -> None:
    when = When(text)

    assert (approximate, uncertain) == (when.approximate, when.uncertain)
    assert flagged == when.flagged


NOT_BY, NOT_UNTIL = FOREVER + 1, NEVER - 1
#: start.earliest, start.latest, end.earliest, end.latest; by when and until when it is certain.
REACHES = [
    ("1992-01-15~", ("1992-01-14", "1992-01-16") * 2, ("1992-01-16", "1992-01-14")),
    ("2009-03-31~", ("2009-03-30", "2009-04-01") * 2, ("2009-04-01", "2009-03-30")),
    ("2009-01~", ("2008-12-01", "2009-02-28") * 2, ("2009-02-28", "2008-12-01")),
    ("2009-12~", ("2009-11-01", "2010-01-31") * 2, ("2010-01-31", "2009-11-01")),
    ("1994~", ("1993-01-01", "1995-12-31") * 2, ("1995-12-31", "1993-01-01")),
    ("2004-XX~", ("2003-01-01", "2005-12-31") * 2, ("2005-12-31", "2003-01-01")),
    ("1985-04-XX~", ("1985-03-01", "1985-05-31") * 2, ("1985-05-31", "1985-03-01")),
    ("201X~", ("2000-01-01", "2029-12-31") * 2, ("2029-12-31", "2000-01-01")),
    ("19XX~", ("1800-01-01", "2099-12-31") * 2, ("2099-12-31", "1800-01-01")),
    ("1994?", ("1994-01-01", "1994-12-31") * 2, (NOT_BY, NOT_UNTIL)),
    ("1994%", ("1993-01-01", "1995-12-31") * 2, (NOT_BY, NOT_UNTIL)),
    ("0001~", ("0001-01-01", "0002-12-31") * 2, ("0002-12-31", "0001-01-01")),
    ("001X~", ("0001-01-01", "0029-12-31") * 2, ("0029-12-31", "0001-01-01")),
    ("99XX~", ("9800-01-01", "9999-12-31") * 2, ("9999-12-31", "9800-01-01")),
    ("0001-01~", ("0001-01-01", "0001-02-28") * 2, ("0001-02-28", "0001-01-01")),
    ("9999-12~", ("9999-11-01", "9999-12-31") * 2, ("9999-12-31", "9999-11-01")),
    ("9999-12-31~", ("9999-12-30", "9999-12-31") * 2, ("9999-12-31", "9999-12-30")),
    ("2004~/2009", ("2003-01-01", "2005-12-31", "2009-01-01", "2009-12-31"),
     ("2005-12-31", "2009-01-01")),
    ("2004/2009?", ("2004-01-01", "2004-12-31", "2009-01-01", "2009-12-31"),
     ("2004-12-31", NOT_UNTIL)),
    ("2009/2009-03~", ("2009-01-01", "2009-04-30", "2009-02-01", "2009-04-30"),
     ("2009-04-30", "2009-02-01")),
    ("2009/2009-03?", ("2009-01-01", "2009-03-31", "2009-03-01", "2009-03-31"),
     ("2009-12-31", NOT_UNTIL)),
    ("2009-05?/2009", ("2009-05-01", "2009-05-31", "2009-05-01", "2009-12-31"),
     (NOT_BY, "2009-01-01")),
    ("/2009~", (NEVER, "2010-12-31", "2008-01-01", "2010-12-31"), ("2010-12-31", "2008-01-01")),
    ("/2009?", (NEVER, "2009-12-31", "2009-01-01", "2009-12-31"), (NOT_BY, NOT_UNTIL)),
    ("2009~/", ("2008-01-01", "2010-12-31", "2008-01-01", FOREVER), ("2010-12-31", "2008-01-01")),
    ("2009?/", ("2009-01-01", "2009-12-31", "2009-01-01", FOREVER), (NOT_BY, NOT_UNTIL)),
    ("2009?/..", ("2009-01-01", "2009-12-31", FOREVER, FOREVER), (NOT_BY, FOREVER)),
    ("../2009~", (NEVER, NEVER, "2008-01-01", "2010-12-31"), (NEVER, "2008-01-01")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bounds", "certain"), REACHES)
def test_a_flag_reaches_further_or_takes_certainty_from_its_own_side(
    text: str, bounds: tuple[object, ...], certain: tuple[object, ...]
) -> None:
    known = [
        date.fromisoformat(day).toordinal() if isinstance(day, str) else day
        for day in (*bounds, *certain)
    ]

    assert tuple(known) == When(text).reach


@pytest.mark.parametrize("text", ["1994", "2004/2009", "2009/", "/2009", "[1984..]"])
def test_what_has_no_flag_reaches_as_far_as_its_span(text: str) -> None:
    assert When(text).reach is None


RANGES = [
    ("[2017-03-20..2017-03-25]", "2017-03-20", "2017-03-25"),
    ("[1984..2004-05]", "1984-01-01", "2004-05-31"),
    ("[199X..1995]", "1990-01-01", "1995-12-31"),
    ("[2004..2004]", "2004-01-01", "2004-12-31"),
    ("[..1984]", None, "1984-12-31"),
    ("[1984..]", "1984-01-01", None),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), RANGES)
def test_one_out_of_a_range_is_a_date_with_the_bounds_of_the_range(
    text: str, earliest: str | None, latest: str | None
) -> None:
    when = When(text)

    assert days(earliest, latest) == when.start == when.end
    assert "range" == when.precision
    assert not when.is_interval
    assert (earliest is None or latest is None) == when.is_open
    assert when == When.parse(text)


@pytest.mark.parametrize(
    ("text", "year"),
    [("1994", 1994), ("1994-03~", 1994), ("1994-01/1994-05-03", 1994), ("2004-XX", 2004),
     ("[1994-03..1994-05]", 1994), ("199X", None), ("1994/1995", None), ("1994/", None),
     ("../1994", None), ("[1994..]", None)],
)  # fmt: skip
def test_the_year_is_the_one_in_which_it_wholly_lies(text: str, year: int | None) -> None:
    assert year == When(text).year


WORDS = [
    ("1992-03-24", "24 March 1992"),
    ("1992-03-04", "4 March 1992"),
    ("2006-03", "March 2006"),
    ("1994", "1994"),
    ("0044", "AD 44"),
    ("0044-03-15", "15 March AD 44"),
    ("004X", "the 0040s"),
    ("01XX", "0100–0199"),
    ("199X", "the 1990s"),
    ("19XX", "1900–1999"),
    ("2004-XX", "2004"),
    ("1985-04-XX", "April 1985"),
    ("2006~", "about 2006"),
    ("2006?", "perhaps 2006"),
    ("2006-03%", "perhaps about March 2006"),
    ("2004/2009", "from 2004 to 2009"),
    ("2004~/2009-03?", "from about 2004 to perhaps March 2009"),
    ("2009/..", "from 2009 on"),
    ("2017-07-10/", "from 10 July 2017, end unknown"),
    ("../2009", "until 2009"),
    ("/2009", "until 2009, start unknown"),
    ("[2017-03-20..2017-03-25]", "between 20 March 2017 and 25 March 2017"),
    ("[..1984]", "1984 or earlier"),
    ("[1984..]", "1984 or later"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_people_read_it_in_words(text: str, words: str) -> None:
    when = When(text)

    assert words == when.text() == format(when) == f"{when}"
    assert f"{words:>40}" == f"{when:>40}"
    assert text == str(when) == f"{when!s}"


REFUSED = [
    ("", "leave out"),
    ("   ", "leave out"),
    (" 1994", "did you mean '1994'?"),
    ("1994\n", "did you mean '1994'?"),
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
    ("2001-21", "a season has no fixed days"),
    ("2001-24~", "a season has no fixed days"),
    ("2001-21/2001-22", "a season has no fixed days"),
    ("199u", "did you mean '199X'?"),
    ("199x", "did you mean '199X'?"),
    ("19uu", "did you mean '19XX'?"),
    ("1990s", "did you mean '199X'?"),
    ("1990's", "did you mean '199X'?"),
    ("1900s", "'190X' for ten years, '19XX' for a hundred"),
    ("c. 1990", "did you mean '1990~'?"),
    ("circa 2008-10", "did you mean '2008-10~'?"),
    ("about 1990", "did you mean '1990~'?"),
    ("1984?~", "did you mean '1984%'?"),
    ("~1990/1995", "did you mean '1990~/1995'?"),
    ("~2004-06-11", "a flag stands at the end"),
    ("2004~-06", "a flag stands at the end"),
    ("2004-~06/2005", "a flag stands at the end"),
    ("2004-01-01T10:10:10Z/2005", "did you mean '2004-01-01/2005'?"),
    ("\u22122006", "years run from 0001 to 9999"),
    ("-1990/1995", "years run from 0001 to 9999"),
    ("44 BC", "years run from 0001 to 9999"),
    ("spring 2001", "a season has no fixed days"),
    ("{1990,1991}", "sets of dates are not supported"),
    ("[1990..1991]~", "a range takes no flags"),
    ("[1990~..1991]", "a range takes no flags"),
    ("[1991..1990]", "starts at '1991', after its end '1990'"),
    ("[1990..1991]/2000", "a range cannot be a side of an interval"),
    ("[1990..1991", "a range cannot be a side of an interval"),
    ("[..]", "one side of a range must be a date"),
    ("1990..1995", "'2004/2009' for an interval, '[2004..2009]' for one day"),
    ("2004-06-uu", "did you mean '2004-06-XX'?"),
    ("2009/open", "did you mean '2009/..'?"),
    ("2009/unknown", "did you mean '2009/'?"),
    ("2009/now", "did you mean '2009/..'?"),
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
    ("2008-2009", "did you mean '2008/2009'?"),
    ("2006/04", "'2006-04' for a month"),
    ("20060324", "did you mean '2006-03-24'?"),
    ("2006-3-4", "did you mean '2006-03-04'?"),
    ("~2004", "did you mean '2004~'?"),
    ("2004~~", "a year has four digits"),
    ("2006-03-24T10:00:00Z", "did you mean '2006-03-24'?"),
    ("T10:00", "time of day"),
    ("\uff11\uff19\uff19\uff14", "did you mean '1994'?"),
    ("\u0661\u0669\u0669\u0664", "did you mean '1994'?"),
    ("2004\u201305", "did you mean '2004-05'?"),
    ("200\u00b2", "a year has four digits"),
    ("[1994, 1995]", "sets of dates are not supported"),
    ("March 2006", "a year has four digits"),
]


@pytest.mark.parametrize(("text", "hint"), REFUSED)
def test_a_text_that_is_no_edtf_is_refused_with_a_hint(text: str, hint: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        When(text)

    said = str(caught.value)
    reason, allowed, _ = said.removeprefix(f"{text!r} is not a valid date: ").partition(
        "; use EDTF"
    )
    assert allowed
    assert hint in reason


def test_every_guess_in_a_hint_can_be_read() -> None:
    guesses = [hint.split("'")[1] for _, hint in REFUSED if hint.startswith("did")]

    assert guesses == [str(When(guess)) for guess in guesses]


@pytest.mark.parametrize("value", [1994, None, True, b"1994", date(1994, 1, 1), When("1994")])
def test_what_is_no_text_is_sent_to_parse(value: object) -> None:
    with pytest.raises(InvalidDate, match=r"When\.parse\(\)"):
        When(value)  # type: ignore[arg-type]


def test_a_long_text_is_cut_in_the_message() -> None:
    with pytest.raises(InvalidDate) as caught:
        When("x" * 1_000_000)

    assert str(caught.value).startswith(f"'{'x' * 58}… is not a valid date")
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


@pytest.mark.parametrize("other", [When("1995"), date(1995, 1, 1), "1995", 1995])
def test_there_is_no_less_than(other: object) -> None:
    for compare in (operator.lt, operator.le, operator.gt, operator.ge):
        for pair in ((When("1994"), other), (other, When("1994"))):
            with pytest.raises(
                TypeError, match=r"use before\(\).* key=lambda when: when\.sort_key"
            ):
                compare(*pair)
    with pytest.raises(TypeError, match="uncertain dates may overlap"):
        sorted([When("1995"), When("1994")])


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_survives_pickling(protocol: int) -> None:
    when = When("2004-06~/..")

    back = pickle.loads(pickle.dumps(when, protocol))

    assert (when, when.span, when.reach) == (back, back.span, back.reach)


def test_it_survives_copying() -> None:
    when = When("2004-06~/..")

    for back in (copy.copy(when), copy.deepcopy(when), copy.deepcopy([when])[0]):
        assert (when, when.span, when.reach) == (back, back.span, back.reach)


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
