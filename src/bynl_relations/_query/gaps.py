"""Which gaps a question touches: what was looked for there and not found."""

from __future__ import annotations

from ..model.collections import COLLECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.gaps import Gap
    from .question import Question
    from .window import Window

__all__ = ["touched"]

#: The facets that name an actor.
_ACTING = ("who", "to", "side", "actor", "reporter")


def touched(
    gaps: Iterable[Gap], collection: str, questions: Sequence[Question], windows: Iterable[Window]
) -> tuple[Gap, ...]:
    """Find the gaps that a question touches.

    A gap touches a question of its collection, or of all, if their times share a day and, where
    both name actors or topics, they share one. What one of them leaves open always fits.

    Args:
        gaps: The gaps of the dataset, in order.
        collection: The collection that was asked, or `all`.
        questions: The question, and those that narrowed it.
        windows: The spans of days that were asked for.
    """
    collections = {collection} if collection in COLLECTIONS else set(COLLECTIONS)
    for question in questions:
        collections &= question.wanted("collection") or collections
    actors = [question.wanted(*_ACTING) for question in questions]
    topics = [question.wanted("topic") for question in questions]
    days = [(window.first, window.last) for window in windows]
    return tuple(
        gap for gap in gaps
        if (not gap.collection or gap.collection in collections)
        and _shares({actor.id for actor in gap.actors}, actors)
        and _shares(set(gap.topics), topics)
        and _overlaps(gap, days)
    )  # fmt: skip


def _shares(named: set[str], asked: Iterable[frozenset[str]]) -> bool:
    return all(not named or not some or not named.isdisjoint(some) for some in asked)


def _overlaps(gap: Gap, days: Iterable[tuple[int, int]]) -> bool:
    if gap.when is None:
        return True
    low, _, _, high = gap.when.span
    return all(low <= last and high >= first for first, last in days)
