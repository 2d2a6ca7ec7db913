"""Aid, a city tie, a service: something that runs for a time."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import field

from .._fields.checked import frozen
from .._fields.shape import some
from ..actors import Actor
from ..vocabulary import as_word
from .record import Record

__all__ = ["Programme", "ProgrammeKind"]


class ProgrammeKind(StrEnum):
    """What sort of programme it is."""

    RECUPERATION = "recuperation"
    AID = "aid"
    GRANT = "grant"
    TWINNING = "twinning"
    TRAINING = "training"
    PARTNERSHIP = "partnership"
    CONSULAR_SERVICE = "consular_service"
    CULTURE = "culture"
    SPORT = "sport"
    TRANSPORT = "transport"
    BUSINESS = "business"
    OTHER = "other"


def _programme_kind(word: ProgrammeKind | str) -> ProgrammeKind:
    return as_word(ProgrammeKind, word)


@frozen(kw_only=True, eq=False, repr=False)
class Programme(Record):
    """Aid, a city tie, a service: something that runs for a time.

    `when` is its run.

    Attributes:
        kind: What sort of programme it is.
        organisers: Who runs it, at least one.
        beneficiaries: For whom.
    """

    collection: ClassVar[str] = "programmes"
    who_fields: ClassVar[tuple[str, ...]] = ("organisers",)
    to_fields: ClassVar[tuple[str, ...]] = ("beneficiaries",)
    lasts: ClassVar[bool] = True

    kind: ProgrammeKind = field(converter=_programme_kind)
    organisers: tuple[Actor, ...] = field(metadata=some("actor"))
    beneficiaries: tuple[Actor, ...] = ()
