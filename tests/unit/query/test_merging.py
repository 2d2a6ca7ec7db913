"""Two datasets in one: the left one's actors and sources, the records of both."""

from __future__ import annotations

import attrs
import pytest

from bynl_relations import (
    Actor,
    Assertion,
    Citation,
    Event,
    Gap,
    InvalidData,
    Mission,
    Participant,
    Position,
    Record,
    Relations,
    Source,
    Visit,
    When,
    relations,
)
from bynl_relations._dataset.holdings import InMemory
from bynl_relations._dataset.metadata import Metadata
from bynl_relations.model.gazetteer import City
from bynl_relations.provenance import Quotation

NL, BY = Actor("NL", "state", "Netherlands"), Actor("BY", "state", "Belarus")
WIKI = Source("wiki", "Article", tier="encyclopedia", voice="crowd")
PAPER = Source("paper", "Paper", tier="news", publisher="Daily")


def event(id: str, *citations: Citation, **fields: object) -> Event:
    """Make an event."""
    return Event(id=id, title="T", kind="call", citations=citations or (Citation(PAPER),), **fields)  # type: ignore[arg-type]


def mission(id: str, when: str) -> Mission:
    """Make a mission that stood then."""
    return Mission(
        id=id, title="T", kind="embassy", sending_state=NL, accredited_to=(BY,), when=When(when),
        citations=(Citation(PAPER),),
    )  # fmt: skip


def test_joined_holds_both_with_the_words_of_the_left() -> None:
    left = Relations.of(
        [event("a", topics=("trade",), related=("b",))], title="left", version="1", checked="2005"
    )
    right = Relations.of(
        [event("b", Citation(WIKI), topics=("media",))], title="right", version="2", checked="2004"
    )
    both = left | right

    assert list(both.all().ids) == ["a", "b"]
    assert (both.title, both.version, both.checked) == ("left", "1", When("2004"))
    assert set(both.topics) == {"trade", "media"}
    assert both.sources() == (PAPER, WIKI)
    assert both.events().asked == "<left> | <right>.events()"
    assert (left | Relations.of([])).checked == When("2005")
    assert (Relations.of([]) | left).checked == When("2005")
    assert Relations.from_json(both.to_json()) == both


def test_joined_with_itself_is_itself() -> None:
    assert (relations | relations) == relations
    assert (relations | relations).digest == relations.digest


def test_one_id_with_two_contents_is_an_error_that_tells_all() -> None:
    left: list[Record] = [event("a"), event("b"), event("c")]
    right: list[Record] = [event("a", notes="Other"), event("b"), mission("c", "1999")]
    with pytest.raises(InvalidData) as told:
        Relations.of(left) | Relations.of(right)
    said = [str(one) for one in told.value.problems]

    assert len(said) == 2
    assert any("two records with the id 'a'" in one for one in said)
    assert any("two records with the id 'c'" in one for one in said)


def test_what_both_describe_is_as_the_left_one_has_it() -> None:
    renamed = Actor("BY", "state", "Belarus", aliases=("BLR",))
    paper = Source("paper", "The paper, later titled anew", tier="news")
    old: list[Record] = [event("both"), mission("old", "1999")]
    new: list[Record] = [
        event("both", Citation(paper)),
        Position(
            id="new", title="T", holders=(NL,), attitude="urges", participants=(Participant(renamed),),
            quotation=Quotation("Now.", "en", renamed), citations=(Citation(paper),),
        ),
        Visit(
            id="call", title="T", visitors=(NL,), hosts=(renamed,), level="other",
            citations=(Citation(paper, "contradicts", asserts=(Assertion("visitors", (renamed,)),)),),
        ),
    ]  # fmt: skip
    both = Relations.of(old) | Relations.of(new)

    assert both.source("paper") == PAPER
    assert both["both"] == old[0]
    assert both.actor("BY") == BY
    told = both["new"]
    assert isinstance(told, Position)
    assert told.participants == (Participant(BY),)
    assert told.quotation is not None
    assert told.quotation.speaker == BY
    assert both["call"].citations == (
        Citation(PAPER, "contradicts", asserts=(Assertion("visitors", (BY,)),)),
    )
    assert Relations.from_json(both.to_json()) == both
    # The other way round the newer words are kept.
    assert (Relations.of(new) | Relations.of(old)).actor("BLR") == renamed


def test_a_saved_dataset_still_joins_when_a_name_is_added() -> None:
    saved = Relations.of(relations.missions("NL"))
    grown = Relations.of(
        attrs.evolve(
            one,
            accredited_to=tuple(
                attrs.evolve(to, aliases=(*to.aliases, "A new alias")) for to in one.accredited_to
            ),
        )
        for one in saved.missions()
    )

    assert saved != grown
    assert saved | grown == saved
    assert grown | saved == grown
    assert set(grown | relations) == set(relations)


def test_gaps_and_places_are_joined() -> None:
    renamed = attrs.evolve(BY, aliases=("B",))
    minsk = City(city="Minsk", country="BY", latitude=53.9, longitude=27.56667)  # type: ignore[arg-type]
    left, right = (
        Relations(InMemory(Metadata(), {"BY": state}, {}, {}, gaps, places))
        for state, gaps, places in (
            (BY, (Gap("one", "Left"), Gap("two", "Left")), ()),
            (renamed, (Gap("two", "Right"), Gap("three", "Right", actors=(renamed,))), (minsk,)),
        )
    )  # fmt: skip
    both = left | right

    assert [(one.id, one.question) for one in both.gaps()] == [
        ("one", "Left"), ("three", "Right"), ("two", "Left"),
    ]  # fmt: skip
    assert both.gaps()[1].actors == (BY,)
    assert both.events(city="Minsk").ids == ()
    assert both == Relations.from_json(both.to_json())


def test_the_order_in_which_words_stand_does_not_count_for_equality() -> None:
    one, two = (
        Relations(InMemory(Metadata(topics=topics), {}, {}, {}))
        for topics in ((("a", "A"), ("b", "B")), (("b", "B"), ("a", "A")))
    )
    assert one == two
    assert one != Relations(InMemory(Metadata(topics=(("a", "A"),)), {}, {}, {}))


@pytest.mark.parametrize("wrong", [5, None, [event("a")], {}])
def test_only_datasets_are_joined(wrong: object) -> None:
    with pytest.raises(TypeError, match="unsupported operand"):
        relations | wrong  # type: ignore[operator]
