"""Timelines: no false point, names that can be read, nothing left out in silence."""

from __future__ import annotations

import re

import pytest
from matplotlib import pyplot
from matplotlib.dates import num2date
from matplotlib.figure import Figure

from bynl_relations import (
    Event,
    Measure,
    Membership,
    Mission,
    UnknownName,
    Visit,
    When,
    plot,
    relations,
)
from bynl_relations.testing import make, make_citation, make_source

from .paper import arrows, bars, checked, collisions, dots, fading, outside, texts, wording


def around(*records: object) -> list[object]:
    """Set records into thirty years, so that a month is narrower than a marker."""
    return [
        make(Event, "edge-early", title="Early", when="1991-01-01"),
        *records,
        make(Event, "edge-late", title="Late", when="2020-12-31"),
    ]


def test_a_year_is_a_dashed_stretch_of_that_year_and_no_point() -> None:
    axes = plot.timeline(around(make(Event, "a-year", when="1994")))

    assert bars(axes)[0] == ("1994-01-01", "1994-12-31", "--")
    assert len(dots(axes, filled=True)) == 3


def test_a_day_is_a_filled_dot_and_a_month_a_hollow_one() -> None:
    axes = plot.timeline(around(make(Event, "a-month", when="2006-03")))

    assert len(dots(axes, filled=True)) == 2 + 1
    assert len(dots(axes, filled=False)) == 1 + 1
    assert "within a month" in wording(axes)


def test_an_approximate_day_is_hollow() -> None:
    axes = plot.timeline(around(make(Event, "about", when="2006-03-19~")))

    assert len(dots(axes, filled=False)) == 1 + 1


def test_a_month_that_is_wide_on_paper_is_a_stretch() -> None:
    axes = plot.timeline([make(Event, "a-month", when="2006-03")])

    assert bars(axes)[0] == ("2006-03-01", "2006-03-31", "--")
    assert dots(axes) == []


def test_an_interval_is_filled_where_it_is_sure() -> None:
    axes = plot.timeline(around(make(Mission, when="2000/2010")))

    assert set(bars(axes)[:3]) == {
        ("2000-01-01", "2000-12-30", "--"),
        ("2000-12-31", "2010-01-01", "-"),
        ("2010-01-02", "2010-12-31", "--"),
    }


def test_an_open_end_has_an_arrow_and_an_unknown_end_fades() -> None:
    runs = plot.timeline(around(make(Mission, when="2000-01-01/..")))
    fades = plot.timeline(around(make(Mission, when="2000-01-01/")))

    assert (arrows(runs), fading(runs)) == (2, 0)
    assert (arrows(fades), fading(fades)) == (0, 10)
    assert "goes on" in wording(runs)
    assert "goes on" not in wording(fades)


def test_an_open_start_has_an_arrow() -> None:
    axes = plot.timeline(around(make(Mission, title="Open", when="../2000-01-01")))

    assert arrows(axes) == 2
    assert "Open" in texts(axes)


def test_sightings_alone_are_diamonds_on_a_dashed_stretch() -> None:
    seen = (When("2001-02-03"), When("2004-05-06"))
    axes = plot.timeline(around(make(Mission, when=None, attested=seen)))

    assert bars(axes)[0] == ("2001-02-03", "2004-05-06", "--")
    assert len(dots(axes, shape="D")) == 2 + 1
    assert fading(axes) == 15


def test_a_sighting_that_is_wide_on_paper_is_no_point() -> None:
    axes = plot.timeline(around(make(Mission, when="2000-01-01/", attested=(When("2004"),))))

    assert dots(axes, shape="D") == [dots(axes, shape="D")[0]]
    assert ("2004-01-01", "2004-12-31", "--") in bars(axes)


def test_what_a_measure_did_is_drawn_beside_its_adoption() -> None:
    measure = make(Measure, when="2008-10-13", applies=(When("2008-10-14/2012-03-15"),))
    axes = plot.timeline(around(measure))

    assert ("2008-10-14", "2012-03-15", "-") in bars(axes)


def test_lanes_are_collections_in_the_order_of_the_reference() -> None:
    axes = plot.timeline([make(Membership, when="1992/.."), make(Event, when="1993")])

    assert texts(axes)[0] == "events (1)"
    assert "memberships (1)" in texts(axes)


