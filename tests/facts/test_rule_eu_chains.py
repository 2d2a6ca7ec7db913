"""The chain of EU acts of five kinds holds: periods join, each end has its act, nothing runs out.

A restriction begins on the first day on which its act was in force (else the day of the act) and
ends with the day before a suspending or lifting act was in force (else the day of that act), or
with the last day that a prolongation sets. Each prolongation comes before the day that the one
before it sets.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from bynl_relations import When

KINDS = ("travel_ban", "asset_freeze", "arms_embargo", "sectoral", "flight_ban")
DAY = timedelta(days=1)


def chain(records, kind):
    """Return the measures of the Council of one kind, in the order of their adoption."""
    found = [
        record
        for record in records
        if record.collection == "measures"
        and not record.claimed
        and record.kind == kind
        and any(actor.id == "council-of-the-eu" for actor in record.imposed_by)
    ]
    return sorted(found, key=lambda record: record.sort_key)


def in_force(record):
    return min((act.in_force.earliest for act in record.acts if act.in_force), default=None)


def first_day(record):
    return in_force(record) or record.when.earliest


def last_day(record):
    """Return the last whole day before an act that suspends or lifts."""
    begun = in_force(record)
    return begun - DAY if begun else record.when.latest


def steps(measures):
    """Return the acts that set a last day, and those that prolong, in order."""
    return [
        record
        for record in measures
        if record.effect == "extends" or (record.until and record.effect in {"imposes", "widens"})
    ]


def late(measures):
    """Yield the prolongations that come after the day that the one before sets."""
    found = steps(measures)
    for before, after in pairwise(found):
        if before.until and after.when.earliest > before.until.latest:
            yield f"{after.id}: adopted after {before.id} had run out on {before.until.edtf}"
        if before.until and after.until and after.until.latest <= before.until.latest:
            yield f"{after.id}: runs no longer than {before.id}, to {after.until.edtf}"


def reach(record, measures):
    """Return the last day to which prolongations carry a restriction, and each that is late."""
    known = [step for step in steps(measures) if step.id != record.id]
    earlier = [step for step in known if record.when and step.when.earliest <= record.when.earliest]
    mine = [step for step in known if record.id in step.changes]
    until = record.until or (earlier[-1].until if earlier else None)
    holes = []
    for step in mine:
        if until and step.when.earliest > until.latest:
            holes.append(step.id)
        until = step.until
    return until, holes


def ends(record, measures):
    """Return the days on which acts end a restriction."""
    stops = {"suspends", "lifts"}
    days = {
        last_day(other)
        for other in measures
        if other.effect in stops and record.id in other.changes
    }
    until, _ = reach(record, measures)
    return days | ({until.latest} if until else set())


def faults(measures):
    yield from late(measures)
    for record in measures:
        if record.effect not in {"imposes", "widens"}:
            continue
        if record.acts and record.applies[0].earliest != first_day(record):
            yield f"{record.id}: applies from {record.applies[0].earliest}, not {first_day(record)}"
        yield from (
            f"{record.id}: had run out before {hole}" for hole in reach(record, measures)[1]
        )
        yield from broken_periods(record, measures)


def broken_periods(record, measures):
    """Yield the ends without an act, and the beginnings without one that restores."""
    known = ends(record, measures)
    following = [*record.applies[1:], None]
    for period, after in zip(record.applies, following, strict=True):
        end = period.end.latest
        if end is None or (after and after.earliest - end == DAY):
            continue
        if end not in known:
            yield f"{record.id}: no act ends it on {end}"
        begun = {
            first_day(other)
            for other in measures
            if other.effect == "restores" and record.id in other.changes
        }
        if after and after.earliest not in begun:
            yield f"{record.id}: no act restores it on {after.earliest}"


@pytest.mark.parametrize("kind", KINDS)
def test_the_bundled_chain_holds(records, kind):
    assert list(faults(chain(records, kind))) == []


def test_a_prolongation_that_comes_too_late_is_found(records, broken):
    late = broken("eu-flight-ban-extended-2023", when=When("2023-03-02"), acts=())

    assert changed(records, late) == [
        "eu-flight-ban-extended-2023: adopted after eu-flight-ban-extended-2022 had run out on 2023-02-28",
        "eu-flight-ban-2021: had run out before eu-flight-ban-extended-2023",
    ]


def test_a_prolongation_that_is_missing_is_found(records):
    rest = [record for record in records if record.id != "eu-flight-ban-extended-2024"]

    assert list(faults(chain(rest, "flight_ban"))) == [
        "eu-flight-ban-extended-2025: adopted after eu-flight-ban-extended-2023 had run out on 2024-02-28",
        "eu-flight-ban-2021: had run out before eu-flight-ban-extended-2025",
    ]


def test_periods_that_no_act_begins_or_ends_are_found(records, broken):
    periods = (When("2006-04-10/2008-10-13"), When("2011-02-01/2015-10-30"))
    deal = broken("eu-travel-ban-2006", applies=periods)

    assert changed(records, deal) == [
        "eu-travel-ban-2006: no act ends it on 2008-10-13",
        "eu-travel-ban-2006: no act restores it on 2011-02-01",
    ]


def test_a_beginning_before_the_act_was_in_force_is_found(records, broken):
    early = broken("eu-flight-ban-2021", applies=(When("2021-06-04/2027-02-28"),))
    short = broken("eu-flight-ban-extended-2026", until=When("2026-02-01"))

    assert changed(records, early) == [
        "eu-flight-ban-2021: applies from 2021-06-04, not 2021-06-05"
    ]
    assert changed(records, short) == [
        "eu-flight-ban-extended-2026: runs no longer than eu-flight-ban-extended-2025, to 2026-02-01",
        "eu-flight-ban-2021: no act ends it on 2027-02-28",
    ]


def test_the_deal_is_announced_and_the_act_ends_the_ban(records):
    suspended = next(record for record in records if record.id == "eu-travel-ban-suspended-2008")
    ban = next(record for record in records if record.id == "eu-travel-ban-2006")

    assert (suspended.announced, suspended.when) == (When("2008-10-13"), When("2008-11-10"))
    assert ban.applies[0].latest == date(2008, 11, 10)


def changed(records, record):
    """Return the faults of a chain in which one record was replaced."""
    rest = [record if other.id == record.id else other for other in records]
    return list(faults(chain(rest, record.kind)))
