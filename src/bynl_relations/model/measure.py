"""Restrictions, and what eased, suspended or lifted them."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import field, frozen

from ..actors import Actor
from ..vocabulary import as_word
from ..when import When, standing
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..when.standing import Period

__all__ = ["Effect", "Extent", "Measure", "MeasureKind"]


class MeasureKind(StrEnum):
    """What is restricted."""

    TRAVEL_BAN = "travel_ban"
    ASSET_FREEZE = "asset_freeze"
    ARMS_EMBARGO = "arms_embargo"
    SECTORAL = "sectoral"
    IMPORT_BAN = "import_ban"
    FLIGHT_BAN = "flight_ban"
    VISA_RULE = "visa_rule"
    CONTACT_RESTRICTION = "contact_restriction"
    EXIT_BAN = "exit_ban"
    AID_SUSPENSION = "aid_suspension"
    TREATY_SUSPENSION = "treaty_suspension"
    TAX = "tax"
    OTHER = "other"


class Effect(StrEnum):
    """What the act does to the restriction."""

    IMPOSES = "imposes"
    EXTENDS = "extends"
    WIDENS = "widens"
    EASES = "eases"
    SUSPENDS = "suspends"
    RESTORES = "restores"
    LIFTS = "lifts"


class Extent(StrEnum):
    """Whether the act reaches all of the restriction."""

    WHOLE = "whole"
    PARTIAL = "partial"


def _measure_kind(word: MeasureKind | str) -> MeasureKind:
    return as_word(MeasureKind, word)


def _effect(word: Effect | str) -> Effect:
    return as_word(Effect, word)


def _extent(word: Extent | str) -> Extent:
    return as_word(Extent, word)


@frozen(kw_only=True, eq=False, repr=False)
class Measure(Record):
    """One effect of one act on one kind of restriction.

    `when` is the adoption.

    Attributes:
        kind: What is restricted.
        effect: What the act does to the restriction.
        extent: Whether it reaches all of it.
        exceptions: Who or what stays out of it, in words, or empty.
        imposed_by: Whose act it is, at least one.
        targets: Whom it is aimed at.
        legal_act: Form and number of the act, or empty; records of one act share it.
        changes: Ids of the measures or agreements that it alters.
        applies: The periods in which the restriction that this act imposed or widened
            applied, extensions in, suspensions out; empty for the other effects, which show
            in the `applies` of what they change.
    """

    collection: ClassVar[str] = "measures"
    who_fields: ClassVar[tuple[str, ...]] = ("imposed_by",)
    to_fields: ClassVar[tuple[str, ...]] = ("targets",)
    _mentions: ClassVar[tuple[str, ...]] = ("related", "changes")
    _needed: ClassVar[tuple[str, ...]] = ("imposed_by",)

    kind: MeasureKind = field(converter=_measure_kind)
    effect: Effect = field(converter=_effect)
    extent: Extent = field(converter=_extent, default=Extent.WHOLE)
    exceptions: str = ""
    imposed_by: tuple[Actor, ...]
    targets: tuple[Actor, ...] = ()
    legal_act: str = ""
    changes: tuple[str, ...] = ()
    applies: tuple[When, ...] = ()

    @property
    def adopted(self) -> When | None:
        """The adoption: another name of `when`."""
        return self.when

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of `applies`."""
        return tuple(span for when in self.applies for span in standing.stood(when, ()))
