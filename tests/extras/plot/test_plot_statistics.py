"""Statistics: a panel a unit, each figure over its period, with who reports it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from matplotlib.figure import Figure

from bynl_relations import Event, Statistic, When, plot, relations
from bynl_relations.testing import make

from .paper import arrows, collisions, dots, outside, texts, told


def figure(id: str, low: object, high: object = "same", **changes: object) -> Statistic:
    high = low if high == "same" else high
    settings = {"when": "2011", "unit": "USD", "indicator": "trade", **changes}
    return make(Statistic, id, low=low, high=high, stated="", **settings)


def test_a_single_unit_is_drawn_in_the_axes_themselves() -> None:
    axes = plot.statistics([figure("a", 5), figure("b", 7, reporter="ZZ")])

    assert axes.child_axes == []
    assert axes.get_ylabel() == "trade (USD)"
    assert {"State AA", "State ZZ", "5", "7"} <= set(texts(axes))


def test_several_units_have_a_panel_each() -> None:
    axes = plot.statistics([figure("a", 5), figure("b", 7, unit="EUR")])

    assert [panel.get_ylabel() for panel in axes.child_axes] == ["trade (USD)", "trade (EUR)"]


def test_several_indicators_are_told_in_the_key() -> None:
    axes = plot.statistics([figure("a", 5), figure("b", 7, indicator="aid")])

    assert axes.get_ylabel() == "USD"
    assert {"trade: State AA", "aid: State AA"} <= set(texts(axes))


def test_series_differ_in_marker_too() -> None:
    axes = plot.statistics([figure("a", 5), figure("b", 7, reporter="ZZ")])

    assert (len(dots(axes, shape="o")), len(dots(axes, shape="s"))) == (2, 2)


def test_figures_of_one_series_are_joined() -> None:
    axes = plot.statistics([figure("a", 5), figure("b", 7, when="2015-03-01")])
    joined = [line for line in axes.lines if len(line.get_xdata()) == 2]

    assert any([5, 7] == pytest.approx(list(line.get_ydata())) for line in joined)


def test_a_period_is_a_line_through_the_marker() -> None:
    axes = plot.statistics([figure("a", 5, when="2001/2011"), figure("b", 6, when="2020-01-01")])
    lines = [line.get_xdata() for line in axes.lines if line.get_linewidth() == 2]

    assert "A line through a marker: its period." in told(axes)
    assert [round(float(x[1] - x[0])) for x in lines] == [4017]


def test_a_month_that_its_marker_hides_needs_no_explanation() -> None:
    months = [figure("a", 5, when="1991-03"), figure("b", 5, when="2021-03")]

    assert "period" not in told(plot.statistics(months))


def test_days_need_no_explanation() -> None:
    assert "period" not in told(plot.statistics([figure("a", 5, when="2011-03-04")]))


def test_a_figure_that_has_no_room_to_be_written_out_is_a_marker() -> None:
    close = [figure(f"figure-{n}", 100 + n, reporter=f"reporter-{n}") for n in range(12)]
    axes = plot.statistics(close)

    assert collisions(axes) == []
    assert not {str(100 + n) for n in range(12)} <= set(texts(axes))


def test_an_unknown_end_of_a_period_is_dotted() -> None:
    start = plot.statistics([figure("a", 5, when="/2008"), figure("b", 6, when="2020-01-01")])
    end = plot.statistics([figure("a", 5, when="2008/"), figure("b", 6, when="2020-01-01")])

    for axes in (start, end):
        assert any(line.is_dashed() for line in axes.lines)


def test_an_approximate_period_is_hollow() -> None:
    axes = plot.statistics([figure("a", 5, when="2011~")])

    assert len(dots(axes, filled=False)) == 1
    assert "Hollow: about then." in told(axes)


def test_a_sighting_is_a_time_too() -> None:
    axes = plot.statistics([figure("a", 5, when=None, attested=(When("2020-11-19"),))])

    assert len(dots(axes, filled=False)) == 1


def test_a_range_is_a_bar_without_a_point_between() -> None:
    axes = plot.statistics([figure("a", 1500, 2000)])
    ends = [line.get_ydata() for line in axes.lines if line.get_linewidth() == 3]

    assert [list(map(float, one)) for one in ends] == [pytest.approx([1500, 2000])]
    assert len(dots(axes)) == 1
    assert "1,500–2,000" in texts(axes)


@pytest.mark.parametrize(("low", "high"), [(100, None), (None, 100)])
def test_a_figure_of_one_end_is_an_arrow(low: int | None, high: int | None) -> None:
    axes = plot.statistics([figure("a", low, high)])

    assert arrows(axes) == 1
    assert len(dots(axes)) == 1
    assert "An arrow: at least, or at most." in told(axes)


def test_the_first_rank_is_on_top() -> None:
    axes = plot.statistics([figure("a", 2, unit="rank"), figure("b", 87, unit="rank")])
    bottom, top = axes.get_ylim()

    assert bottom > 87 > 2 > top
    assert all(tick >= 1 for tick in axes.get_yticks())


def test_large_values_are_told_in_millions() -> None:
    axes = plot.statistics([figure("a", 6_000_000_000)])

    assert axes.get_ylabel() == "trade (billion USD)"
    assert "6 billion" in texts(axes)


def test_a_figure_is_written_in_full_so_that_two_and_two_million_differ() -> None:
    few = figure("few", 1, 2, when="2001")
    many = figure("many", 1_500_000, 2_000_000, when="2005")
    shown = texts(plot.statistics([few, many]))

    assert {"1–2", "1.5–2 million"} <= set(shown)


def test_a_figure_without_a_unit_is_named_after_its_indicator() -> None:
    assert plot.statistics([figure("a", 5, unit="")]).get_ylabel() == "trade"


def test_the_line_between_figures_is_told_to_tell_nothing() -> None:
    one, two = figure("a", 5), figure("b", 7, when="2015-03-01")

    assert "tells nothing of between" in told(plot.statistics([one, two]))
    assert "tells nothing of between" not in told(plot.statistics([one]))


def test_the_name_of_the_axis_and_its_numbers_stay_in_the_picture() -> None:
    long = figure("a", 750_000, indicator="a_rather_long_name_of_what_was_counted_abroad")

    assert outside(plot.statistics([long])) == []


@pytest.mark.parametrize("value", [0, -5])
def test_nothing_and_less_can_be_drawn(value: int) -> None:
    axes = plot.statistics([figure("a", value)])
    bottom, top = axes.get_ylim()

    assert bottom <= value < top


def test_what_no_axis_can_hold_is_told() -> None:
    axes = plot.statistics([figure("a", 5), figure("b", Decimal("1E+200"), title="Vast")])

    assert "Without a number or a date, so not drawn: Vast." in told(axes)


def test_what_is_told_in_words_is_told_in_words() -> None:
    words = make(Statistic, "w", title="Growth", stated="a third more", when="2016", unit="USD")
    several = [make(Statistic, f"w{n}", stated="some", when="2016", unit="USD") for n in range(4)]

    assert "not drawn: Growth (a third more)." in told(plot.statistics([figure("a", 5), words]))
    assert "not drawn: 4 figures." in told(plot.statistics([figure("a", 5), *several]))


def test_nobody_reports_what_has_no_reporter() -> None:
    assert "nobody named" in texts(plot.statistics([figure("a", 5, reporter=None)]))


def test_what_there_is_not_to_draw_is_told() -> None:
    assert texts(plot.statistics(relations.statistics(since=9999))) == [
        "No records: relations.statistics(since=9999)"
    ]
    assert "No statistics" in told(plot.statistics([make(Event, when="2000")]))


def test_low_axes_keep_the_units_with_most_figures_and_say_so() -> None:
    ax = Figure(figsize=(6, 4)).subplots()
    plot.statistics(relations.statistics(), ax)

    assert "The axes are too low for:" in told(ax)
    names = [panel.get_ylabel() for panel in ax.child_axes]
    assert [one for one in names if one.startswith("persons, ") and one.endswith(" series")]
    assert outside(ax) == []


def test_a_key_without_room_for_all_counts_the_others() -> None:
    many = [figure(f"figure-{n}", n, reporter=f"reporter-{n}") for n in range(30)]
    ax = Figure(figsize=(4, 3)).subplots()
    plot.statistics(many, ax)

    assert [one for one in texts(ax) if one.startswith("and ") and one.endswith(" more")]
    assert ax.get_ylabel() == "trade (USD)"


def test_numbers_that_would_lie_on_each_other_leave_the_larger() -> None:
    ax = Figure(figsize=(4, 1.2)).subplots()
    plot.statistics([figure("a", 7)], ax)

    assert 0 not in ax.get_yticks()
    assert max(ax.get_yticks()) >= 5
    assert collisions(ax) == []


@pytest.mark.parametrize("topic", ["trade", "chernobyl-children", "sanctions", "investment"])
def test_texts_do_not_collide(topic: str) -> None:
    axes = plot.statistics(relations.statistics(topic=topic))

    assert collisions(axes) == []
    assert outside(axes) == []
