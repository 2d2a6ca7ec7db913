"""Private persons and minors stay unnamed: a list of public roles decides who has a name here."""

from __future__ import annotations

import re

import attrs

from bynl_relations import relations

#: A person who is named bears one of these roles, told in the actor's description.
ROLES = (
    "president|prime minister|Taoiseach|king|queen|princess|minister|state secretary|"
    "secretary-general|secretary general|director-general|high representative|"
    "European Commissioner|speaker|senator|chairman|chair of|chair|"
    "member of the (Tweede Kamer|European Parliament|Parliamentary Assembly|Dutch government)|"
    "ambassador|permanent representative|consul|chargé d’affaires|agricultural counsellor|"
    "head of the (EU delegation|Belarusian Department)|director of the|mayor|spokesman|"
    "member of the Belarusian delegation|Belarusian official on the EU list|police commander|"
    "opposition politician|leader of the (Belarusian opposition|opposition party)|"
    "presidential candidate|representative at the Mission|human rights defender|writer|"
    "journalist detained|public voice of|chief executive|human rights lawyer"
)
ROLE = re.compile(rf"\b({ROLES})\b", re.IGNORECASE)


def faults(actors):
    for one in actors:
        if one.type == "person" and not ROLE.search(one.description):
            yield f"{one.id}: no public role in {one.description!r}"


def test_a_person_without_a_public_role_is_found():
    guest = attrs.evolve(
        relations.actor("Klaas Koops"), id="a-host", name="A Host", description="Host parent."
    )

    assert list(faults([guest])) == ["a-host: no public role in 'Host parent.'"]
    assert list(faults([attrs.evolve(guest, type="group")])) == []


def test_every_named_person_has_a_public_role():
    assert list(faults(relations.actors())) == []


def test_every_person_who_is_named_as_speaker_or_holder_is_an_actor(records):
    named = [record for record in records if record.collection == "appointments"]

    assert [record.id for record in named if record.person.type != "person"] == []
