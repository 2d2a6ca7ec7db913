"""A number is found however it is written, a city in any language, a record either way."""

from __future__ import annotations

import pytest

from bynl_relations import (
    Actor,
    Agreement,
    Citation,
    Event,
    LegalAct,
    Measure,
    Mission,
    Participant,
    Place,
    Position,
    Relations,
    Source,
    Statistic,
    UnknownName,
    UnknownRecord,
    Visit,
    When,
    relations,
)
from bynl_relations._dataset.holdings import InMemory
from bynl_relations._dataset.metadata import Metadata
from bynl_relations._query.facets import act_key, keys
from bynl_relations.model.gazetteer import City

CITED = (Citation(Source("s", "S", tier="news")),)
NL, BY, PL, EU = (
    Actor("NL", "state", "Netherlands"),
    Actor("BY", "state", "Belarus"),
    Actor("PL", "state", "Poland"),
    Actor("EU", "union", "European Union"),
)
MINISTER = Actor("minister", "person", "Maxime Verhagen", acts_for=("NL",))
ENVOY = Actor("envoy", "person", "Some Envoy", acts_for=("BY",))


def event(id: str, *parts: Participant, **fields: object) -> Event:
    """Make an event."""
    fields.setdefault("kind", "meeting")
    return Event(id=id, title="T", citations=CITED, participants=parts, **fields)  # type: ignore[arg-type]


def measure(id: str, *acts: LegalAct, **fields: object) -> Measure:
    """Make a measure that rests on some acts."""
    return Measure(
        id=id, title="T", citations=CITED, kind="travel_ban", effect="imposes", imposed_by=(EU,),
        targets=(BY,), acts=acts, **fields,
    )  # type: ignore[arg-type] # fmt: skip


OLD = LegalAct("2008/844/CFSP", "common_position", "32008E0844")
NEW = LegalAct("(CFSP) 2021/1031", "decision")
RULES = LegalAct("(EU) No 588/2011", "implementing_regulation")
ACTS = Relations.of([measure("old", OLD), measure("new", NEW, RULES), measure("none")])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("2008/844", ["old"]),
        ("844/2008", ["old"]),
        ("2008/844/CFSP", ["old"]),
        ("Common Position 2008/844/CFSP", ["old"]),
        ("32008E0844", ["old"]),
        ("32008e0844", ["old"]),
        ("2008/844/EU", []),
        ("2021/1031", ["new"]),
        ("(CFSP) 2021/1031", ["new"]),
        ("Council Decision (CFSP) 1031/2021", ["new"]),
        ("588/2011", ["new"]),
        ("Regulation (EU) No 588/2011", ["new"]),
        ("EU 588/2011", ["new"]),
        ("CFSP 588/2011", []),
        ("2021/103", []),
        ("32021D1031", []),
        (["2008/844", "2021/1031"], ["new", "old"]),
    ],
)
def test_an_act_is_found_however_its_number_is_written(asked: object, found: list[str]) -> None:
    assert sorted(ACTS.measures(act=asked).ids) == found  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", ["", "CFSP", 2008])
def test_an_act_without_a_number_is_an_error(wrong: object) -> None:
    with pytest.raises(UnknownName, match=r"has no number; use the numbers of an act"):
        ACTS.measures(act=wrong)  # type: ignore[arg-type]


def test_the_key_of_an_act_sorts_its_numbers_and_letters() -> None:
    assert act_key("2008/844/CFSP") == act_key("CFSP 844/2008") == "844 2008 cfsp"
    assert act_key("no number") == ""


def test_changes_finds_what_alters_a_record_directly_in_order() -> None:
    mine = Relations.of(
        [
            measure("ban", when=When("2006")),
            measure("second", when=When("2008"), changes=("ban",)),
            measure("first", when=When("2007"), changes=("ban",)),
            measure("later", when=When("2009"), changes=("second",)),
        ]
    )
    assert mine.measures(changes="ban").ids == ("first", "second")
    assert mine.measures(changes=["ban", "second"]).ids == ("first", "second", "later")
    with pytest.raises(
        UnknownRecord, match="changes: no record with id 'bann'; did you mean 'ban'"
    ):
        mine.measures(changes="bann")


