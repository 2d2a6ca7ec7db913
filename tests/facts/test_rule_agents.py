"""Who acts for a body names its state too; a state bears the codes of the tables in use."""

from __future__ import annotations

import attrs

from bynl_relations import relations

CODES = {"iso3166-1-alpha3", "iso3166-1-numeric", "cow", "gw"}
#: A state that is no more has no code of its own: Russia goes on with it.
GONE = {"SU"}


def faults(actors):
    held = {actor.id: actor for actor in actors}
    for actor in actors:
        for boss in actor.acts_for:
            above = set(held[boss].acts_for)
            states = {name for name in above if held[name].type in {"state", "union"}}
            if not states <= set(actor.acts_for):
                yield f"{actor.id}: acts for {boss}, and not for {sorted(states)}"
        if actor.acts_for and actor.home:
            yield f"{actor.id}: a home beside whom it acts for"
        if actor.type == "state" and actor.id not in GONE:
            missing = CODES - dict(actor.identifiers).keys()
            if missing:
                yield f"{actor.id}: no {sorted(missing)}"
        if "this record" in actor.description:
            yield f"{actor.id}: its description speaks of a record"


def test_a_broken_chain_and_a_bare_state_are_found():
    actors = {actor.id: actor for actor in relations.actors()}
    member = attrs.evolve(actors["kati-piri"], acts_for=("tweede-kamer",))
    state = attrs.evolve(actors["PL"], identifiers=())
    kept = [actor for name, actor in actors.items() if name not in {"kati-piri", "PL"}]

    assert list(faults([*kept, member, state])) == [
        "kati-piri: acts for tweede-kamer, and not for ['NL']",
        "PL: no ['cow', 'gw', 'iso3166-1-alpha3', 'iso3166-1-numeric']",
    ]


def test_the_bundled_agents_name_their_states():
    assert list(faults(relations.actors())) == []
