"""The fields that a test may set, kind by kind, as type checkers see them."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias, TypedDict

from ..actors import Actor, Participant, Place
from ..model.acts import LegalAct
from ..model.agreement import AgreementKind, AgreementStatus
from ..model.appointment import Function
from ..model.event import EventKind
from ..model.measure import Effect, Extent, MeasureKind
from ..model.membership import MembershipStatus
from ..model.mission import MissionKind
from ..model.position import Attitude
from ..model.programme import ProgrammeKind
from ..model.visit import VisitLevel
from ..provenance import Citation, Quotation
from ..vocabulary import Confidence, Scope
from ..when import When

__all__ = [
    "AgreementChanges",
    "AppointmentChanges",
    "Date",
    "EventChanges",
    "MeasureChanges",
    "MembershipChanges",
    "MissionChanges",
    "PositionChanges",
    "ProgrammeChanges",
    "RecordChanges",
    "SharedChanges",
    "StatisticChanges",
    "VisitChanges",
    "Who",
]

#: A date, or its EDTF text.
Date: TypeAlias = When | str
#: An actor, or the id of one that `make_actor` makes.
Who: TypeAlias = Actor | str


class SharedChanges(TypedDict, total=False):
    """The fields that can be set of every kind, but for the id."""

    title: str
    summary: str
    when: Date | None
    attested: tuple[Date, ...]
    participants: tuple[Participant | Who, ...]
    topics: tuple[str, ...]
    references: tuple[str, ...]
    citations: tuple[Citation, ...]
    rationale: str
    confidence: Confidence | str
    claimed: bool
    scope: Scope | str
    related: tuple[str, ...]
    notes: str
    replaced_by: str


class RecordChanges(SharedChanges, total=False):
    """The fields of every kind but `Mission`."""

    place: Place | None


class EventChanges(RecordChanges, total=False):
    """The fields of an `Event`."""

    kind: EventKind | str


class VisitChanges(RecordChanges, total=False):
    """The fields of a `Visit`."""

    visitors: tuple[Who, ...]
    hosts: tuple[Who, ...]
    level: VisitLevel | str


class MissionChanges(SharedChanges, total=False):
    """The fields of a `Mission`; its `place` is its `seat`."""

    sending_state: Who
    accredited_to: tuple[Who, ...]
    kind: MissionKind | str
    seat: Place | None
    address: str


class AppointmentChanges(RecordChanges, total=False):
    """The fields of an `Appointment`."""

    person: Who
    function: Function | str
    mission: str
    sending_state: Who | None
    accredited_to: tuple[Who, ...]
    credentials: Date | None


class AgreementChanges(RecordChanges, total=False):
    """The fields of an `Agreement`."""

    kind: AgreementKind | str
    parties: tuple[Who, ...]
    in_force: Date | None
    terminated: Date | None
    status: AgreementStatus | str
    multilateral: bool


class MeasureChanges(RecordChanges, total=False):
    """The fields of a `Measure`."""

    kind: MeasureKind | str
    effect: Effect | str
    extent: Extent | str
    exceptions: str
    imposed_by: tuple[Who, ...]
    targets: tuple[Who, ...]
    acts: tuple[LegalAct, ...]
    announced: Date | None
    changes: tuple[str, ...]
    until: Date | None
    applies: tuple[Date, ...]


class PositionChanges(RecordChanges, total=False):
    """The fields of a `Position`."""

    holders: tuple[Who, ...]
    attitude: Attitude | str
    subject: str
    about: str
    quotation: Quotation | None


class MembershipChanges(RecordChanges, total=False):
    """The fields of a `Membership`."""

    member: Who
    organisation: Who
    status: MembershipStatus | str


class ProgrammeChanges(RecordChanges, total=False):
    """The fields of a `Programme`."""

    kind: ProgrammeKind | str
    organisers: tuple[Who, ...]
    beneficiaries: tuple[Who, ...]


class StatisticChanges(RecordChanges, total=False):
    """The fields of a `Statistic`."""

    indicator: str
    low: Decimal | float | None
    high: Decimal | float | None
    stated: str
    unit: str
    reporter: Who | None
    about: str
