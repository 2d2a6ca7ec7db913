"""The dataset does not shrink unseen: each collection, tier and kind of doubt has a floor."""

from __future__ import annotations

import pytest

from bynl_relations import relations

FLOORS = {
    "collection": {
        "events": 85, "visits": 27, "missions": 11, "appointments": 12, "agreements": 14,
        "measures": 218, "positions": 70, "memberships": 10, "programmes": 37, "statistics": 340,
    },
    "scope": {"core": 750, "context": 115},
    "held": {"claimed": 5},
    "disputed": {"disputed": 29},
    "tier of sources": {"primary": 320, "official": 42, "news": 510},
}  # fmt: skip


def faults(counts):
    for heading, floors in FLOORS.items():
        for word, floor in floors.items():
            found = counts[heading].get(word, 0)
            if found < floor:
                yield f"{heading} {word}: {found}, and not {floor}"


def test_a_lost_record_is_found():
    less = {name: dict(words) for name, words in relations.describe().items()}
    less["collection"]["missions"] = 10

    assert list(faults(less)) == ["collection missions: 10, and not 11"]


def test_the_bundled_counts_keep_their_floors():
    assert list(faults(relations.describe())) == []


@pytest.mark.parametrize("heading", FLOORS)
def test_describe_counts_what_has_a_floor(heading):
    assert FLOORS[heading].keys() <= relations.describe()[heading].keys()