def test_related_finds_both_ways() -> None:
    mine = Relations.of(
        [event("one", related=("two", "gone")), event("two"), event("three", related=("one",))]
    )
    assert set(mine.events(related="one").ids) == {"two", "three"}
    assert mine.events(related="two").ids == ("one",)
    assert mine.events(related="gone").ids == ("one",)
    assert mine.events(related="three").ids == ("one",)
    with pytest.raises(UnknownRecord, match="related: no record with id 'four'"):
        mine.events(related="four")


def test_a_reference_is_found_by_its_words() -> None:
    treaty = Agreement(
        id="treaty", title="T", kind="treaty", parties=(NL, BY), citations=CITED,
        references=("Trb. 1995, 143", "Trb. 1996, 7"),
    )  # fmt: skip
    mine = Relations.of([treaty, event("other", references=("Kamerstuk 35373-33",))])

    assert mine.agreements(reference="Trb. 1995, 143").ids == ("treaty",)
    assert mine.agreements(reference="trb 1995 143").ids == ("treaty",)
    assert mine.all(reference=["TRB 1996 7", "kamerstuk 35373-33"]).ids == ("other", "treaty")
    assert mine.all(reference="143").ids == ()
    with pytest.raises(TypeError, match="reference=5 is not a string"):
        mine.all(reference=5)  # type: ignore[arg-type]


def test_a_city_is_found_in_any_language_of_the_gazetteer() -> None:
    minsk = City(
        city="Minsk", country="BY", latitude=53.9, longitude=27.56667,  # type: ignore[arg-type]
        names=(("ru", "Минск"), ("nl", "Minsk")),
    )  # fmt: skip
    hague = City(city="The Hague", country="NL", latitude=52, longitude=4, names=(("nl", "Den Haag"),))  # type: ignore[arg-type] # fmt: skip
    records = [
        event("a", place=Place("Minsk", "BY")),
        event("b", place=Place("Minsk", "PL")),
        event("c", place=Place("", "BY")),
        event("d", place=Place("Vitebsk", "BY")),
        event("e"),
    ]
    mine = Relations(InMemory(Metadata(), {}, {}, {"events": records}, (), (minsk, hague)))

    assert mine.events(city="минск").ids == ("a",)
    assert mine.events(city="Minsk").ids == ("a", "b")
    assert mine.events(city="Minsk, BY").ids == ("a",)
    assert mine.events(city=["Vitebsk", "Минск"]).ids == ("a", "d")
    assert mine.events(city="Den Haag").ids == ()
    assert mine.events(country="BY", city="Minsk").ids == ("a",)
    with pytest.raises(UnknownName, match=r"city: no city 'Misk' .*; did you mean 'minsk'\?"):
        mine.events(city="Misk")
    with pytest.raises(UnknownName, match="city: no city 5"):
        mine.events(city=5)  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="did you mean city='Den Haag'"):
        mine.events("Den Haag")


