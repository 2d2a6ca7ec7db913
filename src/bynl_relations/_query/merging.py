"""Two datasets in one: the left one's actors and sources, and the records of both."""

from __future__ import annotations

from typing import cast

import attrs

from .._dataset.holdings import Holdings, InMemory
from ..actors import Actor, Participant
from ..errors import InvalidData, Problem
from ..model.collections import COLLECTIONS
from ..provenance import Assertion, Citation, Quotation, Source
from .views import closed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    from .._protocols import RecordLike

    T = TypeVar("T")

__all__ = ["joined"]


def joined(left: Holdings, right: Holdings) -> InMemory:
    """Return holdings of two; what both describe is as the left one has it.

    Records are compared by the ids of the actors and sources that they name.

    Raises:
        InvalidData: Two records of one id differ.
    """
    bound = _Bound(left, right)
    kinds = {record.id: record.collection for record in left.every()}
    wrong: list[Problem] = []
    collections: dict[str, list[RecordLike]] = {}
    for name in COLLECTIONS:
        held = {record.id: record for record in left.records(name)}
        for record in map(bound.record, right.records(name)):
            if kinds.get(record.id, name) != name or held.setdefault(record.id, record) != record:
                expected = "the same content, or another id"
                wrong.append(
                    Problem(f"two records with the id {record.id!r}", expected, "", record.id)
                )
        collections[name] = list(held.values())
    if wrong:
        raise InvalidData(wrong)
    gaps = {gap.id: gap for gap in (*map(bound.gap, right.gaps), *left.gaps)}
    places = {str(place): place for place in (*right.places, *left.places)}
    dataset = left.dataset.beside(right.dataset)
    actors, sources = {**right.actors, **left.actors}, {**right.sources, **left.sources}
    return closed(
        InMemory(dataset, actors, sources, collections, gaps.values(), places.values())
    )  # fmt: skip


class _Bound:
    """Put the left one's actors and sources into what the right one holds."""

    def __init__(self, left: Holdings, right: Holdings) -> None:
        self._actors = _changed(left.actors, right.actors)
        self._sources = _changed(left.sources, right.sources)

    def record(self, record: RecordLike) -> RecordLike:
        """Return a record with the left one's actors and sources; itself where none differ."""
        return self._fields(record) if self._actors or self._sources else record

    def gap(self, gap: T) -> T:
        """Return a gap with the left one's actors."""
        return self._fields(gap) if self._actors else gap

    def _fields(self, value: T) -> T:
        """Return an object with its fields bound; itself where nothing differs."""
        fields = attrs.fields(type(value))  # type: ignore[arg-type]
        changed: dict[str, object] = {}
        for field in fields:
            if field.init:
                old: object = getattr(value, field.name)
                new = self._value(old)
                if new is not old:
                    changed[field.name] = new
        evolve = cast("Callable[..., T]", attrs.evolve)
        return evolve(value, **changed) if changed else value

    def _value(self, value: object) -> object:
        if isinstance(value, Actor):
            return self._actors.get(value.id, value)
        if isinstance(value, Source):
            return self._sources.get(value.id, value)
        if isinstance(value, tuple):
            old = cast("tuple[object, ...]", value)
            new = tuple(map(self._value, old))
            return new if any(one is not two for one, two in zip(new, old, strict=True)) else old
        if isinstance(value, (Participant, Citation, Assertion, Quotation)):
            return self._fields(value)
        return value


def _changed(left: Mapping[str, T], right: Mapping[str, T]) -> dict[str, T]:
    """Return the left one's objects of which the right one has another."""
    return {key: left[key] for key, value in right.items() if key in left and left[key] != value}
