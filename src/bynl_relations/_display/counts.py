"""Tables of counts: text, HTML and Markdown."""

from __future__ import annotations

from html import escape

from . import pipes, tags
from .excerpt import MOST_ROWS
from .text import pad, width_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    class CountLike(Protocol):
        """One row."""

        @property
        def period(self) -> str: ...
        @property
        def certain(self) -> int: ...
        @property
        def possible(self) -> int: ...

    class CountsLike(Protocol):
        """A table of counts."""

        @property
        def by(self) -> str: ...
        @property
        def asked(self) -> str: ...
        @property
        def version(self) -> str: ...
        def __len__(self) -> int: ...
        def __iter__(self) -> Iterator[CountLike]: ...


__all__ = ["counts_html", "counts_markdown", "counts_text"]

#: The widest that a value of a field is shown.
_WIDEST = 60


def counts_text(counts: CountsLike, most: int | None = MOST_ROWS) -> str:
    """Write counts as a table: what was asked, how many rows, the first and last rows.

    Args:
        counts: The counts.
        most: The most rows; None for all.
    """
    heads = (_head(counts), "certain", "possible")
    rows = _rows(counts, most)
    widths = [max(map(width_of, column)) for column in zip(heads, *rows, strict=True)]
    widths[0] = min(widths[0], _WIDEST)
    lines = [counts.asked, _counted(counts)]
    if rows:
        lines += [
            "  ".join((pad(name, widths[0]), *map(str.rjust, cells, widths[1:]))).rstrip()
            for name, *cells in (heads, *rows)
        ]
    return "\n".join(line for line in lines if line)


def counts_html(counts: CountsLike) -> str:
    """Write counts as a table; its caption says what was asked."""
    style = 'style="text-align:left"'
    heads = "".join(
        f'<th scope="col" {style}>{escape(name)}</th>'
        for name in (_head(counts), "certain", "possible")
    )
    rows = "\n".join(
        f'<tr><th scope="row" {style}>{escape(name)}</th>'
        + "".join(f'<td style="text-align:right">{cell}</td>' for cell in cells)
        + "</tr>"
        for name, *cells in _rows(counts)
    )
    return (
        f"<table {tags.ROOT}>\n"
        f"<caption {tags.CAPTION}>{tags.code(counts.asked)}"
        f"<br>{escape(_counted(counts))}</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def counts_markdown(counts: CountsLike, most: int | None = MOST_ROWS) -> str:
    """Write counts as a pipe table of at most so many rows, what was asked above it."""
    rows = ((pipes.safe(name), *cells) for name, *cells in _rows(counts, most))
    lines = [(_head(counts), "certain", "possible"), ("---", "---:", "---:"), *rows]
    table = "\n".join(map(pipes.row, lines))
    return f"{pipes.safe(counts.asked)}: {pipes.safe(_counted(counts))}\n\n{table}"


def _head(counts: CountsLike) -> str:
    return counts.by.replace("_", " ")


def _counted(counts: CountsLike) -> str:
    """Return how many rows there are, and of which version of the data."""
    many = len(counts)
    said = f"{many:,} row{'' if many == 1 else 's'}"
    return f"{said}; data {counts.version}" if counts.version else said


def _rows(counts: CountsLike, most: int | None = MOST_ROWS) -> list[tuple[str, str, str]]:
    """Return the rows that are shown; of many the first and the last, with a gap between."""
    rows = [(row.period or "–", f"{row.certain:,}", f"{row.possible:,}") for row in counts]
    if most is None or len(rows) <= most:
        return rows
    half = most // 2
    return [*rows[:half], (f"… {len(rows) - 2 * half:,} more …", "", ""), *rows[-half:]]
