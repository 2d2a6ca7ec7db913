"""Holdings made of records, with the actors and sources that they carry."""

from __future__ import annotations

from attrs import evolve

from .._fields.shape import per_class
from ..actors import Actor
from ..errors import InvalidData, Problem, shown
from ..model.collections import COLLECTIONS
from ..model.kinds import kind
from ..provenance import Source
from .holdings import InMemory
from .metadata import Indicator, Metadata
from .references import people, unheld

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._protocols import RecordLike

__all__ = ["gather", "own"]


def gather(records: Iterable[RecordLike], dataset: Metadata) -> InMemory:
    """Build holdings of records, with the actors and sources that they carry.

    Args:
        records: Of any kind.
        dataset: The metadata; topics, indicators and ids elsewhere are added to it.

    Raises:
        InvalidData: An id stands for two things.
    """
    wrong: list[Problem] = []
    actors: dict[str, Actor] = {}
    sources: dict[str, Source] = {}
    held: dict[str, RecordLike] = {}
    for record in records:
        if not _is_kind(type(record)):
            wrong.append(Problem(shown(record), "a record of one of the ten kinds"))
            continue
        for actor in people(record):
            known = actors.setdefault(actor.id, actor)
            if known is not actor and known != actor:
                wrong.append(_doubled("actors", actor.id, record))
        for citation in record.citations:
            source = citation.source
            cited = sources.setdefault(source.id, source)
            if cited is not source and cited != source:
                wrong.append(_doubled("sources", source.id, record))
        other = held.setdefault(record.id, record)
        if other is not record and other != record:
            wrong.append(_doubled("records", record.id, record))
    if wrong:
        raise InvalidData(wrong)
    collections: dict[str, list[RecordLike]] = {}
    for record in held.values():
        collections.setdefault(record.collection, []).append(record)
    topics = dict.fromkeys(sorted({word for record in held.values() for word in record.topics}), "")
    used = {str(figure.indicator) for figure in collections.get("statistics", ())}  # type: ignore[attr-defined]
    defined = dict(dataset.indicators)
    said = Metadata(
        version=dataset.version,
        checked=dataset.checked,
        title=dataset.title,
        licences=dataset.licences,
        citation=dataset.citation,
        topics=tuple((topics | dict(dataset.topics)).items()),
        indicators=tuple((dict.fromkeys(sorted(used), Indicator("")) | defined).items()),
        elsewhere=unheld(held.values(), actors),
    )
    return InMemory(said, dict(sorted(actors.items())), dict(sorted(sources.items())), collections)


@per_class
def _is_kind(cls: type) -> bool:
    """Return whether a class is a kind of record, or a child of one."""
    name = getattr(cls, "collection", None)
    return isinstance(name, str) and name in COLLECTIONS and kind(name) in cls.__mro__


def _doubled(what: str, id: str, record: RecordLike) -> Problem:
    return Problem(f"two {what} with the id {id!r}", "one", "", record.id)


def own(records: Iterable[RecordLike], dataset: Metadata) -> InMemory:
    """Build holdings of records without a check, for the names that they hold.

    Args:
        records: Of any kind; two of one id may differ.
        dataset: The metadata.
    """
    every = list(records)
    collections: dict[str, list[RecordLike]] = {}
    for record in every:
        collections.setdefault(record.collection, []).append(record)
    actors = {actor.id: actor for record in every for actor in people(record)}
    return InMemory(
        evolve(dataset, elsewhere=unheld(every, actors)),
        actors,
        {source.id: source for record in every for source in record.sources},
        collections,
    )
