"""Statistics: a panel a unit, each figure over its period, with who reports it."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bynl_relations import Event, Measure, Statistic, When, plot, relations
from bynl_relations.testing import make

from .paper import arrows, checked, collisions, dots, lines, outside, panel, texts, wording


def axes_texts(axes: Axes) -> list[str]:
    """Return the texts of the page, without those of its panels."""
    return [text.get_text() for text in axes.texts]


def figure(id: str, low: object, high: object = "same", **changes: object) -> Statistic:
    high = low if high == "same" else high
    settings = {"when": "2011", "unit": "USD", "indicator": "trade", **changes}
    return make(Statistic, id, low=low, high=high, stated="", **settings)


def listed(id: str, number: int, when: str, **changes: object) -> Statistic:
    return figure(id, number, when=when, indicator="listed", unit="persons", **changes)


def test_an_indicator_is_a_panel_titled_by_its_definition() -> None:
    axes = plot.statistics(relations.statistics(indicator="children_hosted"))

    assert len(axes.child_axes) == 1
    assert any(text.startswith("Children from Belarus hosted in the Netherlands")
               for text in axes_texts(axes))  # fmt: skip
    assert "children_hosted" not in wording(axes)


def test_units_and_indicators_have_a_panel_each() -> None:
    figures = [figure("a", 5), figure("b", 7, unit="EUR"), figure("c", 7, indicator="aid_given")]
    axes = plot.statistics(figures)

    assert ["trade (USD)", "trade (EUR)", "aid given (USD)"] == axes_texts(axes)[:3]
    assert len(axes.child_axes) == 3


def test_a_unit_that_the_definition_names_is_not_written_twice() -> None:
    axes = plot.statistics(relations.statistics(indicator="goods_by_to_nl_share"))

    assert "(percent)" not in wording(axes)


def test_series_differ_in_marker_too_and_are_named_where_they_end() -> None:
    axes = panel(plot.statistics([figure("a", 5), figure("b", 7, reporter="ZZ")]))

    # One marker each at its figure, one beside its name.
    assert (len(dots(axes, shape="o")), len(dots(axes, shape="s"))) == (2, 2)
    assert {"State AA", "State ZZ", "5", "7"} <= set(texts(axes))


def test_two_flows_are_never_joined() -> None:
    axes = panel(plot.statistics([figure("a", 5), figure("b", 7, when="2015-03-01")]))
    ends = {(float(y[0]), float(y[-1])) for line in axes.lines
            if len(y := line.get_ydata()) > 1}  # fmt: skip

    assert ends == {(5.0, 5.0)}


def test_a_stock_is_steps_that_end_at_the_last_figure() -> None:
    records = checked(listed("a", 5, "2001-01-01"), listed("b", 7, "2003-01-01"))
    axes = panel(plot.statistics(records))

    assert lines(axes, 1.6) == [("2001-01-01", "2002-12-31", 5.0, 5.0)]
    assert lines(axes, 0.8) == [("2003-01-01", "2002-12-31", 5.0, 7.0)]


def test_a_stock_holds_no_longer_than_the_next_figure_of_anybody() -> None:
    records = checked(
        listed("a", 5, "2001-01-01"), listed("b", 7, "2003-01-01", reporter="ZZ"),
        listed("c", 9, "2005-01-01"),
    )  # fmt: skip
    axes = panel(plot.statistics(records))

    assert [line[:2] for line in lines(axes, 1.6)] == [
        ("2001-01-01", "2002-12-31"),
        ("2003-01-01", "2004-12-31"),
    ]
    assert lines(axes, 0.8) == []


def ban(id: str, applies: str, **changes: object) -> Measure:
    return make(Measure, id, when=applies[:10], applies=(When(applies),), **changes)


def test_a_stock_ends_where_what_it_counts_ceased_to_apply() -> None:
    lifted = checked(
        ban("ban", "2001-01-01/2002-06-30"), listed("a", 5, "2001-01-01", about="ban"),
        listed("b", 4, "2009-01-01"),
    )  # fmt: skip
    last = checked(
        ban("ban", "2001-01-01/2002-06-30"), listed("a", 5, "2001-01-01", about="ban"),
    )  # fmt: skip

    for records in (lifted, last):
        assert lines(panel(plot.statistics(records)), 1.6) == [
            ("2001-01-01", "2002-06-30", 5.0, 5.0)
        ]


def test_a_last_figure_of_what_still_applies_holds_no_further() -> None:
    records = checked(
        ban("ban", "2001-01-01/2031-01-01"), listed("a", 5, "2001-01-01", about="ban")
    )

    assert lines(panel(plot.statistics(records)), 1.6) == []


def test_a_figure_about_an_extension_ends_with_most_of_what_that_altered() -> None:
    bans = [ban("one", "2001-01-01/2002-06-30"), ban("two", "2001-01-01/2002-06-30"),
            ban("three", "2001-01-01/2031-01-01")]  # fmt: skip
    extends = make(Measure, "extends", when="2001-06-01", effect="extends",
                   changes=("one", "two", "three"))  # fmt: skip
    early = listed("a", 5, "2001-06-01", about="extends")
    late = listed("b", 6, "2003-01-01", about="extends")
    after = listed("c", 7, "2004-01-01")

    assert lines(panel(plot.statistics(checked(*bans, extends, early, late, after))), 1.6) == [
        ("2001-06-01", "2002-06-30", 5.0, 5.0)
    ]


def test_a_figure_about_something_else_holds_until_the_next() -> None:
    lifts = make(Measure, "lifts", when="2001-01-01", effect="lifts")
    records = checked(lifts, listed("a", 5, "2001-01-01", about="lifts"),
                      listed("b", 6, "2002-01-01"))  # fmt: skip

    assert len(lines(panel(plot.statistics(records)), 1.6)) == 1


def test_the_listed_are_not_drawn_through_years_in_which_nobody_was_barred() -> None:
    axes = panel(plot.statistics(relations.statistics(indicator="persons_listed")))
    held = [(first, last) for first, last, *_ in lines(axes, 1.6)]

    assert not [one for one in held if one[0] < "2000-01-01" < one[1]]
    assert not [one for one in held if one[0] < "2018-01-01" < one[1]]


def test_what_is_highlighted_keeps_its_colour() -> None:
    axes = panel(plot.statistics([figure("a", 5), figure("b", 7, reporter="ZZ")], highlight="ZZ"))
    greys = {line.get_marker(): len(set(line.get_color())) == 1 for line in axes.lines}

    assert greys["o"]
    assert not greys["s"]


def test_a_period_is_a_line_through_the_marker() -> None:
    axes = plot.statistics([figure("a", 5, when="2001/2011"), figure("b", 6, when="2020-01-01")])
    long = [line.get_xdata() for line in panel(axes).lines if line.get_linewidth() == 2]

    assert "A line through a marker: the period of the figure." in wording(axes)
    assert [round(float(x[1] - x[0])) for x in long] == [4017]


def test_a_figure_that_has_no_room_to_be_written_out_is_a_marker() -> None:
    close = [figure(f"figure-{n}", 100 + n, reporter=f"reporter-{n}") for n in range(12)]
    axes = plot.statistics(close)

    assert collisions(axes) == []
    assert not {str(100 + n) for n in range(12)} <= set(texts(axes))


def test_an_unknown_end_of_a_period_is_dotted() -> None:
    start = plot.statistics([figure("a", 5, when="/2008"), figure("b", 6, when="2020-01-01")])
    end = plot.statistics([figure("a", 5, when="2008/"), figure("b", 6, when="2020-01-01")])

    for axes in (start, end):
        assert any(line.is_dashed() for line in panel(axes).lines)


def test_an_approximate_period_is_hollow() -> None:
    axes = plot.statistics([figure("a", 5, when="2011~")])

    assert len(dots(panel(axes), filled=False)) == 1
    assert "A hollow marker: the period is only about right." in wording(axes)


def test_a_sighting_is_a_time_too() -> None:
    axes = plot.statistics([figure("a", 5, when=None, attested=(When("2020-11-19"),))])

    assert len(dots(panel(axes), filled=False)) == 1


def test_a_range_is_a_bar_without_a_point_between() -> None:
    axes = plot.statistics([figure("a", 1500, 2000)])
    ends = [line.get_ydata() for line in panel(axes).lines if line.get_linewidth() == 3]

    assert [list(map(float, one)) for one in ends] == [pytest.approx([1500, 2000])]
    assert len(dots(panel(axes))) == 1
    assert "1,500–2,000" in texts(axes)


@pytest.mark.parametrize(("low", "high"), [(100, None), (None, 100)])
def test_a_figure_of_one_end_is_an_arrow(low: int | None, high: int | None) -> None:
    axes = plot.statistics([figure("a", low, high)])

    assert arrows(axes) == 1
    assert len(dots(panel(axes))) == 1
    assert "An arrow: at least, or at most." in wording(axes)


def test_the_first_rank_is_on_top() -> None:
    axes = panel(plot.statistics([figure("a", 2, unit="rank"), figure("b", 87, unit="rank")]))
    bottom, top = axes.get_ylim()

    assert bottom > 87 > 2 > top
    assert all(tick >= 1 for tick in axes.get_yticks())


def test_large_values_are_written_in_millions() -> None:
    axes = plot.statistics([figure("a", 6_000_000_000)])

    assert "trade (billion USD)" in texts(axes)
    assert "6 billion" in texts(axes)


def test_a_figure_is_written_in_full_so_that_two_and_two_million_differ() -> None:
    few = figure("few", 1, 2, when="2001")
    many = figure("many", 1_500_000, 2_000_000, when="2005")
    shown = texts(plot.statistics([few, many]))

    assert {"1–2", "1.5–2 million"} <= set(shown)


def test_a_figure_without_a_unit_is_named_after_its_indicator() -> None:
    assert texts(plot.statistics([figure("a", 5, unit="")]))[0] == "trade"


def test_the_name_of_the_axis_and_its_numbers_stay_in_the_picture() -> None:
    long = figure("a", 750_000, indicator="a_rather_long_name_of_what_was_counted_abroad")

    assert outside(plot.statistics([long])) == []


@pytest.mark.parametrize("value", [0, -5])
def test_nothing_and_less_can_be_drawn(value: int) -> None:
    axes = panel(plot.statistics([figure("a", value)]))
    bottom, top = axes.get_ylim()

    assert bottom <= value < top


def test_what_no_axis_can_hold_is_named() -> None:
    axes = plot.statistics([figure("a", 5), figure("b", Decimal("1E+200"), title="Vast")])

    assert "Without a number or a date: Vast (1)." in wording(axes)


def test_what_is_stated_in_words_is_repeated_in_words() -> None:
    words = make(Statistic, "w", title="Growth", stated="a third more", when="2016", unit="USD")
    several = [make(Statistic, f"w{n}", stated="some", when="2016", unit="USD") for n in range(4)]

    assert "Without a number or a date: Growth (a third more) (1)." in wording(
        plot.statistics([figure("a", 5), words])
    )
    assert "; … (4)." in wording(plot.statistics([figure("a", 5), *several]))


def test_nobody_reports_what_has_no_reporter() -> None:
    assert "nobody named" in texts(plot.statistics([figure("a", 5, reporter=None)]))


def test_what_there_is_not_to_draw_is_said() -> None:
    assert texts(plot.statistics(relations.statistics(since=9999))) == [
        "No records: relations.statistics(since=9999)"
    ]
    assert "No statistics" in wording(plot.statistics([make(Event, when="2000")]))


def test_what_has_no_room_is_counted_and_those_with_most_figures_stay() -> None:
    ax = Figure(figsize=(6, 4)).subplots()
    plot.statistics(relations.statistics(), ax)
    whole = plot.statistics(relations.statistics())
    singles = [figure(f"one-{n}", 5, indicator=f"single_{n}") for n in range(20)]
    often = [figure(f"often-{n}", 5, indicator="often", when=f"200{n}") for n in range(3)]

    assert re.search(
        "There is no room for [0-9]+ more indicators [(][0-9]+ figures[)]", wording(ax)
    )
    assert "often (USD)" in axes_texts(plot.statistics([*singles, *often]))
    assert outside(ax) == []
    assert whole.figure.get_figheight() <= 12


def test_names_without_room_are_counted() -> None:
    many = [figure(f"figure-{n}", n, reporter=f"reporter-{n}") for n in range(30)]
    ax = Figure(figsize=(4, 3)).subplots()
    plot.statistics(many, ax)

    assert [text for text in texts(ax) if text.startswith("and ") and text.endswith(" more")]
    assert collisions(ax) == []


def test_numbers_that_would_lie_on_each_other_leave_the_larger() -> None:
    ax = Figure(figsize=(4, 1.2)).subplots()
    plot.statistics([figure("a", 7)], ax)

    assert 0 not in panel(ax).get_yticks()
    assert collisions(ax) == []


@pytest.mark.parametrize("topic", ["trade", "chernobyl-children", "sanctions", "investment"])
def test_texts_do_not_collide(topic: str) -> None:
    axes = plot.statistics(relations.statistics(topic=topic))

    assert collisions(axes) == []
    assert outside(axes) == []
