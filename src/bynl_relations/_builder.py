"""Records from the bundled data, by a small builder made from the fields of each class.

The bundled data is checked before it ships, so nothing is checked again here; a test proves
that the result equals, record by record, what the converter builds.
"""

from __future__ import annotations

import sys
from operator import attrgetter
from typing import TypeVar, cast

from attrs import NOTHING

from ._shape import fields
from .actors import Actor, Participant, Place
from .provenance import Assertion, Citation, Source
from .when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from threading import RLock
    from typing import Protocol

    from .provenance import Value

    T = TypeVar("T")
    Row = dict[str, object]
    Read = Callable[[object], object]
    Put = Callable[[object, object], None]

    class Rows(Protocol):
        """Rows by id."""

        def __getitem__(self, key: str, /) -> Row: ...
        def __iter__(self) -> Iterator[str]: ...


__all__ = ["Builder"]

K = TypeVar("K")
V = TypeVar("V")

#: What is left for later in a record: it takes two further files.
_PARTIES = ("Actor", "Participant", "Citation", "Quotation")
#: How many texts and dates are kept in mind, so that what is equal is held once.
_MOST = 10_000


class Builder:
    """Build objects out of plain JSON values that are known to be right.

    A record is built without its actors and citations; it completes itself when one of these
    is first asked for. Actors and sources are built when a record first names them, and
    shared from then on.
    """

    def __init__(self, load: Callable[[str], Rows], lock: RLock) -> None:
        """Take what loads the rows of `actors` and `sources`, and a lock for the completing."""
        self._lock = lock
        self._made: dict[type, Callable[[Row], object]] = {}
        self._rows: _Cache[str, Rows] = _Cache(load)
        self._actors: _Cache[str, Actor] = _Cache(
            lambda key: self.build(Actor, self._row("actors", key))
        )
        self._sources: _Cache[str, Source] = _Cache(
            lambda key: self.build(Source, self._row("sources", key))
        )
        self._texts = texts = _Cache[str, str](str, _MOST)
        self._tuples = tuples = _Cache[object, object](lambda same: same, _MOST)
        whens: _Cache[str, When] = _Cache(When.trusted, _MOST)
        places: _Cache[tuple[tuple[str, object], ...], Place] = _Cache(
            lambda items: self.build(Place, dict(items))
        )
        #: How each annotation is read; `T | None` like `T`, `tuple[T, ...]` member by member.
        self._reads: dict[str, Read | None] = {
            "str": cast("Read", texts.__getitem__),
            "bool": None,
            "int": None,
            "When": cast("Read", whens.__getitem__),
            "Decimal": _Cache(_decimal, _MOST).__getitem__,
            "Place": lambda row: places[tuple(cast("Row", row).items())],
            "Actor": cast("Read", self._actors.__getitem__),
            "Source": cast("Read", self._sources.__getitem__),
            "Participant": lambda row: tuples[self.build(Participant, cast("Row", row))],
            "tuple[str, ...]": lambda words: tuples[
                tuple(map(texts.__getitem__, cast("list[str]", words)))
            ],
            "tuple[Assertion, ...]": None,
            "tuple[tuple[str, str], ...]": lambda row: tuple(
                [(texts[key], texts[word]) for key, word in cast("dict[str, str]", row).items()]
            ),
        }

        self._shared = (self._reads["When"], self._reads["Actor"])

    def build(self, kind: type[T], row: Row) -> T:
        """Build one object, without its checks.

        Args:
            kind: Its class.
            row: Its values.
        """
        return self.maker(kind)(row)

    def all_actors(self) -> dict[str, Actor]:
        """Build every actor, by id."""
        return self._every("actors", self._actors)

    def all_sources(self) -> dict[str, Source]:
        """Build every source, by id."""
        return self._every("sources", self._sources)

    def _every(self, name: str, made: _Cache[str, T]) -> dict[str, T]:
        """Build all that a file holds, in its order, and let its rows go."""
        made.close({key: made[key] for key in self._rows[name]})
        del self._rows[name]
        self._texts.clear()
        self._tuples.clear()
        return made

    def _row(self, name: str, key: str) -> Row:
        """Give the row of an id, which is the same text here and there."""
        row = self._rows[name][key]
        row["id"] = key
        return row

    def maker(self, kind: type[T]) -> Callable[[Row], T]:
        """Give the function that builds objects of a class."""
        found = self._made.get(kind)
        if found is None:
            found = self._made[kind] = self._make(kind)
        return cast("Callable[[Row], T]", found)

    def _make(self, kind: type) -> Callable[[Row], object]:
        plain: list[tuple[Put, str, object]] = []
        read: list[tuple[Put, str, object, Read]] = []
        later: list[tuple[Put, str, object, Read]] = []
        derived: list[tuple[Put, Read]] = []
        types = _annotations(kind)
        for one in fields(kind):
            put = getattr(kind, one.name).__set__
            default = None if one.default is NOTHING else one.default
            reader = (
                self._citations(kind, types)
                if one.name == "citations"
                else self._read(kind, types[one.name])
            )
            if not one.init:
                derived.append((put, attrgetter("seat")))
            elif reader is None:
                plain.append((put, one.name, default))
            elif hasattr(kind, "_rest") and any(word in types[one.name] for word in _PARTIES):
                later.append((put, one.name, default, reader))
            else:
                read.append((put, one.name, default, reader))

        new = cast("Callable[[type], object]", kind.__new__)

        def make(row: Row) -> object:
            made = new(kind)
            get = row.get
            for put, name, default in plain:
                put(made, get(name, default))
            for put, name, default, reader in read:
                value = get(name)
                put(made, default if value is None else reader(value))
            for put, reader in derived:
                put(made, reader(made))
            if later:
                kind._rest.__set__(made, (complete, row))  # type: ignore[attr-defined]
            return made

        def complete(made: object, row: Row) -> None:
            with self._lock:
                if not hasattr(made, "_rest"):
                    return
                for put, name, default, reader in later:
                    value = row.get(name)
                    put(made, default if value is None else reader(value))
                kind._rest.__delete__(made)  # type: ignore[attr-defined]

        return make

    def _read(self, kind: type, annotation: str) -> Read | None:
        """Find how values of an annotation are read."""
        annotation = annotation.removesuffix(" | None")
        if annotation in self._reads:
            return self._reads[annotation]
        if annotation.startswith("tuple["):
            member = cast("Read", self._read(kind, annotation[6:-6]))
            shared = cast("Read", self._tuples.__getitem__ if member in self._shared else tuple)
            return lambda values: shared(tuple(map(member, cast("list[object]", values))))
        found = next(
            names[annotation]
            for home in kind.__mro__
            if annotation in (names := vars(sys.modules[home.__module__]))
        )
        if hasattr(found, "__attrs_attrs__"):
            return cast("Read", self.maker(found))
        return cast("Read", found._value2member_map_.__getitem__)

    def _citations(self, home: type, types: dict[str, str]) -> Read:
        """Read citations, whose assertions have the types of the record's fields."""
        make, put = self.maker(Citation), Citation.asserts.__set__  # type: ignore[attr-defined]

        def citation(row: Row) -> Citation:
            made = make(row)
            if "asserts" in row:
                rows = cast("list[Row]", row["asserts"])
                put(made, tuple([told(str(one["field"]), one["value"]) for one in rows]))
            return made

        def told(field: str, value: object) -> Assertion:
            read = self._read(home, types[field]) if value is not None else None
            return Assertion(field, cast("Value", value if read is None else read(value)))

        return lambda rows: tuple(map(citation, cast("list[Row]", rows)))


class _Cache(dict[K, V]):
    """A table that makes an entry when it is first asked for, and may forget what it has made."""

    def __init__(self, make: Callable[[K], V], most: int = 0) -> None:
        """Take what makes an entry, and how many are kept in mind; 0 for all."""
        super().__init__()
        self._most = most
        self._make: Callable[[K], V] | None = make

    def __missing__(self, key: K) -> V:
        if self._make is None:
            raise KeyError(key)
        if self._most and len(self) >= self._most:
            self.clear()
        found = self[key] = self._make(key)
        return found

    def close(self, every: dict[K, V]) -> None:
        """Hold these, in their order, and make no more."""
        self._make = None
        self.clear()
        self.update(every)


def _decimal(value: object) -> object:
    from decimal import Decimal

    return Decimal(repr(value))


def _annotations(kind: type) -> dict[str, str]:
    """Give the annotations of a class as text; attrs' own are classes once cattrs has seen it."""
    types: dict[str, str] = {}
    for home in reversed(kind.__mro__):
        types |= getattr(home, "__annotations__", {})
    return types
