"""The texts are written as a newspaper writes: no stock phrases, no numeral first, no loose end."""

from __future__ import annotations

import re

#: Wordings that no newspaper prints, and what to write instead.
WORDINGS = {
    r"\bfreed (of|by) (the|its)\b": "no longer barred, taken off the list",
    r"\bstood on the\b.*\blist\b": "were on the list",
    r"\bto hurry\b": "to speed up",
    r"\bstop on (children|trips|visas)\b": "ban",
    r"\bin all\b(?! of)": "in total",
    r"\bturned away from the authorities\b": "broke with the authorities",
    r"\bby way of\b": "through",
    r"\blaid an? \w+ embargo on\b": "imposed",
    r"\bno begin\b|\bBegin and end\b": "beginning",
    r"\b[Tt]he encyclopedia article\b": "which one: the English Wikipedia article",
    r"\bby (AFP|DPA|AP|BelaPAN|Europolitics|UDF)\b(?! of)": "according to",
}
#: Words that begin a summary and point at another record.
LOOSE = re.compile(
    r"(The same\b|That (day|act|month)\b|In (that|the same) |After (the act of )?that "
    r"|(It|He|She|They|This|These|His|Her|Their)\b)"
)


def texts(record):
    """Yield the prose of a record."""
    yield from (record.title, record.summary, record.notes, record.rationale)
    yield from (citation.says for citation in record.citations)


def faults(records):
    for record in records:
        for text in texts(record):
            for wording, better in WORDINGS.items():
                if re.search(wording, text):
                    yield f"{record.id}: write {better!r}: {text!r}"
        if re.match(r"\d", record.summary):
            yield f"{record.id}: its summary begins with a numeral"
        if LOOSE.match(record.summary) or "of that day" in record.summary:
            yield f"{record.id}: its summary points at what it does not tell"


def test_poor_wordings_are_found(broken):
    name = "by-embassy-the-hague"
    wrong = (
        "21 people were added.",
        "The same site ranks it fifth.",
        "People freed of the entry ban.",
        "They stood on the EU list.",
        "After the act of that day it held 15.",
    )

    for summary in wrong:
        assert list(faults([broken(name, summary=summary)])), summary
    assert list(faults([broken(name, summary="The EU added 21 people to its list.")])) == []


def test_the_bundled_texts_read_well(records):
    assert list(faults(records)) == []
