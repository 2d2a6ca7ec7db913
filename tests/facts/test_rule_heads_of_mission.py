"""The terms of two heads of one mission do not certainly overlap."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from bynl_relations import Relations, When, relations

HEADS = {
    "ambassador",
    "charge_d_affaires",
    "head_of_office",
    "permanent_representative",
    "consul_general",
}


def stood_by(record, other):
    """Return whether both certainly stood on one day: a bound of one is the first such day."""
    both = Relations.of([record, other], checked=relations.checked)
    days = {date(1991, 12, 1) + timedelta(days=30 * step) for step in range(430)}
    for moment in (record.when, other.when, *record.attested, *other.attested):
        if moment is not None:
            days |= {
                day
                for bound in (moment.start, moment.end)
                for day in (bound.earliest, bound.latest)
                if day
            }
    return any(len(both.appointments(at=day, match="certain")) == 2 for day in sorted(days))


def faults(records):
    heads = [
        one for one in records
        if one.collection == "appointments" and one.function in HEADS and not one.claimed
    ]  # fmt: skip
    for one, other in combinations(heads, 2):
        same = one.mission and one.mission == other.mission and one.person != other.person
        if same and one.function == other.function and stood_by(one, other):
            yield f"{one.id} and {other.id} headed {one.mission} at once"


def test_two_ambassadors_at_once_are_found(broken):
    first = broken("gerasimovich-ambassador-to-nl", when=When("2001-02/2014-08"))
    second = broken("barysevich-ambassador-to-nl")

    assert list(faults([first, second])) == [
        "gerasimovich-ambassador-to-nl and barysevich-ambassador-to-nl headed by-embassy-the-hague at once"
    ]


def test_terms_that_may_but_need_not_overlap_are_none(broken):
    first = broken("gerasimovich-ambassador-to-nl")
    second = broken("gritsenko-ambassador-to-nl")

    assert list(faults([first, second])) == []


def test_the_bundled_terms_follow_each_other(records):
    assert list(faults(records)) == []
