"""Something that happened, or was decided, between or about the two states."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import field

from .._fields.checked import frozen
from ..vocabulary import as_word
from .record import Record

__all__ = ["Event", "EventKind"]


class EventKind(StrEnum):
    """What sort of happening it is.

    A meeting is one of two sides, a debate is one house talking, a conference is one of many
    states. A vote is one event; how each side voted is its role. A message is a letter,
    congratulations or condolences.
    """

    ESTABLISHMENT = "establishment"
    DECISION = "decision"
    RATIFICATION = "ratification"
    SUMMONS = "summons"
    CALL = "call"
    MEETING = "meeting"
    DEBATE = "debate"
    PARLIAMENTARY_QUESTION = "parliamentary_question"
    VOTE = "vote"
    PROTEST = "protest"
    ELECTION = "election"
    ARREST = "arrest"
    INCIDENT = "incident"
    COURT_CASE = "court_case"
    COMMEMORATION = "commemoration"
    ANNOUNCEMENT = "announcement"
    MESSAGE = "message"
    INSPECTION = "inspection"
    CONFERENCE = "conference"
    AID = "aid"
    AWARD = "award"
    SPORT = "sport"
    CULTURE = "culture"
    BUSINESS = "business"
    OTHER = "other"


def _event_kind(word: EventKind | str) -> EventKind:
    return as_word(EventKind, word)


@frozen(kw_only=True, eq=False, repr=False)
class Event(Record):
    """Something that happened, or was decided, between or about the two states.

    `when` is the day or days on which it happened.

    Attributes:
        kind: What sort of happening it is.
    """

    collection: ClassVar[str] = "events"
    who_fields: ClassVar[tuple[str, ...]] = ("participants",)

    kind: EventKind = field(converter=_event_kind)
