"""What stood in a window, and how one source tells it."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal

import pytest

from bynl_relations import (
    Actor,
    Agreement,
    Assertion,
    Citation,
    Event,
    InvalidDate,
    Measure,
    Mission,
    Place,
    Relations,
    Source,
    Statistic,
    UnknownName,
    When,
    relations,
)
from bynl_relations._query.views import _complete
from bynl_relations.model import STANDING

NL, BY = Actor("NL", "state", "Netherlands"), Actor("BY", "state", "Belarus")
WIKI = Source("wiki", "Article", tier="encyclopedia", voice="crowd")
MIRROR = Source("mirror", "Mirror", tier="news", voice="crowd")
PAPER = Source("paper", "Paper", tier="news", publisher="Daily")


def says(source: Source, text: str = "", **values: object) -> Citation:
    """Make a citation that asserts some values."""
    told = tuple(Assertion(name, value) for name, value in values.items())  # type: ignore[arg-type]
    return Citation(source, "contradicts" if told else "supports", text, asserts=told)


def event(id: str, *citations: Citation, **fields: object) -> Event:
    """Make an event."""
    return Event(id=id, title="T", kind="call", citations=citations or (Citation(PAPER),), **fields)  # type: ignore[arg-type]


def mission(id: str, when: str, **fields: object) -> Mission:
    """Make a mission that stood then."""
    fields.setdefault("citations", (Citation(PAPER),))
    return Mission(
        id=id, title="T", kind="embassy", sending_state=NL, accredited_to=(BY,), when=When(when),
        **fields,
    )  # type: ignore[arg-type] # fmt: skip


def test_at_holds_what_can_have_stood_of_what_stands_for_a_time() -> None:
    treaty = Agreement(
        id="treaty", title="T", kind="treaty", parties=(NL, BY), citations=(Citation(PAPER),),
        in_force=When("1999"), status="in_force",
    )  # fmt: skip
    ban = Measure(
        id="ban", title="T", kind="tax", effect="imposes", imposed_by=(NL,),
        citations=(Citation(PAPER),), when=When("1999"), applies=(When("1999/2004"),),
    )  # fmt: skip
    mine = Relations.of(
        [
            mission("old", "1990/1995"),
            mission("now", "1999/.."),
            mission("claim", "1999/..", claimed=True, citations=(Citation(PAPER, "denies"),)),
            event("then", when=When("2000")),
            treaty,
            ban,
        ]
    )
    view = mine.at("2000-05-05")

    assert set(view) == {"now", "claim", "treaty", "ban"}
    assert len(view) == 4
    assert view.events().ids == ()
    assert view.missions().ids == ("now",)
    assert view.all().asked == "<dataset>.at('2000-05-05').all()"
    assert {one.collection for one in relations.at("2018").all()} <= set(STANDING)


@pytest.mark.parametrize("moment", ["2018", "2008-10-20", "2008-10/2009-03", 2018, When("2018")])
def test_at_gives_what_the_queries_with_at_give(moment: str) -> None:
    view = relations.at(moment)
    for collection in STANDING:
        asked = getattr(relations, collection)(at=moment)
        seen = getattr(view, collection)()
        assert asked == seen
        assert asked.certain == seen.certain == getattr(view, collection)(match="certain")
        assert asked.possible == seen.possible == getattr(view, collection)(match="possible")


def test_a_view_keeps_its_window_in_every_result() -> None:
    mine = Relations.of([mission("sure", "1999/2004"), mission("maybe", "2000/2004")])
    view = mine.at("2000-05")

    for found in (
        view.missions(),
        view.all(),
        view.search("T"),
        view.missions()[:],
        view.all().sort(),
    ):
        assert found.certain.ids == ("sure",)
        assert found.possible.ids == ("maybe",)
    assert view.missions(since=2000).ids == ("maybe",)
    assert view.missions(since=1999).certain.ids == ("sure",)
    assert view.disputes().ids == ()
    assert len(view.disputes().windows) == 1


def test_a_further_at_narrows_and_both_windows_count() -> None:
    mine = Relations.of(
        [mission("long", "1999/2010"), mission("start", "2000/2010"), mission("end", "1990/2004")]
    )
    view = mine.at("2000-05").at("2004-05")

    assert set(view) == {"long", "start", "end"}
    assert view.missions().certain.ids == ("long",)
    assert view.missions(at="2002").certain.ids == ("long",)
    assert view.missions().asked == "<dataset>.at('2000-05').at('2004-05').missions()"
    assert mine.missions(at="2000-05").where(at="2004-05").certain == view.missions().certain


def test_nothing_is_certain_at_a_vague_moment() -> None:
    view = Relations.of([mission("now", "1999/..")]).at("2018~")

    assert view.missions().ids == ("now",)
    assert view.missions().certain.ids == ()
    assert view.missions(match="certain").ids == ()
    assert view.missions(match="possible").ids == ("now",)


@pytest.mark.parametrize("wrong", [None, True, "x", "03/04/2006", [], float("nan")])
def test_at_refuses_what_is_no_moment(wrong: object) -> None:
    with pytest.raises(InvalidDate, match="is not a valid date"):
        relations.at(wrong)  # type: ignore[arg-type]


def test_according_to_a_source_is_what_it_cites_with_what_it_asserts() -> None:
    held = event(
        "held", Citation(PAPER, says="Ours."), says(WIKI, "In 1994.", when=When("1994/")),
        when=When("1992"), summary="Ours", rationale="Because", notes="Note", place=Place("Minsk", "BY"),
    )  # fmt: skip
    claim = event("claim", says(WIKI, "A claim."), Citation(PAPER, "denies"), claimed=True)
    other = event("other", Citation(PAPER))
    denied = event("denied", Citation(PAPER), Citation(WIKI, "denies", says="It did not happen."))
    view = Relations.of([held, claim, other, denied]).according_to("wiki")
    told = view["held"]

    assert set(view) == {"held", "claim"}
    assert told.when == When("1994/")
    assert told.citations == (Citation(WIKI, "supports", "In 1994."),)
    assert (told.summary, told.rationale, told.notes) == ("In 1994.", "", "")
    assert not told.disputed
    # What it does not assert is ours.
    assert told.place == Place("Minsk", "BY")
    assert view.events().ids == ("held", "claim")
    assert view["claim"].claimed is False
    assert view.sources() == (WIKI,)
    assert view.events().asked == "<dataset>.according_to('wiki').events()"


def test_the_first_assertion_decides_and_later_ones_that_differ_stay() -> None:
    record = event(
        "it", says(WIKI, "One.", when=When("1994")), says(MIRROR, "Two.", when=When("1995")),
        says(WIKI, "One.", when=When("1994"), place=Place("Kyiv", "UA")), when=When("1992"),
    )  # fmt: skip
    told = Relations.of([record]).according_to("crowd")["it"]

    assert told.when == When("1994")
    assert told.place == Place("Kyiv", "UA")
    assert told.summary == "One. Two."
    assert [one.stance.value for one in told.citations] == ["supports", "contradicts", "supports"]
    assert [(one.field, one.others) for one in told.disputes] == [
        ("when", ((When("1995"), (MIRROR,)),))
    ]


def test_twice_is_once() -> None:
    record = event("it", says(WIKI, when=When("1994")), says(MIRROR, when=When("1995")))
    mine = Relations.of([record])

    for name in ("wiki", WIKI, "crowd", "CROWD"):
        once = mine.according_to(name)
        assert once == once.according_to(name)
        assert once.according_to(name).all().asked == once.all().asked
    assert mine.according_to("crowd").according_to("mirror")["it"].when == When("1995")
    for name in ("wikipedia", *{one.voice for one in relations.sources() if one.voice}):
        once = relations.according_to(name)
        assert once.according_to(name) == once


def test_a_value_that_makes_no_record_beside_ours_stays_a_contradiction() -> None:
    figure = Statistic(
        id="figure", title="T", indicator="goods", low=5, high=5,
        citations=(Citation(PAPER), says(WIKI, "Ten.", low=Decimal(10))),
    )  # fmt: skip
    told = Relations.of([figure, event("other", Citation(WIKI))]).according_to("wiki")

    assert told["figure"].low == 5  # type: ignore[attr-defined]
    assert told["figure"].disputed
    assert told["figure"].summary == "Ten."
    assert told["figure"].sources == (WIKI,)
    assert "other" in told


def test_a_view_keeps_the_window_of_the_view_that_it_is_made_of() -> None:
    record = mission("it", "1999/2004", citations=(says(WIKI, when=When("2000/2004")),))
    mine = Relations.of([record])

    assert mine.according_to("wiki").at("2000-05").missions().possible.ids == ("it",)
    assert mine.at("2000-05").according_to("wiki").missions().possible.ids == ("it",)
    assert mine.at("2000-05").missions().certain.ids == ("it",)


def test_according_to_wikipedia_dates_the_establishment_as_the_article_does() -> None:
    ours, theirs = relations["diplomatic-relations"], relations.according_to("wikipedia")

    assert ours.when == When("1992-03-24")
    assert ours.disputed
    assert theirs["diplomatic-relations"].when.earliest.year == 1994  # type: ignore[union-attr]


def test_the_consulate_in_the_hague_is_a_claim_that_wikipedia_makes() -> None:
    def in_the_hague(record: Mission) -> bool:
        return record.kind == "honorary_consulate" and record.place == Place("The Hague", "NL")

    told = relations.according_to("wikipedia").missions("BY").where(in_the_hague)

    assert relations.missions("BY").where(in_the_hague).ids == ()
    assert relations.missions("BY", claims=True).where(in_the_hague).ids == told.ids
    assert not told.one().claimed


def test_every_source_of_the_bundled_data_tells_a_story() -> None:
    for source in relations.sources():
        view = relations.according_to(source)
        assert all(record.sources == (source,) for record in view.all(claims=True))


@pytest.mark.parametrize("wrong", ["wikipdia", "", None, 5, "NL"])
def test_according_to_refuses_what_is_no_source(wrong: object) -> None:
    with pytest.raises(UnknownName, match=r"^no source .* in this dataset"):
        relations.according_to(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("view", [relations.at("2010"), relations.according_to("wikipedia")])
def test_a_view_goes_out_and_comes_back(view: Relations) -> None:
    again = Relations.from_json(view.to_json())

    assert view == again
    assert view.to_json() == again.to_json()
    assert view.digest == again.digest
    named = {other for one in again.all(claims=True) for other in one.related}
    assert named - set(again) <= set(again._holdings.dataset.elsewhere)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickled_view_keeps_window_and_telling(protocol: int) -> None:
    view = relations.at("2010").at("2011~").according_to("wikipedia")
    again = pickle.loads(pickle.dumps(view, protocol))

    assert view == again
    assert view.missions() == again.missions()
    assert view.missions().certain == again.missions().certain
    assert view.missions().asked == again.missions().asked
    assert again.according_to("wikipedia") is again
    assert copy.copy(view) is view
    assert copy.deepcopy(view) is view


def test_a_record_that_a_source_only_cites_is_made_when_it_is_looked_at() -> None:
    ours = event("it", Citation(WIKI, says="Told."), Citation(PAPER), notes="Note")
    view = Relations.of([ours]).according_to("wiki")
    told = view._holdings.records("events")[0]

    assert object.__getattribute__(told, "_rest")[1][0] is ours
    assert (told.summary, told.notes, told.citations) == ("Told.", "", (ours.citations[0],))
    with pytest.raises(AttributeError):
        object.__getattribute__(told, "_rest")
    # Two threads may both fill it.
    _complete(told, (ours, (ours.citations[0],)))
    assert told.summary == "Told."
