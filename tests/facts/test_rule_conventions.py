"""A convention of many states is not told as if it were between two."""

from __future__ import annotations

from bynl_relations import When

INDEPENDENCE = When("1991-08-25")


def faults(records):
    for record in records:
        if record.collection != "agreements" or record.multilateral:
            continue
        parties = {actor.id for actor in record.parties}
        if record.when.before(INDEPENDENCE) and "BY" in parties:
            yield f"{record.id}: older than Belarus as a state, and not multilateral"
        if "Hague Convention" in record.title or "Hague Apostille" in record.title:
            yield f"{record.id}: a Hague Convention, and not multilateral"


def test_a_hague_convention_between_two_is_found(broken):
    assert list(faults([broken("apostille-convention", multilateral=False)])) == [
        "apostille-convention: older than Belarus as a state, and not multilateral",
        "apostille-convention: a Hague Convention, and not multilateral",
    ]


def test_the_bundled_conventions_are_of_many(records):
    assert list(faults(records)) == []
