"""A chain of measures holds: what an act alters was there, and the periods show what was done."""

from __future__ import annotations

from bynl_relations import When

#: Acts that impose or widen a restriction, or grant; the others show in what they change.
MAKES = {"imposes", "widens", "grants"}
ALTERS = {"extends", "widens", "eases", "suspends", "restores", "lifts"}
#: Kinds that reach beyond their own: who may be listed, and what breaches are punishable.
ABOUT_OTHERS = {"listing_criteria", "enforcement"}


def faults(records):
    held = {record.id: record for record in records}
    for record in records:
        if record.collection != "measures" or record.claimed:
            continue
        bars = record.effect in MAKES and record.kind != "listing_criteria"
        if bars != bool(record.applies):
            yield f"{record.id}: {record.effect} and {len(record.applies)} periods"
        if record.effect in ALTERS and not record.changes:
            yield f"{record.id}: {record.effect} nothing"
        for other in [held[name] for name in record.changes]:
            yield from wrong_change(record, other)


def wrong_change(record, other):
    """Yield what cannot be where one measure alters another, or an agreement."""
    begun = [moment for moment in (other.when, *getattr(other, "applies", ())) if moment]
    if record.when and begun and min(moment.earliest for moment in begun) > record.when.latest:
        yield f"{record.id}: changes {other.id}, which came later"
    if other.collection != "measures":
        return
    if record.kind not in {other.kind, *ABOUT_OTHERS}:
        yield f"{record.id}: {record.kind} changes {other.id}, which is {other.kind}"
    if record.when and record.effect != "lifts" and ended(other, record):
        yield f"{record.id}: {record.effect} {other.id}, which ended before"
    if record.effect == "lifts" and record.when:
        for period in other.applies:
            if period.latest is None or period.latest > record.when.latest:
                yield f"{record.id}: lifts {other.id}, which runs on to {period.latest}"


def ended(other, record):
    """Return whether a measure had ended, for more than a suspension, before an act altered it."""
    if record.effect == "restores" or not other.applies:
        return False
    last = other.applies[-1].latest
    return last is not None and last < record.when.earliest


def test_broken_chains_are_found(broken):
    ban = broken("eu-travel-ban-1998")
    lifted = broken("eu-travel-ban-1998-lifted")
    later = broken("eu-travel-ban-1998", applies=(When("1998-07-09/2003-01-01"),))
    wrong = [
        *faults([broken("eu-travel-ban-1998", applies=())]),
        *faults([ban, broken("eu-travel-ban-1998-lifted", changes=())]),
        *faults([ban, broken("eu-travel-ban-1998-lifted", when=When("1990"))]),
        *faults([later, lifted]),
        *faults([ban, broken("eu-travel-ban-1998-lifted", when=When("2001"), effect="eases")]),
        *faults([ban, broken("eu-arms-embargo-eased-2017", changes=(ban.id,))]),
    ]

    assert wrong == [
        "eu-travel-ban-1998: imposes and 0 periods",
        "eu-travel-ban-1998-lifted: lifts nothing",
        "eu-travel-ban-1998-lifted: changes eu-travel-ban-1998, which came later",
        "eu-travel-ban-1998-lifted: lifts eu-travel-ban-1998, which runs on to 1999-02-22",
        "eu-travel-ban-1998-lifted: lifts eu-travel-ban-1998, which runs on to 2003-01-01",
        "eu-travel-ban-1998-lifted: eases eu-travel-ban-1998, which ended before",
        "eu-arms-embargo-eased-2017: arms_embargo changes eu-travel-ban-1998, which is travel_ban",
        "eu-arms-embargo-eased-2017: eases eu-travel-ban-1998, which ended before",
    ]


def test_the_bundled_chains_hold(records):
    assert list(faults(records)) == []
