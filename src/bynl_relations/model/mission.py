"""An embassy, a consulate, an office: one state's standing presence at another."""

from __future__ import annotations

from enum import StrEnum
from operator import attrgetter
from typing import ClassVar

from attrs import Factory, field

from .._fields.checked import frozen
from .._fields.shape import some
from ..actors import Actor, Place
from ..vocabulary import as_word
from .record import Record

__all__ = ["Mission", "MissionKind"]


class MissionKind(StrEnum):
    """What sort of mission it is.

    Source: Vienna Conventions on Diplomatic Relations (1961) and on Consular Relations (1963).
    """

    EMBASSY = "embassy"
    CONSULATE_GENERAL = "consulate_general"
    CONSULATE = "consulate"
    HONORARY_CONSULATE = "honorary_consulate"
    EMBASSY_OFFICE = "embassy_office"
    PERMANENT_REPRESENTATION = "permanent_representation"


def _mission_kind(word: MissionKind | str) -> MissionKind:
    return as_word(MissionKind, word)


@frozen(kw_only=True, eq=False, repr=False)
class Mission(Record):
    """An embassy, a consulate, an office: one state's standing presence at another.

    `when` is its existence.

    Attributes:
        sending_state: Who sends it.
        accredited_to: The states and organisations that it is accredited to, at least one.
        kind: What sort of mission it is.
        seat: Where it sits, or None.
        address: Street and number, or empty.
        place: Its seat; derived.
    """

    collection: ClassVar[str] = "missions"
    who_fields: ClassVar[tuple[str, ...]] = ("sending_state",)
    to_fields: ClassVar[tuple[str, ...]] = ("accredited_to",)
    lasts: ClassVar[bool] = True

    sending_state: Actor
    accredited_to: tuple[Actor, ...] = field(metadata=some("actor"))
    kind: MissionKind = field(converter=_mission_kind)
    seat: Place | None = None
    address: str = ""
    place: Place | None = field(init=False, default=Factory(attrgetter("seat"), takes_self=True))

    @property
    def resident_in(self) -> tuple[Actor, ...]:
        """The states among `accredited_to` in which the seat lies; at most one."""
        country = self.seat.country if self.seat is not None else ""
        return tuple(to for to in self.accredited_to if to.id == country)

    @property
    def resident(self) -> bool:
        """Whether the seat lies in every state that the mission is accredited to."""
        states = tuple(to for to in self.accredited_to if to.type == "state")
        return bool(states) and self.resident_in == states
