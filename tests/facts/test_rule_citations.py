"""Every record is cited; a citation says something; a source is cited once for each place in it."""

from __future__ import annotations

from collections import Counter

import attrs
import pytest

from bynl_relations import InvalidData


def faults(records):
    for record in records:
        places = Counter((one.source.id, one.locator) for one in record.citations)
        for (source, locator), times in places.items():
            if times > 1:
                yield f"{record.id}: {source} {locator} is cited {times} times"
        for one in record.citations:
            if len(one.says) < 10:
                yield f"{record.id}: {one.source.id} says nothing"
        if not any(one.stance in {"supports", "partly"} for one in record.citations):
            yield f"{record.id}: nobody supports it"
        if record.disputed and not record.rationale:
            yield f"{record.id}: sources differ and no rationale says why our value stands"
        if not record.disputed and record.rationale:
            yield f"{record.id}: a rationale where no source differs"
        if not record.summary or not record.topics:
            yield f"{record.id}: no summary or no topic"


def test_a_record_without_a_citation_cannot_be_built(broken):
    with pytest.raises(InvalidData, match="at least one citation"):
        broken("by-embassy-the-hague", citations=())


def test_poor_citations_are_found(broken):
    embassy = broken("by-embassy-the-hague")
    first = embassy.citations[0]
    mute = attrs.evolve(first, says="")
    denial = attrs.evolve(first, stance="denies")
    found = [
        *faults([broken("by-embassy-the-hague", citations=(first, mute))]),
        *faults([broken("by-embassy-the-hague", citations=(denial,))]),
        *faults([broken("by-embassy-the-hague", rationale="Because.", topics=())]),
    ]

    assert found == [
        "by-embassy-the-hague: by-embassy-political-contacts  is cited 2 times",
        "by-embassy-the-hague: by-embassy-political-contacts says nothing",
        "by-embassy-the-hague: nobody supports it",
        "by-embassy-the-hague: sources differ and no rationale says why our value stands",
        "by-embassy-the-hague: a rationale where no source differs",
        "by-embassy-the-hague: no summary or no topic",
    ]


def test_the_bundled_records_are_well_cited(records):
    assert list(faults(records)) == []
