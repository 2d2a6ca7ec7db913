"""Records as frames of pandas."""

from __future__ import annotations

import pandas as pd
import pytest

from bynl_relations import relations
from bynl_relations.interop.tables import TABLES
from bynl_relations.model import COLLECTIONS

MISSIONS = {
    "id": "string",
    "earliest": "datetime64[s]",
    "latest": "datetime64[s]",
    "precision": "category",
    "confidence": "category",
    "claimed": "bool",
    "disputed": "bool",
    "n_sources": "Int64",
    "n_voices": "Int64",
    "kind": "category",
    "address": "string",
    "resident": "bool",
}


def test_each_column_has_its_type() -> None:
    frame = relations.missions().to_pandas()

    assert {name: str(frame.dtypes[name]) for name in MISSIONS} == MISSIONS


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("table", TABLES)
def test_an_empty_result_has_the_same_columns_and_types(collection: str, table: str) -> None:
    query = getattr(relations, collection)
    full, empty = query().to_pandas(table), query(since=9999, match="certain").to_pandas(table)

    assert len(full) or table == "disputes"
    assert not len(empty)
    assert list(empty.dtypes.items()) == list(full.dtypes.items())
    assert pd.concat([empty, full]).dtypes.to_dict() == full.dtypes.to_dict()


def test_a_row_a_record_in_order() -> None:
    records = relations.all(claims=True)
    frame = records.to_pandas()

    assert list(frame["id"]) == list(records.ids)
    assert list(frame["disputed"]) == [record.disputed for record in records]


def test_what_is_not_known_is_missing() -> None:
    frame = relations.missions("NL").to_pandas().set_index("id")

    assert pd.isna(frame.loc["nl-embassy-warsaw", "earliest"])
    assert pd.isna(frame.loc["nl-embassy-warsaw", "when"])
    assert frame.loc["nl-embassy-office-minsk", "earliest"] == pd.Timestamp("2017-07-10")


def test_days_long_ago_and_far_away_fit() -> None:
    frame = relations.measures().to_pandas()

    assert frame["earliest"].min().year >= 1
    assert (frame["latest"].dropna() >= frame["earliest"].dropna()).all()


def test_numbers_are_those_of_the_records() -> None:
    records = relations.statistics()
    frame = records.to_pandas()

    assert str(frame["low"].dtype) == "Float64"
    assert [None if pd.isna(value) else value for value in frame["low"]] == [
        None if record.low is None else float(record.low) for record in records
    ]


def test_citations_join_records_by_id() -> None:
    records = relations.events()
    cited = records.to_pandas("citations")

    assert len(cited) == sum(len(record.citations) for record in records)
    assert set(cited["record"]) == set(records.ids)
    assert list(cited["stance"].cat.categories) == ["supports", "partly", "contradicts", "denies"]


def test_a_frame_of_bare_records_is_refused_with_a_hint() -> None:
    with pytest.raises(AttributeError, match="for a data frame use to_pandas"):
        pd.DataFrame(relations.missions())


def test_pandas_reads_the_stream_where_it_can() -> None:
    records = relations.missions("NL")
    if hasattr(pd.DataFrame, "from_arrow"):
        assert list(pd.DataFrame.from_arrow(records)["id"]) == list(records.ids)
    else:
        assert list(records.to_arrow().to_pandas()["id"]) == list(records.ids)
