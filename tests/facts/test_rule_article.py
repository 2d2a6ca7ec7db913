"""All eighteen content sentences of the encyclopedia article are cited by their locator."""

from __future__ import annotations

SENTENCES = (
    "lead.1.1 lead.1.2 lead.1.3 lead.1.4 lead.2.1 lead.2.2 lead.3.1 lead.4.1 "
    "children.1.1 children.1.2 children.1.3 children.1.4 "
    "election.1.1 election.1.2 election.2.1 election.2.2 election.2.3 election.2.4"
).split()


def told(records):
    return [
        (one.locator, record)
        for record in records
        for one in record.citations
        if one.source.id == "wikipedia"
    ]


def faults(records):
    found = {locator for locator, _ in told(records)}
    for locator in SENTENCES:
        if locator not in found:
            yield f"{locator} is cited nowhere"
    for locator in sorted(found - set(SENTENCES)):
        yield f"{locator!r} is no sentence of the article"
    for locator, record in told(records):
        sole = {one.source.id for one in record.citations if one.stance == "supports"}
        if sole == {"wikipedia"} and record.confidence != "low":
            yield f"{record.id}: told by {locator} alone, and not held at low confidence"


def test_a_sentence_that_is_left_out_is_found(records, broken):
    less = [one for one in records if one.id != "diplomatic-relations"]

    assert list(faults(less)) == ["lead.1.1 is cited nowhere"]


def test_trust_in_the_article_alone_is_found(records, broken):
    name = "dutch-observers-border-protest-2006"
    rest = [one for one in records if one.id != name]

    assert list(faults([*rest, broken(name, confidence="high")])) == [
        f"{name}: told by election.1.2 alone, and not held at low confidence"
    ]


def test_the_bundled_data_answers_every_sentence(records):
    assert len(SENTENCES) == 18
    assert list(faults(records)) == []
