"""Plain text for terminals: tables whose columns fit, however wide their characters are."""

from __future__ import annotations

from itertools import accumulate
from unicodedata import category, combining, east_asian_width, normalize

from .excerpt import MOST_ROWS, Excerpt, advice, counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .excerpt import Row
    from .protocols import RecordLike, RecordsLike

__all__ = ["ascii_text", "clipped", "cut", "line", "pad", "records_text", "width_of", "wrapped"]

#: How many columns a result takes.
WIDTH = 100
#: Below this width a row takes two lines, the id on the second.
_NARROW = 90
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
    if not text.isprintable():
        text = "".join(one if one.isprintable() or one in _JOINERS else " " for one in text)
    return " ".join(text.split())


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
    text = line(text)
    if width_of(text) <= width:
        return text
    used = accumulate(map(_columns, text))
    kept = "".join(one for one, columns in zip(text, used, strict=True) if columns < width)
    return f"{kept.rstrip()}…"


def clipped(text: str, width: int) -> str:
    """Cut a line to so many columns and keep the blanks that it holds."""
    if width_of(text) <= width:
        return text
    indent = len(text) - len(text.lstrip(" "))
    return " " * indent + cut(text, width - indent)


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
        stand the fields on which sources differ, and where there is little room its id.
    """
    lines = [records.asked, counted(records)]
    if not len(records):
        lines.append(advice(records))
        return "\n".join(one for text in lines for one in wrapped(text, width))
    excerpt = Excerpt(records, len(records) if most is None else most)
    narrow = width is not None and width < _NARROW
    widths = _widths(excerpt, width, 3 if narrow else 5)
    lines.append(_line(("when", excerpt.what, "title", "conf.", "id"), widths))
    lines += [one for row in excerpt.head for one in _lines(row, widths)]
    if excerpt.left:
        lines.append(f"… {excerpt.left:,} more …")
    lines += [one for row in excerpt.tail for one in _lines(row, widths)]
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


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    """Write a row; a time that needs more room takes it from the title, then from the kind."""
    own = list(widths)
    need = max(0, width_of(line(cells[0])) - widths[0])
    for column, least in ((2, 12), (1, 8)):
        taken = max(0, min(need, own[column] - least))
        own[column] -= taken
        own[0] += taken
        need -= taken
    return "  ".join(
        pad(text, width) for text, width in zip(cells, own, strict=False) if width
    ).rstrip()


def _lines(row: Row, widths: list[int]) -> list[str]:
    indent = " " * (widths[0] + 2)
    below = [line(note) for note in row.notes]
    if len(widths) < len(_cells(row)):
        below.insert(0, row.record.id + (f" ({row.confidence})" if row.confidence else ""))
    return [_line(_cells(row), widths), *(indent + one for one in below)]
