"""Plain text for terminals: tables whose columns fit, however wide their characters are."""

from __future__ import annotations

from itertools import accumulate
from unicodedata import category, combining, east_asian_width, normalize

from .excerpt import MOST_ROWS, Excerpt, advice, counted, silence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .excerpt import Row
    from .protocols import RecordLike, RecordsLike

__all__ = ["ascii_text", "clipped", "cut", "line", "pad", "records_text", "width_of", "wrapped"]

#: How many columns a result takes.
WIDTH = 100
#: Below this width a row takes two lines, the id on the second; below the other it is a block
#: of lines of its own.
_NARROW, _BLOCK = 90, 72
#: The widest that the column of times is; a longer time takes room from its own row.
_WIDEST_TIME = 24
#: Which column gives way, and down to what, where a row has no room for all: when, kind,
#: title, confidence and id are counted from 0.
_SHRINK = ((2, 36), (1, 18), (4, 32), (1, 14), (2, 28), (4, 24), (2, 16), (1, 11))
_JOINERS = "\u200c\u200d"
_ASCII = str.maketrans({
    "≠": "!=", "–": "-", "—": "-", "…": "...", "·": "-", "’": "'", "‘": "'", "“": '"', "”": '"',
})  # fmt: skip


def line(text: str) -> str:
    r"""Bring a text onto one line, without a character that a terminal would obey.

    Examples:
        >>> line("a\n b\x1b[31m")
        'a b [31m'
    """
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    """Put a blank for each character that a terminal would obey."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one in _JOINERS else " " for one in text)


def _columns(character: str) -> int:
    if combining(character) or category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def width_of(text: str) -> int:
    r"""Count the columns that a text takes in a terminal.

    Examples:
        >>> width_of("Minsk"), width_of("明斯克"), width_of("Mi\u0301nsk")
        (5, 6, 5)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def cut(text: str, width: int) -> str:
    """Cut a text to so many columns; an ellipsis says that something is missing.

    Examples:
        >>> cut("Minsk", 5), cut("Minsk", 4), cut("明斯克", 4)
        ('Minsk', 'Min…', '明…')
    """
    return clipped(line(text), width)


def clipped(text: str, width: int) -> str:
    """Cut a line to so many columns and keep the blanks that it holds.

    Examples:
        >>> clipped("  one   two", 8), clipped("  one", 8)
        ('  one…', '  one')
    """
    text = _plain(text)
    if width_of(text) <= width:
        return text
    used = accumulate(map(_columns, text))
    kept = "".join(one for one, columns in zip(text, used, strict=True) if columns < width)
    return f"{kept.rstrip()}…"


def wrapped(text: str, width: int | None) -> list[str]:
    """Break a text at its blanks into lines of so many columns; None breaks nowhere.

    Examples:
        >>> wrapped("Nothing fits here", 12)
        ['Nothing fits', 'here']
    """
    lines: list[str] = []
    row = ""
    for part in line(text).split(" "):
        longer = f"{row} {part}" if row else part
        if row and width is not None and width_of(longer) > width:
            lines.append(row)
            longer = part
        row = longer
    return [one if width is None else cut(one, width) for one in (*lines, row)]


def pad(text: str, width: int) -> str:
    """Cut or fill a text to exactly so many columns."""
    text = cut(text, width)
    return text + " " * (width - width_of(text))


def ascii_text(text: str) -> str:
    """Write a text in ASCII alone, for a terminal that shows nothing else.

    Examples:
        >>> ascii_text("1992 ≠ 1994, chargé d’affaires")
        "1992 != 1994, charge d'affaires"
    """
    plain = normalize("NFKD", text.translate(_ASCII))
    bare = "".join(one for one in plain if not combining(one))
    return bare.encode("ascii", "replace").decode("ascii")


