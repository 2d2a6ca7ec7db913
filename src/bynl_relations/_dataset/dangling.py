"""Ids and words that a dataset names and does not know."""

from __future__ import annotations

from operator import attrgetter
from typing import cast

from .._fields.shape import shapes
from .._spelling import words
from ..errors import Problem, shown
from ..model.collections import COLLECTIONS
from ..model.kinds import kind
from .references import references

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .._protocols import RecordLike
    from ..actors import Actor
    from ..model.gaps import Gap
    from .holdings import Holdings
    from .metadata import Metadata
    from .parts import Part, Places

__all__ = ["wrong_agents", "wrong_gaps", "wrong_references"]

_TOPIC = "a topic that dataset.json declares"


def wrong_references(held: Holdings, places: Places, *, whole: bool) -> Iterator[Problem]:
    """Find ids, topics and indicators that the dataset does not know.

    Args:
        held: The holdings.
        places: Where each record stands, also those that were not built.
        whole: Whether every id is known; else none is reported as unknown.

    Returns:
        A problem for each, in the order of the records.
    """
    elsewhere = set(held.dataset.elsewhere)
    topics, indicators = dict(held.dataset.topics), dict(held.dataset.indicators)
    any_kind = tuple(COLLECTIONS)

    def problem(record: RecordLike, at: str, found: str, expected: str) -> Problem:
        file, path = places.of(record.id)
        return Problem(shown(found), expected, f"{path}.{at}", record.id, file)

    for record in held.every():
        for name, other in references(record) if whole else ():
            allowed = dict(shapes(type(record)))[name.partition("[")[0]].of or any_kind
            if places.collection(other) not in allowed and other not in elsewhere:
                kinds = (
                    [kind(name).__name__ for name in allowed] if len(allowed) < 3 else ["record"]
                )
                named = f"the id of a {' or '.join(kinds)} of the dataset"
                yield problem(record, name, other, f"{named}, or one listed in elsewhere")
        for number, word in enumerate(record.topics):
            if word not in topics:
                yield problem(record, f"topics[{number}]", word, _TOPIC)
    for record in held.records("statistics"):
        word = cast("str", attrgetter("indicator")(record))
        if word not in indicators:
            yield problem(record, "indicator", word, "an indicator that dataset.json declares")


def wrong_agents(held: Holdings, places: Places, *, whole: bool) -> Iterator[Problem]:
    """Find ids in `acts_for` that the dataset does not know, and circles of them.

    Args:
        held: The holdings.
        places: Where each actor stands, also those that were not built.
        whole: Whether every id is known; else none is reported as unknown.

    Returns:
        A problem for each, in the order of the actors; a circle is reported once.
    """
    elsewhere = set(held.dataset.elsewhere)
    circles = dict(_circles(held.actors))
    for actor in held.actors.values():
        for number, other in enumerate(actor.acts_for):
            expected = ""
            if whole and other not in places and other not in elsewhere:
                expected = "the id of an actor of the dataset, or one listed in elsewhere"
            elif (actor.id, number) in circles:
                expected = f"an actor that does not act for {actor.id!r} in turn"
            if expected:
                file, path = places.of(actor.id)
                at = f"{path}.acts_for[{number}]"
                yield Problem(shown(other), expected, at, actor.id, file)


def _circles(actors: Mapping[str, Actor]) -> Iterator[tuple[tuple[str, int], str]]:
    """Find each `acts_for` that closes a circle: the actor, the number, and whom it names."""
    done: set[str] = set()
    for first in actors:
        path: dict[str, Iterator[tuple[int, str]]] = {}
        rest = [first] if first not in done else []
        while rest:
            at = rest[-1]
            if at not in path:
                path[at] = iter(enumerate(actors[at].acts_for))
            for number, other in path[at]:
                if other in path:
                    yield (at, number), other
                elif other in actors and other not in done:
                    rest.append(other)
                    break
            else:
                done.add(at)
                del path[rest.pop()]


def wrong_gaps(dataset: Metadata, gaps: Iterable[tuple[int, Gap]], part: Part) -> Iterator[Problem]:
    """Find collections that do not exist, and topics that the dataset does not declare."""
    topics = dict(dataset.topics)
    for row, gap in gaps:
        if gap.collection and gap.collection not in COLLECTIONS:
            expected, at = f"one of {words(COLLECTIONS)}", f"{part.path(row)}.collection"
            yield Problem(shown(gap.collection), expected, at, gap.id, part.file)
        for number, word in enumerate(gap.topics):
            if word not in topics:
                at = f"{part.path(row)}.topics[{number}]"
                yield Problem(shown(word), _TOPIC, at, gap.id, part.file)
