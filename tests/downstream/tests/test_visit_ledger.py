"""The ledger counts what it is given, and works on the bundled data."""

from __future__ import annotations

from typing import assert_type

import pytest
from visit_ledger import busiest, disputed_titles, ledger, protests

from bynl_relations import (
    Assertion,
    Event,
    InvalidData,
    Mission,
    Record,
    Records,
    Relations,
    Visit,
    When,
    relations,
)
from bynl_relations.testing import (
    make,
    make_actor,
    make_citation,
    make_relations,
    make_source,
)


def test_visits_are_counted_by_year() -> None:
    held = make_relations(
        make(Visit, "a", when="1993-02"),
        make(Visit, "b", when="1993"),
        make(Visit, "c", when="2009~"),
        make(Visit, "d"),
    )

    assert ledger(held.visits()) == {1993: 2, 2009: 1}
    # About 2009 may be 2010, a year further on it cannot be.
    assert ledger(held.visits(since=2011)) == {}


def test_the_busiest_visit_had_the_most_visitors() -> None:
    many = make(Visit, "many", visitors=("AA", make_actor("a-city", acts_for=("AA",))))
    held = make_relations(make(Visit, "one"), many)

    assert busiest("AA", held) == many
    assert busiest("ZZ", make_relations(make(Event), make(Mission, sending_state="ZZ"))) is None


def test_protests_are_no_calls() -> None:
    held = make_relations(
        make(Event, "a-protest", kind="protest", when="2009"), make(Event, "a-call", kind="call")
    )

    assert protests(held).ids == ("a-protest",)
    assert protests(held, since=2010).ids == ()


def test_disputes_are_named() -> None:
    article = make_source("an-article", tier="encyclopedia")
    told = make_citation(article, asserts=(Assertion("when", When("1994")),))
    start = make(Event, "a-start", when="1992", citations=(make_citation(), told))

    assert disputed_titles(make_relations(start, make(Event, "b"))) == ["A start"]


def test_the_bundled_data_answers() -> None:
    assert sum(ledger(relations.visits()).values()) <= len(relations.visits())
    assert busiest("NL") in relations.visits("NL")
    assert protests().ids
    assert disputed_titles()


def test_wrong_fields_are_refused_by_type_checkers_and_when_run() -> None:
    with pytest.raises(TypeError, match="knid"):
        make(Event, knid="call")  # type: ignore[call-overload]
    with pytest.raises(InvalidData):
        make(Event, when=2006)  # type: ignore[call-overload]


def test_types_are_as_precise_as_they_look() -> None:
    assert_type(make(Event), Event)
    assert_type(make(Mission, "m", kind="embassy", seat=None), Mission)
    assert_type(make_relations(), Relations)
    assert_type(protests(), Records[Event])
    assert_type(relations.all(), Records[Record])
