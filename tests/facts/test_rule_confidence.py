"""Confidence is what the data README defines, as far as a machine can tell."""

from __future__ import annotations


def faults(records):
    for record in records:
        told = [one.source for one in record.citations if one.stance == "supports"]
        voices = {one.voice for one in told}
        good = any(
            one.tier == "primary" or one.publisher == "Dutch Treaty Database" for one in told
        )
        if record.confidence == "high" and not good and len(voices) < 2:
            yield f"{record.id}: high, on one voice and no primary source"
        if record.confidence != "low" and told and all(one.tier == "encyclopedia" for one in told):
            yield f"{record.id}: {record.confidence}, on an encyclopedia alone"
        if record.confidence == "low" and not (record.notes or record.rationale):
            yield f"{record.id}: low, without a word on why"


def test_too_much_trust_is_found(broken):
    wrong = [
        broken("by-honorary-consulate-eindhoven", confidence="high"),
        broken("interpol-boycott-dutch-initiative", confidence="medium"),
        broken("interpol-boycott-dutch-initiative", notes=""),
    ]

    assert list(faults(wrong)) == [
        "by-honorary-consulate-eindhoven: high, on one voice and no primary source",
        "interpol-boycott-dutch-initiative: medium, on an encyclopedia alone",
        "interpol-boycott-dutch-initiative: low, without a word on why",
    ]


def test_the_bundled_records_are_trusted_as_they_deserve(records):
    assert list(faults(records)) == []
