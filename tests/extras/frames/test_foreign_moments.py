"""Moments as numpy and pandas hold them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bynl_relations import InvalidDate, When


def test_numbers_and_days_of_numpy_are_read() -> None:
    for kind in (np.int16, np.int64, np.uint32, np.float16, np.float32, np.float64):
        assert When("2006") == When.parse(kind(2006))
    for unit, edtf in [("Y", "1992"), ("M", "1992-03"), ("D", "1992-03-24")]:
        assert When(edtf) == When.parse(np.datetime64("1992-03-24", unit))
    for unit in ("h", "s", "ms", "us", "ns"):
        assert When("1992-03-24") == When.parse(np.datetime64("1992-03-24T23:00", unit))
    assert When("2006") == When.parse(np.str_("2006"))


def test_other_values_of_numpy_are_refused() -> None:
    for moment in (
        np.True_,
        np.float32("nan"),
        np.float64("inf"),
        np.datetime64("NaT"),
        np.datetime64("NaT", "ns"),
        np.datetime64("12006"),
        np.timedelta64(2006, "D"),
        np.timedelta64(2006, "ns"),
        np.array([2006, 2007]),
        np.complex128(2006),
    ):
        with pytest.raises(InvalidDate):
            When.parse(moment)


def test_numbers_and_days_of_pandas_are_read() -> None:
    assert When("1992-03-24") == When.parse(pd.Timestamp("1992-03-24 23:00"))
    assert When("2006") == When.parse(pd.Series([2006])[0])
    for moment in (pd.NaT, pd.NA, pd.Series([2006, 2007])):
        with pytest.raises(InvalidDate):
            When.parse(moment)


def test_nanoseconds_are_not_taken_for_a_year() -> None:
    assert When("1970-01-01") == When.parse(np.datetime64(2006, "ns"))
