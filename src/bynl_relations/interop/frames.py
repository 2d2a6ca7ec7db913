# The optional libraries need not be there when types are checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false
"""Flat tables as data frames of pandas and polars, and as tables of Arrow.

Each column has a type that does not depend on what stands in it: `_DTYPES` is the whole list.
"""

from __future__ import annotations

from .extras import library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas
    import polars
    import pyarrow

    from .columns import Column

__all__ = ["to_arrow", "to_pandas", "to_polars"]

#: A sort of column: its type in pandas, in polars and in Arrow. Figures have at most 15
#: significant digits, which a 64-bit float keeps without loss.
_DTYPES = {
    "text": ("string", "String", "string"),
    "word": ("category", "Enum", "dictionary"),
    "date": ("datetime64[s]", "Date", "date32"),
    "flag": ("bool", "Boolean", "bool_"),
    "count": ("Int64", "Int64", "int64"),
    "number": ("Float64", "Float64", "float64"),
}


def to_pandas(columns: Sequence[Column]) -> pandas.DataFrame:
    """Build a data frame of pandas.

    Args:
        columns: The columns, all of one length.

    Returns:
        A frame: `string`, `category` (with every word of the vocabulary), `datetime64[s]`,
        `bool`, `Int64` and `Float64`, whether or not it has rows.

    Raises:
        MissingExtra: pandas is not installed.
    """
    pd = library("pandas", "pandas", "to_pandas()")
    made: dict[str, object] = {}
    for column in columns:
        dtype: object = _DTYPES[column.sort][0]
        if column.sort == "word":
            dtype = pd.CategoricalDtype(column.words)
        made[column.name] = pd.Series(_plain(column), dtype=dtype)
    frame: pandas.DataFrame = pd.DataFrame(made)
    return frame


def to_polars(columns: Sequence[Column]) -> polars.DataFrame:
    """Build a data frame of polars.

    Args:
        columns: The columns, all of one length.

    Returns:
        A frame: String, Enum (of the vocabulary), Date, Boolean, Int64 and Float64.

    Raises:
        MissingExtra: polars is not installed.
    """
    pl = library("polars", "polars", "to_polars()")
    made: list[object] = []
    for column in columns:
        kind = getattr(pl, _DTYPES[column.sort][1])
        dtype = kind(column.words) if column.sort == "word" else kind
        made.append(pl.Series(column.name, _plain(column), dtype=dtype))
    frame: polars.DataFrame = pl.DataFrame(made)
    return frame


def to_arrow(columns: Sequence[Column], asked: str = "to_arrow()") -> pyarrow.Table:
    """Build a table of Arrow.

    Args:
        columns: The columns, all of one length.
        asked: The call that needs it, for the message.

    Returns:
        A table: string, dictionary of int8 and string, date32, bool, int64 and float64.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    pa = library("pyarrow", "arrow", asked)
    arrays: list[object] = []
    fields: list[object] = []
    for column in columns:
        values = _plain(column)
        if column.sort == "word":
            numbers = {word: number for number, word in enumerate(column.words)}
            indices = pa.array([numbers.get(str(word)) for word in values], pa.int8())
            array = pa.DictionaryArray.from_arrays(indices, pa.array(column.words, pa.string()))
        else:
            array = pa.array(values, getattr(pa, _DTYPES[column.sort][2])())
        arrays.append(array)
        known = column.sort in ("flag", "count")
        fields.append(pa.field(column.name, array.type, nullable=not known))
    table: pyarrow.Table = pa.Table.from_arrays(arrays, schema=pa.schema(fields))
    return table


def _plain(column: Column) -> list[object]:
    """Return the values as the libraries take them: numbers as floats."""
    if column.sort == "number":
        return [None if value is None else float(value) for value in column.values]  # type: ignore[arg-type]
    return list(column.values)
