"""What a dataset holds: records by collection, and the actors and sources that they share."""

from __future__ import annotations

from copy import copy
from operator import attrgetter, methodcaller

from ..model.collections import COLLECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .._protocols import RecordLike
    from ..actors import Actor
    from ..model.gaps import Gap
    from ..model.gazetteer import City
    from ..provenance import Source
    from .metadata import Metadata

__all__ = ["Holdings", "InMemory", "in_order"]

#: The key that sorts records by time, then by id.
in_order: Callable[[RecordLike], tuple[int, int, str, str]] = methodcaller("_order")


class Holdings:
    """What a dataset holds; the parent of what is read at once and what is read when asked."""

    dataset: Metadata
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    #: What was looked for and not found, by id.
    gaps: tuple[Gap, ...]
    #: The gazetteer, by country and city.
    places: tuple[City, ...]

    def records(self, collection: str) -> tuple[RecordLike, ...]:
        """Return the records of a collection, by `sort_key` and id."""
        raise NotImplementedError

    def agents(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the id of every actor with the ids of those that it acts for."""
        for actor in self.actors.values():
            yield actor.id, actor.acts_for

    def every(self) -> Iterator[RecordLike]:
        """Yield every record, collection by collection."""
        for collection in COLLECTIONS:
            yield from self.records(collection)


class InMemory(Holdings):
    """Holdings that are wholly in memory."""

    def __init__(
        self,
        dataset: Metadata,
        actors: Mapping[str, Actor],
        sources: Mapping[str, Source],
        collections: Mapping[str, Iterable[RecordLike]],
        gaps: Iterable[Gap] = (),
        places: Iterable[City] = (),
    ) -> None:
        """Sort the records of each collection, gaps and places; the caller checks them."""
        self.dataset = dataset
        self.actors = actors
        self.sources = sources
        self.gaps = tuple(sorted(gaps, key=attrgetter("id")))
        self.places = tuple(sorted(places, key=attrgetter("country", "city")))
        self._collections = {
            name: tuple(sorted(found, key=in_order)) for name, found in collections.items()
        }

    def records(self, collection: str) -> tuple[RecordLike, ...]:
        """Return the records of a collection, by `sort_key` and id."""
        return self._collections.get(collection, ())

    def described(self, dataset: Metadata) -> InMemory:
        """Return the same holdings with another description."""
        made = copy(self)
        made.dataset = dataset
        return made