def test_a_capacity_is_that_of_the_actor_asked_for() -> None:
    as_minister = Participant(MINISTER, capacity="foreign_minister")
    records = [
        Visit(
            id="visit", title="T", citations=CITED, level="minister", visitors=(MINISTER,),
            hosts=(BY,), participants=(as_minister,),
        ),
        Visit(
            id="host", title="T", citations=CITED, level="envoy", visitors=(ENVOY,),
            hosts=(MINISTER,), participants=(as_minister, Participant(ENVOY, capacity="diplomat")),
        ),
        event("talk", as_minister, Participant(NL), Participant(BY)),
    ]  # fmt: skip
    mine = Relations.of(records)

    assert set(mine.all(capacity="foreign_minister").ids) == {"visit", "host", "talk"}
    assert set(mine.all(capacity="foreign minister", actor="NL").ids) == {"visit", "host", "talk"}
    assert mine.all(capacity="foreign_minister", actor="BY").ids == ()
    assert mine.visits("NL", capacity="foreign_minister").ids == ("visit",)
    assert mine.visits("BY", capacity="foreign_minister").ids == ()
    assert mine.visits(to="NL", capacity="foreign_minister").ids == ("host",)
    assert mine.visits(capacity=["diplomat", "athlete"]).ids == ("host",)
    with pytest.raises(
        UnknownName, match=r"capacity='minster' is unknown; .*did you mean 'minister'"
    ):
        mine.visits(capacity="minster")
    with pytest.raises(UnknownName, match="did you mean capacity='foreign_minister'"):
        mine.visits("foreign minister")


def test_several_actors_are_any_of_them_or_all_of_them() -> None:
    mine = Relations.of(
        [
            event("both", Participant(NL), Participant(BY)),
            event("nl", Participant(MINISTER)),
            event("by", Participant(BY)),
            event("pl", Participant(PL)),
        ]
    )
    assert set(mine.events(actor=["NL", "PL"]).ids) == {"both", "nl", "pl"}
    assert mine.events(actor=["NL", "PL"], exact=True).ids == ("both", "pl")
    assert mine.events(all_of=["NL", "BY"]).ids == ("both",)
    assert mine.events(all_of="BY").ids == ("both", "by")
    assert mine.events(actor=iter(["PL"])).ids == ("pl",)
    with pytest.raises(UnknownName, match=r"actor=\[\] is empty"):
        mine.events(actor=[])
    with pytest.raises(UnknownName, match="all_of: no actor 'XX'"):
        mine.events(all_of=["NL", "XX"])


def test_a_reporter_is_an_actor() -> None:
    figure = Statistic(
        id="figure", title="T", citations=CITED, indicator="goods", low=5, reporter=MINISTER
    )  # type: ignore[arg-type]
    nobodys = Statistic(id="nobodys", title="T", citations=CITED, indicator="goods", low=5)  # type: ignore[arg-type]
    mine = Relations.of([figure, nobodys, event("other", Participant(NL))])

    assert mine.statistics(reporter="NL").ids == ("figure",)
    assert mine.statistics(reporter="NL", exact=True).ids == ()
    assert mine.statistics(reporter=["Verhagen"]).ids == ("figure",)


def test_resident_asks_about_the_state_towards_which_the_mission_is() -> None:
    def mission(id: str, city: str, country: str, *to: Actor) -> Mission:
        return Mission(
            id=id, title="T", citations=CITED, kind="embassy", sending_state=NL, accredited_to=to,
            seat=Place(city, country),
        )  # fmt: skip

    mine = Relations.of(
        [mission("warsaw", "Warsaw", "PL", PL, BY), mission("minsk", "Minsk", "BY", BY)]
    )

    assert mine.missions(resident=True).ids == ("minsk",)
    assert mine.missions(resident=False).ids == ("warsaw",)
    assert mine.missions(to="BY", resident=False).ids == ("warsaw",)
    assert mine.missions(to="BY", resident=True).ids == ("minsk",)
    assert mine.missions(to="PL", resident=True).ids == ("warsaw",)
    assert relations.missions("NL", to="BY", resident=False).ids == ("nl-embassy-warsaw",)


def test_who_is_that_of_each_kind() -> None:
    position = Position(
        id="said", title="T", citations=CITED, holders=(MINISTER,), attitude="urges",
        participants=(Participant(BY),),
    )  # fmt: skip
    ban = measure("ban")
    mine = Relations.of([position, ban, event("met", Participant(BY), Participant(NL))])

    assert set(mine.all("NL").ids) == {"said", "met"}
    assert mine.all("BY").ids == ("met",)
    assert mine.all("EU", collection="measures").ids == ("ban",)
    assert mine.all("NL", exact=True).ids == ("met",)
    assert mine.all("NL").asked == "<dataset>.all('NL')"


