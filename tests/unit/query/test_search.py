"""Words are found wherever they stand, the best record first."""

from __future__ import annotations

import pytest

from bynl_relations import (
    Actor,
    Citation,
    Event,
    InvalidData,
    LegalAct,
    Measure,
    Mission,
    Participant,
    Place,
    Relations,
    Source,
    When,
    relations,
)

SOURCE = Source("a", "A", tier="news")
CITED = (Citation(SOURCE),)
DENIED = (Citation(SOURCE, "denies"),)
MARY = Actor("mary", "person", "María Peeters", aliases=("Masha",))
BY = Actor("BY", "state", "Belarus", (("nl", "Wit-Rusland"), ("be", "Беларусь")), aliases=("BLR",))
ANNA = Actor("a-de-vries", "person", "Anna de Vries", (("ru", "Анна де Врис"),))
PIET = Actor("p-vries", "person", "Piet Vries", (("ru", "Пит Врис"),))


def event(id: str, title: str = "T", **fields: object) -> Event:
    """Make an event of a title and other fields."""
    return Event(
        id=id, title=title, kind="call", citations=(fields.pop("citations", CITED)), **fields
    )  # type: ignore[arg-type]


def found(text: str, *records: Event | Mission | Measure) -> tuple[str, ...]:
    """Return the ids that a search finds, and check that `text=` keeps the same ones."""
    data = Relations.of(records)
    ids = data.search(text).ids
    assert sorted(data.all(text=text).ids) == sorted(ids)
    return ids


def test_every_text_of_a_record_is_looked_through() -> None:
    record = event(
        "the-id",
        "Title",
        summary="Summary",
        place=Place("Vienna", "AT"),
        topics=("foreign-trade",),
        references=("Trb. 1995, 143",),
        participants=(Participant(MARY), Participant(BY)),
        notes="Notes",
        rationale="Reason",
        citations=(Citation(SOURCE, says="Paraphrase"),),
    )
    words = (
        "the id title summary vienna at foreign trade maria masha wit-rusland rusland notes reason"
        " para 143 trb"
    )
    for word in words.split():
        assert found(word, record) == ("the-id",)
    assert found("title absent", record) == ()


def test_the_own_texts_of_a_kind_are_looked_through() -> None:
    mission = Mission(
        id="m", title="T", citations=CITED, kind="embassy", sending_state=BY, accredited_to=(BY,),
        address="Anna Paulownastraat 34",
    )  # fmt: skip
    ban = Measure(
        id="ban", title="T", citations=CITED, kind="tax", effect="imposes", imposed_by=(BY,),
        acts=(LegalAct("2008/844/CFSP", "common_position"),),
    )  # fmt: skip
    assert found("paulownastraat", mission) == ("m",)
    assert found("844/2008", mission, ban) == ("ban",)


def test_the_title_counts_more_than_the_notes() -> None:
    records = [event("a", notes="visa"), event("b", "Visa"), event("c", summary="visa")]
    assert found("VISA", *records) == ("b", "c", "a")


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    common = [event(f"r{number}", "common", notes="rare") for number in range(9)]
    last = event("last", "rare", notes="common")
    noise = [event(f"s{number}", "common") for number in range(50)]
    assert found("common rare", *common, last, *noise)[0] == "last"


def test_what_is_worth_the_same_stays_in_the_order_of_time() -> None:
    records = [event(f"r{year}", "Same words", when=When(str(year))) for year in (2003, 2001, 2002)]
    assert found("same", *records) == found("words same", *records) == ("r2001", "r2002", "r2003")


def test_every_word_has_to_be_there() -> None:
    records = [event("a", "red"), event("b", notes="red blue"), event("c", "blue")]
    assert found("red blue", *records) == ("b",)
    assert found("red green", *records) == ()
    assert found("red", *records) == ("a", "b")


def test_an_empty_search_counts_each_word() -> None:
    mine = Relations.of([event("a", "red"), event("b", "red")])
    empty = mine.search("Red green")

    assert empty.hints == ("no record holds every word: 'red' in 2, 'green' in 0",)
    assert "'red' in 2, 'green' in 0" in repr(empty)
    assert mine.all(text="Red green").hints == empty.hints
    assert mine.search("red").hints == ()


def test_a_word_of_three_letters_may_be_the_beginning_of_a_longer_one() -> None:
    records = [event("a", "Embassies"), event("b", "Emb"), event("c", "Em")]
    assert found("emb", *records) == ("b", "a")
    assert found("em", *records) == ("c",)
    assert found("mbass", *records) == ()


