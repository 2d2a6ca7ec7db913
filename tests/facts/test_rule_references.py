"""Ids are unique, and every id that a record names is the id of what it should be."""

from __future__ import annotations

import json

import pytest

from bynl_relations import InvalidData, Relations, relations


def faults(records):
    held = {record.id: record for record in records}
    for record in records:
        for other in record.related:
            if other == record.id:
                yield f"{record.id}: related to itself"
        for other in getattr(record, "changes", ()):
            if held[other].collection not in {"measures", "agreements"}:
                yield f"{record.id}: changes {other}, which is no measure and no agreement"
        if record.collection == "appointments" and record.mission:
            mission = held[record.mission]
            if mission.sending_state != record.sending_state:
                yield f"{record.id}: sent by another than its mission {mission.id}"
            if not set(record.accredited_to) <= set(mission.accredited_to):
                yield f"{record.id}: accredited where its mission {mission.id} is not"


def broken_document(change):
    document = json.loads(relations.to_json())
    change(document)
    with pytest.raises(InvalidData) as caught:
        Relations.from_json(json.dumps(document))
    return str(caught.value)


def test_an_id_that_nobody_bears_is_found():
    def change(document):
        document["missions"][0]["related"] = ["by-embassy-on-the-moon"]

    assert "by-embassy-on-the-moon" in broken_document(change)


def test_a_second_record_of_one_id_is_found():
    def change(document):
        document["visits"][0]["id"] = document["missions"][0]["id"]

    assert "a second time" in broken_document(change)


def test_a_source_that_is_not_listed_is_found():
    def change(document):
        document["missions"][0]["citations"][0]["source"] = "hearsay"

    assert "hearsay" in broken_document(change)


def test_wrong_relations_between_records_are_found(broken, records):
    rest = [one for one in records if one.id not in {"by-embassy-the-hague", "eu-travel-ban-2011"}]
    wrong = [
        broken("by-embassy-the-hague", related=("by-embassy-the-hague",), sending_state=relations.actor("NL")),
        broken("eu-travel-ban-2011", changes=("diplomatic-relations",)),
    ]  # fmt: skip

    found = list(faults([*rest, *wrong]))

    assert "by-embassy-the-hague: related to itself" in found
    assert any("no measure and no agreement" in one for one in found)
    assert (
        "barysevich-ambassador-to-nl: sent by another than its mission by-embassy-the-hague"
        in found
    )


def test_the_bundled_references_are_right(records):
    assert list(faults(records)) == []


def test_the_bundled_data_names_nothing_that_it_does_not_hold(texts):
    assert "elsewhere" not in json.loads(texts["dataset.json"])