def test_a_record_of_two_topics_is_in_both_lanes() -> None:
    both = make(Event, "both", when="1993", topics=("trade", "energy"))
    neither = make(Event, "neither", when="1994")
    axes = plot.timeline([both, neither], lanes="topic")

    assert [one for one in texts(axes) if one.endswith(")")] == [
        "energy (1)",
        "trade (1)",
        "no topic (1)",
    ]
    assert texts(axes).count("Both") == 2
    assert "2 records." in wording(axes)


def test_the_undated_are_counted() -> None:
    one = make(Event, "undated", when=None)
    two = make(Event, "other", when=None)

    assert "1 more without a date is not drawn" in wording(plot.timeline(around(one)))
    assert "2 more without a date are not drawn" in wording(plot.timeline(around(one, two)))


def test_disputes_and_claims_are_marked_beside_the_name() -> None:
    denied = make_citation(stance="denies")
    disputed = make(Event, "a", title="Told", when="2000", citations=(make_citation(), denied))
    claimed = make(Event, "b", title="Denied", when="2001", claimed=True, citations=(denied,))
    said = make(Event, "c", title="Claim of it", when="2002", claimed=True, citations=(denied,))
    shown = texts(plot.timeline([disputed, claimed, said]))

    assert {"Told ≠", "claimed: Denied", "Claim of it"} <= set(shown)
    assert "sources differ" in " ".join(shown)


@pytest.mark.parametrize("width", [3, 5, 10])
def test_names_do_not_collide_nor_leave_the_figure(width: float) -> None:
    ax = Figure(figsize=(width, 6)).subplots()
    plot.timeline(relations.events(since=2006), ax)

    assert collisions(ax) == []
    assert outside(ax) == []


def test_names_of_the_whole_dataset_do_not_collide() -> None:
    axes = plot.timeline(relations.all())

    assert collisions(axes) == []
    assert outside(axes) == []


def test_a_name_goes_to_the_other_side_of_its_mark_before_a_row_is_added() -> None:
    eight = [
        make(Event, f"event-{year}-{day}", title="A name of the length that many have",
             when=f"{year}-01-{day}")
        for year in (2007, 2013)
        for day in range(10, 18)
    ]  # fmt: skip
    axes = plot.timeline(around(*eight))
    rows = {one.get_position()[1] for one in axes.texts if "length" in one.get_text()}

    assert len(rows) == 8


def test_a_name_that_is_cut_takes_the_room_at_its_other_side() -> None:
    title = "A name that is as long as the longest title of any record may ever be, or so"
    early = make(Event, "early", title="Early", when="1991-01-01")
    late = make(Event, "late", title=title, when="2002-12-31")
    last = make(Visit, "last", title="Last", when="2009-12-31")

    assert title in texts(plot.timeline([early, late, last]))


def test_where_there_is_no_room_the_weightiest_keep_their_names_and_a_note_counts_them() -> None:
    many = [
        make(Event, f"event-{number}", title=f"A rather long name of number {number}",
             when=f"{1991 + number % 30}-06", scope="context")
        for number in range(200)
    ]  # fmt: skip
    sources = tuple(make_citation(make_source(f"source-{number}")) for number in range(3))
    weighty = make(Event, "weighty", title="The weighty one", when="2006-06", citations=sources)
    ax = Figure(figsize=(6, 3)).subplots()
    plot.timeline([*many, weighty], ax)

    named = [one for one in texts(ax) if "long name" in one or "weighty" in one]
    assert "The weighty one" in named
    assert 1 < len(named) < 201
    assert f"201 records, {len(named)} of them with a name" in wording(ax)
    assert collisions(ax) == []


def test_lanes_that_low_axes_have_no_room_for_are_named() -> None:
    ax = Figure(figsize=(6, 3)).subplots()
    plot.timeline(relations.all(), ax)

    assert "The axes are too low for: " in wording(ax)
    assert "statistics (" in wording(ax)
    assert collisions(ax) == []
    assert outside(ax) == []


def test_many_thousand_records_are_drawn_in_time_and_without_their_names() -> None:
    many = [
        make(Event, f"event-{number}", when=f"{1900 + number % 100}") for number in range(2_500)
    ]

    assert "2,500 records, " in wording(plot.timeline(many))


def test_what_lies_beyond_the_edge_has_an_arrow_and_its_year() -> None:
    rest = [make(Event, f"event-{year}", when=f"{year}-05-05") for year in range(1983, 2020)]
    old = make(Event, "old", title="Old act", when="1299-05-18")
    member = make(Membership, "member", title="Member", when="1645-10-24/..")
    axes = plot.timeline([old, member, *rest])

    assert {"1299: Old act", "since 1645: Member"} <= set(texts(axes))
    assert arrows(axes) == 3 + 1


