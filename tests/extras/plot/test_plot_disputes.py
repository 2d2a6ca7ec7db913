"""Disputes: our value and the others, side by side."""

from __future__ import annotations

from decimal import Decimal

from matplotlib.figure import Figure

from bynl_relations import (
    Appointment,
    Assertion,
    Citation,
    Event,
    Function,
    Statistic,
    When,
    plot,
    relations,
)
from bynl_relations.testing import make, make_citation, make_source

from .paper import collisions, dots, outside, texts, wording


def says(publisher: str, field: str, value: object) -> Citation:
    source = make_source(publisher.lower(), publisher=publisher)
    return Citation(source, "contradicts", asserts=(Assertion(field, value),))


def denies(publisher: str) -> Citation:
    return make_citation(make_source(publisher.lower(), publisher=publisher), stance="denies")


def test_dates_lie_on_a_line_and_are_written_out() -> None:
    record = make(Event, title="It", when="1992-03-24",
                  citations=(make_citation(), says("Gazette", "when", When("1994"))))  # fmt: skip
    axes = plot.disputes([record])

    row = ["It", "when", "our value", "1992-03-24", "Gazette", "1994"]
    assert row == texts(axes)[texts(axes).index("It") :][:6]
    assert len(dots(axes)) == 1 + 1


def test_dates_of_every_dispute_lie_on_one_scale() -> None:
    early = make(Event, "early", title="Early", when="1992-03-24",
                 citations=(make_citation(), says("Gazette", "when", When("1992-03-25"))))  # fmt: skip
    late = make(Event, "late", title="Late", when="2012-03-24",
                citations=(make_citation(), says("Gazette", "when", When("2012-03-25"))))  # fmt: skip
    places = dots(plot.disputes([early, late]))[:4]

    assert max(places[:2]) < min(places[2:])
    assert places[1] - places[0] < 1 < places[2] - places[1]


def test_a_figure_of_which_both_ends_differ_alike_is_one_row() -> None:
    value = Decimal(7)
    record = make(Statistic, title="Children", low=5, high=5, stated="", unit="children",
                  citations=(make_citation(), says("Gazette", "low", value),
                             says("Gazette", "high", value)))  # fmt: skip
    shown = texts(plot.disputes([record]))

    assert "figure" in shown
    assert shown[-1] == "1 disputed field."


def test_other_values_are_written_out() -> None:
    record = make(Appointment, title="Somebody", function="consul",
                  citations=(make_citation(), says("Gazette", "function", Function("ambassador"))))  # fmt: skip
    shown = texts(plot.disputes([record]))

    assert shown[:6] == ["Somebody", "function", "our value", "consul", "Gazette", "ambassador"]
    assert shown[-1] == "1 disputed field."


def test_a_figure_is_one_value() -> None:
    record = make(Statistic, title="Children", low=15000, high=15000, stated="", unit="children",
                  citations=(make_citation(), says("Gazette", "stated", "many")))  # fmt: skip

    assert "15,000 children" in texts(plot.disputes([record]))


def test_of_a_fact_that_is_denied_both_sides_are_named() -> None:
    held = make(Event, "held", title="Held", citations=(make_citation(), denies("Gazette")))
    teller = make_citation(make_source("herald", publisher="Herald"))
    claim = make(Event, "claim", title="Claim", claimed=True, citations=(teller, denies("Gazette")))
    bare = make(Event, "bare", title="Bare", claimed=True, citations=(denies("Gazette"),))

    assert texts(plot.disputes([held]))[2:6] == ["our value", "yes", "Gazette", "no"]
    assert texts(plot.disputes([claim]))[2:8] == [
        "our value", "no", "Herald", "yes", "Gazette", "no",
    ]  # fmt: skip
    assert texts(plot.disputes([bare]))[2:6] == ["our value", "no", "Gazette", "no"]


def test_what_nobody_disputes_is_passed_by() -> None:
    assert texts(plot.disputes([make(Event)])) == ["No disputes among 1 records"]
    assert texts(plot.disputes(relations.disputes()[:0]))[0].startswith("No records:")


def test_a_long_title_takes_two_lines_and_is_cut_then() -> None:
    title = "A title about something that has a great many letters in it"
    record = make(Event, title=title, when="1992-03-24",
                  citations=(make_citation(), says("Gazette", "when", When("1994"))))  # fmt: skip
    ax = Figure(figsize=(4, 3)).subplots()
    first, second, field = texts(plot.disputes([record], ax))[:3]

    assert title.startswith(first)
    assert second.endswith("…")
    assert field == "when"


def test_what_is_highlighted_keeps_its_colours() -> None:
    records = [
        make(Event, name, title=name, when="1992-03-24",
             citations=(make_citation(), says("Gazette", "when", When("1994"))))
        for name in ("one", "two")
    ]  # fmt: skip
    axes = plot.disputes(records, highlight="two")
    greys = [len(set(line.get_color())) == 1 for line in axes.lines if line.get_marker() == "o"]

    assert [True, False] == greys[:2]


def test_where_a_line_of_dates_has_no_room_they_are_written_out() -> None:
    record = make(Event, when="1992-03-24",
                  citations=(make_citation(), says("Gazette", "when", When("1994"))))  # fmt: skip
    ax = Figure(figsize=(2.5, 2)).subplots()
    plot.disputes([record], ax)

    assert {"1992-03-24", "1994"} <= set(texts(ax))
    assert dots(ax) == []


def test_names_do_not_collide() -> None:
    axes = plot.disputes(relations.disputes())

    assert collisions(axes) == []
    assert outside(axes) == []


def test_what_low_axes_have_no_room_for_is_counted() -> None:
    ax = Figure(figsize=(6, 4)).subplots()
    plot.disputes(relations.disputes(), ax)

    assert "of them there is no room." in wording(ax)
    assert collisions(ax) == []
    assert outside(ax) == []
