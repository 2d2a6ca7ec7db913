"""A note tells a reader something about the fact, not how it was searched or what was remembered."""

from __future__ import annotations

import re

#: How a search was made, what a copy hid, and what only derives from the tiers.
PROCESS = re.compile(
    r"primary text|own text was|\bexcerpts?\b|\b(not|only|once|first) seen\b|\bseen (once|in its|in the)\b"
    r"|\bsearch(es|ed)?\b|other knowledge|\bteaser\b|part (that was )?seen|copy seen|\btexts? seen\b",
    re.IGNORECASE,
)


#: A word that a note quotes.
QUOTED = re.compile(r"(?<!\w)'([^']{3,60})'(?!\w)")


def words(record):
    """Yield the texts of a record in which a quoted word can stand."""
    yield from (record.title, record.summary, getattr(record, "subject", ""))
    for citation in record.citations:
        yield from (citation.says, citation.source.title, citation.source.title_en)


def faults(records):
    for record in records:
        told = " ".join(words(record)).casefold()
        for quoted in QUOTED.findall(record.notes):
            if quoted.casefold() not in told:
                yield f"{record.id}: the notes quote {quoted!r}, which the record does not hold"
        for field in ("summary", "notes", "rationale"):
            found = PROCESS.search(getattr(record, field))
            if found:
                yield f"{record.id}: {field} tell of the search: {found[0]!r}"


def test_a_note_on_the_search_is_found(broken):
    name = "by-embassy-the-hague"
    wrong = (
        "No primary text was seen.",
        "Three searches brought nothing.",
        "The reply was not seen.",
        "By other knowledge it closed.",
    )

    for note in wrong:
        assert len(list(faults([broken(name, notes=note)]))) == 1, note
    assert list(faults([broken(name, notes="When the embassy moved is not known.")])) == []


def test_a_quotation_of_what_the_record_does_not_hold_is_found(broken):
    name = "political-consultations-2018"
    quoting = broken(name, notes="'Historic' is the word of BelTA.")

    assert list(faults([quoting])) == [
        f"{name}: the notes quote 'Historic', which the record does not hold"
    ]
    assert list(faults([broken(name)])) == []


def test_the_bundled_notes_tell_of_facts(records):
    assert list(faults(records)) == []
