"""Dates are in order, and none lies after the day on which the data was last checked."""

from __future__ import annotations

from itertools import pairwise

from bynl_relations import When, relations


def began_after(moment, day):
    return moment.start.earliest is not None and moment.start.earliest > day


def faults(records):
    day = relations.checked.latest
    for record in records:
        moments = {"when": record.when} | {f"attested {one}": one for one in record.attested}
        for name in ("credentials", "in_force", "terminated"):
            moments[name] = getattr(record, name, None)
        for one in getattr(record, "applies", ()):
            moments[f"applies {one}"] = one
        for citation in record.citations:
            moments[f"{citation.source.id} published"] = citation.source.published
        for name, moment in moments.items():
            if moment is not None and began_after(moment, day) and "applies" not in name:
                yield f"{record.id}: {name} lies after the data's own date"
            if (
                moment is not None
                and "attested" in name
                and moment.latest > day
                and moment.precision == "day"
            ):
                yield f"{record.id}: {name} was not yet seen"
        order = [
            record.when,
            getattr(record, "in_force", None),
            getattr(record, "terminated", None),
        ]
        if record.collection == "agreements":
            known = [one for one in order if one is not None]
            if any(left.earliest > right.latest for left, right in pairwise(known)):
                yield f"{record.id}: signed, in force and ended in the wrong order"
        if record.collection == "measures" and record.when is not None:
            for one in record.applies:
                if one.latest is not None and one.latest < record.when.earliest:
                    yield f"{record.id}: applied before it was adopted"
            if list(record.applies) != sorted(record.applies, key=lambda one: one.sort_key):
                yield f"{record.id}: periods in the wrong order"
        credentials = getattr(record, "credentials", None)
        if (
            credentials is not None
            and record.when is not None
            and credentials.latest < record.when.start.earliest
        ):
            yield f"{record.id}: credentials before the term"


def test_dates_of_the_future_and_in_disorder_are_found(broken):
    wrong = [
        broken("diplomatic-relations", when=When("2091-03-24")),
        broken("by-embassy-the-hague", attested=(When("2090-01-01"),)),
        broken("investment-protection-agreement", in_force=When("1990")),
        broken("eu-travel-ban-1998", applies=(When("1997-01-01/1997-02-01"),)),
        broken("barysevich-ambassador-to-nl", credentials=When("2013-01-01")),
    ]

    assert [text.split(":")[0] for text in faults(wrong)] == [
        "diplomatic-relations",
        "by-embassy-the-hague",
        "by-embassy-the-hague",
        "investment-protection-agreement",
        "eu-travel-ban-1998",
        "barysevich-ambassador-to-nl",
    ]


def test_the_bundled_dates_are_in_order(records):
    assert list(faults(records)) == []


def test_the_data_says_on_which_day_it_was_checked():
    assert relations.checked.precision == "day"
    assert relations.version.replace(".", "-") == str(relations.checked)
