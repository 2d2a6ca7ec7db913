"""A result as a table in plain text: columns stay aligned, and nothing is cut."""

from __future__ import annotations

from itertools import zip_longest

from .excerpt import MOST_ROWS, Excerpt, advice, counted, silence
from .text import WIDTH, line, pad, width_of, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .._protocols import RecordLike, RecordsLike
    from .excerpt import Row

__all__ = ["records_text"]

#: Below this width a row is a block of lines.
_BLOCK = 60
#: How many columns a title needs beside an id; with fewer, the id stands below the title.
_TITLE = 28
#: The widest column of times; the widths tried for the column of kinds.
_TIME, _KINDS = 24, (22, 17, 14)
#: A word longer than this is broken.
_WORD = 30
#: Where the title stands among the cells: when, kind, title, confidence, id.
_AT = 2


def records_text(
    records: RecordsLike[RecordLike],
    width: int | None = WIDTH,
    most: int | None = MOST_ROWS,
    reword: Callable[[str], str] = str,
) -> str:
    """Write a result as a short table.

    Args:
        records: The result.
        width: The most columns of a line; only an id that is longer passes it. None for no limit.
        most: The most rows; of more records the first and last are shown. None for all.
        reword: Applied to the lines above the rows, which name calls and keywords.

    Returns:
        Lines without a newline at the end: what was asked, the counts, the rows. `?` stands
        before a row that only may belong to the window that was asked for. Below a row stand
        the fields on which sources differ, and its id where there is no room beside it. In a
        narrow terminal a row is a block of lines.
    """
    note = silence(records)
    notes = [note] if note else []
    texts = [records.asked, counted(records, "marked ?")]
    if not len(records):
        texts += [*records.hints, *notes, advice(records)]
    lines = [line for text in texts for line in wrapped(reword(text), width)]
    if not len(records):
        return "\n".join(lines)
    excerpt = Excerpt(records, len(records) if most is None else most)
    # Two columns for the mark, where any row has one.
    mark = 0 if all(row.sure for row in excerpt.rows) else 2
    room = None if width is None else width - mark
    if room is not None and room < _BLOCK:
        head, tail = ([text for row in rows for text in _block(row, room, mark)]
                      for rows in (excerpt.head, excerpt.tail))  # fmt: skip
    else:
        heads = ("when", excerpt.what, "title", "conf.", "id")
        widths = _widths(heads, excerpt.rows, room)
        lines.append(" " * mark + _joined([[text] for text in heads], widths)[0])
        head, tail = ([text for row in rows for text in _lines(row, widths, room, mark)]
                      for rows in (excerpt.head, excerpt.tail))  # fmt: skip
    gap = [f"… {excerpt.left:,} more …"] if excerpt.left else []
    last = [line for text in notes for line in wrapped(reword(text), width)]
    return "\n".join([*lines, *head, *gap, *tail, *last])


def _cells(row: Row) -> tuple[str, str, str, str, str]:
    return row.when, row.what, row.title, row.confidence, row.record.id


def _widths(heads: tuple[str, ...], rows: list[Row], room: int | None) -> list[int]:
    """Return the widths of the columns: five, or three where ids stand below the titles.

    A column without any text has the width 0.
    """
    columns = list(zip(*map(_cells, rows), strict=True))
    full = [
        max(width_of(name), *(width_of(line(cell)) for cell in column)) if any(column) else 0
        for name, column in zip(heads, columns, strict=True)
    ]
    full[_AT] = max(full[_AT], *(width_of(line(row.parties)) for row in rows))
    if room is None:
        return full
    when = _narrowed(full[0], columns[0], _TIME)
    for most in _KINDS:
        what = _narrowed(full[1], columns[1], most)
        beside = [when, what, *full[_AT + 1 :]]
        title = room - sum(beside) - 2 * sum(map(bool, beside))
        if title >= min(full[_AT], _TITLE):
            return [when, what, min(title, full[_AT]), *full[_AT + 1 :]]
    what = _narrowed(full[1], columns[1], _KINDS[-1])
    return [when, what, room - when - what - 2 * bool(when) - 2 * bool(what)]


def _narrowed(full: int, cells: tuple[str, ...], most: int) -> int:
    """Return the width of a column that breaks its cells, as wide as its longest word at least."""
    words = max(width_of(word) for cell in cells for word in line(cell).split(" "))
    return min(full, max(most, min(words, _WORD)))


def _lines(row: Row, widths: list[int], room: int | None, mark: int) -> list[str]:
    """Write a row, with its id and the disputes below where they belong."""
    cells = [wrapped(cell, width or None)
             for cell, width in zip(_cells(row), widths, strict=False)]  # fmt: skip
    title = widths[_AT]
    if row.parties:
        cells[_AT] += wrapped(row.parties, title)
    below: list[str] = []
    if len(widths) == _AT + 1:
        names = _named(row, title)
        if width_of(names[0]) <= title:
            cells[_AT] += names
        else:
            below += (" " * max(0, (room or 0) - width_of(name)) + name
                      for name in _named(row, room or 0))  # fmt: skip
    indent = widths[0] + 2
    for note in row.notes:
        below += (" " * indent + text for text in wrapped(note, room and room - indent))
    lines = [*_joined(cells, widths), *below]
    return [("" if number or row.sure else "?").ljust(mark) + text
            for number, text in enumerate(lines)]  # fmt: skip


def _joined(cells: list[list[str]], widths: list[int]) -> list[str]:
    """Set the lines of cells side by side."""
    return [
        "  ".join(
            pad(text, width) for text, width in zip(texts, widths, strict=False) if width
        ).rstrip()
        for texts in zip_longest(*cells, fillvalue="")
    ]


def _block(row: Row, room: int, mark: int) -> list[str]:
    """Write a row where there is no room for columns."""
    texts = [f"{row.when}, {row.what}", row.title, row.parties, *row.notes]
    lines = [text for text in texts if text]
    found = [wrapped(lines[0], room), *(wrapped(text, room - 2) for text in lines[1:])]
    first, rest = found[0], [f"  {text}" for more in found[1:] for text in more]
    rest[len(found[1]) : len(found[1])] = [f"  {name}" for name in _named(row, room - 2)]
    return [("" if number or row.sure else "?").ljust(mark) + text
            for number, text in enumerate([*first, *rest])]  # fmt: skip


def _named(row: Row, room: int) -> list[str]:
    """Write the id, which is of no use if it is cut, and the confidence where it is not high."""
    name, confidence = row.record.id, f" ({row.confidence})" if row.confidence else ""
    whole = name + confidence
    return [whole] if not confidence or width_of(whole) <= room else [name, confidence.strip()]
