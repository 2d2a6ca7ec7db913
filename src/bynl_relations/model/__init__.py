"""The ten kinds of record, and the one table that says where each is kept.

A kind is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module

from .collections import ASKED, COLLECTIONS, STANDING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cattrs import Converter

    from .acts import ActType, LegalAct
    from .agreement import Agreement, AgreementKind, AgreementStatus
    from .appointment import Appointment, Function
    from .disputes import Dispute
    from .event import Event, EventKind
    from .gaps import Gap
    from .gazetteer import City
    from .measure import Effect, Extent, Measure, MeasureKind
    from .membership import Membership, MembershipStatus
    from .mission import Mission, MissionKind
    from .position import Attitude, Position
    from .programme import Programme, ProgrammeKind
    from .record import Record
    from .statistic import Statistic
    from .visit import Visit, VisitLevel

    def kind(collection: str) -> type[Record]:
        """Return the class of a collection, as a child of `Record`."""
        ...

else:
    from .kinds import kind

__all__ = [
    "ASKED",
    "COLLECTIONS",
    "STANDING",
    "ActType",
    "Agreement",
    "AgreementKind",
    "AgreementStatus",
    "Appointment",
    "Attitude",
    "City",
    "Dispute",
    "Effect",
    "Event",
    "EventKind",
    "Extent",
    "Function",
    "Gap",
    "LegalAct",
    "Measure",
    "MeasureKind",
    "Membership",
    "MembershipStatus",
    "Mission",
    "MissionKind",
    "Position",
    "Programme",
    "ProgrammeKind",
    "Record",
    "Statistic",
    "Visit",
    "VisitLevel",
    "converter",
    "kind",
]

_HOMES = {name: module for module, *names in COLLECTIONS.values() for name in names} | {
    "ActType": "acts", "LegalAct": "acts", "Gap": "gaps", "City": "gazetteer",
    "Dispute": "disputes", "Record": "record"
}  # fmt: skip


def converter() -> Converter:
    """Make a cattrs converter that knows every kind of record, strict in what it reads.

    It refuses `"false"` for a boolean, None for a string, a string for a list, and unknown keys,
    also in classes that are not of this library.

    Returns:
        A fresh converter; hooks that are added to it touch no other. Its `structure` raises
        `InvalidData`.

    Examples:
        >>> from bynl_relations import MissionKind
        >>> converter().structure("embassy", MissionKind)
        <MissionKind.EMBASSY: 'embassy'>
    """
    from .._conversion.converter import converter as make

    return make([kind(collection) for collection in COLLECTIONS])


def __getattr__(name: str) -> object:
    """Import a kind, or one of its vocabularies, when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
