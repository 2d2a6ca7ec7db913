"""What carries a measure of the Council: an entry ban no regulation, a freeze no regulation alone.

Entry bans rest on common positions and decisions (or on a text of the Council that member states
carry out); a freeze rests on one of these and on a regulation. Where no text shows the number of
the act that is missing, a gap tells it.
"""

from __future__ import annotations

import json

import attrs
import pytest

from bynl_relations import When

CARRIES = {"common_position", "decision", "implementing_decision", "conclusions"}
LISTS = {"travel_ban", "asset_freeze"}


@pytest.fixture(scope="module")
def gaps(texts):
    """Return the times of the gaps on acts of the EU."""
    rows = json.loads(texts["gaps.json"])
    return [When(row["when"]) for row in rows if row["id"].startswith("eu-")]


def told(record, gaps):
    """Return whether a gap on acts of the EU covers the day of a measure."""
    moment = record.when or record.applies[0]
    return any(moment.overlaps(gap) for gap in gaps)


def faults(records, gaps):
    for record in records:
        if record.collection != "measures" or record.claimed:
            continue
        if "council-of-the-eu" not in {actor.id for actor in record.imposed_by}:
            continue
        types = {act.type for act in record.acts}
        if not types and not told(record, gaps):
            yield f"{record.id}: no act, and no gap tells it"
        if record.kind == "travel_ban" and types - CARRIES:
            yield f"{record.id}: an entry ban on a regulation"
        if record.kind in LISTS and types and not types & CARRIES and not told(record, gaps):
            yield f"{record.id}: on a regulation alone, and no gap tells it"


def test_bans_on_the_wrong_acts_are_found(broken, gaps):
    freeze = broken("eu-asset-freeze-2011")
    regulation = tuple(act for act in freeze.acts if act.type == "regulation")
    wrong = [
        broken("eu-travel-ban-2011", acts=freeze.acts),
        attrs.evolve(freeze, acts=regulation),
        attrs.evolve(freeze, acts=()),
    ]

    assert list(faults(wrong, gaps)) == [
        "eu-travel-ban-2011: an entry ban on a regulation",
        "eu-asset-freeze-2011: on a regulation alone, and no gap tells it",
        "eu-asset-freeze-2011: no act, and no gap tells it",
    ]


def test_a_gap_of_another_day_tells_nothing(broken):
    assert list(faults([broken("eu-travel-ban-extended-2007")], [When("1995")])) == [
        "eu-travel-ban-extended-2007: no act, and no gap tells it"
    ]


def test_the_bundled_measures_rest_on_the_right_acts(records, gaps):
    assert list(faults(records, gaps)) == []