def test_the_beginning_of_a_word_is_worth_less_than_the_word() -> None:
    records = [event("a", "Visas"), event("b", "Visa")]
    assert found("visa", *records) == ("b", "a")


def test_a_name_is_one_word_found_in_every_script_and_where_the_actor_takes_part() -> None:
    records = [
        event("part", participants=(Participant(BY),)),
        event("dutch", notes="naar Wit-Rusland"),
        event("native", summary="Беларусь"),
        event("apart", notes="wit van Rusland"),
        event("longer", notes="Belarusian"),
        event("none", notes="by chance"),
    ]
    everywhere = {"part", "dutch", "native"}
    assert set(found("Wit-Rusland", *records)) == everywhere
    assert set(found("wit rusland", *records)) == everywhere
    assert set(found("Беларусь", *records)) == everywhere
    assert set(found("BLR", *records)) == everywhere
    assert set(found("Belarus", *records)) == {*everywhere, "longer"}
    assert set(found("rusland", *records)) == {"part", "dutch", "apart"}


def test_an_id_of_two_letters_stands_for_itself() -> None:
    records = [event("part", participants=(Participant(BY),)), event("chance", notes="by chance")]
    assert found("by", *records) == ("chance",)


def test_no_name_runs_from_one_text_into_the_next() -> None:
    torn = event("torn", citations=(Citation(SOURCE, says="wit"), Citation(SOURCE, says="Rusland")))
    assert found("Wit-Rusland", torn, event("it", participants=(Participant(BY),))) == ("it",)
    assert found("_", torn) == ()


def test_a_surname_of_several_finds_any_of_them() -> None:
    records = [
        event("one", participants=(Participant(ANNA),)),
        event("two", participants=(Participant(PIET),)),
        event("said", notes="Врис said so"),
        event("full", notes="Пит Врис said so"),
        event("else", notes="Anna de Boer said so"),
    ]
    assert set(found("Vries", *records)) == {"one", "two", "said", "full"}
    assert set(found("Piet Vries", *records)) == {"two", "full"}
    assert set(found("de vries", *records)) == {"one"}


def test_case_and_accents_do_not_count() -> None:
    assert found("MARIA peéters", event("a", participants=(Participant(MARY),))) == ("a",)
    assert found("chargé", event("a", "The CHARGE d'affaires")) == ("a",)


@pytest.mark.parametrize("text", ["", "  ", "!?", None, 5, b"x", ["x"]])
def test_a_search_without_words_is_an_error(text: object) -> None:
    with pytest.raises(InvalidData, match="expected one or more words to look for"):
        relations.search(text)  # type: ignore[arg-type]


def test_a_search_leaves_claims_out_and_reads_as_a_call() -> None:
    mine = Relations.of([event("a", "Word"), event("b", "Word", claimed=True, citations=DENIED)])
    hits = mine.search("word")

    assert hits.ids == ("a",)
    assert hits.asked == "<dataset>.search('word')"
    assert mine.search("nothing-like-it").ids == ()
    assert set(mine.search("word", claims=True).ids) == {"a", "b"}


def test_a_search_takes_the_common_keywords() -> None:
    mine = Relations.of(
        [
            event("old", "Word", when=When("1990")),
            event("new", notes="word", when=When("2000"), topics=("trade",)),
            event("bare", notes="word other"),
        ]
    )
    assert mine.search("word", since=1995).ids == ("new",)
    assert mine.search("word", since=1995).undated == 1
    assert mine.search("word", topic="trade").ids == ("new",)
    assert mine.search("word", text="other").ids == ("bare",)
    assert mine.search("word", undated=False).ids == ("old", "new")
    assert mine.search("word", since=1995).asked == "<dataset>.search('word', since=1995)"
    assert mine.search("word", since="1990-06").possible.ids == ("old",)
    with pytest.raises(TypeError, match=r"search\(\) has no keyword 'kind'"):
        mine.search("word", kind="call")  # type: ignore[call-arg]


def test_a_search_gives_the_best_first_and_sorts_by_time_on_request() -> None:
    mine = Relations.of(
        [event("old", notes="word", when=When("1990")), event("new", "Word", when=When("2000"))]
    )
    assert mine.search("word").ids == ("new", "old")
    assert mine.search("word").sort().ids == ("old", "new")
    assert mine.search("word")[:1].ids == ("new",)
    assert mine.search("word").where(until=1995).ids == ("old",)
    assert mine.all(text="word").ids == ("old", "new")
    assert mine.search("word").where(text="T").ids == ("old",)
