"""What the two states, or those that they belong to, agreed in writing."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import field

from .._fields.checked import frozen
from .._fields.shape import some
from ..actors import Actor
from ..vocabulary import as_word
from ..when import FOREVER, NEVER, When, standing
from .record import Record, surely_before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..when.standing import Period

__all__ = ["Agreement", "AgreementKind", "AgreementStatus"]


class AgreementKind(StrEnum):
    """What form the agreement has."""

    TREATY = "treaty"
    CONVENTION = "convention"
    PROTOCOL = "protocol"
    MEMORANDUM = "memorandum"
    EXCHANGE_OF_NOTES = "exchange_of_notes"
    UNDERSTANDING = "understanding"


class AgreementStatus(StrEnum):
    """What became of the agreement.

    Source: Vienna Convention on the Law of Treaties (1969), articles 24 and 54.
    """

    SIGNED = "signed"
    IN_FORCE = "in_force"
    NEVER_IN_FORCE = "never_in_force"
    TERMINATED = "terminated"
    UNKNOWN = "unknown"


def _agreement_kind(word: AgreementKind | str) -> AgreementKind:
    return as_word(AgreementKind, word)


def _agreement_status(word: AgreementStatus | str) -> AgreementStatus:
    return as_word(AgreementStatus, word)


@frozen(kw_only=True, eq=False, repr=False)
class Agreement(Record):
    """What the two states, or those that they belong to, agreed in writing.

    `when` is the signing.

    Attributes:
        kind: What form it has.
        parties: Who agreed, at least one.
        in_force: The day on which it entered into force, or None.
        terminated: The day on which it ended, or None.
        status: What became of it.
        multilateral: Whether there are other parties. Then `parties` names those that the
            record is about, `in_force` is the day from which all of these were bound, and a
            mere signatory makes the status unknown.
    """

    collection: ClassVar[str] = "agreements"
    who_fields: ClassVar[tuple[str, ...]] = ("parties",)
    to_fields: ClassVar[tuple[str, ...]] = ("parties",)
    _timed: ClassVar[tuple[str, ...]] = ("in_force",)
    _joint: ClassVar[dict[str, tuple[str, ...]]] = {
        "status": ("in_force", "terminated"),
        "terminated": ("in_force",),
    }

    kind: AgreementKind = field(converter=_agreement_kind)
    parties: tuple[Actor, ...] = field(metadata=some("actor"))
    in_force: When | None = None
    terminated: When | None = None
    status: AgreementStatus = field(converter=_agreement_status, default=AgreementStatus.UNKNOWN)
    multilateral: bool = False

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        yield from super()._faults()
        if self.status == "never_in_force" and self.in_force is not None:
            yield "status", str(self.status), "another status, as in_force is given"
        if self.status == "in_force" and self.terminated is not None:
            yield "status", str(self.status), "another status, as terminated is given"
        start, end = self.in_force, self.terminated
        if start is not None and end is not None and surely_before(end, start):
            yield "terminated", end, f"a day that can lie after in_force, which is {start.edtf}"

    def _outside(self, moment: When, when: When) -> bool:
        return surely_before(moment, when)

    @property
    def signed(self) -> When | None:
        """The signing: another name of `when`."""
        return self.when

    @property
    def periods(self) -> tuple[Period, ...]:
        """When it was in force; without a known end surely only while `status` is in_force."""
        if self.status == "never_in_force":
            return ()
        if self.in_force is not None:
            runs_on = self.status == "in_force"
            return (standing.period(self.in_force, self.terminated, runs_on=runs_on),)
        if not (self.when or self.attested):
            return ()
        first = standing.known(self.when)[0] if self.when else NEVER
        last = standing.known(self.terminated)[3] if self.terminated else FOREVER
        return ((first, max(first, last), standing.NOT_BY, standing.NOT_UNTIL),)
