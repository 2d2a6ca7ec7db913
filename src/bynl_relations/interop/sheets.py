"""Flat tables as CSV that a spreadsheet can open without running their content.

Source: RFC 4180; the signs that start a formula are those that OWASP lists for CSV injection,
and their wide forms, which a spreadsheet in an East Asian language takes for the same.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from io import SEEK_END, StringIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .columns import Cell, Column

__all__ = ["to_csv"]

#: What a spreadsheet takes for the start of a formula, or skips before one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(columns: Sequence[Column], *, raw: bool = False, bom: bool = False) -> str:
    """Write a table as CSV: a line with the headings, a line for each row, ended by CR LF.

    Args:
        columns: The columns, all of one length.
        raw: Whether to leave texts as they are; otherwise a text that a spreadsheet would run
            as a formula gets an apostrophe before it.
        bom: Whether to begin with a byte order mark.

    Returns:
        The text. A value that is not known is empty, a date is ISO 8601, a flag is true or
        false, a number is as exact as in the record.
    """
    out = StringIO("\ufeff" if bom else "", newline="")
    out.seek(0, SEEK_END)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    writer.writerows(
        zip(
            *([_written(value, raw=raw) for value in column.values] for column in columns),
            strict=True,
        )
    )
    return out.getvalue()


def _written(value: Cell, *, raw: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if not isinstance(value, str):
        return str(value)
    return f"'{value}" if value.startswith(_FORMULA) and not raw else value
