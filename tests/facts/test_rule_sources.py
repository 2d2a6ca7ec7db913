"""Every source and actor is used; a source says who issued it, in which language, in whose voice."""

from __future__ import annotations

import re

import attrs

from bynl_relations import relations

#: Traces of an address in an id.
UGLY = re.compile(r"html|php|-www-|^\d+(-\d+)*$|\d{6,}|^(\w+)-\1-")


def unused(records, sources, actors):
    cited = {source.id for record in records for source in record.sources}
    named = {part.actor.id for record in records for part in record.actors}
    for record in records:
        for citation in record.citations:
            for one in citation.asserts:
                for value in one.value if isinstance(one.value, tuple) else (one.value,):
                    named.add(getattr(getattr(value, "actor", value), "id", ""))
        quotation = getattr(record, "quotation", None)
        if quotation is not None:
            named.add(quotation.speaker.id)
    bosses = {boss for actor in actors if actor.id in named for boss in actor.acts_for}
    yield from (one.id for one in sources if one.id not in cited)
    yield from (one.id for one in actors if one.id not in named | bosses)


def faults(sources):
    voices = {}
    for one in sources:
        voices.setdefault(one.voice, []).append(one.id)
    for one in sources:
        if not (one.publisher and one.language and one.voice):
            yield f"{one.id}: no publisher, language or voice"
        if re.search(r"\b(via|citing|copy on|copy at)\b|[А-я]", one.publisher):
            yield f"{one.id}: its publisher is more than a name: {one.publisher}"
        if UGLY.search(one.id):
            yield f"{one.id}: an ugly id"
        others = [name for name in voices.get(one.id, ()) if name != one.id]
        if others and one.id != "wikipedia":
            yield f"{one.id}: also the voice of {others}, which a look-up by id would hide"


def test_poor_sources_are_found():
    page = relations.source("by-embassy-political-contacts")
    wrong = [
        attrs.evolve(page, id="by-mfa"),
        page,
        attrs.evolve(page, id="21-18", language=""),
        attrs.evolve(page, id="copy", publisher="BelTA, citing a friend"),
    ]

    assert list(faults(wrong)) == [
        "by-mfa: also the voice of ['by-embassy-political-contacts', '21-18', 'copy'], which a look-up by id would hide",
        "21-18: no publisher, language or voice",
        "21-18: an ugly id",
        "copy: its publisher is more than a name: BelTA, citing a friend",
    ]


def test_what_no_record_needs_is_found(records):
    stray = attrs.evolve(relations.source("wikipedia"), id="stray")

    assert list(unused(records, [stray], [attrs.evolve(relations.actor("NL"), id="XX")])) == [
        "stray",
        "XX",
    ]


def test_the_bundled_sources_are_told_in_full():
    assert list(faults(relations.sources())) == []


def test_every_bundled_source_and_actor_is_used(records):
    assert list(unused(records, relations.sources(), relations.actors())) == []
