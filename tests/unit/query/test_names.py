"""Curated names decide a look-up; similarity only suggests."""

from __future__ import annotations

import pytest

from bynl_relations import (
    Actor,
    Citation,
    Event,
    Participant,
    Relations,
    Source,
    UnknownName,
    UnknownRecord,
    When,
    relations,
)

NL = Actor(
    "NL", "state", "Netherlands", (("nl", "Nederland"), ("ru", "Нидерланды")), ("Holland", "NLD")
)
BY = Actor("BY", "state", "Belarus", (("nl", "Wit-Rusland"),))
EU = Actor("EU", "union", "European Union")
COUNCIL = Actor("eu-council", "organisation", "Council of the EU", acts_for=("EU",))
VERHAGEN = Actor("verhagen", "person", "Maxime Verhagen", acts_for=("NL",))
DE_VRIES = Actor("de-vries", "person", "Anna de Vries", aliases=("Mrs. José",), acts_for=("NL",))
PIET = Actor("piet", "person", "Piet Vries", home="NL")
# The name of the firm is the surname of a person.
FIRM = Actor("firm", "organisation", "Jansen", home="NL")
JANSEN = Actor("jansen-k", "person", "Karel Jansen", home="NL")
ACTORS = (NL, BY, EU, COUNCIL, VERHAGEN, DE_VRIES, PIET, FIRM, JANSEN)
SOURCES = (
    Source("wikipedia", "Article", tier="encyclopedia", publisher="Wiki", voice="crowd"),
    # Its voice is the id of another, its publisher the voice of another.
    Source("mirror", "Mirror", tier="news", publisher="crowd", voice="wikipedia"),
    Source("paper-a", "A", tier="news", publisher="De Krant", voice="paper"),
    Source("paper-b", "B", tier="news", publisher="De Krant", voice="paper"),
)
EVENT = Event(
    id="event",
    title="All of them met",
    kind="meeting",
    when=When("2006"),
    topics=("trade",),
    participants=tuple(map(Participant, ACTORS)),
    citations=tuple(map(Citation, SOURCES)),
    related=("gone",),
)
MINE = Relations.of([EVENT])
NAMES = MINE._names


def refusal(name: object, asked: str = "") -> str:
    """Return the message about a name that no actor has."""
    with pytest.raises(UnknownName) as told:
        NAMES.actor(name, asked)
    return str(told.value)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("NL", NL),
        ("nl", NL),
        ("netherlands", NL),
        ("  NETHERLANDS ", NL),
        ("NEDERLAND", NL),
        ("Нидерланды", NL),
        ("нидерланды", NL),
        ("holland", NL),
        ("wit-rusland", BY),
        ("verhagen", VERHAGEN),
        ("Maxime Verhagen", VERHAGEN),
        ("mrs. jose", DE_VRIES),
        ("jose", DE_VRIES),
        ("de vries", DE_VRIES),
        ("eu-council", COUNCIL),
    ],
)
def test_an_actor_is_found_by_id_name_alias_and_surname(name: str, found: Actor) -> None:
    assert found == NAMES.actor(name)


def test_an_actor_is_found_by_itself() -> None:
    assert NL is NAMES.actor(NL)


def test_an_actor_of_another_dataset_is_unknown() -> None:
    assert "no actor" in refusal(Actor("QQ", "state", "Q"))


def test_a_surname_of_several_lists_them() -> None:
    said = "names several actors: Anna de Vries (de-vries), Piet Vries (piet); use an id"

    assert f"'Vries' {said}" == refusal("Vries")
    assert f"positions(): 'VRIES' {said}" == refusal("VRIES", "positions()")
    assert f"to: 'vries' {said}" == refusal("vries", "to=")


def test_a_name_wins_over_a_surname() -> None:
    assert FIRM == NAMES.actor("Jansen")
    assert JANSEN == NAMES.actor("Karel Jansen")


