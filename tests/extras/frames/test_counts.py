"""Counts as data frames, and periods of pandas as moments."""

from __future__ import annotations

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from bynl_relations import When, relations

COUNTS = relations.measures("EU").counts(by="month", of="stood")


def test_counts_are_the_same_in_every_library() -> None:
    rows = [tuple(row) for row in COUNTS]

    assert rows == list(COUNTS.to_pandas().itertuples(index=False, name=None))
    assert rows == COUNTS.to_polars().rows()
    assert rows == [tuple(row.values()) for row in COUNTS.to_arrow().to_pylist()]


def test_the_types_do_not_depend_on_the_rows() -> None:
    for counts in (COUNTS, COUNTS[:0]):
        assert ["string", "Int64", "Int64"] == [str(one) for one in counts.to_pandas().dtypes]
        assert [pl.String, pl.Int64, pl.Int64] == counts.to_polars().dtypes
        assert [pa.string(), pa.int64(), pa.int64()] == counts.to_arrow().schema.types


@pytest.mark.parametrize(
    ("text", "freq", "edtf"),
    [
        ("2006-03-04", "D", "2006-03-04"),
        ("2006-03", "M", "2006-03"),
        ("2006", "Y", "2006"),
        ("2006Q1", "Q", "[2006-01..2006-03]"),
        ("2006-01-04", "W", "[2006-01-02..2006-01-08]"),
    ],
)
def test_a_period_is_a_date_or_one_out_of_its_range(text: str, freq: str, edtf: str) -> None:
    assert When(edtf) == When.parse(pd.Period(text, freq=freq))
