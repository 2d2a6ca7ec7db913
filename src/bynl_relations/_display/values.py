"""A value in words: a number, a word of a vocabulary, an actor, a list."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import cast

from ..actors import Actor, Participant, Place

__all__ = ["MOST_NAMED", "listed", "number", "value_text", "word"]

#: How many sightings, sources or values a row names before it counts the rest.
MOST_NAMED = 3
#: How much of a value a row shows.
LONGEST_VALUE = 60
#: The longest number that is written out, as a power of ten.
LONGEST = 20
#: Words that lose their shape when an underscore becomes a blank.
_WORDS = {"charge_d_affaires": "chargé d’affaires"}


def word(text: object) -> str:
    """Write a word of a vocabulary as people do.

    Examples:
        >>> word("head_of_state")
        'head of state'
    """
    return _WORDS.get(str(text)) or str(text).replace("_", " ")


def listed(names: tuple[str, ...] | list[str], most: int = MOST_NAMED) -> str:
    """List names, each once, the rest counted.

    Examples:
        >>> listed(["BelTA", "ANP", "BelTA"])
        'BelTA, ANP'
        >>> listed(["a", "b", "c", "d", "e"])
        'a, b and 3 more'
    """
    every = list(dict.fromkeys(names))
    if len(every) <= most:
        return ", ".join(every)
    return f"{', '.join(every[: most - 1])} and {len(every) - most + 1} more"


def number(value: Decimal) -> str:
    """Write a number with thousands separators; one of very many digits with an exponent.

    Examples:
        >>> number(Decimal("40700000")), number(Decimal("13.4")), number(Decimal("1E+999999"))
        ('40,700,000', '13.4', '1E+999999')
    """
    return f"{value:,f}" if abs(value.adjusted()) < LONGEST else str(value)


def value_text(value: object, *, brief: bool = False) -> str:
    """Write the value of a field in words.

    Args:
        value: The value.
        brief: Whether to save room: the city alone of a place, the first few of many values.

    Returns:
        The text; `–` for an empty value.
    """
    if value is None or value in ("", ()):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        members = cast("tuple[object, ...]", value)
        parts = [value_text(member, brief=brief) for member in members]
        return listed(parts, MOST_NAMED if brief else len(parts))
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, StrEnum):
        return word(value)
    if isinstance(value, Actor):
        return value.name
    if not brief:
        return str(value)
    if isinstance(value, Place):
        return value.city or value.country
    text = value.actor.name if isinstance(value, Participant) else str(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1].rstrip()}…"
