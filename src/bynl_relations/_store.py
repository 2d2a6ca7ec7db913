"""A dataset and its queries, and the one that ships with the library."""

from __future__ import annotations

from ._bundle import Bundled
from ._dataset import Dataset, Holdings, gather
from ._queries import Queries
from ._question import Window, ask
from .errors import UnknownName, UnknownRecord, shown
from .model import COLLECTIONS, Record, kind
from .vocabulary import nearest, words
from .when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from .actors import Actor
    from .provenance import Source
    from .when import Moment

__all__ = ["Relations", "relations"]


class Relations(Queries):
    """A dataset of records, and the queries that are put to it.

    `relations` is the one that ships with the library; `Relations.of`, `read` and `from_json`
    make one of your own.

    Examples:
        >>> from bynl_relations import relations
        >>> relations.missions("NL") == relations.missions("Nederland")
        True
        >>> relations["by-embassy-the-hague"] in relations.missions("BY")
        True
    """

    def __init__(
        self, holdings: Holdings, *, window: Window | None = None, asked: str = "relations",
        told_by: frozenset[str] | None = None,
    ) -> None:  # fmt: skip
        """Hold a dataset; use `Relations.of`, `read` or `from_json` to make one."""
        super().__init__(holdings, window, asked)
        self._told_by = told_by
        self._by_id: dict[str, Record] | None = None

    def at(self, moment: Moment) -> Relations:
        """See what stood then: missions, appointments, memberships, agreements, measures, programmes.

        Args:
            moment: A day, or anything that `When.parse` reads.

        Returns:
            A dataset whose results are split by this window into certain and possible.
        """
        from ._views import standing

        window = ask("all", {"at": moment}, self._names).windows[0]
        return Relations(
            standing(self._holdings, window),
            window=window,
            asked=f"{self._asked}.at({shown(str(moment))})",
            told_by=self._told_by,
        )

    def according_to(self, source: Source | str) -> Relations:
        """See the story as one source tells it.

        Args:
            source: A source, or its id, else a voice, else a publisher.

        Returns:
            A dataset of the records that the source speaks of (claims included), with the
            values that it asserts, citing it alone. A field that it does not assert is ours.

        Raises:
            UnknownName: No such source.
        """
        from ._views import told_by

        ids = self._names.sources(source)
        if ids == self._told_by:
            return self
        told = source if isinstance(source, str) else source.id
        return Relations(
            told_by(self._holdings, ids),
            window=self._window,
            asked=f"{self._asked}.according_to({told!r})",
            told_by=ids,
        )

    # One record, and what there is.

    def __getitem__(self, id: str) -> Record:
        """Give a record by its id, claims included.

        Raises:
            UnknownRecord: There is none; near ids are named.
        """
        found = self._ids().get(id) if isinstance(id, str) else None
        if found is None:
            near = nearest(id, self._ids()) if isinstance(id, str) else ()
            if isinstance(id, str) and not near:
                near = tuple(one for one in self._ids() if id and id in one)[:3]
            hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else "; search() finds records by words"
            raise UnknownRecord(f"{shown(id)} is the id of no record{hint}")
        return self._current(found)

    def get(self, id: str, default: Record | None = None) -> Record | None:
        """Give a record by its id, or the default."""
        found = self._ids().get(id)
        return default if found is None else self._current(found)

    def _current(self, record: Record) -> Record:
        """Follow `replaced_by`, with a warning."""
        if not record.replaced_by or record.replaced_by not in self._ids():
            return record
        import warnings

        warnings.warn(
            f"{record.id!r} was replaced by {record.replaced_by!r}", DeprecationWarning, stacklevel=3
        )
        return self._ids()[record.replaced_by]

    def __contains__(self, id: object) -> bool:
        """Tell whether there is a record with that id."""
        return isinstance(id, str) and id in self._ids()

    def __iter__(self) -> Iterator[str]:
        """Give the id of every record, in order of time."""
        return iter(self._ids())

    def __len__(self) -> int:
        """Count every record."""
        return len(self._ids())

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._ids())

    def _ids(self) -> dict[str, Record]:
        if self._by_id is None:
            self._by_id = {record.id: record for record in self._index("all").records}
        return self._by_id

    def actors(self, *, type: str | None = None) -> tuple[Actor, ...]:
        """Give every actor, by id; `type` narrows."""
        from .vocabulary import ActorType

        return _narrowed(self._holdings.actors, "type", type, tuple(ActorType))

    def actor(self, name: str) -> Actor:
        """Find an actor by id, name, alias or surname.

        Raises:
            UnknownName: None has that name, or several have.
        """
        return self._names.actor(name, "actor()")

    def sources(self, *, tier: str | None = None) -> tuple[Source, ...]:
        """Give every source, by id; `tier` narrows."""
        from .vocabulary import Tier

        return _narrowed(self._holdings.sources, "tier", tier, tuple(Tier))

    def source(self, id: str) -> Source:
        """Give a source by its id.

        Raises:
            UnknownName: There is none.
        """
        found = self._holdings.sources.get(id) if isinstance(id, str) else None
        if found is None:
            near = nearest(id, self._holdings.sources) if isinstance(id, str) else ()
            hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
            raise UnknownName(f"{shown(id)} is the id of no source{hint}")
        return found

    def kinds(self, collection: str) -> tuple[str, ...]:
        """Give the words of a collection's first vocabulary: kinds, levels, functions.

        Raises:
            UnknownName: No such collection.
        """
        if collection not in COLLECTIONS:
            near = nearest(collection, COLLECTIONS, 1) if isinstance(collection, str) else ()
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise UnknownName(f"{shown(collection)} is no collection; write one of {words(COLLECTIONS)}{hint}")
        cls = kind(collection)
        if collection == "statistics":
            return tuple(self._names.indicators)
        return cls.vocabulary(cls.word_fields()[0])

    @property
    def topics(self) -> dict[str, str]:
        """The topics of the dataset with their definitions; a copy."""
        return dict(self._names.topics)

    @property
    def indicators(self) -> dict[str, str]:
        """The indicators of the dataset with their definitions; a copy."""
        return dict(self._names.indicators)

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

    @property
    def digest(self) -> str:
        """SHA-256 of the dataset in canonical form, in hexadecimal."""
        from hashlib import sha256

        return sha256(self.to_json().encode()).hexdigest()

    def describe(self) -> dict[str, dict[str, int]]:
        """Count the records by collection, confidence and scope, and the cited sources.

        Returns:
            For each heading the counts by word, the largest first.
        """
        from collections import Counter

        records = self._index("all").records
        cited = [(record, source) for record in records for source in record.sources]
        headings: dict[str, Counter[str]] = {
            "collection": Counter(record.collection for record in records),
            "confidence": Counter(record.confidence.value for record in records),
            "scope": Counter(record.scope.value for record in records),
            "held": Counter("claimed" if record.claimed else "held" for record in records),
            "disputed": Counter("disputed" if record.disputed else "undisputed" for record in records),
            "topic": Counter(word for record in records for word in record.topics),
            "tier of sources": Counter(source.tier.value for source in {one for _, one in cited}),
            "tier of citations": Counter(source.tier.value for _, source in cited),
            "voice": Counter(source.voice or source.id for source in {one for _, one in cited}),
        }
        return {name: dict(counts.most_common()) for name, counts in headings.items()}

    # In and out.

    @classmethod
    def of(
        cls, records: Iterable[Record], *, title: str = "", version: str = "", checked: Moment | None = None
    ) -> Relations:
        """Make a dataset of records; its topics and indicators are the words in use.

        Args:
            records: Of any kinds.
            title: What to call it.
            version: Its version.
            checked: Day of the last check, or None; nothing is certain after it.

        Raises:
            InvalidData: An id stands for two things.
        """
        day = None if checked is None else When.parse(checked)
        return cls(gather(records, Dataset(title=title, version=version, checked=day)), asked=_name(title))

    @classmethod
    def read(cls, path: str | os.PathLike[str], *, max_bytes: int | None = None) -> Relations:
        """Read a dataset from a directory in the layout of `write`.

        Args:
            path: The directory.
            max_bytes: The most bytes of a file; None for 16 MiB.

        Raises:
            InvalidData: Something is wrong; `.problems` lists each, and nothing is half-loaded.
        """
        from ._document import MAX_BYTES
        from ._layout import read

        held = read(path, MAX_BYTES if max_bytes is None else max_bytes)
        return cls(held, asked=_name(held.dataset.title))

    @classmethod
    def from_json(cls, text: str | bytes, *, max_bytes: int | None = None) -> Relations:
        """Read what `to_json` wrote.

        Args:
            text: One JSON document.
            max_bytes: The most bytes; None for 16 MiB.

        Raises:
            InvalidData: Something is wrong; `.problems` lists each.
        """
        from ._document import MAX_BYTES
        from ._layout import read_document

        held = read_document(text, MAX_BYTES if max_bytes is None else max_bytes)
        return cls(held, asked=_name(held.dataset.title))

    def write(self, directory: str | os.PathLike[str]) -> None:
        """Write the dataset into a directory, a file a collection, in canonical form."""
        from ._layout import write

        write(self._portable(), directory)

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """Write the dataset as one JSON document in canonical form.

        Args:
            path: Where given, the text is also written there.

        Returns:
            The text.
        """
        from ._layout import document
        from ._output import save

        return save(document(self._portable()), path)

    def __or__(self, other: Relations) -> Relations:
        """Join two datasets: title and version from the left, `checked` the earlier.

        Raises:
            InvalidData: The same id has another content in each.
        """
        if not isinstance(other, Relations):
            return NotImplemented
        from ._views import joined

        return Relations(joined(self._holdings, other._holdings), asked=f"{self._asked} | {other._asked}")

    def __eq__(self, other: object) -> bool:
        """Compare what is said and held."""
        if not isinstance(other, Relations):
            return NotImplemented
        mine, theirs = self._holdings, other._holdings
        return self is other or (
            mine.dataset == theirs.dataset
            and dict(mine.actors) == dict(theirs.actors)
            and dict(mine.sources) == dict(theirs.sources)
            and self._ids() == other._ids()
        )

    def __hash__(self) -> int:
        """Hash the title and the ids."""
        return hash((self.title, self.version, tuple(self._ids())))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the bundled dataset by name, another by its content."""
        if self is globals().get("relations"):
            return "relations"  # type: ignore[return-value]
        return _unpickled, (self._holdings.dataset, dict(self._holdings.actors), dict(self._holdings.sources),
                            tuple(self._holdings.every()), self._asked,
                            self._window and (self._window.first, self._window.last, self._window.sure),
                            self._told_by)  # fmt: skip

    def __repr__(self) -> str:
        """Show what the dataset holds, for people."""
        from ._display import relations_text

        return relations_text(self)

    def _repr_html_(self) -> str:
        from ._display import relations_html

        return relations_html(self)

    def _repr_markdown_(self) -> str:
        from ._display import relations_markdown

        return relations_markdown(self)

    def _portable(self) -> Holdings:
        """Give the holdings with every dangling id listed as elsewhere."""
        if isinstance(self._holdings, Bundled):
            return self._holdings
        from ._views import closed

        return closed(self._holdings)


def _narrowed(table: Mapping[str, object], name: str, word: object, known: tuple[str, ...]) -> tuple:  # type: ignore[type-arg]
    if word is not None and word not in known:
        near = nearest(word, known, 1) if isinstance(word, str) else ()
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise UnknownName(f"{name}={shown(word)}; write one of {words(known)}{hint}")
    return tuple(table[key] for key in sorted(table) if word is None or getattr(table[key], name) == word)


def _name(title: str) -> str:
    return f"<{title}>" if title else "<dataset>"


def _unpickled(dataset, actors, sources, records, asked, window, told):  # type: ignore[no-untyped-def]
    from ._dataset import Held

    collections: dict[str, list[Record]] = {}
    for record in records:
        collections.setdefault(record.collection, []).append(record)
    return Relations(Held(dataset, actors, sources, collections), asked=asked, told_by=told,
                     window=window and Window(False, *window))  # fmt: skip


#: The dataset that ships with the library; nothing is read until it is asked.
relations = Relations(Bundled())