def records_text(
    records: RecordsLike[RecordLike], width: int | None = WIDTH, most: int | None = MOST_ROWS
) -> str:
    """Write a result as a short table.

    Args:
        records: The result.
        width: How many columns no line passes; None for no limit.
        most: How many rows at most; of more records the first and last are shown. None for all.

    Returns:
        Lines without a newline at the end: what was asked, the counts, the rows; below a row
        stand the fields on which sources differ, and where there is little room its id. Where
        there is hardly any, a row is a block of lines.
    """
    lines = [records.asked, counted(records)]
    note = silence(records)
    last = wrapped(note, width) if note else []
    if not len(records):
        lines += [*records.hints, *([note] if note else []), advice(records)]
        return "\n".join(one for text in lines for one in wrapped(text, width))
    lines[1:] = wrapped(lines[1], width)
    excerpt = Excerpt(records, len(records) if most is None else most)
    if width is not None and width < _BLOCK:
        head, tail = ([one for row in rows for one in _block(row, width)]
                      for rows in (excerpt.head, excerpt.tail))  # fmt: skip
    else:
        narrow = width is not None and width < _NARROW
        widths = _widths(excerpt, width, 3 if narrow else 5)
        lines.append(_line(("when", excerpt.what, "title", "conf.", "id"), widths, width))
        head, tail = ([one for row in rows for one in _lines(row, widths, width)]
                      for rows in (excerpt.head, excerpt.tail))  # fmt: skip
    lines += head
    if excerpt.left:
        lines.append(f"… {excerpt.left:,} more …")
    lines += [*tail, *last]
    return "\n".join(lines if width is None else [clipped(one, width) for one in lines])


def _cells(row: Row) -> tuple[str, str, str, str, str]:
    return row.when, row.what, row.title, row.confidence, row.record.id


def _widths(excerpt: Excerpt, width: int | None, count: int) -> list[int]:
    """Give each of the first columns its width; one that nobody fills has none."""
    columns = zip(*(_cells(row)[:count] for row in excerpt.rows), strict=True)
    sizes = [sorted(width_of(line(text)) for text in column) for column in columns]
    widths = [max(column[-1], 5) if column[-1] else 0 for column in sizes]
    if width is None:
        return widths
    # A long time is rare: its own row makes room for it, the column does not.
    widths[0] = min(_WIDEST_TIME, max(5, sizes[0][len(sizes[0]) * 3 // 4]))
    excess = _total(widths) - width
    for column, least in _SHRINK:
        if column >= count:
            continue
        given = max(0, min(excess, widths[column] - least))
        widths[column] -= given
        excess -= given
    return widths


def _total(widths: list[int]) -> int:
    filled = [one for one in widths if one]
    return sum(filled) + 2 * (len(filled) - 1)


def _line(cells: tuple[str, ...], widths: list[int], width: int | None) -> str:
    """Write a row; a time that needs more room than is left takes it from title and kind."""
    own = list(widths)
    need = max(0, width_of(line(cells[0])) - widths[0])
    spare = need if width is None else min(need, max(0, width - _total(widths)))
    own[0] += spare
    need -= spare
    for column, least in ((2, 12), (1, 8)):
        taken = max(0, min(need, own[column] - least))
        own[column] -= taken
        own[0] += taken
        need -= taken
    return "  ".join(
        pad(text, width) for text, width in zip(cells, own, strict=False) if width
    ).rstrip()


def _lines(row: Row, widths: list[int], width: int | None) -> list[str]:
    indent = widths[0] + 2
    told = [_line(_cells(row), widths, width)]
    if len(widths) < len(_cells(row)):
        name = _named(row)
        # An id that is cut is of no use.
        room = indent if width is None else min(indent, max(width - width_of(name), 0))
        told.append(" " * room + name)
    return [*told, *_notes(row, indent, width)]


def _block(row: Row, width: int) -> list[str]:
    """Write a row where there is no room for columns."""
    title = [f"  {one}" for one in wrapped(row.title, width - 2)]
    first = wrapped(f"{row.when}, {row.what}", width)
    return [*first, *title, f"  {_named(row)}", *_notes(row, 2, width)]


def _named(row: Row) -> str:
    return row.record.id + (f" ({row.confidence})" if row.confidence else "")


def _notes(row: Row, indent: int, width: int | None) -> list[str]:
    room = None if width is None else width - indent
    return [" " * indent + one for note in row.notes for one in wrapped(note, room)]
