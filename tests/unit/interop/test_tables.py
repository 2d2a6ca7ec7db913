"""Flat tables: which columns there are, and what stands in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import frozen

from bynl_relations import (
    Actor,
    Agreement,
    Assertion,
    Citation,
    Event,
    Mission,
    MissionKind,
    Participant,
    Place,
    Position,
    Record,
    Relations,
    Source,
    Statistic,
    UnknownName,
    When,
    relations,
)
from bynl_relations.interop.columns import Column
from bynl_relations.interop.record_table import record_table
from bynl_relations.interop.tables import TABLES, table_of
from bynl_relations.model import COLLECTIONS, STANDING, kind
from bynl_relations.provenance import Quotation

NL = Actor("NL", "state", "Netherlands")
BY = Actor("BY", "state", "Belarus")
RUTTE = Actor("mark-rutte", "person", "Mark Rutte", acts_for=("NL",))
LETTER = Source("letter", "Letter", tier="primary", published=When("2012-03~"), voice="ministry")
REPORT = Source("report", "Report", tier="news", url="https://example.org/r", language="nl")


@frozen(kw_only=True, eq=False, repr=False)
class Hearing(Event):
    """A kind of one's own, with a flag."""

    public: bool = False


def row(record: Record) -> dict[str, object]:
    """Return the one row of a record, by column."""
    return {one.name: one.values[0] for one in record_table([record], type(record))}


