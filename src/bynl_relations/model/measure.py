"""Restrictions, and what eased, suspended or lifted them."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import field

from .._fields.checked import frozen
from .._fields.shape import record_ids, some
from ..actors import Actor
from ..vocabulary import as_word
from ..when import When, standing
from .acts import LegalAct
from .record import Record, surely_before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..when.standing import Period

__all__ = ["Effect", "Extent", "Measure", "MeasureKind"]


class MeasureKind(StrEnum):
    """What is restricted.

    A tariff is duties and preferences; enforcement is national law that makes breaches
    punishable; listing criteria say who may be listed and bar nobody; a contact restriction is
    about meetings and co-operation.
    """

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
    TARIFF = "tariff"
    ENFORCEMENT = "enforcement"
    LISTING_CRITERIA = "listing_criteria"
    OTHER = "other"


class Effect(StrEnum):
    """What the act does to the restriction; `grants` gives by itself and eases nothing."""

    IMPOSES = "imposes"
    EXTENDS = "extends"
    WIDENS = "widens"
    EASES = "eases"
    SUSPENDS = "suspends"
    RESTORES = "restores"
    LIFTS = "lifts"
    GRANTS = "grants"


class Extent(StrEnum):
    """Whether the act reaches all of the restriction."""

    WHOLE = "whole"
    PARTIAL = "partial"


#: The effects of a measure that can stand for a time.
_STANDING = (Effect.IMPOSES, Effect.WIDENS, Effect.GRANTS)


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
        acts: The legal acts that it rests on; records of one act share it.
        announced: When the political decision was announced, where that came before the act.
        changes: Ids of the measures or agreements that it alters.
        until: The last day that the act itself sets, or None.
        applies: The periods in which the restriction that this act imposed or widened, or
            what it granted, applied, extensions in, suspensions out; empty for the other
            effects, which show in the `applies` of what they change.
    """

    collection: ClassVar[str] = "measures"
    who_fields: ClassVar[tuple[str, ...]] = ("imposed_by",)
    to_fields: ClassVar[tuple[str, ...]] = ("targets",)
    _timed: ClassVar[tuple[str, ...]] = ("applies",)
    _joint: ClassVar[dict[str, tuple[str, ...]]] = {"applies": ("effect", "kind")}

    kind: MeasureKind = field(converter=_measure_kind)
    effect: Effect = field(converter=_effect)
    extent: Extent = field(converter=_extent, default=Extent.WHOLE)
    exceptions: str = ""
    imposed_by: tuple[Actor, ...] = field(metadata=some("actor"))
    targets: tuple[Actor, ...] = ()
    acts: tuple[LegalAct, ...] = ()
    announced: When | None = None
    changes: tuple[str, ...] = field(default=(), metadata=record_ids("measures", "agreements"))
    until: When | None = None
    applies: tuple[When, ...] = ()

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        yield from super()._faults()
        if self.applies and self.effect not in _STANDING:
            yield "applies", self.applies, f"none, as the effect is {self.effect}"
        elif self.applies and self.kind == "listing_criteria":
            yield "applies", self.applies, "none, as listing criteria bar nobody"

    def _outside(self, moment: When, when: When) -> bool:
        return surely_before(moment, when)

    @property
    def adopted(self) -> When | None:
        """The adoption: another name of `when`."""
        return self.when

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of `applies`."""
        return tuple(span for when in self.applies for span in standing.stood(when, ()))
