"""How names are compared, guessed and listed in a message."""

from __future__ import annotations

import re
from functools import cache, lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["fold", "hint", "nearest", "visible", "words", "words_of"]

_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'", "ʼ": "'", "–": "-"})


def fold(text: str) -> str:
    """Bring a text to the form in which names are compared.

    Args:
        text: Any text.

    Returns:
        The text without case, accents and doubled blanks.

    Examples:
        >>> fold("  Wit-RUSLAND ") == fold("wit-rusland")
        True
        >>> fold("chargé") == fold("CHARGE")
        True
    """
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(" ".join(map(_fold, text.split())).split())


@lru_cache(maxsize=10_000)
def _fold(word: str) -> str:
    """Fold one word; texts say the same ones again and again."""
    if word.isascii():
        return word.lower()
    from unicodedata import combining, normalize

    parts = normalize("NFKD", word.casefold().translate(_PLAIN))
    return "".join(c for c in parts if not combining(c)).casefold()


@cache
def _words() -> re.Pattern[str]:
    """Compile the pattern of a word when it is first used: at import it would cost every user."""
    return re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """Return the folded words of a text, in their order: what `search` and `text=` call a word.

    Examples:
        >>> words_of("Wit-Rusland, 2008/844/CFSP")
        ['wit', 'rusland', '2008', '844', 'cfsp']
    """
    return _words().findall(text.lower() if text.isascii() else fold(text))


#: From how many words on only those that share the most with a wrong one are looked at closely.
MANY = 60


def nearest(value: str, allowed: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Find the allowed words that look like a wrong one.

    Args:
        value: What somebody wrote.
        allowed: What could have been written.
        most: How many guesses at most.

    Returns:
        The near words, the nearest first; empty where none is near.

    Examples:
        >>> nearest("sinse", ["since", "until"])
        ('since',)
    """
    from difflib import get_close_matches

    folded: dict[str, str] = {}
    for word in allowed:
        folded.setdefault(fold(word), str(word))
    wanted = fold(value[:100])
    if len(folded) > MANY:
        # A look at every pair of letters of thousands of words would take seconds.
        pairs = {wanted[at : at + 2] for at in range(len(wanted) - 1)}
        shared = {word: sum(pair in word for pair in pairs) - len(word) / 20 for word in folded}
        folded = {word: folded[word] for word in sorted(shared, key=shared.__getitem__)[-MANY:]}
    hits = get_close_matches(wanted, folded, n=most, cutoff=0.6)
    return tuple(folded[hit] for hit in hits)


def words(allowed: Iterable[str], most: int = 30) -> str:
    """List words for a message, the rest counted.

    Examples:
        >>> words(["any", "certain", "possible"])
        'any, certain, possible'
    """
    every = list(allowed)
    shown = ", ".join(every[:most])
    return shown if len(every) <= most else f"{shown} and {len(every) - most} more"


def hint(value: object, allowed: Iterable[str], most: int = 1) -> str:
    """Return the end of a message that names the nearest allowed words.

    Args:
        value: What somebody wrote; anything but a string has no near word.
        allowed: What could have been written.
        most: How many guesses at most.

    Returns:
        `; did you mean 'x'?`, or `; did you mean 'x' or 'y'?`; empty where no word is near.

    Examples:
        >>> hint("sinse", ["since", "until"])
        "; did you mean 'since'?"
        >>> hint("since when", ["at"])
        ''
    """
    near = nearest(value, allowed, most) if isinstance(value, str) else ()
    return f"; did you mean {' or '.join(map(repr, near))}?" if near else ""


def visible(text: str) -> str:
    r"""Return a text with escapes for what shows nothing, or would move the cursor.

    Examples:
        >>> visible("a\u200bb\x1b[2J"), visible("Лукашэнка")
        ('a\\u200bb\\x1b[2J', 'Лукашэнка')
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