def test_a_first_name_finds_nobody() -> None:
    assert refusal("Maxime").endswith("; did you mean 'Maxime Verhagen'?")


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("Nederlands", "did you mean 'Nederland' or 'Netherlands'?"),
        ("Verhage", "did you mean 'verhagen' or 'Maxime Verhagen'?"),
        (2006, "did you mean since=2006 or at=2006?"),
        ("2006-04", "did you mean since='2006-04' or at='2006-04'?"),
        ("March 2006", "did you mean since='March 2006' or at='March 2006'?"),
        (When("2006"), "did you mean since=When('2006') or at=When('2006')?"),
        ("Trade", "trade is a topic: did you mean topic='trade'?"),
        ("embassy", "embassy is a kind of missions: did you mean missions(kind='embassy')?"),
        ("in force", "did you mean agreements(status='in_force')?"),
        ("high", "did you mean confidence='high'?"),
        ("context", "did you mean scope='context'?"),
        ("visits", "did you mean the query visits()?"),
        ("De Krant", "did you mean source='de krant'?"),
        ("wikipedia", "did you mean source='wikipedia'?"),
        ("xyzzy", "such as 'NL' or 'Belarus'"),
        ("", "such as 'NL' or 'Belarus'"),
        (True, "such as 'NL' or 'Belarus'"),
        (b"NL", "such as 'NL' or 'Belarus'"),
        (None, "such as 'NL' or 'Belarus'"),
        (float("nan"), "such as 'NL' or 'Belarus'"),
        (["NL"], "such as 'NL' or 'Belarus'"),
    ],
)
def test_an_unknown_name_suggests_also_across_places(wrong: object, hint: str) -> None:
    said = refusal(wrong, "events()")

    assert said.startswith(f"events(): no actor {wrong!r} in this dataset; use an id")
    assert said.endswith(hint)


def test_an_indicator_is_told_from_a_topic() -> None:
    said = "; goods_turnover is an indicator: did you mean statistics(indicator='goods_turnover')?"
    assert relations._names.elsewhere("Goods turnover") == said
    assert "topic='trade' or statistics(indicator=" in relations._names.elsewhere("trade")


def test_a_state_or_union_finds_whoever_acts_for_it() -> None:
    assert NAMES.acting("NL", False) == {"NL", "verhagen", "de-vries"}
    assert NAMES.acting("European Union", False) == {"EU", "eu-council"}
    assert NAMES.acting("Belarus", False) == {"BY"}


def test_exact_finds_only_itself() -> None:
    assert NAMES.acting("NL", True) == {"NL"}


def test_whoever_acts_for_another_finds_only_itself() -> None:
    assert NAMES.acting("eu-council", False) == {"eu-council"}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("wikipedia", {"wikipedia"}),
        ("WIKIPEDIA", {"wikipedia"}),
        (SOURCES[0], {"wikipedia"}),
        ("crowd", {"wikipedia"}),
        ("paper", {"paper-a", "paper-b"}),
        ("de krant", {"paper-a", "paper-b"}),
        ("Wiki", {"wikipedia"}),
    ],
)
def test_a_source_is_tried_as_id_then_voice_then_publisher(name: object, found: set[str]) -> None:
    assert found == NAMES.sources(name)


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("wikipedi", "did you mean 'wikipedia' or 'Wiki'?"),
        ("NL", "did you mean actor='NL'?"),
        ("", "or the publisher of a source"),
        (5, "or the publisher of a source"),
        (Source("qq", "Another", tier="news"), "or the publisher of a source"),
    ],
)
def test_an_unknown_source_says_what_to_write(wrong: object, hint: str) -> None:
    with pytest.raises(UnknownName, match=r"^no source .* in this dataset") as told:
        NAMES.sources(wrong)
    assert str(told.value).endswith(hint)


@pytest.mark.parametrize("name", ["NL", "nl", "Nederland", "holland"])
def test_a_country_is_a_code_or_the_name_of_a_state(name: str) -> None:
    assert NAMES.country(name) == "NL"


@pytest.mark.parametrize("wrong", ["Narnia", "European Union", "", 5, None, ["NL"], "N1"])
def test_what_is_no_state_is_no_country(wrong: object) -> None:
    with pytest.raises(UnknownName, match="use a code such as 'NL', or the name of a state"):
        NAMES.country(wrong)


def test_the_id_of_a_record_is_one_held_or_named() -> None:
    assert NAMES.record("event", "about=") == "event"
    assert NAMES.record("gone", "about=") == "gone"
    assert NAMES.record("", "about=") == ""
    with pytest.raises(UnknownRecord, match="about: no record with id 'evnt'; did you mean"):
        NAMES.record("evnt", "about=")


def test_names_beside_others_hold_both_and_the_earlier_check() -> None:
    alone = Event(id="b", title="B", kind="call", topics=("media",), citations=EVENT.citations[:1])
    other = Relations.of([alone], checked="2004", version="2")
    mine = Relations.of([EVENT], checked="2005", version="1")
    both = mine._names.beside(other._names)

    assert both.actor("Verhagen") == VERHAGEN
    assert {"trade", "media"} == set(both.topics)
    assert both.holdings.dataset.checked == When("2004")
    assert both.holdings.dataset.version == "1"
    assert both.record("b", "") == "b"
    assert Relations.of([])._names.beside(NAMES).holdings.dataset.checked is None


def test_topics_and_indicators_are_those_in_use() -> None:
    assert NAMES.topics == {"trade": ""}
    assert NAMES.indicators == {}
