"""An event is a happening of the kind that its words name; it does not run on without end."""

from __future__ import annotations

import re

#: What a title says, and the kinds that it may have.
WORDS = {
    r"\bquestions?\b|\basks the Commission\b": {"parliamentary_question"},
    r"^Football: |\b[Cc]yclists\b": {"sport"},
    r"\bMPs debate\b": {"debate"},
    r"\b[Cc]olloquium\b|\bforum\b|\b[Ff]ounding summit\b|\bconference in\b": {"conference"},
    r"\bAward\b": {"award"},
    r"\bexchange messages\b": {"message"},
    r"\bratif(y|ies)\b": {"ratification"},
    r"\bsummons\b": {"summons"},
}


def faults(records):
    for record in records:
        if record.collection != "events":
            continue
        when = record.when
        if when is not None and when.is_interval and when.end.latest is None:
            yield f"{record.id}: a happening without an end: {when.edtf}"
        for words, kinds in WORDS.items():
            if re.search(words, record.title) and record.kind not in kinds:
                yield f"{record.id}: {record.title!r} is no {record.kind}"


def test_an_endless_event_and_a_wrong_kind_are_found(broken):
    match = broken("football-by-nl-minsk-2019", kind="other")
    claim = broken(
        "no-direct-government-contact-claim", when=broken("nl-embassy-office-minsk").when
    )

    assert list(faults([match, claim])) == [
        "football-by-nl-minsk-2019: 'Football: Netherlands win 2-1 in Minsk' is no other",
        "no-direct-government-contact-claim: a happening without an end: 2017-07-10/",
    ]


def test_the_bundled_events_are_happenings(records):
    assert list(faults(records)) == []
