"""The relations between Belarus and the Netherlands since 1991, each fact with its sources.

>>> from bynl_relations import relations
>>> office = relations["nl-embassy-office-minsk"]
>>> office.resident
True

Importing this package reads no file; a name is resolved when it is first asked for, and the
bundled data when it is first queried.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._notebook import Shell
    from ._query.counts import Counts
    from ._query.records import Records
    from ._query.relations import Relations, relations
    from .actors import Actor, Participant, Place
    from .errors import (
        InvalidData,
        InvalidDate,
        MissingExtra,
        Problem,
        RelationsError,
        UnknownName,
        UnknownRecord,
    )
    from .model import (
        ActType,
        Agreement,
        AgreementKind,
        AgreementStatus,
        Appointment,
        Attitude,
        Dispute,
        Effect,
        Event,
        EventKind,
        Extent,
        Function,
        Gap,
        LegalAct,
        Measure,
        MeasureKind,
        Membership,
        MembershipStatus,
        Mission,
        MissionKind,
        Position,
        Programme,
        ProgrammeKind,
        Record,
        Statistic,
        Visit,
        VisitLevel,
        converter,
    )
    from .provenance import Assertion, Citation, Quotation, Source
    from .vocabulary import ActorType, Capacity, Confidence, Scope, SourceKind, Stance, Tier
    from .when import When
    from .when.bounds import Bounds

__version__ = "0.1.0"

__all__ = [
    "ActType",
    "Actor",
    "ActorType",
    "Agreement",
    "AgreementKind",
    "AgreementStatus",
    "Appointment",
    "Assertion",
    "Attitude",
    "Bounds",
    "Capacity",
    "Citation",
    "Confidence",
    "Counts",
    "Dispute",
    "Effect",
    "Event",
    "EventKind",
    "Extent",
    "Function",
    "Gap",
    "InvalidData",
    "InvalidDate",
    "LegalAct",
    "Measure",
    "MeasureKind",
    "Membership",
    "MembershipStatus",
    "MissingExtra",
    "Mission",
    "MissionKind",
    "Participant",
    "Place",
    "Position",
    "Problem",
    "Programme",
    "ProgrammeKind",
    "Quotation",
    "Record",
    "Records",
    "Relations",
    "RelationsError",
    "Scope",
    "Source",
    "SourceKind",
    "Stance",
    "Statistic",
    "Tier",
    "UnknownName",
    "UnknownRecord",
    "Visit",
    "VisitLevel",
    "When",
    "__version__",
    "converter",
    "relations",
]

_HOMES = {
    "converter": "model",
    "Counts": "_query.counts",
    "Records": "_query.records",
    "Relations": "_query.relations",
    "relations": "_query.relations",
    **dict.fromkeys(("Actor", "Participant", "Place"), "actors"),
    **dict.fromkeys(("Assertion", "Citation", "Quotation", "Source"), "provenance"),
    **dict.fromkeys(("ActorType", "Capacity", "Confidence", "Scope"), "vocabulary"),
    **dict.fromkeys(("SourceKind", "Stance", "Tier"), "vocabulary"),
    "Bounds": "when.bounds",
    "When": "when",
    **dict.fromkeys(("InvalidData", "InvalidDate", "MissingExtra", "Problem"), "errors"),
    **dict.fromkeys(("RelationsError", "UnknownName", "UnknownRecord"), "errors"),
}


def __getattr__(name: str) -> object:
    """Resolve a public name when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{_HOMES.get(name, 'model')}", __name__), name)
    globals()[name] = value
    return value


def load_ipython_extension(shell: Shell) -> None:
    """Complete words inside quotes too: `%load_ext bynl_relations` in IPython and Jupyter."""
    from ._notebook import load

    load(shell)


def __dir__() -> list[str]:
    return sorted(__all__)
