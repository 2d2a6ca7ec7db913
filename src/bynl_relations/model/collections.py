"""The one table of collections: where each kind is kept, and what its query takes."""

from __future__ import annotations

__all__ = ["ASKED", "COLLECTIONS", "STANDING"]

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
