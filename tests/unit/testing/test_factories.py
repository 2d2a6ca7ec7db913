"""The factories make valid records, always the same ones, with what the test asked for."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import get_type_hints

import pytest

from bynl_relations import (
    Actor,
    Agreement,
    Appointment,
    Assertion,
    Event,
    InvalidData,
    InvalidDate,
    Measure,
    Membership,
    Mission,
    Participant,
    Place,
    Position,
    Programme,
    Record,
    Relations,
    Statistic,
    Visit,
    When,
    relations,
    testing,
)
from bynl_relations.model import COLLECTIONS, kind
from bynl_relations.testing import (
    changes,
    make,
    make_actor,
    make_citation,
    make_relations,
    make_source,
)

KINDS = [kind(collection) for collection in COLLECTIONS]


@pytest.mark.parametrize("cls", KINDS)
def test_a_record_of_each_kind_is_made_of_nothing(cls: type[Record]) -> None:
    record = make(cls)

    assert type(record) is cls
    assert record.id == cls.__name__.lower()
    assert cls.from_dict(record.to_dict()) == record


@pytest.mark.parametrize("cls", KINDS)
def test_the_same_arguments_give_an_equal_record(cls: type[Record]) -> None:
    assert make(cls, "one") == make(cls, "one")
    assert make(cls, "one") != make(cls, "two")


@pytest.mark.parametrize("cls", KINDS)
def test_what_is_filled_in_is_done_by_aa_towards_zz(cls: type[Record]) -> None:
    held = make_relations()
    query = getattr(held, cls.collection)

    assert query("AA").ids == (make(cls).id,)
    if cls.to_fields and cls is not Membership:
        assert query(to="ZZ").ids == (make(cls).id,)


def test_another_process_makes_the_same() -> None:
    code = "from bynl_relations.testing import make_relations; print(make_relations().digest)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == make_relations().digest


@pytest.mark.parametrize("cls", KINDS)
def test_type_checkers_see_every_field_of_the_kind(cls: type[Record]) -> None:
    seen = get_type_hints(getattr(changes, f"{cls.__name__}Changes"))
    fields = {one.name for one in cls.__attrs_attrs__ if one.init}

    assert seen.keys() | {"id"} == fields


def test_a_date_may_be_its_text() -> None:
    assert make(Event, when="2009-03").when == When("2009-03")
    assert make(Event, when=When("2009-03")).when == When("2009-03")
    assert make(Event, when=None).when is None
    assert make(Mission, attested=("2015~", When("2021-04"))).attested == (
        When("2015~"),
        When("2021-04"),
    )
    assert make(Agreement, in_force="1997").in_force == When("1997")
    assert make(Measure, applies=("2006/2008",)).applies == (When("2006/2008"),)


def test_an_actor_may_be_its_id() -> None:
    netherlands = Actor("NL", "state", "Netherlands")
    visit = make(Visit, visitors=("NL", make_actor("a-city")), hosts=(netherlands,))

    assert visit.visitors == (make_actor("NL"), make_actor("a-city"))
    assert visit.hosts == (netherlands,)
    assert make(Mission, sending_state="NL").sending_state == make_actor("NL")
    assert make(Statistic, reporter=None).reporter is None


def test_a_participant_may_be_its_actor() -> None:
    host = Participant(make_actor("NL"), "host")
    event = make(Event, participants=("BY", make_actor("EU"), host))

    assert event.participants == (
        Participant(make_actor("BY")),
        Participant(make_actor("EU")),
        host,
    )


def test_texts_stay_texts() -> None:
    appointment = make(Appointment, mission="an-embassy", notes="NL", related=("NL-1".lower(),))

    assert (appointment.mission, appointment.notes, appointment.related) == (
        "an-embassy",
        "NL",
        ("nl-1",),
    )


def test_a_number_takes_the_place_of_words() -> None:
    assert make(Statistic).stated
    assert make(Statistic, low=3).stated == ""
    assert make(Statistic, high=Decimal("1.5")).high == Decimal("1.5")
    assert make(Statistic, low=3, stated="at least three").stated == "at least three"


def test_the_rules_of_a_record_hold() -> None:
    with pytest.raises(InvalidDate, match="2006-13"):
        make(Event, when="2006-13")
    with pytest.raises(InvalidData, match="expected one of"):
        make(Event, kind="proteste")
    with pytest.raises(InvalidData, match="kebab"):
        make(Position, "A Position")
    with pytest.raises(InvalidData, match="expected a tuple"):
        make(Programme, organisers=["AA"])  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="kidn"):
        make(Event, kidn="protest")  # type: ignore[call-overload]


def test_only_the_ten_kinds_are_made() -> None:
    for cls in (Record, Place, "events"):
        with pytest.raises(TypeError, match="is not a kind of record; use one of Event, Visit"):
            make(cls)  # type: ignore[arg-type]


def test_the_reference_lists_every_factory() -> None:
    page = Path(__file__).parents[3] / "docs" / "reference" / "api.md"
    section = page.read_text(encoding="utf-8").split("\n## Testing\n")[1].split("\n## ")[0]

    assert sorted(re.findall(r"`(make\w*)\(", section)) == sorted(testing.__all__)


def test_a_long_id_gets_a_title_that_fits() -> None:
    assert len(make(Event, "a" * 100).title) == 80


def test_an_actor_is_what_its_id_tells() -> None:
    made = [(one.type, one.name) for one in map(make_actor, ("AA", "EU", "a-city"))]

    assert made == [("state", "State AA"), ("union", "Union EU"), ("organisation", "A city")]
    assert make_actor("a-person", type="person", home="NL").home == "NL"
    assert make_actor("NL", name="Netherlands", names=(("nl", "Nederland"),)) == Actor(
        "NL", "state", "Netherlands", (("nl", "Nederland"),)
    )


def test_a_source_has_what_it_is_given() -> None:
    source = make_source(
        "a-letter",
        tier="primary",
        url="https://example.org/a",
        published="1992-03",
        voice="a-voice",
    )

    assert (source.title, source.tier, source.published) == ("A letter", "primary", When("1992-03"))
    assert (source.url, source.voice, source.accessed) == ("https://example.org/a", "a-voice", None)


def test_a_citation_that_asserts_contradicts() -> None:
    said = (Assertion("when", When("1994")),)

    assert make_citation().stance == "supports"
    assert make_citation(asserts=said).stance == "contradicts"
    assert make_citation(make_source("b"), stance="denies").source.id == "b"
    with pytest.raises(InvalidData, match="contradicts"):
        make_citation(asserts=said, stance="supports")


def test_a_dataset_without_records_has_one_of_each_kind() -> None:
    held = make_relations(title="Mine", version="1", checked="2024-05")

    assert set(held) == {cls.__name__.lower() for cls in KINDS}
    assert (held.title, held.version, held.checked) == ("Mine", "1", When("2024-05"))
    assert Relations.from_json(held.to_json()) == held
    assert pickle.loads(pickle.dumps(held)) == held


def test_a_dataset_holds_the_records_it_is_given() -> None:
    assert set(make_relations(make(Event, "a"), make(Visit, "b"))) == {"a", "b"}
    with pytest.raises(InvalidData, match="two records"):
        make_relations(make(Event, "a"), make(Event, "a", kind="call"))


def test_records_with_real_actors_stand_beside_the_bundled_ones() -> None:
    call = make(Event, "a-call-of-mine", participants=(relations.actor("NL"),))
    both = make_relations(call) | relations

    assert both["a-call-of-mine"] == call
    assert len(both) == len(relations) + 1
