"""The card of a record in plain text: all that it holds, in lines that fit."""

from __future__ import annotations

import attrs
import pytest

from bynl_relations import Citation, Source, relations
from bynl_relations._display.card import record_text
from bynl_relations._display.text import width_of
from bynl_relations._display.wording import fields
from bynl_relations.model import COLLECTIONS, Record, kind

OFFICE = relations["nl-embassy-office-minsk"]


def card(record: Record, width: int | None = None) -> str:
    return record_text(record, width)


def test_a_card_begins_with_the_title_and_its_summary() -> None:
    lines = card(OFFICE).splitlines()

    assert lines[0] == OFFICE.title
    assert lines[1] == f"summary         {OFFICE.summary}"
    assert "id              nl-embassy-office-minsk" in lines


def test_a_record_is_printed_as_its_card() -> None:
    assert str(OFFICE) == record_text(OFFICE, 100)
    assert max(map(width_of, str(OFFICE).splitlines())) <= 100 or "://" in str(OFFICE)


def test_a_card_tells_what_the_kind_adds_and_what_follows_from_it() -> None:
    assert "\nsending state   Netherlands\n" in card(OFFICE)
    assert "\nresident        yes\n" in card(OFFICE)


def test_a_field_that_holds_nothing_is_left_out() -> None:
    bare = attrs.evolve(OFFICE, summary="", notes="", topics=(), seat=OFFICE.seat)

    assert [one for one in ("summary", "notes", "topics") if f"\n{one} " in card(bare)] == []


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_that_holds_something_is_on_the_card(collection: str) -> None:
    record = relations.all(collection=collection)[0]
    full = {"notes": "Some notes.", "related": ("one-record",), "replaced_by": "new-record",
            "references": ("Trb. 1995, 143",), "topics": ("some-topic",),
            "summary": "A summary."}  # fmt: skip
    # A mission derives its place.
    labelled = dict(fields(type(record)(**{
        **{name: getattr(record, name) for name in record.field_names()
           if (collection, name) != ("missions", "place")}, **full,
    })))  # fmt: skip

    assert [text for text in (*full["topics"], *full["related"], *full["references"],
                              full["notes"], full["summary"], full["replaced_by"])
            if text not in " ".join(str(value) for value in labelled.values())] == []  # fmt: skip
    labels = {label.lower().replace(" ", "_") for label in labelled}
    shown = {"kind", "effect", "function", "level", "attitude", "low", "high", "stated", "unit",
             "seat", "quotation"}  # fmt: skip
    assert [name for name in kind(collection).own_names()
            if getattr(record, name) and name not in shown | labels] == []  # fmt: skip


def test_every_source_is_shown_with_its_stance_words_and_address() -> None:
    text = card(OFFICE)

    assert [one.source.id for one in OFFICE.citations if one.source.id not in text] == []
    assert [one.says for one in OFFICE.citations if one.says not in text] == []
    assert [one.source.url for one in OFFICE.citations if one.source.url not in text] == []


def test_the_language_of_a_source_is_shown_and_its_english_title_stands_in() -> None:
    source = Source("s", title_en="A letter", tier="news", language="be")
    text = card(attrs.evolve(OFFICE, seat=OFFICE.seat, citations=(Citation(source),)))

    assert "  supports      A letter (news, be, s)" in text


def test_every_sighting_is_shown() -> None:
    record = relations["nl-embassy-warsaw"]

    assert len(record.attested) > 3
    assert f"\nseen            {', '.join(map(str, record.attested))}\n" in card(record) or (
        record.when is None
    )


def test_a_quotation_is_shown_with_its_speaker() -> None:
    (record, *_) = relations.positions(where=lambda one: one.quotation is not None)

    assert record.quotation is not None
    assert f"\nquotation       {record.quotation}\n" in card(record)


def test_a_dispute_is_shown_with_the_reason_why_we_hold_ours() -> None:
    record = relations["diplomatic-relations"]
    text = card(record)

    assert "\ndisputed        when: 1992-03-24 ≠ 1994 (Wikipedia)\n" in text
    assert f"\nwhy ours        {record.rationale}\n" in text


def test_a_record_that_nobody_disputes_speaks_of_no_dispute() -> None:
    assert not OFFICE.disputed
    assert "disputed" not in card(OFFICE)


def test_a_claim_is_never_mistaken_for_ours() -> None:
    assert "held            no: a source claims it" in card(
        relations["by-honorary-consulate-the-hague"]
    )


def test_related_records_have_their_titles_where_these_are_known() -> None:
    record = attrs.evolve(OFFICE, seat=OFFICE.seat, related=("first", "second"))
    text = record_text(record, None, {"first": "The first"})

    assert "\nrelated         first (The first)\n                second\n" in text
    assert "\nrelated         first\n                second\n" in card(record)


@pytest.mark.parametrize("width", [60, 80, 100])
def test_the_lines_fit_a_terminal_save_for_what_cannot_be_broken(width: int) -> None:
    long = [
        line
        for record in relations.missions(claims=True)
        for line in card(record, width).splitlines()
        if width_of(line) > width
    ]

    assert [line for line in long if " " in line.strip()] == []
