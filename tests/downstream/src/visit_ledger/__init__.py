"""Who of two states went to see the other, year by year."""

from __future__ import annotations

from collections import Counter

from bynl_relations import Event, Records, Relations, Visit, relations

__all__ = ["busiest", "disputed_titles", "ledger", "protests"]


def ledger(visits: Records[Visit]) -> dict[int, int]:
    """Count visits by the first year in which each can have begun; what has no date is left out."""
    dates = [visit.when.earliest for visit in visits if visit.when is not None]
    return dict(sorted(Counter(day.year for day in dates if day is not None).items()))


def busiest(who: str, data: Relations = relations) -> Visit | None:
    """Return the visit of somebody that had the most visitors, the first of several."""
    return max(data.visits(who), key=lambda visit: len(visit.visitors), default=None)


def protests(data: Relations = relations, since: int = 1991) -> Records[Event]:
    """Return the protests since a year."""
    return data.events(kind="protest", since=since)


def disputed_titles(data: Relations = relations) -> list[str]:
    """List what sources differ on."""
    return [record.title for record in data.disputes()]
