"""What a picture shows of a time, before anything is drawn."""

from __future__ import annotations

from datetime import date

import pytest

from bynl_relations import Agreement, Event, Measure, Mission, When
from bynl_relations.plot._marks import FIRST, LAST, Mark, applied, mark, of_record, window
from bynl_relations.testing import make
from bynl_relations.when import FOREVER, NEVER


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def stretch(first: str, last: str) -> tuple[int, int]:
    return day(first), day(last)


def of(text: str, *seen: str) -> Mark:
    found = mark(When(text) if text else None, tuple(map(When, seen)))
    assert found is not None
    return found


def test_a_day_is_sure() -> None:
    assert of("2008-10-13") == Mark(stretch("2008-10-13", "2008-10-13"), instant=True)


@pytest.mark.parametrize("text", ["2008-10-13~", "2008-10-13?", "2008-10", "1994", "202X"])
def test_what_is_less_than_a_day_is_only_possible(text: str) -> None:
    span = When(text).span

    assert of(text) == Mark(None, ((span[0], span[3]),), instant=True)


def test_an_interval_is_sure_between_its_bounds() -> None:
    assert of("2008/2014") == Mark(
        stretch("2008-12-31", "2014-01-01"),
        (stretch("2008-01-01", "2008-12-30"), stretch("2014-01-02", "2014-12-31")),
    )


def test_a_doubted_bound_makes_nothing_sure() -> None:
    assert of("1993/2018?") == Mark(None, (stretch("1993-01-01", "2018-12-31"),))


def test_an_approximate_bound_reaches_a_unit_further() -> None:
    assert of("1993/2018~") == Mark(
        stretch("1993-12-31", "2017-01-01"),
        (stretch("1993-01-01", "1993-12-30"), stretch("2017-01-02", "2019-12-31")),
    )


def test_an_open_end_runs_on_and_an_unknown_end_fades() -> None:
    runs, fades = of("1996-03-20/.."), of("1996-03-20/")

    assert runs.sure == (day("1996-03-20"), FOREVER)
    assert (runs.after, fades.after) == (False, True)
    assert fades.sure == stretch("1996-03-20", "1996-03-20")


def test_an_open_start_runs_on_and_an_unknown_start_fades() -> None:
    runs, fades = of("../2008"), of("/2008")

    assert runs.sure == (NEVER, day("2008-01-01"))
    assert (runs.before, fades.before) == (False, True)
    assert (fades.sure, fades.maybe) == (None, (stretch("2008-01-01", "2008-12-31"),))


def test_a_sighting_makes_sure_until_then() -> None:
    assert of("2017-07-10/", "2021-04").sure == stretch("2017-07-10", "2021-04-01")


def test_between_sightings_alone_it_is_dashed_and_fades_at_both_ends() -> None:
    seen = of("", "2015-12~", "2021-04")

    assert seen.maybe == (stretch("2015-12-01", "2021-04-30"),)
    assert (seen.sure, seen.before, seen.after) == (None, True, True)
    assert len(seen.seen) == 2


def test_of_nothing_there_is_no_mark() -> None:
    assert mark(None) is None
    assert of_record(make(Event, when=None)) is None


def test_the_days_are_those_that_have_a_date() -> None:
    assert of("1996-03-20/..").days == (day("1996-03-20"),)
    assert of("1996-03-20/..").reach == (day("1996-03-20"), FOREVER)


def test_what_applied_is_drawn_of_measures_and_agreements_alone() -> None:
    measure = make(Measure, when="2008-10-13", applies=(When("2008-10-14/2009-03-15"),))
    agreement = make(Agreement, when="1995", in_force=When("1996-08-01"), status="in_force")
    mission = make(Mission, when="1996/..")

    assert [one.sure for one in applied(measure)] == [stretch("2008-10-14", "2009-03-15")]
    assert [one.sure for one in applied(agreement)] == [(day("1996-08-01"), FOREVER)]
    assert applied(mission) == ()


def test_the_window_holds_every_day_with_a_margin() -> None:
    first, last = window([of("1991-06-01"), of("2004/2009")])

    assert day("1990-01-01") < first < day("1991-06-01")
    assert day("2009-12-31") < last < day("2011-01-01")


def test_the_window_of_one_day_is_about_a_year() -> None:
    first, last = window([of("2006-03-19")])

    assert last - first == 366


def test_the_window_of_what_has_no_day_is_all_of_the_calendar() -> None:
    assert window([]) == (FIRST, LAST)


@pytest.mark.parametrize("text", ["0001", "9999-12-31", "0001/9999"])
def test_the_window_keeps_within_the_calendar(text: str) -> None:
    first, last = window([of(text)])

    assert FIRST <= first < last <= LAST


def test_what_began_long_before_and_still_stood_does_not_stretch_the_window() -> None:
    rest = [of(str(year)) for year in range(1991, 2021)]

    assert window([of("1945/.."), *rest])[0] > day("1988-01-01")
    assert window([of("1945/1950"), *rest])[0] < day("1945-01-01")


def test_one_in_thirty_may_lie_beyond_the_edge() -> None:
    rest = [of(str(1991 + number // 3)) for number in range(70)]

    assert window([of("1899"), of("1907"), *rest])[0] > day("1988-01-01")
    assert window([of("1899"), of("1907"), of("1910"), *rest])[0] < day("1899-01-01")
