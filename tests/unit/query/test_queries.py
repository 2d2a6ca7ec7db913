"""The queries of a dataset: what they find, how they look, and records by id."""

from __future__ import annotations

import inspect
import warnings

import pytest

from bynl_relations import (
    Actor,
    Citation,
    Event,
    Measure,
    Records,
    Relations,
    Source,
    UnknownName,
    UnknownRecord,
    When,
    relations,
)
from bynl_relations._query.conditions import allowed
from bynl_relations.model import COLLECTIONS, kind

A, B = Source("a", "A", tier="news"), Source("b", "B", tier="primary")
NL = Actor("NL", "state", "Netherlands")


def event(id: str, when: str = "", **fields: object) -> Event:
    """Make an event."""
    fields.setdefault("citations", (Citation(A),))
    return Event(id=id, title="T", kind="call", when=When(when) if when else None, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_each_collection_has_a_query_of_its_kind_in_order(collection: str) -> None:
    found = getattr(relations, collection)()

    assert type(found) is Records
    assert found
    assert all(type(one) is kind(collection) for one in found)
    assert list(found) == sorted(found, key=lambda one: (one.sort_key, one.id))
    assert found == relations.all(collection=collection)
    assert found.asked == f"relations.{collection}()"


@pytest.mark.parametrize("collection", [*COLLECTIONS, "all"])
def test_the_signature_shows_the_keywords(collection: str) -> None:
    parameters = inspect.signature(getattr(relations, collection)).parameters

    assert list(parameters) == ["who", *allowed(collection)]
    assert parameters["who"].kind is inspect.Parameter.POSITIONAL_ONLY
    assert all(
        parameters[one].kind is inspect.Parameter.KEYWORD_ONLY for one in allowed(collection)
    )
    assert parameters["match"].default == "any"
    assert parameters["claims"].default is False
    assert parameters["since"].default is None


def test_the_signatures_across_collections_show_what_each_takes() -> None:
    def names(query: str) -> list[str]:
        return list(inspect.signature(getattr(relations, query)).parameters)

    assert names("contacts") == ["who", *allowed("contacts")]
    assert names("gaps") == ["who", "since", "until", "at", "collection", "topic", "actor"]
    assert names("disputes") == list(allowed("disputes"))
    # The text stands first; the keyword of that name cannot be shown beside it.
    assert names("search") == ["text", *(one for one in allowed("search") if one != "text")]
    assert inspect.signature(relations.disputes).parameters["claims"].default is True
    assert "who=None, /, *, to=None, since=None" in str(inspect.signature(Relations.contacts))


@pytest.mark.parametrize("collection", [*COLLECTIONS, "all"])
def test_the_defaults_of_the_signature_ask_what_nothing_asks(collection: str) -> None:
    query = getattr(relations, collection)
    parameters = inspect.signature(query).parameters
    given = {name: one.default for name, one in parameters.items() if name != "who"}
    assert query(**given) == query()


def test_a_state_is_found_by_every_curated_name() -> None:
    found = relations.missions("NL")

    assert {"nl-embassy-warsaw", "nl-honorary-consulate-minsk", "nl-embassy-office-minsk"} <= {
        *found.ids
    }
    for name in ("nl", "NLD", "Nederland", "Нидерланды", "the Netherlands", "HOLLAND"):
        assert found == relations.missions(name)
    assert relations["nl-embassy-office-minsk"] in relations.missions("NL", resident=True)


def test_a_query_of_the_first_screen_finds_warsaw_though_no_source_gives_its_beginning() -> None:
    found = relations.missions("NL", to="BY", kind="embassy", at="2018")
    assert "nl-embassy-warsaw" in found


def test_a_state_finds_its_ministers_and_exact_does_not() -> None:
    assert set(relations.positions("Verhagen").ids) <= set(relations.positions("NL").ids)
    assert set(relations.positions("NL", exact=True).ids) < set(relations.positions("NL").ids)


def test_agreements_are_found_by_signing_or_by_what_was_in_force() -> None:
    assert all(one.when.earliest.year >= 2010 for one in relations.agreements(since=2010))  # type: ignore[union-attr]
    assert any(one.when.latest.year == 1995 for one in relations.agreements(at="2010") if one.when)  # type: ignore[union-attr]


def test_disputes_are_the_records_on_which_sources_differ_claims_included() -> None:
    found = relations.disputes()

    assert found == relations.all(claims=True, where=lambda one: one.disputed)
    assert "diplomatic-relations" in found
    assert any(one.claimed for one in found)
    assert found.asked == "relations.disputes()"
    assert found.where(collection="events") == relations.events(claims=True).where(
        lambda one: one.disputed
    )
    for record in found:
        assert record.disputes


def test_len_iter_in_and_get_know_every_record_claims_included() -> None:
    mine = Relations.of(
        [
            event("late", "2001"),
            event("claim", "2000", claimed=True, citations=(Citation(A, "denies"),)),
        ]
    )

    assert len(mine) == 2
    assert list(mine) == ["claim", "late"]
    assert "claim" in mine
    assert "absent" not in mine
    assert 5 not in mine
    assert [] not in mine
    assert mine["claim"].claimed
    assert mine.get("claim") is mine["claim"]
    assert mine.get("absent") is None
    assert mine.get("absent", mine["late"]) is mine["late"]
    assert mine.get([]) is None  # type: ignore[arg-type]
    assert mine._ipython_key_completions_() == ["claim", "late"]


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("by-embassy-the-hage", "; did you mean 'by-embassy-the-hague'"),
        ("hague", "-the-hague"),
        ("qqqq", "; search() finds records by words"),
        ("", "; search() finds records by words"),
        (5, "; search() finds records by words"),
        (None, "; search() finds records by words"),
        ([], "; search() finds records by words"),
    ],
)
def test_an_unknown_id_is_a_key_error_that_suggests(wrong: object, hint: str) -> None:
    with pytest.raises(UnknownRecord) as told:
        relations[wrong]  # type: ignore[index]
    assert isinstance(told.value, KeyError)
    assert str(told.value).startswith(f"no record with id {wrong!r}")
    assert hint in str(told.value)


