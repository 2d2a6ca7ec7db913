"""What somebody said on behalf of a state, a party or themselves."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import field

from .._conversion import late
from .._fields.checked import frozen
from .._fields.shape import record_ids, some
from ..actors import Actor
from ..vocabulary import as_word
from .record import Record

__all__ = ["Attitude", "Position"]


class Attitude(StrEnum):
    """How the holder stands to the subject."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    CONDEMNS = "condemns"
    WELCOMES = "welcomes"
    URGES = "urges"
    DECLINES = "declines"
    ASSERTS = "asserts"


def _attitude(word: Attitude | str) -> Attitude:
    return as_word(Attitude, word)


@frozen(kw_only=True, eq=False, repr=False)
class Position(Record):
    """What somebody said on behalf of a state, a party or themselves.

    `when` is the day on which it was voiced.

    Attributes:
        holders: Whose position it is, at least one.
        attitude: How they stand to the subject.
        subject: What it is about, in words.
        about: Id of the record that it is about, or empty.
        quotation: A few words of a named person, or None.
    """

    collection: ClassVar[str] = "positions"
    who_fields: ClassVar[tuple[str, ...]] = ("holders",)
    to_fields: ClassVar[tuple[str, ...]] = ("participants",)

    holders: tuple[Actor, ...] = field(metadata=some("actor"))
    attitude: Attitude = field(converter=_attitude)
    subject: str = ""
    about: str = field(default="", metadata=record_ids())
    quotation: late.Quotation | None = None
