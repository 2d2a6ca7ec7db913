"""Counts: steps of what is certain, a band of what is only possible, bars of a field."""

from __future__ import annotations

import pytest
from attrs import evolve
from matplotlib.figure import Figure

from bynl_relations import Event, UnknownName, Visit, plot, relations
from bynl_relations.testing import make

from .paper import bars, checked, collisions, hatched, outside, texts, wording

DAY = make(Event, "day", when="2001-02-03")
UNSURE = make(Event, "unsure", when="2001/2002")
VISITS = [make(Visit, "visit", when="2001-01-01")]


def test_a_year_is_a_step_of_what_is_certain_and_a_band_of_the_possible() -> None:
    axes = plot.counts([DAY, make(Event, "about", when="200X")])

    assert [("2001-01-01", "2001-12-31")] == hatched(axes)[:1]
    assert {"certain", "only possible"} <= set(texts(axes))
    assert "Events that began in each year." in wording(axes)


def test_of_what_is_certain_there_is_no_band() -> None:
    axes = plot.counts([DAY])

    assert hatched(axes, "////") == []
    assert "only possible" not in texts(axes)


def test_the_height_of_a_step_is_its_count() -> None:
    axes = plot.counts([DAY, make(Event, "other", when="2001-05-06")])
    heights = [abs(patch.get_height()) for patch in axes.patches if patch.get_zorder() == 2]

    assert heights == pytest.approx([2])
    assert 2 in axes.get_yticks()


def test_steps_run_to_the_last_check_and_no_further() -> None:
    axes = plot.counts(checked(DAY, day="2004-05-06"))
    days = hatched(axes)
    (outline,) = [line for line in axes.lines if line.get_linewidth() == 1.4]

    assert days == [("2001-01-01", "2001-12-31")]
    assert outline.get_xdata()[-1] == axes.get_xlim()[1]
    assert "last check, 2004-05-06" in texts(axes)


def test_counts_that_are_made_already_are_drawn_as_they_are() -> None:
    table = relations.visits().counts(by="month", of="stood")
    axes = plot.counts(table)

    assert "Records that stood in each month." in wording(axes)
    assert f"version {relations.version} of the data" in wording(axes)
    assert "From here." in wording(plot.counts(table, source="From here."))
    assert "Source:" not in wording(plot.counts(evolve(table, version="")))


def test_a_field_is_a_bar_a_value_the_longest_first() -> None:
    calls = [make(Event, f"call-{n}", kind="call", when="2001") for n in range(2)]
    vote = make(Event, "vote", kind="vote", when="2001")
    axes = plot.counts([vote, *calls], by="kind")

    assert [label.get_text() for label in axes.get_yticklabels()] == ["call", "vote"]
    assert {"1", "2"} <= set(texts(axes))
    assert "Events, by kind." in wording(axes)


def test_of_a_field_the_possible_is_hatched_and_written() -> None:
    axes = plot.counts(relations.measures(at="2003-04"), by="kind")

    assert any(" to " in text for text in texts(axes))
    assert "only possible" in texts(axes)


def test_a_record_without_a_value_has_a_row() -> None:
    axes = plot.counts([make(Event, when="2001")], by="place")

    assert [label.get_text() for label in axes.get_yticklabels()] == ["not stated"]


def test_values_without_room_are_counted() -> None:
    ax = Figure(figsize=(5, 2)).subplots()
    plot.counts(relations.events(), ax, by="kind")

    assert " more values have no room." in wording(ax)
    assert collisions(ax) == []


def test_records_of_several_kinds_are_records() -> None:
    assert "Records that began in each year." in wording(plot.counts([DAY, *VISITS]))


def test_what_is_highlighted_keeps_its_colour() -> None:
    axes = plot.counts([DAY, make(Event, "then", when="2002-01-01")], highlight="2002")
    grey = [len(set(patch.get_facecolor()[:3])) == 1 for patch in axes.patches
            if patch.get_zorder() == 2]  # fmt: skip

    assert grey == [True, False]
    with pytest.raises(UnknownName, match="highlight='2003'"):
        plot.counts([DAY], highlight="2003")


def test_what_there_is_not_to_draw_is_said() -> None:
    assert texts(plot.counts([])) == ["No records"]
    assert texts(plot.counts(relations.visits(since=9999))) == [
        "No records: relations.visits(since=9999)"
    ]


@pytest.mark.parametrize("by", ["year", "kind"])
def test_texts_stay_apart_and_in_the_picture(by: str) -> None:
    axes = plot.counts(relations.events(), by=by, title="A finding")

    assert collisions(axes) == []
    assert outside(axes) == []
    assert bars(axes) is not None
