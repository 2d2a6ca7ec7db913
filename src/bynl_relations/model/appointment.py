"""Somebody at the head of a mission, or at work in one."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import field

from .._fields.checked import frozen
from .._fields.shape import record_ids
from ..actors import Actor
from ..vocabulary import as_word
from ..when import When
from .record import Record

__all__ = ["Appointment", "Function"]


class Function(StrEnum):
    """What the person does.

    Source: Vienna Convention on Diplomatic Relations (1961), article 14; on Consular
    Relations (1963), articles 1 and 9.
    """

    AMBASSADOR = "ambassador"
    CHARGE_D_AFFAIRES = "charge_d_affaires"
    CONSUL_GENERAL = "consul_general"
    CONSUL = "consul"
    HONORARY_CONSUL = "honorary_consul"
    HEAD_OF_OFFICE = "head_of_office"
    PERMANENT_REPRESENTATIVE = "permanent_representative"
    OTHER = "other"


def _function(word: Function | str) -> Function:
    return as_word(Function, word)


@frozen(kw_only=True, eq=False, repr=False)
class Appointment(Record):
    """Somebody at the head of a mission, or at work in one.

    `when` is the term.

    Attributes:
        person: Who.
        function: What the person does.
        mission: Id of the mission, or empty.
        sending_state: Who sends the person, or None.
        accredited_to: Where the person is accredited.
        credentials: When the letters of credence were presented, or None.
    """

    collection: ClassVar[str] = "appointments"
    who_fields: ClassVar[tuple[str, ...]] = ("sending_state", "person")
    to_fields: ClassVar[tuple[str, ...]] = ("accredited_to",)
    lasts: ClassVar[bool] = True

    person: Actor
    function: Function = field(converter=_function)
    mission: str = field(default="", metadata=record_ids("missions"))
    sending_state: Actor | None = None
    accredited_to: tuple[Actor, ...] = ()
    credentials: When | None = None
