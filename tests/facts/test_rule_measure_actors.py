"""Who is bound is told where a text tells it: of acts of the EU, and of rules of Belarus.

The Netherlands takes part in an act of the EU where a source names what it did there, not because
every member state is bound. A core measure of Belarus is aimed at the Netherlands, at a Dutch
person or at an agreement with it, and says so.
"""

from __future__ import annotations

import re

import attrs

from bynl_relations import relations

DUTCH = re.compile(r"\b(Dutch|Netherlands|Nederlandse?|The Hague|Rutte)\b")


def bodies(actor):
    """Return an actor with the bodies and states that it acts for, and its home."""
    return {actor.id, *actor.acts_for, actor.home}


def faults(records):
    held = {record.id: record for record in records}
    for record in records:
        if record.collection != "measures":
            continue
        if any("EU" in bodies(actor) for actor in record.imposed_by):
            yield from unnamed(record)
        if record.scope == "core" and any("BY" in bodies(actor) for actor in record.imposed_by):
            reached = set().union(*map(bodies, record.targets))
            changed = [held[name] for name in record.changes if name in held]
            parties = {actor.id for other in changed for actor in getattr(other, "parties", ())}
            dutch = any(DUTCH.search(actor.description) for actor in record.targets)
            if not dutch and "NL" not in reached | parties:
                yield f"{record.id}: core, but aimed at {sorted(actor.id for actor in record.targets)}"


def unnamed(record):
    texts = [f"{cite.source.title} {cite.says}" for cite in record.citations]
    for part in record.participants:
        if part.actor.id == "NL" and not DUTCH.search(" ".join(texts)):
            yield f"{record.id}: the Netherlands takes part, and no source names it"
        if part.actor.id == "NL" and "bound" in part.role:
            yield f"{record.id}: the Netherlands takes part as one that is bound"


def test_a_member_state_that_no_text_names_is_found(broken):
    act = broken("eu-travel-ban-2011-03")
    part = next(
        part for part in relations["eu-travel-ban-2021-06"].participants if part.actor.id == "NL"
    )
    wrong = [
        attrs.evolve(act, participants=(part,)),
        broken("eu-travel-ban-2021-06", participants=(attrs.evolve(part, role="bound by it"),)),
        broken("by-group-travel-stop-2020", targets=()),
    ]

    assert list(faults(wrong)) == [
        "eu-travel-ban-2011-03: the Netherlands takes part, and no source names it",
        "eu-travel-ban-2021-06: the Netherlands takes part as one that is bound",
        "by-group-travel-stop-2020: core, but aimed at []",
    ]


def test_the_bundled_measures_name_whom_they_reach(records):
    assert list(faults(records)) == []
