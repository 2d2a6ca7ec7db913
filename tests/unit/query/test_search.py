"""Words are found wherever they stand, the best record first."""

from __future__ import annotations

import pytest

from bynl_relations import (
    Actor,
    Citation,
    Event,
    InvalidData,
    Mission,
    Participant,
    Place,
    Relations,
    Source,
    When,
    relations,
)
from bynl_relations._query.search import contains, rank, tokens

SOURCE = Source("a", "A", tier="news")
CITED = (Citation(SOURCE),)
DENIED = (Citation(SOURCE, "denies"),)
MARY = Actor("mary", "person", "María Peeters", aliases=("Masha",))
BY = Actor("BY", "state", "Belarus", (("nl", "Wit-Rusland"),))


def event(id: str, title: str = "T", **fields: object) -> Event:
    """Make an event of a title and other fields."""
    return Event(
        id=id, title=title, kind="call", citations=(fields.pop("citations", CITED)), **fields
    )  # type: ignore[arg-type]


def test_every_text_of_a_record_is_looked_through() -> None:
    record = event(
        "the-id",
        "Title",
        summary="Summary",
        place=Place("Vienna", "AT"),
        topics=("foreign-trade",),
        participants=(Participant(MARY), Participant(BY)),
        notes="Notes",
        rationale="Reason",
        citations=(Citation(SOURCE, says="Paraphrase"),),
    )
    words = "the id title summary vienna at foreign trade maria masha wit-rusland notes reason para"
    for word in words.split():
        assert contains(record, [word])
        assert rank([record], word) == [0]
    assert not contains(record, ["title", "absent"])
    assert rank([record], "absent") == []


def test_the_own_texts_of_a_kind_are_looked_through() -> None:
    mission = Mission(
        id="m", title="T", citations=CITED, kind="embassy", sending_state=BY, accredited_to=(BY,),
        address="Anna Paulownastraat 34",
    )  # fmt: skip
    assert rank([mission], "paulownastraat") == [0]


def test_the_title_counts_more_than_the_notes() -> None:
    records = [event("a", notes="embassy"), event("b", "Embassy"), event("c", summary="embassy")]
    assert rank(records, "EMBASSY") == [1, 2, 0]


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    records = [event(f"r{number}", "common") for number in range(9)] + [event("last", "rare")]
    assert rank(records, "common rare")[0] == 9


def test_a_record_with_every_word_drives_out_those_with_some() -> None:
    records = [event("a", "red"), event("b", notes="red blue"), event("c", "blue")]
    assert rank(records, "red blue") == [1]
    assert rank(records, "red green") == [0, 1]


def test_a_word_may_be_the_beginning_of_a_longer_one() -> None:
    records = [event("a", "Embassies"), event("b", "Embass")]
    assert rank(records, "embass") == [1, 0]
    assert rank(records, "em") == []


def test_case_and_accents_do_not_count() -> None:
    assert tokens("  CHARGÉ chargé, d'Affaires") == ("charge", "d", "affaires")
    assert rank([event("a", participants=(Participant(MARY),))], "MARIA peéters") == [0]


@pytest.mark.parametrize("text", ["", "  ", "!?", None, 5, b"x", ["x"]])
def test_a_search_without_words_is_an_error(text: object) -> None:
    with pytest.raises(InvalidData, match="expected one or more words to look for"):
        relations.search(text)  # type: ignore[arg-type]


def test_a_search_leaves_claims_out_and_reads_as_a_call() -> None:
    mine = Relations.of([event("a", "Word"), event("b", "Word", claimed=True, citations=DENIED)])
    found = mine.search("word")

    assert found.ids == ("a",)
    assert found.asked == "<dataset>.search('word')"
    assert mine.search("nothing-like-it").ids == ()


def test_a_search_gives_the_best_first_and_sorts_by_time_on_request() -> None:
    mine = Relations.of(
        [event("old", notes="word", when=When("1990")), event("new", "Word", when=When("2000"))]
    )
    assert mine.search("word").ids == ("new", "old")
    assert mine.search("word").sort().ids == ("old", "new")
    assert mine.search("word")[:1].ids == ("new",)
    assert mine.search("word").where(until=1995).ids == ("old",)
