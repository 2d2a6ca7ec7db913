"""A note tells a reader something about the fact, not how it was searched or what was remembered."""

from __future__ import annotations

import re

#: How a search was made, what a copy hid, and what only derives from the tiers.
PROCESS = re.compile(
    r"primary text|own text was|\bexcerpts?\b|\b(not|only|once|first) seen\b|\bseen (once|in its|in the)\b"
    r"|\bsearch(es|ed)?\b|other knowledge|\bteaser\b|part (that was )?seen|copy seen|\btexts? seen\b",
    re.IGNORECASE,
)


def faults(records):
    for record in records:
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


def test_the_bundled_notes_tell_of_facts(records):
    held = [record for record in records if record.collection != "measures"]

    assert list(faults(held)) == []
