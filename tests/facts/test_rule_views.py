"""The story can be told as each source tells it; a value that it asserts fits its field."""

from __future__ import annotations

import pytest

from bynl_relations import Assertion, InvalidData, relations


def test_every_source_that_asserts_has_its_view(records):
    sources = {one.source.id for record in records for one in record.citations if one.asserts}

    assert sources
    for source in sources:
        view = relations.according_to(source)
        assert {one.id for name in view for one in view[name].sources} == {source}
        assert not any(view[name].claimed for name in view)


def test_every_other_source_has_records_to_tell(records):
    speaks = {
        one.source.id
        for record in records
        for one in record.citations
        if one.stance != "denies"
    }  # fmt: skip
    denies = {source.id for source in relations.sources()} - speaks

    assert denies == set()


def test_a_value_that_does_not_fit_its_field_cannot_be_built(broken):
    record = broken("diplomatic-relations")
    citation = next(one for one in record.citations if one.asserts)
    wrong = type(citation)(
        citation.source, "contradicts", "Says so.", "", (Assertion("when", "1994"),)
    )

    with pytest.raises(InvalidData, match="citations"):
        broken("diplomatic-relations", citations=(wrong,))
