"""The card of a record: everything that is held, in lines that fit."""

from __future__ import annotations

import attrs
import pytest

from bynl_relations import relations
from bynl_relations._display.text import width_of
from bynl_relations.cli.card import card

OFFICE = relations["nl-embassy-office-minsk"]


def test_a_card_begins_with_the_title_and_names_the_record() -> None:
    lines = card(OFFICE).splitlines()

    assert lines[0] == OFFICE.title
    assert lines[1:4] == [
        "id              nl-embassy-office-minsk",
        "collection      missions",
        "when            2017-07-10/",
    ]


def test_a_card_tells_what_the_kind_adds_and_what_follows_from_it() -> None:
    told = card(OFFICE)

    assert "\nsending state   Netherlands\n" in told
    assert "\nresident        yes\n" in told


def test_the_seat_of_a_mission_is_told_once() -> None:
    assert card(OFFICE).count("Minsk, BY\n") == 1


def test_a_field_that_holds_nothing_is_left_out() -> None:
    bare = attrs.evolve(OFFICE, summary="", notes="", topics=(), seat=OFFICE.seat)

    assert [one for one in ("summary", "notes", "topics") if f"\n{one} " in card(bare)] == []


def test_every_source_is_told_with_its_stance_words_and_address() -> None:
    told = card(OFFICE)

    assert [one.source.id for one in OFFICE.citations if one.source.id not in told] == []
    assert [one.says for one in OFFICE.citations if one.says not in told] == []
    assert [one.source.url for one in OFFICE.citations if one.source.url not in told] == []


def test_every_sighting_is_told() -> None:
    record = relations["nl-embassy-warsaw"]

    assert len(record.attested) > 3
    assert f"\nseen            {', '.join(map(str, record.attested))}\n" in card(record)


def test_a_quotation_is_told_with_its_speaker() -> None:
    (record, *_) = relations.positions(where=lambda one: one.quotation is not None)
    quotation = record.quotation

    assert quotation is not None
    assert f"\nquotation       {quotation}\n" in card(record)


def test_a_dispute_is_told_with_the_reason_why_we_hold_ours() -> None:
    record = relations["diplomatic-relations"]
    told = card(record)

    assert "  when: 1992-03-24 ≠ 1994 (Wikipedia)\n" in told
    assert f"  why ours: {record.rationale}\n" in told


def test_a_record_that_nobody_disputes_speaks_of_no_dispute() -> None:
    assert not OFFICE.disputed
    assert "differ" not in card(OFFICE)


def test_a_claim_is_never_mistaken_for_ours() -> None:
    assert "claimed by a source, not held" in card(relations["by-honorary-consulate-the-hague"])


@pytest.mark.parametrize("width", [60, 80, 100])
def test_the_lines_fit_a_terminal_save_for_what_cannot_be_broken(width: int) -> None:
    long = [
        line
        for record in relations.missions(claims=True)
        for line in card(record, width).splitlines()
        if width_of(line) > width
    ]

    assert [line for line in long if " " in line.strip()] == []
