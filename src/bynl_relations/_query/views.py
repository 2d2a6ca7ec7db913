"""Datasets made from a dataset: what stood in a window, and how one source tells it."""

from __future__ import annotations

from typing import cast

import attrs

from .._dataset.holdings import Holdings, InMemory
from .._dataset.references import unheld
from ..errors import InvalidData, Problem
from ..model import COLLECTIONS, STANDING
from ..provenance import Assertion, Citation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    from ..model import Record
    from ..provenance import Value
    from .window import Window

    T = TypeVar("T")

__all__ = ["closed", "joined", "standing", "told_by"]


def standing(held: Holdings, window: Window) -> InMemory:
    """Make holdings of what can have stood in a window, claims included."""
    collections = {
        name: [record for record in held.records(name) if window.can(record)] for name in STANDING
    }
    return InMemory(
        held.dataset, held.actors, held.sources, collections, held.gaps, held.places
    )  # fmt: skip


def told_by(held: Holdings, sources: frozenset[str]) -> InMemory:
    """Make holdings of the story as some sources tell it.

    Args:
        held: What is known.
        sources: Ids of the sources; they are taken as one voice.

    Returns:
        The records that they cite without denying, with the values that they assert, citing
        them alone.
    """
    told = [one for record in held.every() if (one := _told(record, sources)) is not None]
    collections: dict[str, list[Record]] = {}
    for one in told:
        collections.setdefault(one.collection, []).append(one)
    own = {key: one for key, one in held.sources.items() if key in sources}
    return InMemory(held.dataset, held.actors, own, collections, held.gaps, held.places)


def closed(held: InMemory) -> InMemory:
    """Make the same holdings with every id that they name and do not hold listed as elsewhere."""
    elsewhere = unheld(tuple(held.every()), held.actors)
    return held.described(attrs.evolve(held.dataset, elsewhere=elsewhere))


def joined(left: Holdings, right: Holdings) -> InMemory:
    """Make holdings of two: what is said is the left one's, `checked` the earlier.

    Raises:
        InvalidData: An id stands for two things.
    """
    wrong: list[Problem] = []
    collections = {
        name: _merged(
            {one.id: one for one in left.records(name)},
            {one.id: one for one in right.records(name)},
            "records",
            wrong,
        ).values()
        for name in COLLECTIONS
    }
    kinds = {one.id: one.collection for one in left.every()}
    for one in right.every():
        if kinds.get(one.id, one.collection) != one.collection:
            wrong.append(Problem(f"two records with the id {one.id!r}", "one", "", one.id))
    actors = _merged(left.actors, right.actors, "actors", wrong)
    sources = _merged(left.sources, right.sources, "sources", wrong)
    if wrong:
        raise InvalidData(wrong)
    dataset = left.dataset.beside(right.dataset)
    gaps = {gap.id: gap for gap in (*right.gaps, *left.gaps)}
    places = {str(place): place for place in (*right.places, *left.places)}
    return closed(
        InMemory(dataset, actors, sources, collections, gaps.values(), places.values())
    )  # fmt: skip


def _merged(
    left: Mapping[str, T], right: Mapping[str, T], what: str, wrong: list[Problem]
) -> dict[str, T]:
    for key, one in right.items():
        if left.get(key, one) != one:
            wrong.append(
                Problem(
                    f"two {what} with the id {key!r}", "the same content, or another id", "", key
                )
            )
    return {**left, **right}


def _told(record: Record, sources: frozenset[str]) -> Record | None:
    own = [one for one in record.citations if one.source.id in sources and one.stance != "denies"]
    if not own:
        return None
    values: dict[str, Value] = {}
    citations: list[Citation] = []
    for citation in own:
        left: list[Assertion] = []
        for one in citation.asserts:
            if values.setdefault(one.field, one.value) != one.value:
                left.append(one)
        if citation.asserts:
            stance = "contradicts" if left else "supports"
            citation = attrs.evolve(citation, asserts=tuple(left), stance=stance)  # noqa: PLW2901
        citations.append(citation)
    ours = {"summary": _joined(own), "rationale": "", "notes": "", "claimed": False}
    evolve = cast("Callable[..., Record]", attrs.evolve)
    try:
        return evolve(record, citations=tuple(citations), **(values | ours))
    except InvalidData:
        # Its values make no record beside ours: they stay what they are, contradictions.
        return evolve(record, citations=tuple(own), **ours)


def _joined(citations: list[Citation]) -> str:
    return " ".join(dict.fromkeys(one.says for one in citations if one.says))
