"""A fact is not later than the publication that reports it.

What is older than a fact can only tell a plan or an earlier stage of it: it is cited as `partly`.
"""

from __future__ import annotations

import pytest

from bynl_relations import When

#: Texts that are older than what they support, and why.
EXCEPTIONS = {
    ("european-parliament-on-children-trips-2009", "european-parliament-strategie-de-lunion-europeenne-a-legard"):
        "the page of the procedure bears the day of the debate and tells of the vote on the next",
    ("eu-asset-freeze-extended-2010", "eur-lex-gemeenschappelijk-standpunt-2006-276-gbvb-van-de-raad"):
        "the page of the act of 2006 notes which decision repealed it",
    ("eu-travel-ban-extended-2010", "eur-lex-gemeenschappelijk-standpunt-2006-276-gbvb-van-de-raad"):
        "the page of the act of 2006 notes which decision repealed it",
    ("eu-persons-still-barred-2015", "council-press-belarus-eu-suspends-restrictive-measures"):
        "the act of 29 October sets what stands from the 31st",
    ("vienna-document-inspection-2018", "belta-vienna-document-inspection-2018"):
        "the record is of the inspection as announced, and says so",
    ("states-visa-free-by-2024", "pozirk-visa-free-for-35-european-states"):
        "the ministry's list of 17 July is that of the rule from the 19th",
}  # fmt: skip


def early(records):
    for record in records:
        moments = [record.when] if record.when is not None else list(record.attested)
        known = [one.start.earliest for one in moments if one.start.earliest is not None]
        for one in record.citations:
            published = one.source.published
            if one.stance != "supports" or not known or published is None:
                continue
            if published.latest is not None and min(known) > published.latest:
                yield record.id, one.source.id


def faults(records):
    for pair in early(records):
        if pair not in EXCEPTIONS:
            yield f"{pair[0]}: {pair[1]} is older than the fact that it should support"


def test_a_report_older_than_its_fact_is_found(broken):
    late = broken("by-embassy-vandalised-2023", when=When("2024-07-02"))

    assert len(list(faults([late]))) == 5


def test_the_bundled_facts_are_not_later_than_their_reports(records):
    assert list(faults(records)) == []


@pytest.mark.parametrize("pair", EXCEPTIONS, ids="-".join)
def test_each_exception_is_still_needed(records, pair):
    assert pair in set(early(records))
