"""Datasets made from a dataset: what stood in a window, and how one source tells it."""

from __future__ import annotations

from contextlib import suppress
from typing import cast

import attrs

from .._dataset.holdings import Holdings, InMemory
from .._dataset.references import unheld
from ..errors import InvalidData
from ..model.collections import STANDING
from ..provenance import Assertion, Citation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .._protocols import RecordLike
    from ..provenance import Value
    from .window import Window

__all__ = ["as_stated_by", "closed", "standing"]


def standing(held: Holdings, window: Window) -> InMemory:
    """Return holdings of what can have stood in a window, claims included."""
    collections = {
        name: [record for record in held.records(name) if window.can(record)] for name in STANDING
    }
    return InMemory(held.dataset, held.actors, held.sources, collections, held.gaps, held.places)


def as_stated_by(held: Holdings, sources: frozenset[str]) -> InMemory:
    """Return holdings of the records as some sources report them.

    Args:
        held: What is known.
        sources: Ids of the sources; they are taken as one voice.

    Returns:
        The records that they cite without denying, with the values that they assert, citing
        them alone. A record of which they assert nothing is made when it is looked at.
    """
    collections: dict[str, list[RecordLike]] = {}
    for record in held.every():
        own = tuple(
            [citation for citation in record.citations
             if citation.source.id in sources and citation.stance != "denies"]
        )  # fmt: skip
        if own:
            asserting = any(citation.asserts for citation in own)
            version = _asserted(record, own) if asserting else _later(record, own)
            collections.setdefault(record.collection, []).append(version)
    said = {key: source for key, source in held.sources.items() if key in sources}
    return InMemory(held.dataset, held.actors, said, collections, held.gaps, held.places)


def closed(held: InMemory) -> InMemory:
    """Return the same holdings with every id that they name and lack listed as elsewhere."""
    elsewhere = unheld(tuple(held.every()), held.actors)
    return held.described(attrs.evolve(held.dataset, elsewhere=elsewhere))


def _asserted(record: RecordLike, own: tuple[Citation, ...]) -> RecordLike:
    """Make a record with the values that its citations assert; the first of a field decides."""
    values: dict[str, Value] = {}
    citations: list[Citation] = []
    for citation in own:
        left: list[Assertion] = []
        for asserted in citation.asserts:
            if values.setdefault(asserted.field, asserted.value) != asserted.value:
                left.append(asserted)
        if citation.asserts:
            stance = "contradicts" if left else "supports"
            citation = attrs.evolve(citation, asserts=tuple(left), stance=stance)  # noqa: PLW2901
        citations.append(citation)
    evolve = cast("Callable[..., RecordLike]", attrs.evolve)
    try:
        return evolve(record, citations=tuple(citations), **(values | _ours(own)))
    except InvalidData:
        # Its values make no record beside ours: they stay what they are, contradictions.
        return evolve(record, citations=own, **_ours(own))


def _ours(own: tuple[Citation, ...]) -> dict[str, Value]:
    """Return the fields that hold our words, as the sources have them."""
    summary = " ".join(dict.fromkeys(citation.says for citation in own if citation.says))
    return {"summary": summary, "rationale": "", "notes": "", "claimed": False}


def _later(record: RecordLike, own: tuple[Citation, ...]) -> RecordLike:
    """Make a record of which the time is there at once, and the rest when it is asked for."""
    made = object.__new__(type(record))
    put = object.__setattr__
    for name in ("id", "when", "attested"):
        put(made, name, getattr(record, name))
    put(made, "claimed", False)
    put(made, "_rest", (_complete, (record, own)))
    return made


def _complete(made: object, rest: tuple[RecordLike, tuple[Citation, ...]]) -> None:
    """Fill the fields of a record that were left for later."""
    record, own = rest
    put = object.__setattr__
    for name in record.field_names():
        put(made, name, getattr(record, name))
    for name, value in _ours(own).items():
        put(made, name, value)
    put(made, "citations", own)
    # Two threads may both have filled it, with the same values.
    with suppress(AttributeError):
        object.__delattr__(made, "_rest")
