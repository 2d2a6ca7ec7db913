"""Who took part as a person has a capacity; whom a record is only about is marked so."""

from __future__ import annotations

import attrs

CONCERNED = {"country concerned", "person concerned"}


def faults(records):
    for record in records:
        told = {part.actor.id for part in record.participants if part.capacity}
        for part in record.actors:
            actor = part.actor
            if actor.type == "person" and actor.id not in told and part.role != "person":
                yield f"{record.id}: no capacity of {actor.id}"
        for part in record.participants:
            if part.role.endswith("concerned") and part.role not in CONCERNED:
                yield f"{record.id}: {part.actor.id} is {part.role!r}, and not of {sorted(CONCERNED)}"


def test_a_person_without_capacity_and_a_loose_role_are_found(broken):
    visit = broken("brandt-minsk-visit-2017", participants=())
    summons = broken("hoekstra-summons-by-ambassador")
    loose = attrs.evolve(summons.participants[1], role="state concerned")

    assert list(faults([visit])) == [
        "brandt-minsk-visit-2017: no capacity of joke-brandt",
        "brandt-minsk-visit-2017: no capacity of vladimir-makei",
    ]
    assert list(faults([attrs.evolve(summons, participants=(summons.participants[0], loose))])) == [
        (
            "hoekstra-summons-by-ambassador: NL is 'state concerned',"
            " and not of ['country concerned', 'person concerned']"
        )
    ]


def test_the_bundled_parts_are_told(records):
    held = [record for record in records if record.collection not in {"appointments", "statistics"}]

    assert list(faults(held)) == []
