"""Records as tables of Arrow, and DuckDB over them."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from pyarrow import parquet

from bynl_relations import relations
from bynl_relations.interop.tables import TABLES
from bynl_relations.model import COLLECTIONS


def test_each_column_has_its_type() -> None:
    schema = relations.missions().to_arrow().schema

    assert schema.field("id").type == pa.string()
    assert schema.field("earliest").type == schema.field("latest").type == pa.date32()
    assert schema.field("kind").type == pa.dictionary(pa.int8(), pa.string())
    assert schema.field("claimed").type == pa.bool_()
    assert schema.field("n_sources").type == pa.int64()
    assert relations.statistics().to_arrow().schema.field("low").type == pa.float64()


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("table", TABLES)
def test_an_empty_result_has_the_same_schema(collection: str, table: str) -> None:
    query = getattr(relations, collection)
    full, empty = query().to_arrow(table), query(since=9999, match="certain").to_arrow(table)

    assert full.num_rows or table == "disputes"
    assert empty.num_rows == 0
    assert empty.schema == full.schema
    assert pa.concat_tables([empty, full]).num_rows == full.num_rows


def test_a_table_holds_what_it_says() -> None:
    for collection in COLLECTIONS:
        getattr(relations, collection)(claims=True).to_arrow().validate(full=True)


def test_whoever_speaks_the_stream_reads_records() -> None:
    records = relations.missions("NL")

    assert pa.table(records).column("id").to_pylist() == list(records.ids)


def test_duckdb_queries_records_by_their_name() -> None:
    records = relations.measures("EU")
    rows = duckdb.sql(
        "select id from records where kind = 'travel_ban' and effect = 'imposes' order by id"
    ).fetchall()

    expected = records.where(kind="travel_ban", effect="imposes").ids
    assert [name for (name,) in rows] == sorted(expected)


def test_duckdb_sees_the_columns_of_an_empty_result() -> None:
    records = relations.measures("EU", since=9999, match="certain")
    found = duckdb.sql("select kind, earliest from records")

    assert records.ids == ()
    assert (found.columns, found.fetchall()) == (["kind", "earliest"], [])


def test_parquet_asked_by_duckdb_answers_as_the_library_does(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    parquet.write_table(relations.events().to_arrow(), path)
    rows = duckdb.execute(
        """
        select id from read_parquet(?)
        where earliest <= date '2012-12-31' and latest >= date '2006-01-01'
          and list_contains(string_split(actors, '; '), 'NL')
        """,
        [str(path)],
    ).fetchall()

    asked = relations.events(since=2006, until=2012, actor="NL", exact=True, undated=False)
    intervals = {one.id for one in asked if one.when and one.when.is_interval}
    found = {name for (name,) in rows}
    assert found - intervals == set(asked.ids) - intervals - _seen_only(asked)


def _seen_only(records: object) -> set[str]:
    """Return the ids of records without `when`, whose bounds a flat table does not tell."""
    return {record.id for record in records if record.when is None}  # type: ignore[attr-defined]
