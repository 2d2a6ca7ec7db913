"""Gaps, places and whom actors act for: read, checked against the dataset, written, joined."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from bynl_relations import Actor, Event, InvalidData, Relations, When
from bynl_relations._dataset.bundled import Bundled
from bynl_relations._dataset.document import document as written
from bynl_relations._dataset.reader import read_document
from bynl_relations.testing import make, make_actor, make_relations

SAID = {"schema": 1, "title": "T", "topics": {"missions": "Missions"}}
NL = {"id": "NL", "type": "state", "name": "Netherlands"}
GAP: dict[str, Any] = {
    "id": "heads", "question": "Heads", "collection": "appointments", "actors": ["NL"],
    "topics": ["missions"], "when": "1991/2015", "looked_in": ["gazettes"], "says": "None found.",
}  # fmt: skip
MINSK: dict[str, Any] = {
    "city": "Minsk", "country": "BY", "latitude": 53.9, "longitude": 27.56667,
    "geonames": "625144", "names": {"be": "Мінск"},
}  # fmt: skip


def document(**parts: object) -> str:
    """Return a small dataset as a document, some parts of it replaced."""
    small = {"dataset": SAID, "actors": [NL], "gaps": [GAP], "places": [MINSK]}
    return json.dumps(small | parts)


def wrong(**parts: object) -> list[tuple[str, str, str]]:
    """Return path, finding and expectation of each problem of a dataset."""
    with pytest.raises(InvalidData) as caught:
        Relations.from_json(document(**parts))
    return [(one.path, one.found, one.expected) for one in caught.value.problems]


def actors(*acting: tuple[str, ...]) -> list[dict[str, object]]:
    """Return rows of actors: the id of each, then the ids for which it acts."""
    return [NL | {"id": name, "acts_for": list(others)} for name, *others in acting]


def test_gaps_and_places_are_read_with_their_actors() -> None:
    held = read_document(document())
    (gap,), (city,) = held.gaps, held.places

    assert gap.actors == (held.actors["NL"],)
    assert (gap.when, gap.looked_in) == (When("1991/2015"), ("gazettes",))
    assert (str(city), dict(city.names)) == ("Minsk, BY", {"be": "Мінск"})


def test_gaps_and_places_are_written_as_they_were_read_and_in_order() -> None:
    gaps = [GAP | {"id": "z"}, GAP]
    places = [MINSK, MINSK | {"city": "Brest"}, MINSK | {"city": "Assen", "country": "NL"}]
    text = "".join(written(read_document(document(gaps=gaps, places=places))))
    value = json.loads(text)

    assert [row["id"] for row in value["gaps"]] == ["heads", "z"]
    assert [row["city"] for row in value["places"]] == ["Brest", "Minsk", "Assen"]
    assert value["gaps"][0] == GAP
    assert value["places"][1] == MINSK
    assert "".join(written(read_document(text))) == text


@pytest.mark.parametrize(
    ("change", "path", "expected"),
    [
        ({"collection": "mission"}, ".collection", "one of events"),
        ({"topics": ["mission"]}, ".topics[0]", "a topic that dataset.json declares"),
        ({"actors": ["DE"]}, ".actors[0]", "the id of one of the actors"),
        ({"when": "soon"}, ".when", "a date in EDTF"),
        ({"question": ""}, ".question", "what was looked for"),
    ],
)
def test_a_gap_names_what_the_dataset_knows(
    change: dict[str, object], path: str, expected: str
) -> None:
    ((where, _, wanted),) = wrong(gaps=[GAP | change])

    assert where == f"$.gaps[0]{path}"
    assert wanted.startswith(expected)


def test_a_gap_and_a_place_stand_once() -> None:
    assert wrong(gaps=[GAP, GAP]) == [("$.gaps[1]", "the id 'heads' a second time", "each id once")]
    assert wrong(places=[MINSK, MINSK]) == [
        ("$.places[1]", "the place 'Minsk, BY' a second time", "each place once")
    ]


def test_an_actor_acts_for_somebody_whom_the_dataset_knows() -> None:
    assert wrong(actors=[NL, *actors(("ministry", "NL", "DE"))]) == [
        (
            "$.actors[1].acts_for[1]",
            "'DE'",
            "the id of an actor of the dataset, or one listed in elsewhere",
        )
    ]
    elsewhere = SAID | {"elsewhere": ["DE"]}
    read = Relations.from_json(document(actors=[*actors(("NL", "DE"))], dataset=elsewhere))
    assert read.actor("NL").acts_for == ("DE",)


def test_an_actor_whose_row_is_wrong_is_not_reported_as_unknown_too() -> None:
    assert wrong(actors=[NL, NL | {"id": "DE", "type": "country"}, *actors(("a", "DE"))])[0][0] == (
        "$.actors[1].type"
    )


@pytest.mark.parametrize(
    ("acting", "paths"),
    [
        ([("NL", "NL")], ["$.actors[0].acts_for[0]"]),
        ([("NL", "a"), ("a", "NL")], ["$.actors[1].acts_for[0]"]),
        ([("NL",), ("a", "NL", "b"), ("b", "c"), ("c", "NL", "a")], ["$.actors[3].acts_for[1]"]),
        (
            [("NL", "a", "b"), ("a", "NL"), ("b", "NL")],
            ["$.actors[1].acts_for[0]", "$.actors[2].acts_for[0]"],
        ),
    ],
)
def test_a_circle_of_actors_is_reported_once(
    acting: list[tuple[str, ...]], paths: list[str]
) -> None:
    found = wrong(actors=actors(*acting))

    assert [path for path, _, _ in found] == paths
    assert all("in turn" in expected for _, _, expected in found)


def test_two_ways_to_one_actor_are_no_circle() -> None:
    acting = actors(("NL",), ("a", "NL"), ("b", "NL"), ("c", "a", "b", "NL"))

    assert len(Relations.from_json(document(actors=acting)).actors()) == 4


def test_a_long_chain_of_actors_is_followed_to_its_end() -> None:
    chain = [(f"a{number}", f"a{number + 1}") for number in range(5_000)]

    ((path, _, _),) = wrong(actors=[*actors(("NL",), *chain, ("a5000", "a0"))])
    assert path == "$.actors[5001].acts_for[0]"


def test_what_actors_act_for_is_elsewhere_where_it_is_not_held() -> None:
    ministry = make_actor("a-ministry", acts_for=("AA",))
    mine = Relations.of([make(Event, participants=(ministry,))])

    assert json.loads(mine.to_json())["dataset"]["elsewhere"] == ["AA"]
    assert Relations.from_json(mine.to_json()) == mine


def test_views_sums_and_pickles_keep_gaps_and_places() -> None:
    mine = Relations.from_json(document())
    other = Relations.from_json(
        document(gaps=[GAP | {"says": "Other"}, GAP | {"id": "z", "says": "Other"}], places=[])
    )
    for kept in (mine.at("2000"), pickle.loads(pickle.dumps(mine)), mine | make_relations()):
        assert kept._holdings.gaps == mine._holdings.gaps
        assert kept._holdings.places == mine._holdings.places
    both = mine | other
    assert [(gap.id, gap.says) for gap in both._holdings.gaps] == [
        ("heads", "None found."),
        ("z", "Other"),
    ]
    assert mine != other


def test_the_bundled_gaps_and_places_are_in_order() -> None:
    held = Bundled()
    gaps, places = held.gaps, held.places

    assert list(gaps) == sorted(gaps, key=lambda gap: gap.id)
    assert list(places) == sorted(places, key=lambda city: (city.country, city.city))
    assert held.gaps is gaps
    assert all(isinstance(actor, Actor) for gap in gaps for actor in gap.actors)
