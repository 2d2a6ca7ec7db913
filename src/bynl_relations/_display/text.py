"""Plain text for terminals: lines that fit, however wide their characters are."""

from __future__ import annotations

from itertools import accumulate
from unicodedata import category, combining, east_asian_width, normalize

__all__ = ["WIDTH", "ascii_text", "clipped", "cut", "line", "pad", "width_of", "wrapped"]

#: How many columns a card or a table takes where nobody says how many there are.
WIDTH = 100
_JOINERS = "\u200c\u200d"
_ASCII = str.maketrans({
    "≠": "!=", "–": "-", "—": "-", "…": "...", "·": "-", "’": "'", "‘": "'", "“": '"', "”": '"',
    "→": "->",
})  # fmt: skip


def line(text: str) -> str:
    r"""Return a text on one line, without characters that a terminal would obey.

    Examples:
        >>> line("a\n b\x1b[31m")
        'a b [31m'
    """
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    """Replace each character that a terminal would obey by a blank."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() or letter in _JOINERS else " " for letter in text)


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
    """Cut a text to a number of columns; an ellipsis marks what is missing.

    Examples:
        >>> cut("Minsk", 5), cut("Minsk", 4), cut("明斯克", 4)
        ('Minsk', 'Min…', '明…')
    """
    return clipped(line(text), width)


def clipped(text: str, width: int) -> str:
    """Cut a line to a number of columns and keep the blanks in it.

    Examples:
        >>> clipped("  one   two", 8), clipped("  one", 8)
        ('  one…', '  one')
    """
    text = _plain(text)
    if width_of(text) <= width:
        return text
    used = accumulate(map(_columns, text))
    kept = "".join(letter for letter, columns in zip(text, used, strict=True) if columns < width)
    return f"{kept.rstrip()}…"


def wrapped(text: str, width: int | None) -> list[str]:
    """Break a text into lines at its blanks; a word that is too long is broken as well.

    Args:
        text: The text.
        width: The most columns of a line; None breaks nowhere.

    Returns:
        At least one line. Nothing is left out.

    Examples:
        >>> wrapped("Nothing fits here", 12), wrapped("Nothing", 4)
        (['Nothing fits', 'here'], ['Noth', 'ing'])
    """
    if width is None or width_of(text := line(text)) <= width:
        return [line(text)]
    lines: list[str] = []
    row = ""
    for word in text.split(" "):
        longer = f"{row} {word}" if row else word
        if row and width_of(longer) > width:
            lines.append(row)
            longer = word
        while width_of(longer) > width:
            head = _head(longer, width)
            lines.append(head)
            longer = longer[len(head) :]
        row = longer
    return [*lines, row] if row else lines


def _head(text: str, width: int) -> str:
    """Return as much of a text as a number of columns takes, at least one character."""
    used = accumulate(map(_columns, text))
    return text[: max(1, sum(columns <= width for columns in used))]


def pad(text: str, width: int) -> str:
    """Cut or fill a text to exactly a number of columns."""
    text = cut(text, width)
    return text + " " * (width - width_of(text))


def ascii_text(text: str) -> str:
    """Write a text in ASCII alone, for a terminal that shows nothing else.

    Examples:
        >>> ascii_text("1992 ≠ 1994, chargé d’affaires")
        "1992 != 1994, charge d'affaires"
    """
    plain = normalize("NFKD", text.translate(_ASCII))
    bare = "".join(letter for letter in plain if not combining(letter))
    return bare.encode("ascii", "replace").decode("ascii")
