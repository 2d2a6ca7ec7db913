"""What a dataset holds, looked up by an id, a name or a word."""

from __future__ import annotations

from typing import cast

from .._dataset.holdings import in_order
from .._spelling import fold, hint, nearest, words
from ..errors import UnknownName, UnknownRecord, shown
from ..model.collections import COLLECTIONS
from ..model.kinds import kind
from .index import Index
from .names import Names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from enum import StrEnum
    from typing import TypeVar

    from .._dataset.holdings import Holdings
    from ..actors import Actor
    from ..model.record import Record
    from ..provenance import Source
    from ..when import When

    T = TypeVar("T")

__all__ = ["Lookups"]


class Lookups:
    """What a dataset holds: records by id, actors and sources, words, counts.

    `len`, `in`, `[]`, `get` and `iter` know every record, claims included.
    """

    def __init__(self, holdings: Holdings, names: Names | None) -> None:
        """Hold a dataset; no table is made yet.

        Args:
            holdings: What it holds.
            names: The names of the dataset of which this is a view, or None.
        """
        self._holdings = holdings
        self._names = names or Names(holdings)
        self._indexes: dict[str, Index] = {}
        self._by_id: dict[str, Record] | None = None
        #: The records of the collections in which an id was looked for so far.
        self._known: dict[str, Record] = {}
        self._searched: set[str] = set()

    # One record.

    def __getitem__(self, id: str) -> Record:
        """Return a record by its id, claims included.

        Raises:
            UnknownRecord: There is none; near ids are named.
        """
        found = self._known.get(id) or self._find(id) if isinstance(id, str) else None
        if found is None:
            raise UnknownRecord(f"no record with id {shown(id)}{self._near(id)}")
        return self._current(found)

    def _near(self, id: object) -> str:
        """Return the end of a message: ids like one that is unknown, or what finds others."""
        near: tuple[str, ...] = ()
        if isinstance(id, str):
            near = nearest(id, self._ids()) or tuple(
                other for other in self._ids() if id and id in other
            )
        if not near:
            return "; search() finds records by words"
        return f"; did you mean {' or '.join(map(repr, near[:3]))}?"

    def get(self, id: str, default: Record | None = None) -> Record | None:
        """Return a record by its id, or the default."""
        found = self._find(id) if isinstance(id, str) else None
        return default if found is None else self._current(found)

    def _current(self, record: Record) -> Record:
        """Follow `replaced_by` to its end, with a warning."""
        passed, last = {record.id}, record
        while (then := last.replaced_by) and then not in passed and (found := self._find(then)):
            passed.add(then)
            last = found
        if last is not record:
            import warnings

            message = f"{record.id!r} was replaced by {last.id!r}"
            warnings.warn(message, DeprecationWarning, stacklevel=3)
        return last

    def __contains__(self, id: object) -> bool:
        """Return whether there is a record with that id."""
        return isinstance(id, str) and self._find(id) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield the id of every record, in order of time."""
        return iter(self._ids())

    def __len__(self) -> int:
        """Count every record."""
        return len(self._ids())

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._ids())

    def _find(self, id: str) -> Record | None:
        """Look an id up in one collection after another, none of which is read twice."""
        for collection in COLLECTIONS:
            if id in self._known:
                break
            if collection not in self._searched:
                found = cast("tuple[Record, ...]", self._holdings.records(collection))
                self._known.update({record.id: record for record in found})
                self._searched.add(collection)
        return self._known.get(id)

    def _ids(self) -> dict[str, Record]:
        if self._by_id is None:
            every = cast("tuple[Record, ...]", self._index("all").records)
            self._by_id = {record.id: record for record in every}
        return self._by_id

    def _index(self, collection: str) -> Index:
        found = self._indexes.get(collection)
        if found is None:
            if collection == "all":
                every = sorted(self._holdings.every(), key=in_order)
                found = Index(tuple(every))
            else:
                found = Index(self._holdings.records(collection))
            found = self._indexes.setdefault(collection, found)
        return found

    # Who acts, and who says so.

    def actors(self, *, type: str | None = None) -> tuple[Actor, ...]:
        """Return every actor, by id; `type` narrows."""
        from ..vocabulary import ActorType

        return _narrowed(self._holdings.actors, "type", type, ActorType)

    def actor(self, name: str) -> Actor:
        """Find an actor by id, name, alias or surname.

        Raises:
            UnknownName: None has that name, or several have.
        """
        return self._names.actor(name, "actor()")

    def sources(self, *, tier: str | None = None) -> tuple[Source, ...]:
        """Return every source, by id; `tier` narrows."""
        from ..vocabulary import Tier

        return _narrowed(self._holdings.sources, "tier", tier, Tier)

    def source(self, id: str) -> Source:
        """Return a source by its id.

        Raises:
            UnknownName: There is none.
        """
        found = self._holdings.sources.get(id) if isinstance(id, str) else None
        if found is None:
            near = hint(id, self._holdings.sources, 3)
            raise UnknownName(f"no source with id {shown(id)}{near}")
        return found

    # Words and counts.

    def kinds(self, collection: str) -> tuple[str, ...]:
        """Return the words of a collection's first vocabulary: kinds, levels, functions.

        Raises:
            UnknownName: No such collection.
        """
        if not isinstance(collection, str) or collection not in COLLECTIONS:
            near = hint(collection, COLLECTIONS)
            known = words(COLLECTIONS)
            raise UnknownName(f"no collection {shown(collection)}; use one of {known}{near}")
        if collection == "statistics":
            return tuple(self._names.indicators)
        cls = kind(collection)
        return cls.vocabulary(cls.word_fields()[0])

    @property
    def topics(self) -> dict[str, str]:
        """The topics of the dataset with their definitions; a copy."""
        return dict(self._names.topics)

    @property
    def indicators(self) -> dict[str, str]:
        """The indicators of the dataset with their definitions; a copy."""
        return {word: meaning.definition for word, meaning in self._names.indicators.items()}

    @property
    def title(self) -> str:
        """What the dataset is called."""
        return self._holdings.dataset.title

    @property
    def version(self) -> str:
        """The version of the data."""
        return self._holdings.dataset.version

    @property
    def checked(self) -> When | None:
        """The day of the last check; nothing is certain after it."""
        return self._holdings.dataset.checked

    def describe(self) -> dict[str, dict[str, int]]:
        """Count the records by collection, confidence and scope, and the cited sources.

        Returns:
            For each heading the counts by word, the largest first.
        """
        from collections import Counter

        records = self._ids().values()
        cited = [(record, source) for record in records for source in record.sources]
        # In the order of the records: that of a set would differ from run to run.
        sources = dict.fromkeys(source for _, source in cited)
        headings: dict[str, Counter[str]] = {
            "collection": Counter(record.collection for record in records),
            "confidence": Counter(record.confidence.value for record in records),
            "scope": Counter(record.scope.value for record in records),
            "held": Counter("claimed" if record.claimed else "held" for record in records),
            "disputed": Counter(
                "disputed" if record.disputed else "undisputed" for record in records
            ),
            "topic": Counter(word for record in records for word in record.topics),
            "tier of sources": Counter(source.tier.value for source in sources),
            "tier of citations": Counter(source.tier.value for _, source in cited),
            "voice": Counter(source.voice or source.id for source in sources),
        }
        return {name: dict(counts.most_common()) for name, counts in headings.items()}


def _narrowed(
    table: Mapping[str, T], name: str, word: object, known: type[StrEnum]
) -> tuple[T, ...]:
    """Return the values of a table in the order of its keys, optionally only those of a word."""
    every = tuple(table[key] for key in sorted(table))
    if word is None:
        return every
    plain = fold(word) if isinstance(word, str) else word
    if plain not in tuple(known):
        near = hint(word, known)
        raise UnknownName(f"{name}={shown(word)} is unknown; use one of {words(known)}{near}")
    return tuple(value for value in every if getattr(value, name) == plain)