def heads(columns: list[Column]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return name, sort and words of columns."""
    return [(one.name, one.sort, one.words) for one in columns]


def test_a_record_lies_flat_with_its_ids_and_bounds() -> None:
    found = row(
        Agreement(
            id="road-agreement",
            title="Road agreement",
            when=When("1995-04~"),
            kind="treaty",
            parties=(NL, BY),
            in_force=When("1997/"),
            references=("Trb. 1995, 119", "Trb. 1997, 4"),
            citations=(Citation(LETTER), Citation(REPORT)),
            topics=("transport", "trade"),
            place=Place(country="BY"),
        )
    )

    assert (
        found.items()
        >= {
            "id": "road-agreement",
            "collection": "agreements",
            "when": "1995-04~",
            "earliest": date(1995, 4, 1),
            "latest": date(1995, 4, 30),
            "precision": "month",
            "who": "NL; BY",
            "actors": "NL; BY",
            "city": None,
            "country": "BY",
            "topics": "transport; trade",
            "confidence": "medium",
            "claimed": False,
            "n_sources": 2,
            "n_voices": 2,
            "kind": "treaty",
            "in_force": "1997/",
            "in_force_earliest": date(1997, 1, 1),
            "in_force_latest": None,
            "terminated": None,
            "references": "Trb. 1995, 119; Trb. 1997, 4",
        }.items()
    )


def test_what_is_not_known_is_none() -> None:
    found = row(Event(id="one", title="One", kind="meeting", citations=(Citation(LETTER),)))

    assert {
        name: found[name]
        for name in ("summary", "when", "earliest", "latest", "precision", "attested", "who")
    } == dict.fromkeys(("summary", "when", "earliest", "latest", "precision", "attested", "who"))


def test_an_open_end_has_no_last_day() -> None:
    found = row(
        Mission(
            id="embassy", title="Embassy", sending_state=NL, accredited_to=(BY,), kind="embassy",
            seat=Place("Minsk", "BY"), when=When("2009/.."), attested=(When("2012"), When("2013")),
            citations=(Citation(LETTER),),
        )
    )  # fmt: skip

    assert (found["earliest"], found["latest"]) == (date(2009, 1, 1), None)
    assert found["attested"] == "2012; 2013"
    assert found["resident"] is True
    assert (found["seat"], found["city"]) == ("Minsk, BY", "Minsk")


def test_a_quotation_is_parted() -> None:
    found = row(
        Position(
            id="said", title="Said", holders=(RUTTE,), attitude="condemns",
            quotation=Quotation("Dit kan niet", "nl", RUTTE), citations=(Citation(LETTER),),
        )
    )  # fmt: skip

    assert [found[f"quotation_{part}"] for part in ("text", "language", "speaker")] == [
        "Dit kan niet",
        "nl",
        "mark-rutte",
    ]


def test_a_number_stays_exact() -> None:
    found = row(
        Statistic(id="goods", title="Goods", indicator="goods", low=Decimal("1.10"), high=None,
                  citations=(Citation(LETTER),))
    )  # fmt: skip

    assert (found["low"], found["high"]) == (Decimal("1.1"), None)


def test_a_field_that_is_a_flag_is_a_flag() -> None:
    record = Hearing(
        id="one", title="One", kind="other", public=True, citations=(Citation(LETTER),)
    )

    assert ("public", "flag", ()) in heads(record_table([], Hearing))
    assert row(record)["public"] is True


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_an_empty_result_has_the_columns_of_its_kind(collection: str) -> None:
    cls = kind(collection)
    full = relations.all(collection=collection)

    assert heads(record_table([], cls)) == heads(record_table(full, cls))
    for table in TABLES:
        assert heads(table_of(table, [], cls)) == heads(table_of(table, full, cls))


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_column_holds_its_sort_alone(collection: str) -> None:
    sorts: dict[str, type | tuple[type, ...]] = {
        "text": str,
        "word": str,
        "date": date,
        "flag": bool,
        "count": int,
        "number": Decimal,
    }
    cls = kind(collection)
    full = relations.all(collection=collection, claims=True)

    for table in TABLES:
        for one in table_of(table, full, cls):
            told = [value for value in one.values if value is not None]
            assert [v for v in told if not isinstance(v, sorts[one.sort]) or v == ""] == []
            assert one.sort != "word" or set(told) <= set(one.words)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_of_a_kind_has_a_column(collection: str) -> None:
    cls = kind(collection)
    names = [name for name, _, _ in heads(record_table([], cls))]
    told = {"participants": "actors", "place": "city", "citations": "n_sources",
            "quotation": "quotation_text"}  # fmt: skip

    assert [name for name in cls.field_names() if told.get(name, name) not in names] == []
    assert len(names) == len(set(names))


def test_records_of_several_kinds_have_the_common_columns() -> None:
    common = [name for name, _, _ in heads(record_table([], Record))]

    assert relations.all().to_csv().partition("\r\n")[0] == ",".join(common)
    assert relations.missions().to_csv().startswith(",".join(common))


def test_a_citation_a_row() -> None:
    record = Event(
        id="one", title="One", kind="meeting", when=When("1992-03-24"), place=Place("Prague"),
        citations=(
            Citation(LETTER, says="So it was."),
            Citation(REPORT, "contradicts", locator="p. 3",
                     asserts=(Assertion("when", When("1994")), Assertion("place", None))),
        ),
    )  # fmt: skip
    columns = {one.name: one.values for one in table_of("citations", [record], Event)}

    assert columns["record"] == ["one", "one"]
    assert columns["source"] == ["letter", "report"]
    assert columns["stance"] == ["supports", "contradicts"]
    assert columns["asserts"] == [None, "when: 1994; place: none"]
    assert columns["says"] == ["So it was.", None]
    assert columns["locator"] == [None, "p. 3"]
    assert columns["published"] == ["2012-03~", None]
    assert columns["published_latest"] == [date(2012, 3, 31), None]
    assert columns["voice"] == ["ministry", "report"]
    assert columns["tier"] == ["primary", "news"]


def test_the_asserted_values_lie_flat() -> None:
    record = Mission(
        id="embassy", title="Embassy", sending_state=NL, accredited_to=(BY,), kind="embassy",
        citations=(Citation(REPORT, "contradicts", asserts=(Assertion("accredited_to", (BY, NL)),)),),
    )  # fmt: skip
    columns = {one.name: one.values for one in table_of("citations", [record], Mission)}

    assert columns["asserts"] == ["accredited_to: BY, NL"]


def test_another_table_is_refused() -> None:
    own = Relations.of([])

    with pytest.raises(
        UnknownName, match=r"table='record'; write one of records, citations, participants, "
    ):
        table_of("record", own.all(), Record)


def test_every_table_says_what_is_certain_in_the_window_that_was_asked() -> None:
    told = [Event(id=name, title=name, kind="meeting", when=When(when), participants=(
                Participant(NL, "host"),), citations=(Citation(LETTER), Citation(
                    REPORT, "contradicts", asserts=(Assertion("when", When("1990")),))))
            for name, when in (("sure", "2006-05"), ("maybe", "2006"))]  # fmt: skip
    asked = Relations.of(told).events(since="2006-03")

    for table in TABLES:
        columns = {one.name: one.values for one in asked._columns(table)}
        if table in ("sources", "actors"):
            assert set(columns["certain"]) == {True}
            continue
        names = columns["id"] if table == "records" else columns["record"]
        assert columns["certain"] == [name == "sure" for name in names]
        assert set(names) == {"sure", "maybe"}
    assert Relations.of(told).events()._columns("records")[8] == Column(
        "certain", "flag", [True, True]
    )
    only = asked.possible._columns("sources")
    assert {one.name: one.values for one in only}["certain"] == [False, False]


def test_a_part_a_row_with_role_and_capacity() -> None:
    record = Event(
        id="one", title="One", kind="meeting", citations=(Citation(LETTER),),
        participants=(Participant(RUTTE, "host", "head_of_government"), Participant(BY, "guest")),
    )  # fmt: skip
    columns = {one.name: one.values for one in table_of("participants", [record], Event)}

    assert columns == {
        "record": ["one", "one"], "collection": ["events", "events"],
        "actor": ["mark-rutte", "BY"], "name": ["Mark Rutte", "Belarus"],
        "type": ["person", "state"], "role": ["host", "guest"],
        "capacity": ["head_of_government", None], "acts_for": ["NL", None],
        "certain": [True, True],
    }  # fmt: skip


def test_sources_and_actors_stand_once_with_the_number_of_their_records() -> None:
    told = [Event(id=f"e{n}", title="E", kind="meeting", citations=(Citation(LETTER),),
                  participants=(Participant(NL, "host"), Participant(NL, "payer")))
            for n in range(2)]  # fmt: skip
    sources = {one.name: one.values for one in table_of("sources", told, Event)}
    actors = {one.name: one.values for one in table_of("actors", told, Event)}

    assert (sources["id"], sources["n_records"]) == (["letter"], [2])
    assert sources["published_latest"] == [date(2012, 3, 31)]
    assert (actors["id"], actors["name"], actors["n_records"]) == (["NL"], ["Netherlands"], [2])


def test_a_value_that_differs_from_ours_a_row() -> None:
    told = Mission(
        id="embassy", title="Embassy", sending_state=NL, accredited_to=(BY,), kind="embassy",
        rationale="The list says so.", claimed=True, citations=(
            Citation(LETTER, "denies"),
            Citation(REPORT, "contradicts", asserts=(
                Assertion("accredited_to", (BY, NL)), Assertion("kind", MissionKind.CONSULATE))),
            Citation(LETTER, "contradicts", asserts=(Assertion("sending_state", BY),)),
        ),
    )  # fmt: skip
    columns = {one.name: one.values for one in table_of("disputes", [told], Mission)}

    assert columns["field"] == ["sending_state", "accredited_to", "kind", "fact"]
    assert columns["ours"] == ["NL", "BY", "embassy", "false"]
    assert columns["theirs"] == ["BY", "BY; NL", "consulate", "false"]
    assert columns["sources"] == ["letter", "report", "report", "letter"]
    assert set(columns["rationale"]) == {"The list says so."}


@pytest.mark.parametrize("collection", [*STANDING, "events"])
@pytest.mark.parametrize("moment", ["1994", "2008-10-20", "2021-06", "2030"])
def test_the_bounds_of_spans_answer_what_stood_as_a_query_does(
    collection: str, moment: str
) -> None:
    asked = getattr(relations, collection)(claims=True, at=moment)
    table = getattr(relations, collection)(claims=True)._columns("spans")
    names = [column.name for column in table]
    rows = [dict(zip(names, row, strict=True))
            for row in zip(*(column.values for column in table), strict=True)]  # fmt: skip
    first, last = When(moment).earliest, When(moment).latest

    can = {row["record"] for row in rows
           if (row["start_earliest"] or date.min) <= last
           and (row["end_latest"] or date.max) >= first}  # fmt: skip
    must = {row["record"] for row in rows
            if row["start_latest"] and row["start_latest"] <= last
            and row["end_earliest"] and row["end_earliest"] >= first}  # fmt: skip
    assert set(asked.ids) == can
    assert set(asked.certain.ids) == must


def test_without_a_last_check_what_runs_on_has_the_last_day_of_all() -> None:
    told = Mission(id="m", title="M", sending_state=NL, accredited_to=(BY,), kind="embassy",
                   when=When("2009/.."), citations=(Citation(LETTER),))  # fmt: skip
    columns = {one.name: one.values for one in table_of("spans", [told], Mission)}

    assert columns["end_earliest"] == [date.max]
    assert columns["end_latest"] == [None]
    early = {one.name: one.values for one in table_of("spans", [told], Mission, None, When("2008"))}
    assert early["start_latest"] == [None]
