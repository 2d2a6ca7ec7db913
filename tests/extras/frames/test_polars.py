"""Records as frames of polars."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from bynl_relations import Statistic, relations
from bynl_relations.interop.tables import TABLES
from bynl_relations.model import COLLECTIONS, kind
from bynl_relations.testing import make, make_relations


def test_each_column_has_its_type() -> None:
    schema = relations.missions().to_polars().schema

    assert schema["id"] == pl.String
    assert schema["earliest"] == schema["latest"] == pl.Date
    assert schema["confidence"] == pl.Enum(["high", "medium", "low"])
    assert schema["kind"] == pl.Enum(kind("missions").vocabulary("kind"))
    assert schema["claimed"] == pl.Boolean
    assert schema["n_sources"] == pl.Int64
    assert relations.statistics().to_polars().schema["low"] == pl.Float64


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("table", TABLES)
def test_an_empty_result_has_the_same_columns_and_types(collection: str, table: str) -> None:
    query = getattr(relations, collection)
    full, empty = query().to_polars(table), query(since=9999, match="certain").to_polars(table)

    assert full.height or table == "disputes"
    assert empty.height == 0
    assert empty.schema == full.schema
    assert pl.concat([empty, full]).schema == full.schema


def test_a_row_a_record_in_order() -> None:
    records = relations.all(claims=True)

    assert records.to_polars()["id"].to_list() == list(records.ids)


def test_days_are_days_and_gaps_are_null() -> None:
    frame = relations.missions("NL").to_polars()
    days = dict(zip(frame["id"], frame["earliest"], strict=True))

    assert days["nl-embassy-office-minsk"] == date(2017, 7, 10)
    assert days["nl-embassy-warsaw"] is None


def test_a_figure_comes_back_to_the_last_digit() -> None:
    figures = ["123456789012345", "0.1", "1.00000000000001", "99999999999999.9", "-0.3"]
    made = make_relations(
        *(make(Statistic, f"s-{n}", low=Decimal(one), high=None) for n, one in enumerate(figures))
    )

    for records in (made.statistics(), relations.statistics()):
        found = dict(records.to_polars().select("id", "low").iter_rows())
        assert [
            None if found[one.id] is None else Decimal(repr(found[one.id])) for one in records
        ] == [one.low for one in records]


def test_polars_reads_the_table_of_arrow() -> None:
    records = relations.missions("NL")

    assert pl.DataFrame(records.to_arrow())["id"].to_list() == list(records.ids)
