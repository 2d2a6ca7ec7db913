"""A dataset: what it says of itself, how it is made, and how it goes out and comes back."""

from __future__ import annotations

import copy
import hashlib
import json
import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import pytest

from bynl_relations import (
    Actor,
    Citation,
    Event,
    InvalidData,
    InvalidDate,
    Participant,
    Record,
    Relations,
    Source,
    Statistic,
    UnknownName,
    When,
    relations,
)
from bynl_relations.model import COLLECTIONS, kind

PAPER = Source("paper", "Paper", tier="news")
NL = Actor("NL", "state", "Netherlands")


def event(id: str, **fields: object) -> Event:
    """Make an event."""
    return Event(
        **{"id": id, "title": "T", "kind": "call", "citations": (Citation(PAPER),)} | fields
    )  # type: ignore[arg-type]


ONE = event("one", when=When("2001"), topics=("trade",), participants=(Participant(NL),))
TWO = event("two", when=When("2000"), related=("gone",))
FIGURE = Statistic(id="figure", title="T", citations=(Citation(PAPER),), indicator="goods", low=5)
MINE = Relations.of([ONE, TWO, FIGURE], title="mine", version="7", checked="2020-05")


def test_of_takes_records_of_any_kinds_and_the_words_in_use() -> None:
    assert list(MINE) == ["two", "one", "figure"]
    assert (MINE.title, MINE.version, MINE.checked) == ("mine", "7", When("2020-05"))
    assert MINE.topics == {"trade": ""}
    assert MINE.indicators == {"goods": ""}
    assert MINE.actors() == (NL,)
    assert MINE.sources() == (PAPER,)
    assert Relations.of(iter([ONE, ONE])).events().ids == ("one",)
    assert Relations.of(MINE.events()).events() == MINE.events()


def test_of_nothing_is_an_empty_dataset() -> None:
    empty = Relations.of([])

    assert len(empty) == 0
    assert empty.all().ids == ()
    assert empty.checked is None
    assert Relations.from_json(empty.to_json()) == empty
    assert empty.describe()["collection"] == {}


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([5], "5; expected a record of one of the ten kinds"),
        ("ab", "'a'; expected a record of one of the ten kinds"),
        ([ONE, event("one")], "two records with the id 'one'"),
        (
            [ONE, event("b", citations=(Citation(Source("paper", "Other", tier="news")),))],
            "two sources",
        ),
        ([ONE, event("b", participants=(Participant(Actor("NL", "state", "N")),))], "two actors"),
    ],
)
def test_of_refuses_what_is_no_dataset(records: object, said: str) -> None:
    with pytest.raises(InvalidData) as told:
        Relations.of(cast("Iterable[Record]", records))
    assert said in str(told.value)


def test_of_refuses_a_wrong_title_and_a_wrong_check() -> None:
    with pytest.raises(InvalidData, match="title: 5; expected a string"):
        Relations.of([], title=5)  # type: ignore[arg-type]
    with pytest.raises(InvalidDate):
        Relations.of([], checked="x")


def test_the_words_of_a_dataset_are_copies() -> None:
    for words in (relations.topics, relations.indicators):
        words.clear()
    assert "trade" in relations.topics
    assert "goods_by_to_nl" in relations.indicators


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_kinds_are_the_words_that_a_query_takes(collection: str) -> None:
    words = relations.kinds(collection)
    name = "indicator" if collection == "statistics" else kind(collection).word_fields()[0]

    assert words
    for word in words:
        getattr(relations, collection)(**{name: word})


@pytest.mark.parametrize("wrong", ["mission", "", 5, None, []])
def test_an_unknown_collection_has_no_kinds(wrong: object) -> None:
    with pytest.raises(UnknownName, match=r"^no collection .*; use one of events, visits") as told:
        relations.kinds(wrong)  # type: ignore[arg-type]
    assert (wrong == "mission") is str(told.value).endswith("did you mean 'missions'?")


