"""Scope is one along a chain: an act and what extends, widens, eases or lifts it share theirs."""

from __future__ import annotations


def faults(records):
    measures = {record.id: record for record in records if record.collection == "measures"}
    for record in measures.values():
        for name in record.changes:
            other = measures.get(name)
            if other is not None and record.scope != other.scope:
                yield f"{record.id}: {record.scope}, but {name} is {other.scope}"


def test_a_chain_of_two_scopes_is_found(broken):
    ban = broken("eu-travel-ban-1998")
    lifted = broken("eu-travel-ban-1998-lifted", scope="context")

    assert list(faults([ban, lifted])) == [
        "eu-travel-ban-1998-lifted: context, but eu-travel-ban-1998 is core"
    ]


def test_the_bundled_chains_have_one_scope(records):
    assert list(faults(records)) == []
