"""A text denies nothing that happened after it was written."""

from __future__ import annotations

import attrs

from bynl_relations import When

#: The encyclopedia article bears no date; it was written about 2009.
ARTICLE = When("2009")


def faults(records):
    for record in records:
        begun = record.when.start.earliest if record.when is not None else None
        for citation in record.citations:
            source = citation.source
            written = source.published or (ARTICLE if source.id == "wikipedia" else None)
            if citation.stance != "denies" or begun is None or written is None:
                continue
            if written.latest is not None and begun > written.latest:
                yield f"{record.id}: {source.id} of {written} cannot deny it"


def test_a_denial_older_than_its_fact_is_found(broken):
    visit = broken("brandt-minsk-visit-2017")
    article = attrs.evolve(broken("diplomatic-relations").citations[1], stance="denies", asserts=())
    claim = broken("by-honorary-consulate-the-hague")

    assert article.source.id == "wikipedia"
    assert list(
        faults([attrs.evolve(visit, citations=(*visit.citations, article), rationale="Dates.")])
    ) == ["brandt-minsk-visit-2017: wikipedia of 2009 cannot deny it"]
    assert list(faults([claim])) == []


def test_no_bundled_record_is_denied_by_an_older_text(records):
    assert list(faults(records)) == []
