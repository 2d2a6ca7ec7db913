"""A claim has a source that tells it, better ones that deny it, a reason, and low confidence."""

from __future__ import annotations

import attrs


def faults(records):
    for record in records:
        if not record.claimed:
            continue
        stances = {one.stance for one in record.citations}
        if not {"supports", "denies"} <= stances:
            yield f"{record.id}: a claim needs who tells it and who denies it"
        if record.confidence != "low":
            yield f"{record.id}: a claim of {record.confidence} confidence"
        if not record.rationale:
            yield f"{record.id}: a claim without a reason"
        if not ("claim" in record.title.casefold() or record.title.startswith("Report of")):
            yield f"{record.id}: its title does not say that it is a claim"


def test_a_fact_that_is_merely_marked_as_claimed_is_found(broken):
    record = broken("by-embassy-the-hague")
    denied = attrs.evolve(record.citations[0], stance="denies")
    found = list(faults([attrs.evolve(record, claimed=True, citations=(denied,))]))

    assert len(found) == 4


def test_a_claim_that_nobody_tells_is_found(broken):
    claim = broken("by-honorary-consulate-the-hague")
    kept = tuple(one for one in claim.citations if one.stance == "denies")

    assert list(faults([attrs.evolve(claim, citations=kept)])) == [
        "by-honorary-consulate-the-hague: a claim needs who tells it and who denies it"
    ]


def test_the_bundled_claims_are_claims(records):
    assert any(record.claimed for record in records)
    assert list(faults(records)) == []
