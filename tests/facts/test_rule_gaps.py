"""Each gap says what was looked for, where, and what came of it."""

from __future__ import annotations

import json

import pytest

from bynl_relations import relations


@pytest.fixture(scope="module")
def gaps(texts):
    return json.loads(texts["gaps.json"])


def faults(rows):
    names = [row["id"] for row in rows]
    if names != sorted(set(names)):
        yield "the gaps are not in the order of their ids"
    for row in rows:
        name = row["id"]
        if not row.get("looked_in"):
            yield f"{name}: not told where it was looked for"
        if not row.get("says", "").endswith("."):
            yield f"{name}: not told what came of it"
        if row["question"].endswith(("?", ".")) or not row["question"][:1].isupper():
            yield f"{name}: no phrase that names what was looked for: {row['question']!r}"
        for topic in row.get("topics", ()):
            if topic not in relations.topics:
                yield f"{name}: no topic {topic!r}"


def test_a_poor_gap_is_found():
    row = {"id": "poor", "question": "who?", "says": "Nothing", "topics": ["tulips"]}

    assert list(faults([row])) == [
        "poor: not told where it was looked for",
        "poor: not told what came of it",
        "poor: no phrase that names what was looked for: 'who?'",
        "poor: no topic 'tulips'",
    ]
    assert "the gaps are not in the order of their ids" in list(faults([row, row]))


def test_the_bundled_gaps_are_told(gaps):
    assert len(gaps) >= 20
    assert list(faults(gaps)) == []
