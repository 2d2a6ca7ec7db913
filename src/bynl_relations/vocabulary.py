"""The words that every kind of record shares."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from ._spelling import hint, words
from .errors import UnknownName, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "ActorType",
    "Capacity",
    "Confidence",
    "Scope",
    "SourceKind",
    "Stance",
    "Tier",
    "as_word",
    "chosen",
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


class Capacity(StrEnum):
    """The capacity in which somebody took part; an ambassador-at-large is a diplomat."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    FOREIGN_MINISTER = "foreign_minister"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    OFFICIAL = "official"
    AMBASSADOR = "ambassador"
    DIPLOMAT = "diplomat"
    MEMBER_OF_PARLIAMENT = "member_of_parliament"
    MEMBER_OF_EUROPEAN_PARLIAMENT = "member_of_european_parliament"
    LOCAL_GOVERNMENT = "local_government"
    COURT = "court"
    POLICE_OR_MILITARY = "police_or_military"
    OPPOSITION = "opposition"
    CIVIL_SOCIETY = "civil_society"
    BUSINESS = "business"
    JOURNALIST = "journalist"
    ATHLETE = "athlete"
    ARTIST = "artist"
    INTERNATIONAL_OFFICIAL = "international_official"
    OTHER = "other"


class SourceKind(StrEnum):
    """What sort of text a source is."""

    LEGAL_ACT = "legal_act"
    TREATY = "treaty"
    PARLIAMENTARY_PAPER = "parliamentary_paper"
    STATEMENT = "statement"
    PRESS_RELEASE = "press_release"
    REPORT = "report"
    DATASET = "dataset"
    ARTICLE = "article"
    INTERVIEW = "interview"
    WEB_PAGE = "web_page"
    ENCYCLOPEDIA = "encyclopedia"
    BOOK = "book"
    JUDGMENT = "judgment"


def as_word(kind: type[E], text: E | str) -> E:
    """Read a word of a vocabulary.

    Args:
        kind: The vocabulary.
        text: A word, or its text.

    Returns:
        The enum member. Any other value is returned unchanged, so that the check of the
        record reports it.

    Examples:
        >>> as_word(Scope, "core")
        <Scope.CORE: 'core'>
    """
    if not isinstance(text, str):
        return text
    found: E = kind._value2member_map_.get(text, text)  # type: ignore[arg-type,assignment]
    return found


def chosen(name: str, word: object, allowed: Iterable[str]) -> None:
    """Refuse a word that is not one of those allowed.

    Raises:
        UnknownName: It is none of them; the near one is named.

    Examples:
        >>> chosen("style", "bibtex", ("bibtex", "text"))
    """
    every = tuple(allowed)
    if word not in every:
        raise UnknownName(f"{name}={shown(word)}; write one of {words(every)}{hint(word, every)}")