def test_what_a_view_lacks_is_known_there_and_gives_nothing() -> None:
    mine = Relations.of(
        [
            event("met", Participant(NL), place=Place("Minsk", "BY"), topics=("trade",)),
            measure("ban", when=When("2006"), applies=(When("2006/2008"),)),
        ]
    )
    view = mine.at("2007")

    assert view.all().ids == ("ban",)
    for asked in (
        {"actor": "Netherlands"},
        {"related": "met"},
        {"city": "Minsk"},
        {"topic": "trade"},
        {"source": "s", "match": "possible"},
    ):
        assert view.all(**asked).ids == ()  # type: ignore[arg-type]
        assert mine.at("1999").all(**asked).ids == ()  # type: ignore[arg-type]
    assert view.positions("Netherlands").ids == ()
    assert view.positions(about="met").ids == ()
    assert view.according_to("s").events(city="Minsk").ids == ()
    with pytest.raises(UnknownName):
        view.positions("Nobody")


def test_a_contact_has_both_sides_either_way_round() -> None:
    concerned = Participant(BY, "country concerned")
    mine = Relations.of(
        [
            Visit(id="there", title="T", citations=CITED, level="other", visitors=(NL,), hosts=(BY,)),
            Visit(id="here", title="T", citations=CITED, level="other", visitors=(ENVOY,), hosts=(MINISTER,)),
            Visit(id="else", title="T", citations=CITED, level="other", visitors=(NL,), hosts=(PL,)),
            event("talk", Participant(MINISTER), Participant(ENVOY)),
            event("call", Participant(NL), Participant(BY), kind="call"),
            event("summons", Participant(NL), Participant(BY), kind="summons"),
            event("debate", Participant(NL), Participant(BY), kind="debate"),
            event("about", Participant(NL), concerned),
            measure("ban"),
        ]
    )  # fmt: skip
    both = {"there", "here", "talk", "call", "summons"}

    assert set(mine.contacts("NL", to="BY").ids) == both == set(mine.contacts("BY", to="NL").ids)
    assert set(mine.contacts("NL", to="BY", exact=True).ids) == {"there", "call", "summons"}
    assert set(mine.contacts("NL").ids) == {*both, "else", "about"}
    assert set(mine.contacts().ids) == {*both, "else", "about"}
    assert mine.contacts("NL", to="PL").ids == ("else",)
    assert mine.contacts("NL", to="NL").ids == ()
    assert {one.collection for one in relations.contacts("NL", to="BY")} == {"events", "visits"}
    assert {one.kind for one in relations.contacts("NL", to="BY").where(collection="events")} <= {  # type: ignore[union-attr]
        "meeting", "call", "summons",
    }  # fmt: skip
    assert mine.contacts("NL", to="BY").asked == "<dataset>.contacts('NL', to='BY')"
    with pytest.raises(TypeError, match=r"contacts\(\) has no keyword 'kind'"):
        mine.contacts("NL", kind="call")  # type: ignore[call-arg]
    assert keys(mine["ban"], "side") == ()


def test_disputes_take_the_common_keywords_and_claims_by_default() -> None:
    mine = Relations.of(
        [
            Event(id="claim", title="T", kind="call", when=When("2006"), claimed=True,
                  citations=(Citation(CITED[0].source, "denies"),)),
            Event(id="held", title="T", kind="call", when=When("2009"),
                  citations=(Citation(CITED[0].source, "denies"),), participants=(Participant(NL),)),
            event("plain"),
        ]
    )  # fmt: skip
    assert mine.disputes().ids == ("claim", "held")
    assert mine.disputes(since=2008).ids == ("held",)
    assert mine.disputes(actor="NL").ids == ("held",)
    assert mine.disputes(claims=False).ids == ("held",)
    assert mine.disputes(since=2008).asked == "<dataset>.disputes(since=2008)"
