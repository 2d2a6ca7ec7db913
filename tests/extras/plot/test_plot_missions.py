"""Missions: a row each, those of a state together, with who worked there."""

from __future__ import annotations

from matplotlib.figure import Figure

from bynl_relations import Actor, Appointment, Event, Mission, Place, When, plot, relations
from bynl_relations.testing import make

from .paper import bars, checked, collisions, hatched, outside, texts, wording

HERE = make(Mission, "here", title="Here", when="1996-01-01/2006-01-01", sending_state="AA")
THERE = make(Mission, "there", title="There", when="2001-01-01/..", sending_state="ZZ")


def test_missions_stand_below_the_state_that_sends_them() -> None:
    shown = texts(plot.missions([HERE, THERE]))

    assert shown[:4] == ["sent by: State AA", "Here", "sent by: State ZZ", "There"]
    assert "2 missions." in shown


def test_states_differ_in_hatching_too() -> None:
    axes = plot.missions([HERE, THERE])

    assert {one.get_hatch() or "" for one in axes.patches if one.get_zorder() == 3} == {"", "///"}


def test_the_bar_is_as_long_as_the_mission() -> None:
    assert bars(plot.missions([HERE]))[0] == ("1996-01-01", "2006-01-01", "-")


def test_the_seat_is_named_where_the_title_lacks_it() -> None:
    seat = Place("Minsk", "BY")
    plain = make(Mission, "plain", title="Embassy", when="2000", seat=seat)
    full = make(Mission, "full", title="Embassy in Minsk", when="2000", seat=seat)
    shown = texts(plot.missions([plain, full]))

    assert {"Embassy, Minsk", "Embassy in Minsk"} <= set(shown)


def test_people_stand_below_their_mission() -> None:
    person = Actor("jan", "person", "Jan Jansen")
    head = make(Appointment, "head", person=person, mission="here", when="1998/2000")
    shown = texts(plot.missions([THERE, head, HERE]))

    assert shown.index("Here") < shown.index("Jan Jansen, ambassador") < len(shown)
    assert "2 missions and 1 appointment." in shown


def test_people_whose_mission_is_not_there_stand_with_their_state() -> None:
    lonely = make(Appointment, "lonely", mission="elsewhere", when="1998/2000")
    nobody = make(Appointment, "nobody", sending_state=None, when="1999/2001")
    shown = texts(plot.missions([HERE, lonely, nobody]))

    assert [one for one in shown if one.startswith("sent by")] == [
        "sent by: State AA",
        "sent by: nobody named",
    ]
    assert "at: elsewhere" in shown
    assert texts(plot.missions([lonely]))[-1] == "1 appointment."


def test_people_of_whom_no_mission_is_named_stand_with_the_state_of_each() -> None:
    one = make(Appointment, "one", mission="", sending_state="AA", when="1998/2000")
    two = make(Appointment, "two", mission="", sending_state="ZZ", when="1999/2001")
    shown = texts(plot.missions([one, two]))

    heads = [text for text in shown if text.startswith(("sent by", "at:"))]
    assert heads == [
        "sent by: State AA", "at: no mission named", "sent by: State ZZ", "at: no mission named",
    ]  # fmt: skip


def test_the_undated_are_counted_and_other_kinds_passed_by() -> None:
    undated = make(Mission, "undated", when=None)

    assert "1 more without a date is not drawn" in wording(plot.missions([HERE, undated]))
    assert "1 mission." in texts(plot.missions([HERE, make(Event, when="2000")]))


def test_what_there_is_not_to_draw_is_said() -> None:
    assert texts(plot.missions(relations.missions(since=9999))) == [
        "No records: relations.missions(since=9999)"
    ]
    assert texts(plot.missions([make(Event, when="2000")])) == [
        "No missions with a date among 1 records"
    ]


def test_what_low_axes_have_no_room_for_is_counted() -> None:
    ax = Figure(figsize=(5, 4)).subplots()
    plot.missions(relations.missions() + relations.appointments(), ax)

    assert "of them the axes are too low." in wording(ax)
    assert collisions(ax) == []
    assert outside(ax) == []


def test_axes_without_any_room_hold_their_note_alone() -> None:
    ax = Figure(figsize=(4, 1)).subplots()
    plot.missions([HERE, THERE], ax)

    assert "For 2 of them the axes are too low." in wording(ax)


def test_where_there_is_room_for_no_person_their_heading_stays() -> None:
    one = make(Appointment, "one", mission="elsewhere", when="1998/2000")
    ax = Figure(figsize=(6, 1.5)).subplots()
    plot.missions([one], ax)

    assert "at: elsewhere" in texts(ax)
    assert "For 1 of them the axes are too low." in wording(ax)


def test_names_do_not_collide() -> None:
    axes = plot.missions(relations.missions(claims=True) + relations.appointments())

    assert collisions(axes) == []
    assert outside(axes) == []


def test_a_sighting_of_a_mission_is_marked() -> None:
    seen = make(Mission, "seen", when=None, attested=(When("2017-07-10"), When("2021-04-01")))

    assert "seen standing" in wording(plot.missions([seen]))


def test_what_was_not_researched_is_hatched_and_named() -> None:
    records = relations.missions() + relations.appointments()
    axes = plot.missions(records)
    kinds = ("missions", "appointments")
    gaps = [gap for gap in records.gaps if gap.collection in kinds and gap.when is not None]

    assert gaps
    assert {f"not researched: {gap.question}" for gap in gaps} <= set(texts(axes))
    assert len(hatched(axes, "\\\\\\\\")) == len(gaps)


def test_gaps_of_other_kinds_and_of_other_times_are_left_out() -> None:
    every = texts(plot.missions(relations.all()))
    early = texts(plot.missions(relations.missions()[:1]))
    others = {gap.question for gap in relations.gaps(collection="measures")}

    assert not [text for text in every if text.removeprefix("not researched: ") in others]
    assert "not researched: The Dutch embassy office in Minsk after March 2022" in every
    assert "not researched: The Dutch embassy office in Minsk after March 2022" not in early


def test_what_lies_after_the_last_check_is_counted() -> None:
    planned = make(Mission, "planned", when="2031-01-01/..")
    words = wording(plot.missions(checked(HERE, planned)))

    assert "1 mission; 1 more after the last check is not drawn" in words


def test_what_is_highlighted_keeps_its_colour() -> None:
    axes = plot.missions([HERE, THERE], highlight="ZZ")
    grey = [len(set(patch.get_edgecolor()[:3])) == 1 for patch in axes.patches
            if patch.get_zorder() == 3 and patch.get_clip_on()]  # fmt: skip

    assert [True, False] == grey
