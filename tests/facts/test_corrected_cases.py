"""The corrections of the second reading, each as the sources have it."""

from __future__ import annotations

import pytest

from bynl_relations import Place, When, relations


def cited(name):
    """Return the ids of the sources that a record cites."""
    return {citation.source.id for citation in relations[name].citations}


@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("amsterdam-honorary-consul-breaks-with-minsk", "[2022-11-24..]"),
        ("belavia-cancels-schiphol", "2021-05-26~"),
        ("by-ambassador-on-2020-violence", "2020-09-14"),
        ("by-no-need-for-recalled-eu-ambassadors-2012", "2012-03~"),
        ("coevorden-brest-city-tie", "2000/"),
        ("eindhoven-council-minsk-visit", "2008"),
        ("eindhoven-council-motion-2010-election", "[2010-12-19..]"),
        ("eu-belarus-partnership-agreement", "1995-03-06"),
        ("eu-council-declaration-on-belarus-1997", "1997-04-29"),
        ("eu-persons-listed-2024-07", "2024-08-05"),
        ("eu-persons-still-barred-2016", "2016-02-15"),
        ("matra-programme", "1993-11/"),
        ("no-direct-government-contact-claim", "1997"),
        ("osce-netherlands", "1973-06-25/.."),
        ("peoples-embassy-of-belarus-in-nl", "[2020-10-31..]"),
        ("srk-fears-end-of-children-trips-2004", "2004-12-16"),
        ("tsikhanouskaya-visit-2025-october", "2025-10-17/2025-10-18"),
        ("tweede-kamer-border-crisis-debate-2021", "2021-11-17/2021-11-18"),
    ],
)
def test_a_time_is_the_one_of_the_source(name, when):
    assert When(when) == relations[name].when


def test_the_office_in_minsk_was_at_work_until_early_2022():
    office = relations["nl-embassy-office-minsk"]

    assert [When(day) for day in ("2018-11-10", "2020-08-09", "2021-04", "2022-03~")] == list(
        office.attested
    )
    assert "netherlands-and-you-embassy-funds-for-belarus-2022" in cited(office.id)


def test_the_embassy_of_belarus_was_counted_in_2000_and_2005():
    embassy = relations["by-embassy-the-hague"]

    assert {When("2000"), When("2005")} <= set(embassy.attested)
    assert "cow-diplomatic-exchange-2006" in cited(embassy.id)


def test_the_partnership_agreement_was_signed_in_brussels():
    agreement = relations["eu-belarus-partnership-agreement"]

    assert agreement.place == Place("Brussels", "BE")
    assert "Trb. 1995, 143" in agreement.references
    assert "belgian-senate-annals-1997-07-16" in cited(agreement.id)


def test_the_interview_alone_begins_matra_in_1994():
    programme = relations["matra-programme"]
    told = {
        (citation.source.id, assertion.value)
        for citation in programme.citations
        for assertion in citation.asserts
    }

    assert told == {("prospekt-vijftien-jaar-matra", When("1994/"))}
    assert "1993" in programme.rationale


def test_two_inspections_of_2018_were_apart():
    inspection = relations["vienna-document-inspection-2018"]

    assert "separately" in inspection.citations[0].says
    assert "address" not in inspection.citations[0].says


def test_blok_asked_for_new_elections_before_the_meeting_and_not_after():
    summary = relations["blok-asks-for-targeted-measures-2020"].summary

    assert summary.index("asked for new elections") < summary.index("left a recount")


def test_the_hague_conventions_have_many_parties():
    assert relations["apostille-convention"].multilateral
    assert relations["hague-disputes-convention-1899"].multilateral


def test_the_article_denies_nothing_of_days_after_it():
    denied = [
        record.id
        for record in (relations[name] for name in relations)
        for citation in record.citations
        if citation.stance == "denies" and citation.source.id == "wikipedia"
    ]

    assert denied == []


def test_four_rounds_of_2011_are_counted():
    counts = {
        name: int(relations[f"eu-persons-added-2011-{name}"].low)
        for name in ("03", "05", "10", "12")
    }

    assert counts == {"03": 19, "05": 13, "10": 16, "12": 2}
