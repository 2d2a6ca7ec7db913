"""Regimes: what applied when, deeper where more acts did, with its suspensions and its doubts."""

from __future__ import annotations

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bynl_relations import Event, LegalAct, Measure, UnknownName, When, plot, relations
from bynl_relations.testing import make, make_citation

from .paper import bars, checked, collisions, fading, hatched, lines, outside, texts, wording


def ban(id: str, applies: str, when: str = "", **changes: object) -> Measure:
    settings = {"kind": "travel_ban", **changes}
    times = tuple(When(period) for period in applies.split())
    return make(Measure, id, when=when or applies[:10], applies=times, **settings)


OLD = ban("old", "2001-01-01/2003-12-31")
NEW = ban("new", "2002-01-01/2003-12-31")


def test_lanes_are_kinds_in_the_order_of_their_first_day() -> None:
    axes = plot.regimes([OLD, ban("freeze", "1999-01-01/..", kind="asset_freeze")])

    assert [label.get_text() for label in axes.get_yticklabels()] == ["asset freeze", "travel ban"]


def test_a_bar_is_deeper_where_more_acts_applied() -> None:
    many = [ban(f"ban-{n}", "2002-01-01/2003-12-31") for n in range(8)]
    axes = plot.regimes([OLD, *many])
    deep = dict(depths(axes))

    assert [("2001-01-01", "2001-12-31"), ("2002-01-01", "2003-12-31")] == list(deep)
    assert deep["2001-01-01", "2001-12-31"] > deep["2002-01-01", "2003-12-31"]
    assert {"1–2 acts", "3–7 acts", "8–9 acts"} <= set(texts(axes))


def depths(axes: Axes) -> list[tuple[tuple[str, str], float]]:
    """Return the days of each filled block, with how light it is."""
    found = [patch for patch in axes.patches
             if patch.get_zorder() == 2 and patch.get_clip_on() and not patch.get_hatch()]  # fmt: skip
    days = hatched(axes)
    own = [patch for patch in axes.patches if patch.get_clip_on() and not patch.get_hatch()
           and hasattr(patch, "get_x")]  # fmt: skip
    return [
        (when, patch.get_facecolor()[1]) for when, patch in zip(days, own, strict=True)
        if patch in found
    ]  # fmt: skip


def test_a_decision_and_its_regulation_are_one_act() -> None:
    act = LegalAct("2001/1/CFSP", "decision")
    one, two, three = (ban(f"ban-{n}", "2001-01-01/2003-12-31", acts=(act,)) for n in range(3))

    assert "3–7 acts" not in texts(plot.regimes([one, two, three]))
    assert "not people" in wording(plot.regimes([one]))


def test_nothing_is_drawn_after_the_last_check() -> None:
    axes = plot.regimes(checked(ban("long", "2001-01-01/2031-01-01"), day="2020-01-01"))

    assert [("2001-01-01", "2020-01-01")] == [days for days, _ in depths(axes)]
    assert "last check, 2020-01-01" in texts(axes)
    assert "Source: Mine, version 1, last checked 2020-01-01." in wording(axes)


def test_what_is_only_possible_is_hatched_and_an_unknown_end_fades() -> None:
    month = plot.regimes([ban("month", "2001-01-01/2003-12")])
    unknown = plot.regimes([ban("unknown", "2001-01-01/"), OLD])
    hidden = plot.regimes([ban("unknown", "2002-01-01/"), OLD])

    assert ("2003-12-02", "2003-12-31") in hatched(month, "////")
    assert "only possible" in texts(month)
    assert fading(plot.regimes([ban("unknown", "2001-01-01/", kind="tariff")])) == 1 + 5 + 5
    assert "until when is not known" not in texts(unknown)
    assert "until when is not known" not in texts(hidden)


def test_an_unknown_start_is_possible_until_it_surely_applied() -> None:
    axes = plot.regimes([ban("start", "2001/2003-12-31", when="2001-01-01")])

    assert ("2001-01-01", "2001-12-30") in hatched(axes, "////")


def test_a_suspension_is_a_box_of_its_own() -> None:
    held = ban("ban", "2001-01-01/2002-12-31 2005-01-01/2006-12-31")
    suspends = make(Measure, "suspends", when="2002-12-15", effect="suspends",
                    kind="travel_ban", changes=("ban",))  # fmt: skip
    axes = plot.regimes([held, suspends])
    without = plot.regimes([held])

    assert ("2003-01-01", "2004-12-31", "-") in bars(axes)
    assert "suspended for some or all" in texts(axes)
    assert "suspended for some or all" not in texts(without)


