"""A journey or call of one side at the other."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import field

from .._fields.checked import frozen
from .._fields.shape import some
from ..actors import Actor
from ..vocabulary import as_word
from .record import Record

__all__ = ["Visit", "VisitLevel"]


class VisitLevel(StrEnum):
    """The rank of the visitors."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    PARLIAMENT = "parliament"
    ENVOY = "envoy"
    OFFICIAL = "official"
    OPPOSITION = "opposition"
    BUSINESS = "business"
    OTHER = "other"


def _visit_level(word: VisitLevel | str) -> VisitLevel:
    return as_word(VisitLevel, word)


@frozen(kw_only=True, eq=False, repr=False)
class Visit(Record):
    """A journey or call of one side at the other.

    `when` is the visit.

    Attributes:
        visitors: Who came, at least one.
        hosts: Who received them.
        level: The rank of the visitors.
    """

    collection: ClassVar[str] = "visits"
    who_fields: ClassVar[tuple[str, ...]] = ("visitors",)
    to_fields: ClassVar[tuple[str, ...]] = ("hosts",)

    visitors: tuple[Actor, ...] = field(metadata=some("actor"))
    hosts: tuple[Actor, ...] = ()
    level: VisitLevel = field(converter=_visit_level)
