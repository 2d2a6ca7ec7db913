"""The table: what was measured, the figure, what it is compared with, and its limit."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

__all__ = ["Row", "missing", "show"]


class Row(NamedTuple):
    """A line of the table.

    Attributes:
        what: What was measured.
        figure: The number, or None where it could not be measured.
        unit: `x` and what it is a multiple of, or a unit such as `us`.
        limit: The most that it may be, or None for a rival or a mere figure.
        note: The median in plain units, a version, or why there is none.
    """

    what: str
    figure: float | None
    unit: str
    limit: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Return whether the limit is kept."""
        if self.limit is None or self.figure is None:
            return ""
        return "kept" if self.figure <= self.limit else "MISSED"


def show(title: str, rows: Iterable[Row]) -> list[Row]:
    """Print rows as a Markdown table, and give them."""
    kept = list(rows)
    print(f"\n### {title}\n\n| What | Figure | Limit | | Note |\n| --- | ---: | ---: | --- | --- |")
    for row in kept:
        figure = "not measured" if row.figure is None else f"{_number(row.figure)} {row.unit}"
        limit = "" if row.limit is None else _number(row.limit)
        print(f"| {row.what} | {figure} | {limit} | {row.verdict} | {row.note} |", flush=True)
    return kept


def missing(*names: str) -> list[Row]:
    """Return a row for each distribution that is not installed."""
    rows = []
    for name in names:
        try:
            version(name)
        except PackageNotFoundError:
            rows.append(Row(name, None, "", note="not installed"))
    return rows


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.2f}" if value >= 1 else f"{value:.2g}"
