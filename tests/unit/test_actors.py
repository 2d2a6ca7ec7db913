"""Actors, participants, places, sources and citations refuse what they cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from bynl_relations import Actor, Citation, InvalidData, Participant, Place, Source, When
from bynl_relations.actors import is_country


def wrong(cls: Any, *args: Any, **fields: Any) -> list[str]:
    """Return the paths of what is wrong with an object."""
    with pytest.raises(InvalidData) as caught:
        cls(*args, **fields)
    return [one.path for one in caught.value.problems]


def test_countries_have_the_form_of_iso_3166() -> None:
    assert is_country("NL")
    assert not any(map(is_country, ("nl", "NLD", "N", "Н1", "ÑL", "")))


def test_a_place_has_a_city_or_a_country() -> None:
    assert [str(Place("The Hague", "NL")), str(Place("Minsk")), str(Place(country="BY"))] == [
        "The Hague, NL",
        "Minsk",
        "BY",
    ]
    assert wrong(Place) == ["city"]
    assert wrong(Place, "Minsk", "Belarus") == ["country"]


def test_an_actor_has_an_id_and_a_name() -> None:
    actor = Actor("NL", "state", "Netherlands", (("nl", "Nederland"),), ("Holland",))

    assert str(actor) == "Netherlands"
    assert actor.spellings == ("NL", "Netherlands", "Nederland", "Holland")
    assert hash(actor) == hash(Actor("NL", "state", "Netherlands"))
    assert wrong(Actor, "N L", "state", "") == ["id", "name"]
    assert wrong(Actor, "x", "country", "X") == ["type"]
    assert wrong(Actor, "x", "person", "X", (("Dutch", "Y"),)) == ["names"]
    assert wrong(Actor, "x", "person", "X", acts_for=("NL", "No Id"), home="nl") == [
        "acts_for[1]",
        "home",
    ]


def test_a_participant_shows_its_role() -> None:
    actor = Actor("NL", "state", "Netherlands")

    assert str(Participant(actor, "host")) == "Netherlands (host)"
    assert str(Participant(actor)) == "Netherlands"


def test_a_source_has_a_title_and_a_tier() -> None:
    source = Source("s", "Title", tier="news", publisher="Paper")

    assert (str(source), source.name) == ("Title (Paper)", "Paper")
    assert (str(Source("s", "Title", tier="news")), Source("s", "Title", tier="news").name) == (
        "Title",
        "Title",
    )
    assert hash(source) == hash(Source("s", "Other", tier="news"))
    assert wrong(Source, "S", "", tier="news") == ["id", "title"]
    assert wrong(Source, "s", "S", tier="best") == ["tier"]
    assert wrong(
        Source, "s", "S", tier="news", url="x", archived_url="y", language="Dutch", voice="V"
    ) == [
        "url",
        "language",
        "voice",
        "archived_url",
    ]
    assert wrong(Source, "s", "S", tier="news", published="1994") == ["published"]
    assert Source("s", "S", tier="news", published=When("1994")).published == When("1994")


def test_a_citation_contradicts_by_asserting() -> None:
    source = Source("s", "S", tier="news")

    assert Citation(source).stance == "supports"
    assert wrong(Citation, source, "contradicts") == ["asserts"]
    assert wrong(Citation, source, "best") == ["stance"]
    assert wrong(Citation, None) == ["source"]
