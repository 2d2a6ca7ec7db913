"""The words that every kind of record shares."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

__all__ = [
    "ActorType",
    "Confidence",
    "Scope",
    "Stance",
    "Tier",
    "as_word",
]

E = TypeVar("E", bound=StrEnum)


class Confidence(StrEnum):
    """How sure we are of a record; the data's README defines each word."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Scope(StrEnum):
    """Whether a record is about the two states or only tells the background."""

    CORE = "core"
    CONTEXT = "context"


class Stance(StrEnum):
    """How a source stands to the record that cites it."""

    SUPPORTS = "supports"
    PARTLY = "partly"
    CONTRADICTS = "contradicts"
    DENIES = "denies"


class Tier(StrEnum):
    """How near a source is to what it tells."""

    PRIMARY = "primary"
    OFFICIAL = "official"
    NEWS = "news"
    SECONDARY = "secondary"
    ENCYCLOPEDIA = "encyclopedia"


class ActorType(StrEnum):
    """What sort of actor somebody is."""

    STATE = "state"
    UNION = "union"
    ORGANISATION = "organisation"
    PERSON = "person"
    PARTY = "party"
    GROUP = "group"


def as_word(kind: type[E], text: E | str) -> E:
    """Read a word of a vocabulary.

    Args:
        kind: The vocabulary.
        text: A word, or its text.

    Returns:
        The word; a text that is none comes back as it is, for the record's check to tell.

    Examples:
        >>> as_word(Scope, "core")
        <Scope.CORE: 'core'>
    """
    found: E = kind._value2member_map_.get(text, text)  # type: ignore[arg-type,assignment]
    return found
