"""The words that every kind of record shares, and how a wrong word is answered."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

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
    "fold",
    "nearest",
    "words",
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
    found: E = kind._value2member_map_.get(text, text)  # type: ignore[arg-type,assignment]
    return found


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
