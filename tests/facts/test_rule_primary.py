"""A record cites a primary source, or says why it has none."""

from __future__ import annotations

import re

#: How the notes say that no primary source was seen.
REASONS = re.compile(
    "[Nn]o primary text|[Nn]othing else was found|The reporter's own text was not seen"
)


def faults(records):
    for record in records:
        if any(
            one.source.tier == "primary" and one.stance in {"supports", "partly"}
            for one in record.citations
        ):
            continue
        if not REASONS.search(record.notes):
            yield f"{record.id}: no primary source, and no word on why"


def test_a_record_on_hearsay_without_a_reason_is_found(broken):
    assert list(faults([broken("gerasimovich-ambassador-to-nl", notes="")])) == [
        "gerasimovich-ambassador-to-nl: no primary source, and no word on why"
    ]


def test_the_bundled_records_have_a_primary_source_or_a_reason(records):
    assert list(faults(records)) == []
