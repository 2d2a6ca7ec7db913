"""Legal acts, gaps and places of the gazetteer, and the fields that hold them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from bynl_relations import (
    Actor,
    Agreement,
    Gap,
    InvalidData,
    LegalAct,
    Measure,
    Mission,
    Participant,
    Place,
    Source,
    When,
)
from bynl_relations.model.gazetteer import City
from bynl_relations.testing import make

NL, BY, PL = (Actor(key, "state", key) for key in ("NL", "BY", "PL"))
EU = Actor("EU", "union", "European Union")
MINSK: dict[str, Any] = {"city": "Minsk", "country": "BY", "latitude": 53.9, "longitude": 27.56667}


def refused(cls: Any, *args: Any, **fields: Any) -> list[str]:
    """Return the paths of what is wrong with an object."""
    with pytest.raises(InvalidData) as caught:
        cls(*args, **fields)
    return [problem.path for problem in caught.value.problems]


def test_an_act_has_a_number_and_a_form() -> None:
    act = LegalAct("2008/844/CFSP", "common_position", celex="32008E0844", adopted=When("2008-11"))

    assert (str(act), act.type, act.published) == ("2008/844/CFSP", "common_position", None)
    assert refused(LegalAct, "", "decision") == ["number"]
    assert refused(LegalAct, "1", "ukase") == ["type"]
    assert refused(LegalAct, "1", "decree", celex="2008/844") == ["celex"]
    assert refused(LegalAct, "1" * 201, "decree") == ["number"]


@pytest.mark.parametrize(
    "celex", ["32008E0844", "32006R0765R(01)", "02012D0642-20210604", "32021D1031"]
)
def test_the_forms_of_a_celex_number(celex: str) -> None:
    assert LegalAct("1", "decision", celex=celex).celex == celex


def test_a_measure_names_its_acts_and_days() -> None:
    act = LegalAct("No. 8", "decree")
    measure = make(
        Measure, effect="grants", acts=(act,), announced="2016", until="2018", applies=("2017/",)
    )

    assert (measure.acts, measure.announced, measure.until) == ((act,), When("2016"), When("2018"))
    assert Measure.from_dict(measure.to_dict()) == measure
    assert measure.to_dict()["acts"] == [{"number": "No. 8", "type": "decree"}]


def test_a_gap_says_what_was_looked_for() -> None:
    gap = Gap("early-heads", "Heads of mission", "appointments", (NL,), ("missions",))

    assert (str(gap), hash(gap)) == ("Heads of mission", hash(Gap("early-heads", "Other")))
    assert refused(Gap, "No", "") == ["id", "question"]
    assert refused(Gap, "a", "B", "Not a collection", topics=("No",)) == ["collection", "topics[0]"]


def test_a_city_has_degrees_and_names() -> None:
    city = City(**MINSK, geonames="625144", names=(("be", "Мінск"),))

    assert (str(city), city.spellings) == ("Minsk, BY", ("Minsk", "Мінск"))
    assert city.longitude == Decimal("27.56667")


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({"city": ""}, ["city"]),
        ({"country": "by"}, ["country"]),
        ({"latitude": 91}, ["latitude"]),
        ({"latitude": "53"}, ["latitude"]),
        ({"longitude": -181}, ["longitude"]),
        ({"longitude": 27.566667}, ["longitude"]),
        ({"geonames": "0625144"}, ["geonames"]),
        ({"names": (("Belarusian", "Мінск"),)}, ["names"]),
    ],
)
def test_a_city_that_does_not_lie_on_earth_is_refused(
    fields: dict[str, Any], paths: list[str]
) -> None:
    assert refused(City, **MINSK | fields) == paths


def test_a_mission_is_resident_where_it_sits_in_every_state_that_it_is_accredited_to() -> None:
    seat = Place("Warsaw", "PL")
    both = make(Mission, sending_state=NL, accredited_to=(PL, BY), seat=seat)
    alone = make(Mission, sending_state=NL, accredited_to=(PL, EU), seat=seat)
    union = make(Mission, sending_state=NL, accredited_to=(EU,), seat=Place("Brussels", "BE"))

    assert (both.resident_in, both.resident) == ((PL,), False)
    assert (alone.resident_in, alone.resident) == ((PL,), True)
    assert (union.resident_in, union.resident) == ((), False)
    assert make(Mission, sending_state=NL, accredited_to=(PL,)).resident is False


def test_a_source_has_a_title_of_its_own_or_one_of_ours() -> None:
    source = Source("a", title_en="A letter", tier="primary", authors=("B",), kind="statement")

    assert (str(source), source.name) == ("A letter", "A letter")
    assert (source.authors, source.kind, source.archive_lookup) == (("B",), "statement", "")
    assert refused(Source, "a", tier="primary") == ["title"]
    assert refused(Source, "a", "A", tier="primary", kind="letter") == ["kind"]
    assert refused(Source, "a", "A", tier="primary", authors=("",)) == ["authors[0]"]


def test_an_actor_has_identifiers() -> None:
    state = Actor("NL", "state", "Netherlands", identifiers=(("wikidata", "Q55"),))

    assert dict(state.identifiers) == {"wikidata": "Q55"}
    assert refused(Actor, "NL", "state", "N", identifiers=(("Wikidata", "Q55"),)) == ["identifiers"]
    assert refused(Actor, "NL", "state", "N", identifiers=(("wikidata", ""),)) == ["identifiers"]


def test_a_participant_has_a_capacity_of_a_closed_vocabulary() -> None:
    assert Participant(NL).capacity is None
    assert Participant(NL, "host", "court").capacity == "court"
    assert refused(Participant, NL, capacity="minster") == ["capacity"]


def test_a_record_sorts_by_the_first_time_that_is_known() -> None:
    undated = make(Measure, applies=("2009/2010", "2004/2008"))
    seen = make(Measure, attested=("2006",), applies=("2004/2008",))
    treaty = make(Agreement, in_force="1996")

    assert undated.sort_key == When("2004/2008").sort_key
    assert seen.sort_key == When("2006").sort_key
    assert treaty.sort_key == When("1996").sort_key
    assert make(Agreement).sort_key > treaty.sort_key
    assert treaty.began == (0, When("1996").span[1], When("1996").span[1])
    assert make(Agreement, in_force="1996?").began == (0, When("1996").span[1], 3652061)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"name": "x" * 201}, "name"),
        ({"aliases": ("x" * 201,)}, "aliases[0]"),
        ({"aliases": ("x",) * 101}, "aliases"),
        ({"names": (("nl", "x" * 201),)}, "names"),
        ({"names": tuple((f"nl-a{n:03}", "x") for n in range(101))}, "names"),
        ({"description": "x" * 10_001}, "description"),
    ],
)
def test_an_actor_has_limits(fields: dict[str, Any], path: str) -> None:
    assert refused(Actor, **{"id": "NL", "type": "state", "name": "N"} | fields) == [path]


def test_what_is_just_within_the_limits_is_kept() -> None:
    actor = Actor(
        "NL", "state", "x" * 200, tuple((f"nl-a{n:03}", "x") for n in range(100)), ("x" * 200,) * 100,
        description="x" * 10_000,
    )  # fmt: skip

    assert len(actor.spellings) == 202


def test_references_are_names_of_papers() -> None:
    assert make(Agreement, references=("Trb. 1995, 143",)).references == ("Trb. 1995, 143",)
    with pytest.raises(InvalidData, match="1 to 200 characters"):
        make(Agreement, references=("",))
