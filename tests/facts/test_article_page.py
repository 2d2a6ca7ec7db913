"""The page on the encyclopedia article is what the data says, sentence by sentence."""

from __future__ import annotations

import article_page as tool
import attrs
import pytest

from bynl_relations import relations


def cited(record, locator):
    return next(one for one in record.citations if one.locator == locator)


def test_the_page_is_the_one_that_the_data_gives():
    assert tool.PAGE.read_text("utf-8") == tool.page()


def test_every_sentence_has_a_verdict():
    assert {locator for locator, *_ in tool.rows()} == set(tool.SENTENCES)
    assert len(tool.SENTENCES) == 18


@pytest.mark.parametrize(
    ("name", "locator", "expected"),
    [
        ("diplomatic-relations", "lead.1.1", "contradicted"),
        ("by-honorary-consulate-the-hague", "lead.1.2", "contradicted"),
        ("nl-embassy-warsaw", "lead.1.3", "confirmed"),
        ("nl-against-inviting-lukashenko-2009", "lead.3.1", "refined"),
        ("children-hosted-wikipedia", "children.1.1", "refined"),
        ("dutch-observers-border-protest-2006", "election.1.2", "not found elsewhere"),
    ],
)
def test_a_verdict_follows_from_the_citations(name, locator, expected):
    record = relations[name]

    assert tool.verdict(record, cited(record, locator)) == expected


def test_a_verdict_changes_with_the_citations():
    record = relations["nl-embassy-warsaw"]
    alone = attrs.evolve(record, citations=(cited(record, "lead.1.3"),))

    assert tool.verdict(alone, alone.citations[0]) == "not found elsewhere"