def test_a_withdrawn_id_resolves_with_a_warning() -> None:
    mine = Relations.of(
        [
            event("old", replaced_by="middle"),
            event("middle", replaced_by="new"),
            event("new"),
            event("gone", replaced_by="elsewhere"),
            event("round", replaced_by="about"),
            event("about", replaced_by="round"),
        ]
    )
    with pytest.warns(DeprecationWarning, match="'old' was replaced by 'new'") as told:
        assert mine["old"] is mine["new"]
    assert told[0].filename == __file__
    with pytest.warns(DeprecationWarning, match="'middle' was replaced by 'new'"):
        assert mine.get("middle") is mine["new"]
    with pytest.warns(DeprecationWarning, match="'round' was replaced by 'about'"):
        assert mine["round"].id == "about"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert mine["gone"].id == "gone"
        assert mine["new"].id == "new"


def test_actors_and_sources_come_by_id_and_narrow() -> None:
    persons = relations.actors(type="person")

    assert [one.id for one in relations.actors()] == sorted(one.id for one in relations.actors())
    assert persons == tuple(one for one in relations.actors() if one.type == "person")
    assert persons == relations.actors(type="Person")
    primary = relations.sources(tier="primary")
    assert primary == tuple(one for one in relations.sources() if one.tier == "primary")
    assert relations.source("wikipedia").id == "wikipedia"
    assert relations.actor("Нидерланды").id == "NL"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("actors(type='stat')", "type='stat' is unknown; use one of state, union"),
        ("actors(type='stat')", "did you mean 'state'?"),
        ("actors(type=[])", "type=[] is unknown; use one of state"),
        ("sources(tier='primry')", "did you mean 'primary'?"),
        ("sources(tier=5)", "tier=5 is unknown; use one of primary, official"),
        ("source('wikipdia')", "no source with id 'wikipdia'; did you mean 'wikipedia'"),
        ("source('')", "no source with id ''"),
        ("source([])", "no source with id []"),
        ("actor('Nederlands')", "actor(): no actor 'Nederlands'"),
        ("actor(5)", "actor(): no actor 5"),
    ],
)
def test_an_unknown_actor_or_source_says_what_is_allowed(call: str, said: str) -> None:
    with pytest.raises(UnknownName) as told:
        eval(f"relations.{call}", {"relations": relations})
    assert said in str(told.value)


def test_no_query_changes_anything() -> None:
    ban = Measure(
        id="ban",
        title="T",
        citations=(Citation(B),),
        kind="tax",
        effect="imposes",
        imposed_by=(NL,),
    )
    mine = Relations.of([event("one", "2000"), ban])
    before = mine.to_json()
    mine.all(at=2000).certain.sort("id").group_by("kind")
    mine.search("T").where(since=1990) + mine.measures("NL")
    mine.at(2000).according_to("a")
    assert before == mine.to_json()


@pytest.mark.parametrize("query", [*COLLECTIONS, "all"])
def test_help_tells_what_the_query_finds_and_what_its_keywords_mean(query: str) -> None:
    told = inspect.getdoc(getattr(relations, query)) or ""

    assert told.startswith("Find ")
    assert "`since` and `until` (when it began, both ends included)" in told
    assert "An unknown keyword raises a `TypeError`" in told