@pytest.mark.parametrize("when", ["0001", "9999-12-31", "0001/9999", "../0001-01-01"])
def test_the_ends_of_the_calendar_can_be_drawn(when: str) -> None:
    axes = plot.timeline([make(Event, when=when)])

    assert collisions(axes) == []


def test_a_name_is_no_formula() -> None:
    axes = plot.timeline([make(Event, title="From $1 to $2, a_b^c", when="2000")])

    assert collisions(axes) == []
    assert "From $1 to $2, a_b^c" in texts(axes)


def test_what_there_is_not_to_draw_is_said() -> None:
    assert texts(plot.timeline(relations.visits(since=9999))) == [
        "No records: relations.visits(since=9999)"
    ]
    assert texts(plot.timeline([])) == ["No records"]
    assert texts(plot.timeline([make(Event, when=None)])) == ["No date in 1 record"]


def test_axes_that_are_given_are_given_back_and_pyplot_is_not_touched() -> None:
    ax = Figure().subplots()

    assert plot.timeline(relations.missions(), ax) is ax
    assert plot.timeline(relations.missions(), ax=ax) is ax
    assert pyplot.get_fignums() == []


def test_axes_in_a_part_of_a_figure_will_do() -> None:
    part = Figure(figsize=(8, 8)).subfigures(2, 1)[0]
    ax = part.subplots()
    plot.timeline(relations.missions(), ax)

    assert f"{len(relations.missions())} records" in wording(ax)


def test_without_axes_a_figure_of_pyplot_is_made_which_notebooks_show() -> None:
    axes = plot.timeline(relations.missions())

    assert [pyplot.figure(number) for number in pyplot.get_fignums()] == [axes.figure]


def test_nothing_is_drawn_after_the_last_check_but_a_rule_that_names_it() -> None:
    checked = relations.checked
    axes = plot.timeline(relations.memberships())
    days = [bar[1] for bar in bars(axes)]

    assert f"last check, {checked.edtf}" in texts(axes)
    assert max(days) == checked.edtf
    assert num2date(axes.get_xlim()[1] - 1).date().isoformat() == checked.edtf


def test_what_lies_wholly_after_the_last_check_is_counted() -> None:
    planned = [make(Event, "then", when="2005-01-01"), make(Event, "planned", when="2031-01-01")]
    two = [*planned, make(Event, "later", when="2032-01-01")]

    assert "1 more after the last check is not drawn" in wording(plot.timeline(checked(*planned)))
    assert "2 more after the last check are not drawn" in wording(plot.timeline(checked(*two)))


def test_a_picture_of_earlier_days_has_no_rule() -> None:
    assert "last check, " not in wording(plot.timeline(relations.visits(since=1992, until=1998)))


def test_at_most_forty_records_have_a_name() -> None:
    axes = plot.timeline(relations.all())
    (named,) = re.findall(r"([0-9]+) of them with a name", wording(axes))

    assert int(named) <= 40
    assert re.search(r"measures \([0-9]+, [0-9]+ named\)", wording(axes))


def test_a_picture_is_at_most_twelve_inches_tall_unless_asked() -> None:
    low = plot.timeline(relations.all())
    tall = plot.timeline(relations.all(), height=20)

    assert low.figure.get_figheight() <= 12
    assert low.figure.get_figheight() < tall.figure.get_figheight() <= 20


@pytest.mark.parametrize("height", [0, -1, 1000, float("nan")])
def test_a_height_that_no_paper_has_is_refused(height: float) -> None:
    with pytest.raises(ValueError, match="height="):
        plot.timeline([], height=height)


def test_what_is_highlighted_keeps_its_colour_and_the_rest_is_grey() -> None:
    one, two = make(Event, "one", when="2000-01-01"), make(Event, "two", when="2010-01-01")
    axes = plot.timeline([one, two], highlight="one")
    colours = [line.get_color() for line in axes.lines if line.get_marker() == "o"]

    assert len(set(colours[:2])) == 2
    assert len(set(colours[1])) == 1


def test_a_highlight_that_is_in_no_part_of_the_picture_is_refused() -> None:
    with pytest.raises(UnknownName, match=r"highlight='tow'.*did you mean 'two'"):
        plot.timeline([make(Event, "two", when="2000")], highlight=["tow"])
