"""Laws that hold for every `When`."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bynl_relations.errors import InvalidDate
from bynl_relations.when import FOREVER, NEVER, When

DAYS = st.dates()
YEARS = st.integers(1, 9999).map(lambda year: f"{year:04}")
PLAIN = st.one_of(
    YEARS,
    st.integers(10, 99).map(lambda stem: f"{stem}XX"),
    st.integers(100, 999).map(lambda stem: f"{stem}X"),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(date.isoformat),
    YEARS.map(lambda year: f"{year}-XX"),
    YEARS.map(lambda year: f"{year}-XX-XX"),
    DAYS.map(lambda day: f"{day.isoformat()[:7]}-XX"),
)
FLAGS = st.sampled_from(["", "~", "?", "%"])
DATES = st.builds(str.__add__, PLAIN, FLAGS)
OPEN = st.sampled_from(["", ".."])


def ordered(pair: tuple[str, str]) -> str:
    """Join two dates into an interval whose start is not certainly after its end."""
    one, other = sorted(pair, key=lambda text: When(text).sort_key)
    return f"{one}/{other}"


def ranged(pair: tuple[str, str]) -> str:
    """Make one out of a range of two dates."""
    one, other = sorted(pair, key=lambda text: When(text).sort_key)
    return f"[{one}..{other}]"


RANGES = st.one_of(
    st.tuples(PLAIN, PLAIN).map(ranged),
    PLAIN.map("[..{}]".format),
    PLAIN.map("[{}..]".format),
)
TEXTS = st.one_of(
    DATES,
    RANGES,
    st.tuples(DATES, DATES).map(ordered),
    st.builds("{}/{}".format, DATES, OPEN),
    st.builds("{}/{}".format, OPEN, DATES),
)
WHENS = TEXTS.map(When)


@given(TEXTS)
def test_parse_then_print_is_the_identity(text: str) -> None:
    assert text == str(When(text)) == str(When.parse(text))
    assert When(text) == eval(repr(When(text)), {"When": When})


@given(st.text(alphabet="0129-/.~?%XTu ", max_size=16))
def test_a_text_is_read_as_it_is_or_refused(text: str) -> None:
    try:
        when = When(text)
    except InvalidDate as error:
        assert repr(text) in str(error)
    else:
        assert text == str(when)


@given(st.text(max_size=120))
def test_parse_raises_nothing_but_invalid_date(text: str) -> None:
    try:
        when = When.parse(text)
    except InvalidDate:
        pass
    else:
        assert when == When(str(when))


@given(WHENS)
def test_bounds_are_in_order(when: When) -> None:
    start_first, start_last, end_first, end_last = when.span

    assert NEVER <= start_first <= start_last <= end_last <= FOREVER
    assert start_first <= end_first <= end_last


@given(WHENS)
def test_the_dates_are_those_of_the_span(when: When) -> None:
    bounds = (when.start.earliest, when.start.latest, when.end.earliest, when.end.latest)

    for day, ordinal in zip(bounds, when.span, strict=True):
        assert (ordinal in (NEVER, FOREVER)) == (day is None)
        assert day is None or ordinal == day.toordinal()
    assert (bounds[0], bounds[3]) == (when.earliest, when.latest)


@given(DAYS)
def test_a_day_is_itself_and_lies_in_its_month_and_year(day: date) -> None:
    when = When.parse(day)

    assert day == when.earliest == when.latest
    assert when.within(When(str(when)[:7]))
    assert When(str(when)[:7]).within(When(str(when)[:4]))


@given(DAYS)
def test_a_month_ends_the_day_before_the_next_begins(day: date) -> None:
    last = When(day.isoformat()[:7]).latest

    assert last is not None
    assert last == date.max or (last + timedelta(days=1)).day == 1


@given(PLAIN, FLAGS, PLAIN, FLAGS)
def test_flags_never_move_bounds(one: str, flag: str, other: str, other_flag: str) -> None:
    assert When(one).span == When(one + flag).span
    one, other = ordered((one, other)).split("/")
    assert When(f"{one}/{other}").span == When(f"{one}{flag}/{other}{other_flag}").span


@given(WHENS)
def test_a_flag_is_on_a_side(when: When) -> None:
    assert any(when.flagged) == (when.approximate or when.uncertain)


@given(WHENS, WHENS)
def test_overlaps_is_symmetric(one: When, other: When) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)


@given(WHENS, WHENS)
def test_two_moments_are_apart_or_overlap(one: When, other: When) -> None:
    assert [True] == [x for x in (one.before(other), one.overlaps(other), one.after(other)) if x]
    assert one.before(other) == other.after(one)


@given(WHENS, WHENS)
def test_within_implies_overlaps(one: When, other: When) -> None:
    assert one.overlaps(other) or not one.within(other)
    for outer in (
        (f"{one!s}/..", f"../{one!s}") if one.precision not in ("interval", "range") else ()
    ):
        assert one.within(outer)
        assert one.overlaps(outer)


@given(WHENS, WHENS)
def test_the_sort_key_is_total_and_agrees_with_equality(one: When, other: When) -> None:
    assert (one == other) == (one.sort_key == other.sort_key) == (str(one) == str(other))
    assert one == other or (one.sort_key < other.sort_key) != (other.sort_key < one.sort_key)
    if one.before(other):
        assert one.sort_key < other.sort_key


@given(WHENS)
def test_copies_are_equal_in_all_that_is_derived(when: When) -> None:
    copies = [pickle.loads(pickle.dumps(when, n)) for n in range(pickle.HIGHEST_PROTOCOL + 1)]

    for back in [*copies, copy.copy(when), copy.deepcopy(when)]:
        assert (when, hash(when), when.span, when.reach) == (
            back,
            hash(back),
            back.span,
            back.reach,
        )


@given(WHENS)
def test_a_reach_holds_the_span(when: When) -> None:
    reach = when.reach
    assert (reach is None) == (not any(when.flagged))
    if reach is not None:
        assert reach[0] <= when.span[0] <= when.span[1] <= reach[1]
        assert reach[2] <= when.span[2] <= when.span[3] <= reach[3]
        assert NEVER <= reach[0] <= reach[1] <= FOREVER
        assert when.approximate or reach[:4] == when.span


@given(WHENS)
def test_the_words_of_a_date_name_its_years(when: When) -> None:
    known = [day for day in (when.earliest, when.latest) if day]

    assert any(str(day.year)[:-2] in when.text() for day in known)
    assert f"{when:^80}" == f"{when.text():^80}"
