"""The data that ships with the library, read part by part when it is asked for.

On disk actors and sources are ids; in memory they are shared objects. The data is checked before
it ships, so nothing is checked again here; a test proves that it would pass.

Whatever is interrupted here can be asked again: nothing is forgotten before what is made of it
is in its place, and what is done twice has the same result.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeVar, cast

from attrs import NOTHING

from .._conversion import late
from .._conversion.builder import Builder, Cache, annotated, derived
from ..model.collections import COLLECTIONS
from ..model.kinds import kind
from ..when import When
from .gc_pause import uncollected
from .holdings import Holdings
from .rows import Rows, contents, glimpse, parsed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from .._conversion.builder import Put, Read, Row
    from .._protocols import RecordLike
    from ..actors import Actor
    from ..model.gaps import Gap
    from ..model.gazetteer import City
    from ..provenance import Source
    from .metadata import Metadata

    #: Sets the fields of an object.
    Fill = Callable[[object, Row], None]

__all__ = ["Bundled"]

T = TypeVar("T")

#: The fields that are read before a row is parsed: nearly every question needs them.
_GLIMPSED = ("id", "claimed", "when", "attested")
#: A title is read then too; one with an escape waits until the row is parsed.
_TITLE = b'\n    "title": "'
#: The fields that are read later, as each takes one more file: first actors, then sources.
_ACTORS = ("Actor", "Participant", "Quotation")
_SOURCES = ("Citation",)


class Trusting(Builder):
    """Build objects from values that are known to be valid: nothing is checked.

    A record is built in stages, each when a field of it is first asked for: its time, the rest of
    its row, its actors, its citations. Actors and sources are built when a record first names
    them, and shared from then on.
    """

    def __init__(self) -> None:
        """Read nothing yet."""
        self.rows: Cache[str, Rows] = Cache(Rows)
        self.actors: Shared[Actor] = Shared(self, "actors", lambda: late.Actor)
        self.sources: Shared[Source] = Shared(self, "sources", lambda: late.Source)
        super().__init__(self.actors, self.sources)
        #: How many collections are unread and records incomplete; at 0 the caches are emptied.
        self.open = len(COLLECTIONS)

    def _leaves(self) -> dict[str, Read]:
        return {
            "str": self._mind(cast("Read", str)).__getitem__,
            "bool": bool,
            "int": cast("Read", int),
            "When": self._mind(cast("Read", When.trusted)).__getitem__,
            "Decimal": self._mind(_decimal).__getitem__,
        }

    def _make(self, kind: type, own: dict[str, Read]) -> Callable[[Row], object]:
        fill = self._filler(kind, own)
        new = cast("Callable[[type], object]", kind.__new__)

        def make(row: Row) -> object:
            made = new(kind)
            fill(made, row)
            return made

        return make

    def glimpser(self, kind: type[T]) -> Callable[[str, bytes], T]:
        """Return the function that makes a record of which only the time is read at first.

        It takes the id and the text of the row; the row is parsed when more is asked for.
        """
        new = cast("Callable[[type[T]], T]", kind.__new__)
        put_id, put_claimed, put_when, put_attested, put_title, put_rest = (
            cast("Put", getattr(kind, name).__set__) for name in (*_GLIMPSED, "title", "_rest")
        )
        when, attested = self._read(kind, "When"), self._read(kind, "tuple[When, ...]")

        # Made on first use; it is freed with the last incomplete record.
        @cache
        def fill() -> Fill:
            return self._filler(kind, {}, _GLIMPSED)

        def parse(made: object, text: bytes) -> None:
            with late.LOCK:
                if getattr(made, "_rest", None) == (parse, text):
                    fill()(made, parsed(text))

        def make(key: str, text: bytes) -> T:
            made = new(kind)
            put_id(made, key)
            begin = text.index(_TITLE) + len(_TITLE)
            end = text.index(b'"', begin)
            if text.find(b"\\", begin, end) < 0:
                put_title(made, text[begin:end].decode())
            put_claimed(made, b'\n    "claimed": true' in text)
            dates = glimpse(text, b'\n    "when": ', end)
            put_when(made, when(dates[0]) if dates else None)
            dates = glimpse(text, b'\n    "attested": ', end)
            put_attested(made, attested(dates) if dates else ())
            put_rest(made, (parse, text))
            return made

        return make

    def _filler(self, kind: type, own: dict[str, Read], known: tuple[str, ...] = ()) -> Fill:
        """Return the function that sets the fields of an object, except those in `known`."""
        if not hasattr(kind, "_rest"):
            return self._setter(kind, own, known, derived(kind))
        types = annotated(kind)
        stages = [
            tuple(name for name in types if any(word in types[name] for word in words))
            for words in (_ACTORS, _SOURCES)
        ]
        first = self._setter(kind, own, (*known, *stages[0], *stages[1]), derived(kind))
        actors, citations = (self._stage(kind, names) for names in stages)
        rest = cast("Any", kind)._rest
        put_rest, end = rest.__set__, rest.__delete__

        def fill(made: object, row: Row) -> None:
            first(made, row)
            put_rest(made, (with_actors, row))

        def with_actors(made: object, row: Row) -> None:
            with late.LOCK:
                if getattr(made, "_rest", None) == (with_actors, row):
                    actors()(made, row)
                    put_rest(made, (with_citations, row))

        def with_citations(made: object, row: Row) -> None:
            with late.LOCK:
                if hasattr(made, "_rest"):
                    citations()(made, row)
                    end(made)
                    self.open -= 1
                    if not self.open:
                        self.forget()

        return fill

    def _stage(self, kind: type, names: tuple[str, ...]) -> Callable[[], Fill]:
        """Return a function that, on first use, makes the function that sets some fields."""
        others = tuple(name for name in annotated(kind) if name not in names)
        return cache(lambda: self._setter(kind, {}, others))

    def _setter(
        self,
        kind: type,
        own: dict[str, Read],
        skipped: tuple[str, ...],
        derivations: Iterable[tuple[Put, Read]] = (),
    ) -> Fill:
        """Return the function that sets all fields but `skipped`, then those that are derived."""
        plain: list[tuple[Put, str, object]] = []
        read: list[tuple[Put, str, object, Read]] = []
        for put, name, given, reader in self._steps(kind, own, skipped):
            default = None if given is NOTHING else given
            if reader in (bool, int):
                plain.append((put, name, default))
            else:
                read.append((put, name, default, reader))

        def fill(made: object, row: Row) -> None:
            get = row.get
            for put, name, default in plain:
                put(made, get(name, default))
            for put, name, default, reader in read:
                value = get(name)
                put(made, default if value is None else reader(value))
            for put, derive in derivations:
                put(made, derive(made))

        return fill


class Shared(Cache[str, T]):
    """The actors or the sources that were built so far, by id; others are built on first use."""

    def __init__(self, maker: Trusting, name: str, kind: Callable[[], type[T]]) -> None:
        """Build nothing yet; `kind` returns the class, which is imported with the first object."""
        super().__init__(self._build)
        self._maker, self._name, self._kind = maker, name, kind

    def _build(self, key: str) -> T:
        row = self._maker.rows[self._name][key]
        # One string for the key and the id.
        row["id"] = key
        return self._maker.maker(self._kind())(row)

    def __missing__(self, key: str) -> T:
        """Build the object of an id, and only then drop its row."""
        found = super().__missing__(key)
        self._maker.rows[self._name].drop(key)
        return found


class Table(Mapping[str, T]):
    """The actors or the sources by id, in the order of the file, each built on first use."""

    def __init__(self, rows: Rows, made: Shared[T]) -> None:
        """Store the rows, and the objects that were built from them."""
        self.rows, self._made = rows, made

    def __getitem__(self, key: str) -> T:
        """Return the object of an id; build it on first use."""
        if key in self._made:
            return self._made[key]
        with late.LOCK:
            return self._made[key]

    def __contains__(self, key: object) -> bool:
        """Return whether there is such an id, without building its object."""
        return key in self.rows.ids

    def __iter__(self) -> Iterator[str]:
        """Yield every id, in the order of the file."""
        return iter(self.rows.ids)

    def __len__(self) -> int:
        """Count the ids."""
        return len(self.rows.ids)


def _decimal(value: object) -> object:
    from decimal import Decimal

    return Decimal(repr(value))


class Bundled(Holdings):
    """The data that ships with the library, each part read when it is first asked for.

    It is read through the loader of the package, so that it also works from a zip.
    """

    def __init__(self) -> None:
        """Read nothing yet."""
        self._parts: dict[str, object] = {}

    @property
    def dataset(self) -> Metadata:  # type: ignore[override]
        """What the dataset says of itself."""
        return self._part("dataset", self._said)

    def _said(self) -> Metadata:
        import json

        from .metadata import Metadata

        return self._maker.maker(Metadata)(json.loads(contents("dataset")))

    @property
    def actors(self) -> Mapping[str, Actor]:  # type: ignore[override]
        """Every actor by id, in the order of the ids."""
        return self._part("actors", lambda: self._table("actors", self._maker.actors))

    @property
    def sources(self) -> Mapping[str, Source]:  # type: ignore[override]
        """Every source by id, in the order of the ids."""
        return self._part("sources", lambda: self._table("sources", self._maker.sources))

    def _table(self, name: str, made: Shared[T]) -> Table[T]:
        return Table(self._maker.rows[name], made)

    def agents(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the id of every actor with those that it acts for, without building actors."""
        actors = cast("Table[Actor]", self.actors)
        for key in actors:
            if text := actors.rows.texts.get(key):
                yield key, tuple(glimpse(text, b'\n    "acts_for": '))
            else:
                yield key, actors[key].acts_for

    @property
    def gaps(self) -> tuple[Gap, ...]:  # type: ignore[override]
        """What was looked for and not found, by id."""
        from ..model.gaps import Gap

        return self._part("gaps", lambda: self._listed("gaps", Gap))

    @property
    def places(self) -> tuple[City, ...]:  # type: ignore[override]
        """The gazetteer, by country and city."""
        from ..model.gazetteer import City

        return self._part("places", lambda: self._listed("places", City))

    def _listed(self, name: str, cls: type[T]) -> tuple[T, ...]:
        import json

        return tuple(map(self._maker.maker(cls), json.loads(contents(name))))

    @property
    def _maker(self) -> Trusting:
        return self._part("maker", Trusting)

    def records(self, collection: str) -> tuple[RecordLike, ...]:
        """Return the records of a collection, by `sort_key` and id."""
        return self._part(collection, lambda: self._build(collection))

    def _build(self, collection: str) -> tuple[RecordLike, ...]:
        rows, cls, maker = Rows(collection), kind(collection), self._maker
        if rows.whole:
            found = tuple(map(maker.maker(cls), rows.whole.values()))
        else:
            found = tuple(map(maker.glimpser(cls), rows.texts, rows.texts.values()))
        maker.open += len(found) - 1
        return found

    def _part(self, name: str, make: Callable[[], T]) -> T:
        """Return a part; make it once, under the lock, with the cyclic collector paused."""
        if name not in self._parts:
            with late.LOCK:
                if name not in self._parts:
                    self._parts[name] = uncollected(make)
        return cast("T", self._parts[name])
