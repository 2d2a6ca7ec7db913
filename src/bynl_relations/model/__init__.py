"""The ten kinds of record, and the one table that says where each is kept.

A kind is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module

from .plain import kinds

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

#: Each collection with the module of its kind and the words that it defines, class first.
COLLECTIONS: dict[str, tuple[str, ...]] = {
    "events": ("event", "Event", "EventKind"),
    "visits": ("visit", "Visit", "VisitLevel"),
    "missions": ("mission", "Mission", "MissionKind"),
    "appointments": ("appointment", "Appointment", "Function"),
    "agreements": ("agreement", "Agreement", "AgreementKind", "AgreementStatus"),
    "measures": ("measure", "Measure", "MeasureKind", "Effect", "Extent"),
    "positions": ("position", "Position", "Attitude"),
    "memberships": ("membership", "Membership", "MembershipStatus"),
    "programmes": ("programme", "Programme", "ProgrammeKind"),
    "statistics": ("statistic", "Statistic"),
}
#: The fields of each kind that a query can ask for: those of one word, string, number or boolean.
#: A test compares them with the classes, which are not imported for it.
ASKED = {
    "events": ("kind",),
    "visits": ("level",),
    "missions": ("kind", "address", "resident"),
    "appointments": ("function", "mission"),
    "agreements": ("kind", "status", "multilateral"),
    "measures": ("kind", "effect", "extent", "exceptions", "act", "changes"),
    "positions": ("attitude", "subject", "about"),
    "memberships": ("status",),
    "programmes": ("kind",),
    "statistics": ("indicator", "low", "high", "stated", "unit", "about", "reporter"),
}
#: The collections of records that stand for a time, so that `at` returns what stood on a day.
STANDING = ("missions", "appointments", "memberships", "agreements", "measures", "programmes")

_HOMES = {name: module for module, *names in COLLECTIONS.values() for name in names} | {
    "ActType": "acts", "LegalAct": "acts", "Gap": "gaps", "City": "gazetteer",
    "Dispute": "disputes", "Record": "record"
}  # fmt: skip


def kind(collection: str) -> type[Record]:
    """Return the class of a collection.

    Args:
        collection: Its name, as `COLLECTIONS` has it.

    Returns:
        The class of its records.

    Examples:
        >>> kind("missions").collection
        'missions'
    """
    module, name, *_ = COLLECTIONS[collection]
    found: type[Record] = getattr(import_module(f".{module}", __name__), name)
    return found


def _kind_of(collection: str) -> type[Record] | None:
    return kind(collection) if collection in COLLECTIONS else None


# Nothing in the wing knows a kind, but Record.from_dict reads any of them.
kinds.find = _kind_of


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
