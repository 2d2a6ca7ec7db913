"""A record whose fields contradict each other is not built; each rule bites on one."""

from __future__ import annotations

from typing import Any

import pytest

from bynl_relations import (
    Actor,
    Agreement,
    Assertion,
    Citation,
    InvalidData,
    Measure,
    Participant,
    Place,
    Visit,
    VisitLevel,
    When,
)
from bynl_relations.testing import make, make_citation

NL, BY, PL = (Actor(key, "state", key) for key in ("NL", "BY", "PL"))
DENIED = (make_citation(), make_citation("another-source", stance="denies"))


def refused(cls: Any, **fields: Any) -> list[str]:
    """Return the paths of what is wrong with a record."""
    with pytest.raises(InvalidData) as caught:
        make(cls, **fields)
    return [problem.path for problem in caught.value.problems]


def asserting(**values: Any) -> tuple[Citation, ...]:
    """Return citations of which one asserts values."""
    told = tuple(Assertion(name, value) for name, value in values.items())
    return (make_citation(), make_citation("another-source", asserts=told))


@pytest.mark.parametrize("effect", ["extends", "eases", "suspends", "restores", "lifts"])
def test_what_changes_a_measure_has_no_periods_of_its_own(effect: str) -> None:
    assert refused(Measure, effect=effect, applies=("2008/2009",)) == ["applies"]
    assert make(Measure, effect=effect).applies == ()


@pytest.mark.parametrize("effect", ["imposes", "widens", "grants"])
def test_what_imposes_widens_or_grants_may_apply(effect: str) -> None:
    assert make(Measure, effect=effect, applies=("2008/2009",)).applies == (When("2008/2009"),)
    assert refused(
        Measure, effect=effect, kind="listing_criteria", applies=("2008/2009",)
    ) == ["applies"]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "asserted"),
    [
        ({"when": "1992"}, {"when": When("1992")}),
        ({"place": None}, {"place": None}),
        ({"place": Place("Minsk", "BY")}, {"place": Place("Minsk", "BY")}),
        ({"level": "other"}, {"level": make(Visit).level}),
        ({"hosts": (BY,)}, {"hosts": (BY,)}),
    ],
)
def test_who_contradicts_asserts_another_value(
    fields: dict[str, Any], asserted: dict[str, Any]
) -> None:
    citations = asserting(**asserted)

    assert refused(Visit, **fields, citations=citations) == ["citations[1].asserts[0].value"]
    assert make(Visit, **fields, citations=asserting(when=When("1871"))).disputed


def test_a_participant_is_an_actor_that_no_field_names() -> None:
    for part in (Participant(BY), Participant(BY, "guest"), Participant(BY, "guest", "minister")):
        assert refused(Visit, hosts=(BY,), participants=(part,)) == ["participants[0]"]
    assert make(Visit, hosts=(BY,), participants=(Participant(PL, "mediator"),)).participants


def test_a_participant_who_adds_a_capacity_is_joined_with_the_field() -> None:
    added = (Participant(NL, capacity="minister"), Participant(PL, "mediator", "diplomat"))
    visit = make(Visit, visitors=(NL,), hosts=(BY,), participants=added)

    assert visit.actors == (
        Participant(NL, "visitors", "minister"),
        Participant(BY, "hosts"),
        Participant(PL, "mediator", "diplomat"),
    )
    assert visit.actor_ids == ("NL", "BY", "PL")


def test_a_claim_is_denied_or_contradicted() -> None:
    assert refused(Visit, claimed=True) == ["claimed"]
    assert make(Visit, claimed=True, citations=DENIED).claimed
    assert make(Visit, claimed=True, citations=asserting(when=When("1871"))).claimed


@pytest.mark.parametrize(
    ("in_force", "terminated"),
    [("1996", "1995"), ("1996-05-02", "1996-05-01"), ("1996/1997", "1995")],
)
def test_an_agreement_does_not_end_before_it_is_in_force(in_force: str, terminated: str) -> None:
    assert refused(Agreement, in_force=in_force, terminated=terminated) == ["terminated"]


@pytest.mark.parametrize(
    ("in_force", "terminated"), [("1996", "1996"), ("1996?", "1995"), ("1996", "1995?"), ("1996", "2000")]
)  # fmt: skip
def test_an_end_that_may_lie_after_the_entry_into_force_is_kept(
    in_force: str, terminated: str
) -> None:
    assert make(Agreement, in_force=in_force, terminated=terminated).terminated


def test_the_status_of_an_agreement_fits_its_days() -> None:
    assert refused(Agreement, status="never_in_force", in_force="1996") == ["status"]
    assert refused(Agreement, status="in_force", in_force="1996", terminated="1999") == ["status"]
    assert make(Agreement, status="never_in_force", when="1996").status == "never_in_force"


@pytest.mark.parametrize(
    ("when", "seen"), [("2008", "2007"), ("2008", "2009"), ("../2008", "2009")]
)
def test_a_sighting_lies_within_the_time_of_the_record(when: str, seen: str) -> None:
    assert refused(Visit, when=when, attested=(seen,)) == ["attested[0]"]


@pytest.mark.parametrize(
    ("when", "seen"), [("2008", "2008-03"), ("2008/", "2020"), ("2008?", "2007")]
)
def test_a_sighting_that_may_lie_within_is_kept(when: str, seen: str) -> None:
    assert make(Visit, when=when, attested=(seen,)).attested == (When(seen),)


@pytest.mark.parametrize("cls", [Agreement, Measure])
def test_an_agreement_and_a_measure_are_seen_after_they_were_made(cls: Any) -> None:
    assert make(cls, when="2008", attested=("2020",)).attested == (When("2020"),)
    assert refused(cls, when="2008", attested=("2007",)) == ["attested[0]"]


@pytest.mark.parametrize("seen", ["2008/2009", "2008/", "../2008"])
def test_a_sighting_is_a_date(seen: str) -> None:
    assert refused(Visit, attested=("2008", seen)) == ["attested[1]"]


def test_what_hangs_on_a_field_that_does_not_fit_is_not_reported_again() -> None:
    assert refused(Measure, effect="lift", applies=("2008/2009",)) == ["effect"]
    assert refused(Agreement, status="never_in_force", in_force=5) == ["in_force"]
    assert refused(Visit, claimed=True, citations=()) == ["citations"]
    assert refused(Visit, claimed=1) == ["claimed"]


def test_the_words_of_a_field_may_be_asserted_against_ours() -> None:
    record = make(Visit, citations=asserting(level=VisitLevel.MINISTER))

    assert record.disputes[0].field == "level"
