"""The keywords of each query, for type checkers; nothing is imported from here at run time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Literal, TypeAlias, TypedDict, TypeVar

from ..actors import Actor
from ..model.agreement import AgreementKind, AgreementStatus
from ..model.appointment import Function
from ..model.event import EventKind
from ..model.measure import Effect, Extent, MeasureKind
from ..model.membership import MembershipStatus
from ..model.mission import MissionKind
from ..model.position import Attitude
from ..model.programme import ProgrammeKind
from ..model.record import Record
from ..model.visit import VisitLevel
from ..provenance import Source
from ..vocabulary import Capacity, Confidence, Scope
from ..when import Moment

W = TypeVar("W")

#: Who: an actor, or a name of one.
Who: TypeAlias = Actor | str
#: One or several: any of them fits.
Several: TypeAlias = W | Iterable[W]
#: A word of a vocabulary, its text, or several.
Word: TypeAlias = W | str | Iterable[W | str]


class Common(TypedDict, total=False):
    """What every query takes."""

    since: Moment | None
    until: Moment | None
    at: Moment | None
    match: Literal["any", "certain", "possible"]
    undated: bool | None
    claims: bool
    actor: Several[Who] | None
    all_of: Several[Who] | None
    topic: Several[str] | None
    country: Several[str] | None
    city: Several[str] | None
    reference: Several[str] | None
    related: Several[str] | None
    capacity: Word[Capacity] | None
    source: Several[Source | str] | None
    scope: Word[Scope] | None
    confidence: Word[Confidence] | None
    text: str | None
    where: Callable[[Record], object] | None
    exact: bool


class AllKeywords(Common, total=False):
    """What `Relations.all` takes."""

    collection: Several[str] | None


class ContactKeywords(Common, total=False):
    """What `Relations.contacts` takes."""

    to: Several[Who] | None


class GapKeywords(TypedDict, total=False):
    """What `Relations.gaps` takes."""

    since: Moment | None
    until: Moment | None
    at: Moment | None
    collection: Several[str] | None
    topic: Several[str] | None
    actor: Several[Who] | None


class WhereKeywords(AllKeywords, total=False):
    """What `Records.where` takes: the keywords of every kind; those of another are refused."""

    to: Several[Who] | None
    kind: Word[str] | None
    level: Word[VisitLevel] | None
    address: Several[str] | None
    resident: bool | None
    function: Word[Function] | None
    mission: Several[str] | None
    status: Word[str] | None
    multilateral: bool | None
    effect: Word[Effect] | None
    extent: Word[Extent] | None
    exceptions: Several[str] | None
    act: Several[str] | None
    changes: Several[str] | None
    attitude: Word[Attitude] | None
    subject: Several[str] | None
    about: Several[str] | None
    indicator: Several[str] | None
    low: Decimal | float | None
    high: Decimal | float | None
    stated: Several[str] | None
    unit: Several[str] | None
    reporter: Several[Who] | None


class EventKeywords(Common, total=False):
    """What `Relations.events` takes."""

    kind: Word[EventKind] | None


class VisitKeywords(Common, total=False):
    """What `Relations.visits` takes."""

    to: Several[Who] | None
    level: Word[VisitLevel] | None


class MissionKeywords(Common, total=False):
    """What `Relations.missions` takes."""

    to: Several[Who] | None
    kind: Word[MissionKind] | None
    address: Several[str] | None
    resident: bool | None


class AppointmentKeywords(Common, total=False):
    """What `Relations.appointments` takes."""

    to: Several[Who] | None
    function: Word[Function] | None
    mission: Several[str] | None


class AgreementKeywords(Common, total=False):
    """What `Relations.agreements` takes."""

    to: Several[Who] | None
    kind: Word[AgreementKind] | None
    status: Word[AgreementStatus] | None
    multilateral: bool | None


class MeasureKeywords(Common, total=False):
    """What `Relations.measures` takes."""

    to: Several[Who] | None
    kind: Word[MeasureKind] | None
    effect: Word[Effect] | None
    extent: Word[Extent] | None
    exceptions: Several[str] | None
    act: Several[str] | None
    changes: Several[str] | None


class PositionKeywords(Common, total=False):
    """What `Relations.positions` takes."""

    to: Several[Who] | None
    attitude: Word[Attitude] | None
    subject: Several[str] | None
    about: Several[str] | None


class MembershipKeywords(Common, total=False):
    """What `Relations.memberships` takes."""

    to: Several[Who] | None
    status: Word[MembershipStatus] | None


class ProgrammeKeywords(Common, total=False):
    """What `Relations.programmes` takes."""

    to: Several[Who] | None
    kind: Word[ProgrammeKind] | None


class StatisticKeywords(Common, total=False):
    """What `Relations.statistics` takes."""

    indicator: Several[str] | None
    low: Decimal | float | None
    high: Decimal | float | None
    stated: Several[str] | None
    unit: Several[str] | None
    reporter: Several[Who] | None
    about: Several[str] | None