def test_a_suspension_lasts_until_it_is_lifted() -> None:
    held = ban("ban", "2001-01-01/2002-12-31")
    suspends = make(Measure, "suspends", when="2002-12-15", effect="suspends",
                    kind="travel_ban", changes=("ban",))  # fmt: skip
    lifts = make(Measure, "lifts", when="2004-01-01", effect="lifts", kind="travel_ban",
                 changes=("ban",))  # fmt: skip

    assert ("2003-01-01", "2003-12-31", "-") in bars(plot.regimes([held, suspends, lifts]))


def test_ticks_are_acts_coloured_by_effect() -> None:
    extends = make(Measure, "more", when="2002-06-01", effect="extends", kind="travel_ban",
                   changes=("old",))  # fmt: skip
    axes = plot.regimes([OLD, extends])
    ticks = [line for line in axes.lines if line.get_clip_on() and len(set(line.get_xdata())) == 1]
    colours = [line.get_color() for line in ticks]

    assert len(ticks) == 2
    assert len(set(colours[0])) == 1
    assert colours[1][0] > colours[1][2]
    assert {"imposed or restored", "extended"} <= set(texts(axes))


def test_an_act_of_which_the_day_is_not_known_is_a_stretch() -> None:
    axes = plot.regimes([ban("year", "2004/2009-03-01", when="2004")])
    flat = [line for line in lines(axes, 1.6) if line[2] == line[3]]

    assert [("2004-01-01", "2004-12-31")] == [line[:2] for line in flat]


def test_acts_without_a_time_of_their_own_and_listing_criteria_have_no_bar() -> None:
    criteria = make(Measure, "criteria", when="2012-01-01", kind="listing_criteria")
    axes = plot.regimes([criteria])

    assert depths(axes) == []
    assert "not people" not in wording(axes)


def test_a_measure_without_a_day_of_adoption_has_no_tick() -> None:
    bare = make(Measure, "bare", when=None, kind="tariff", applies=(When("2001-01-01/2002-01-01"),))

    assert "imposed or restored" not in texts(plot.regimes([bare]))


def test_claims_and_what_has_no_date_are_counted() -> None:
    claim = make(Measure, "claim", when="2001", kind="tax", claimed=True,
                 citations=(make_citation(stance="denies"),))  # fmt: skip
    undated = make(Measure, "undated", when=None, kind="tax")
    words = wording(plot.regimes([OLD, claim, undated]))

    assert "1 measure; 1 claimed and not held left out; 1 of kinds without any date" in words


def test_what_is_highlighted_keeps_its_colour() -> None:
    freeze = ban("freeze", "1999-01-01/2001-01-01", kind="asset_freeze")
    axes = plot.regimes([OLD, freeze], highlight="travel_ban")
    grey = [len(set(patch.get_facecolor()[:3])) == 1 for patch in axes.patches
            if patch.get_zorder() == 2 and patch.get_clip_on()]  # fmt: skip

    assert grey == [True, False]
    with pytest.raises(UnknownName, match="did you mean 'travel_ban'"):
        plot.regimes([OLD], highlight="travel_bans")


def test_what_there_is_not_to_draw_is_said() -> None:
    assert texts(plot.regimes([make(Event, when="2000")])) == [
        "No measures with a date among 1 records"
    ]
    assert texts(plot.regimes(relations.measures("NL", since=9999)))[0].startswith("No records:")


def test_what_low_axes_have_no_room_for_is_counted() -> None:
    ax = Figure(figsize=(6, 2.2)).subplots()
    plot.regimes(relations.measures("EU"), ax)

    assert "The axes are too low for " in wording(ax)
    assert collisions(ax) == []


def test_the_signature_stays_in_the_picture_and_in_five_inches_and_a_half() -> None:
    axes = plot.regimes(relations.measures("EU"), title="A finding")

    assert collisions(axes) == []
    assert outside(axes) == []
    assert axes.figure.get_figheight() < 5.5


def test_what_begins_after_the_last_check_has_no_bar() -> None:
    later = ban("later", "2031-01-01/2032-01-01", when="2019-12-01", kind="tax")
    edge = ban("edge", "2020-01-01/", kind="tariff")
    axes = plot.regimes(checked(OLD, later, edge, day="2020-01-01"))
    ends = [days[1] for days, _ in depths(axes)]

    assert max(ends) == "2020-01-01"


def test_a_suspension_between_periods_that_touch_leaves_no_hole() -> None:
    held = ban("ban", "2001-01-01/2002-12-31 2003-01-01/2006-12-31")
    suspends = make(Measure, "suspends", when="2002-12-15", effect="suspends",
                    kind="travel_ban", changes=("ban",))  # fmt: skip

    assert "suspended for some or all" not in texts(plot.regimes([held, suspends]))