def test_the_digest_is_that_of_the_canonical_form_and_tells_contents_apart() -> None:
    assert MINE.digest == hashlib.sha256(MINE.to_json().encode()).hexdigest()
    assert (
        MINE.digest
        == Relations.of([FIGURE, TWO, ONE], title="mine", version="7", checked="2020-05").digest
    )
    assert (
        MINE.digest != Relations.of([ONE, TWO], title="mine", version="7", checked="2020-05").digest
    )
    assert MINE.digest != Relations.of([ONE, TWO, FIGURE], title="mine", version="8").digest
    assert relations.digest == relations.digest


def test_describe_counts_every_record() -> None:
    told = relations.describe()

    for heading in ("collection", "confidence", "scope", "held", "disputed"):
        assert sum(told[heading].values()) == len(relations)
        assert list(told[heading].values()) == sorted(told[heading].values(), reverse=True)
    assert told["collection"]["events"] == len(relations.events(claims=True))
    assert told["disputed"]["disputed"] == len(relations.disputes())
    assert MINE.describe()["voice"] == {"paper": 1}
    assert MINE.describe()["tier of citations"] == {"news": 3}


@pytest.mark.parametrize("dataset", [relations, MINE], ids=["bundled", "own"])
def test_a_round_trip_is_exact(dataset: Relations, tmp_path: Path) -> None:
    text = dataset.to_json()
    dataset.to_json(tmp_path / "all.json")
    again = Relations.from_json(text)

    assert (tmp_path / "all.json").read_text(encoding="utf-8") == text
    assert dataset == again
    assert hash(dataset) == hash(again)
    assert text == again.to_json()
    assert again == Relations.from_json(text.encode())
    dataset.write(tmp_path / "layout")
    assert Relations.read(tmp_path / "layout") == dataset
    assert Relations.read(str(tmp_path / "layout")).to_json() == text


def test_ids_that_are_named_and_not_held_are_elsewhere() -> None:
    assert json.loads(MINE.to_json())["dataset"]["elsewhere"] == ["gone"]
    part = Relations.of(relations.measures(), checked="2026")
    assert Relations.from_json(part.to_json()) == part


def test_a_read_dataset_is_asked_by_its_title(tmp_path: Path) -> None:
    MINE.write(tmp_path)

    assert Relations.read(tmp_path).events().asked == "<mine>.events()"
    assert Relations.from_json(Relations.of([ONE]).to_json()).events().asked == "<dataset>.events()"
    assert relations.events().asked == "relations.events()"


def test_the_limit_of_bytes_can_be_moved(tmp_path: Path) -> None:
    MINE.write(tmp_path)
    text = MINE.to_json()
    with pytest.raises(InvalidData):
        Relations.read(tmp_path, max_bytes=50)
    with pytest.raises(InvalidData):
        Relations.from_json(text, max_bytes=50)
    assert Relations.read(tmp_path, max_bytes=5000) == MINE
    assert Relations.from_json(text, max_bytes=5000) == MINE


def test_datasets_are_equal_by_content() -> None:
    same = Relations.of([TWO, FIGURE, ONE], title="mine", version="7", checked="2020-05")

    assert same == MINE
    assert hash(same) == hash(MINE)
    assert Relations.of([ONE, TWO, FIGURE], title="mine", version="7") != MINE
    assert Relations.of([ONE, TWO], title="mine", version="7", checked="2020-05") != MINE
    assert MINE != 5
    assert MINE != list(MINE)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_the_bundled_dataset_pickles_by_name_and_others_by_content(protocol: int) -> None:
    assert pickle.loads(pickle.dumps(relations, protocol)) is relations
    assert len(pickle.dumps(relations, protocol)) < 100
    again = pickle.loads(pickle.dumps(MINE, protocol))
    assert again == MINE
    assert again.events("NL").asked == MINE.events("NL").asked
    assert again.events("NL") == MINE.events("NL")


def test_a_copy_is_itself() -> None:
    assert copy.copy(relations) is relations
    assert copy.deepcopy(MINE) is MINE


def test_a_dataset_goes_out_as_its_records_do() -> None:
    assert MINE.cite("text") == MINE.all(claims=True).cite("text")
    assert MINE.to_jsonld() == MINE.all(claims=True).to_jsonld()


def test_a_dataset_shows_itself_to_people() -> None:
    for shown in (repr(MINE), MINE._repr_html_(), MINE._repr_markdown_()):
        assert "mine" in shown
