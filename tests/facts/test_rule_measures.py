"""A chain of measures holds: what an act alters was there, and the periods show what was done."""

from __future__ import annotations

from bynl_relations import When

#: Acts that impose or widen a restriction; the others show in `applies` of what they change.
MAKES = {"imposes", "widens"}
ALTERS = {"extends", "widens", "eases", "suspends", "restores", "lifts"}
#: Why an act that alters something names nothing that it alters.
ALONE = {
    "by-visa-free-minsk-airport-2017": "it eases the general duty to have a visa",
    "by-visa-free-land-entry-2024": "it eases the general duty to have a visa",
    "nl-asylum-policy-belarus-2022": "it eases the general policy on asylum",
    "nl-sanctieregeling-belarus-2022": "the order of 2006 that it widens has no record",
    "eu-asset-freeze-2022-03-officers": "it widens the list over Ukraine, which has no record",
    "eu-travel-ban-2022-03-officers": "it widens the list over Ukraine, which has no record",
}  # fmt: skip


def faults(records):
    held = {record.id: record for record in records}
    for one in records:
        if one.collection != "measures" or one.claimed:
            continue
        if (one.effect in MAKES) != bool(one.applies):
            yield f"{one.id}: {one.effect} and {len(one.applies)} periods"
        if one.effect in ALTERS and not one.changes and one.id not in ALONE:
            yield f"{one.id}: {one.effect} nothing"
        for name in one.changes:
            other = held[name]
            begun = [moment for moment in (other.when, *getattr(other, "applies", ())) if moment]
            if one.when and begun and min(moment.earliest for moment in begun) > one.when.latest:
                yield f"{one.id}: changes {name}, which came later"
            if other.collection == "measures" and one.kind != other.kind:
                yield f"{one.id}: {one.kind} changes {name}, which is {other.kind}"
            if one.effect == "lifts" and one.when and other.collection == "measures":
                for period in other.applies:
                    if period.latest is None or period.latest > one.when.latest:
                        yield f"{one.id}: lifts {name}, which runs on to {period.latest}"


def test_broken_chains_are_found(broken):
    ban = broken("eu-travel-ban-1998")
    lifted = broken("eu-travel-ban-1998-lifted")
    later = broken("eu-travel-ban-1998", applies=(When("1998-07-09/2003-01-01"),))
    wrong = [
        *faults([broken("eu-travel-ban-1998", applies=())]),
        *faults([ban, broken("eu-travel-ban-1998-lifted", changes=())]),
        *faults([ban, broken("eu-travel-ban-1998-lifted", when=When("1990"))]),
        *faults([later, lifted]),
    ]

    assert wrong == [
        "eu-travel-ban-1998: imposes and 0 periods",
        "eu-travel-ban-1998-lifted: lifts nothing",
        "eu-travel-ban-1998-lifted: changes eu-travel-ban-1998, which came later",
        "eu-travel-ban-1998-lifted: lifts eu-travel-ban-1998, which runs on to 1999-02-22",
        "eu-travel-ban-1998-lifted: lifts eu-travel-ban-1998, which runs on to 2003-01-01",
    ]


def test_the_bundled_chains_hold(records):
    assert list(faults(records)) == []
