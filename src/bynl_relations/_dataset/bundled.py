"""The data that ships with the library, read part by part when it is asked for.

On disk actors and sources are ids; in memory they are shared objects. It is checked before it
ships, so nothing is checked again here; a test proves that it would pass.
"""

from __future__ import annotations

import os
from functools import cache
from threading import RLock
from typing import TypeVar, cast

from attrs import NOTHING

from .._conversion.builder import Builder, Cache, annotated, derived
from ..actors import Actor
from ..model import COLLECTIONS, Record, kind
from ..provenance import Source
from ..when import When
from .gc_pause import uncollected
from .holdings import Holdings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .._conversion.builder import Put, Read, Row
    from ..model.gaps import Gap
    from ..model.gazetteer import City
    from .metadata import Metadata

    #: Sets the fields of an object.
    Fill = Callable[[object, Row], None]

__all__ = ["Bundled"]

T = TypeVar("T")

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")


#: What is read of a record before its row is parsed: what nearly every question looks at.
_GLIMPSED = ("id", "claimed", "when", "attested")
#: What is left for later in a record: it takes two further files.
_PARTIES = ("Actor", "Participant", "Citation", "Quotation")


class Trusting(Builder):
    """Build objects out of values that are known to be right: nothing is checked.

    Of a record its time is read first; it completes itself when more is asked for, and once more
    when its actors and citations are. Actors and sources are built when a record first names
    them, and shared from then on.
    """

    def __init__(self, lock: RLock) -> None:
        """Take a lock for the completing."""
        self._actors: Cache[str, Actor] = Cache(lambda key: self._named(Actor, "actors", key))
        self._sources: Cache[str, Source] = Cache(lambda key: self._named(Source, "sources", key))
        super().__init__(self._actors, self._sources)
        #: How many collections are not read yet, and records not whole; once none is left,
        #: nothing has to be kept in mind.
        self.open = len(COLLECTIONS)
        self._lock = lock
        self._rows: Cache[str, _Rows] = Cache(_Rows)

    def _leaves(self) -> dict[str, Read]:
        return {
            "str": self._mind(cast("Read", str)).__getitem__,
            "bool": bool,
            "int": cast("Read", int),
            "When": self._mind(cast("Read", When.trusted)).__getitem__,
            "Decimal": self._mind(_decimal).__getitem__,
        }

    def all_actors(self) -> dict[str, Actor]:
        """Build every actor, by id."""
        return self._every("actors", self._actors)

    def all_sources(self) -> dict[str, Source]:
        """Build every source, by id."""
        return self._every("sources", self._sources)

    def _every(self, name: str, made: Cache[str, T]) -> dict[str, T]:
        """Build all that a file holds, in its order, and let its rows go."""
        made.close({key: made[key] for key in self._rows[name]})
        del self._rows[name]
        self.forget()
        return made

    def _named(self, kind: type[T], name: str, key: str) -> T:
        """Build the object of an id, which is the same text here and there."""
        row = self._rows[name][key]
        row["id"] = key
        return self.maker(kind)(row)

    def _make(self, kind: type, own: dict[str, Read]) -> Callable[[Row], object]:
        fill = self._filler(kind, own)
        new = cast("Callable[[type], object]", kind.__new__)

        def make(row: Row) -> object:
            made = new(kind)
            fill(made, row)
            return made

        return make

    def glimpser(self, kind: type[T]) -> Callable[[str, bytes], T]:
        """Give the function that makes a record of which only the time is read as yet.

        It takes the id and the text of the row; the row is parsed when more is asked for.
        """
        new = cast("Callable[[type[T]], T]", kind.__new__)
        put_id, put_claimed, put_when, put_attested, put_rest = (
            cast("Put", getattr(kind, name).__set__) for name in (*_GLIMPSED, "_rest")
        )
        when, attested = self._read(kind, "When"), self._read(kind, "tuple[When, ...]")

        # It is made when it is first needed, and goes when the last record is whole.
        @cache
        def fill() -> Fill:
            return self._filler(kind, {}, _GLIMPSED)

        def parse(made: object, text: bytes) -> None:
            with self._lock:
                if getattr(made, "_rest", None) == (parse, text):
                    fill()(made, _row(text))

        def make(key: str, text: bytes) -> T:
            made = new(kind)
            put_id(made, key)
            put_claimed(made, b'\n    "claimed": true' in text)
            told = _glimpse(text, b'\n    "when": ')
            put_when(made, when(told[0]) if told else None)
            put_attested(made, attested(_glimpse(text, b'\n    "attested": ')))
            put_rest(made, (parse, text))
            return made

        return make

    def _filler(self, kind: type, own: dict[str, Read], known: tuple[str, ...] = ()) -> Fill:
        """Make the function that sets the fields of an object, but for those known before."""
        plain: list[tuple[Put, str, object]] = []
        read: list[tuple[Put, str, object, Read]] = []
        later: list[tuple[Put, str, object, Read]] = []
        types = annotated(kind)
        for put, name, given, reader in self._steps(kind, own):
            default = None if given is NOTHING else given
            if name in known:
                continue
            if reader in (bool, int):
                plain.append((put, name, default))
            elif hasattr(kind, "_rest") and any(word in types[name] for word in _PARTIES):
                later.append((put, name, default, reader))
            else:
                read.append((put, name, default, reader))
        late = derived(kind)

        def fill(made: object, row: Row) -> None:
            get = row.get
            for put, name, default in plain:
                put(made, get(name, default))
            for put, name, default, reader in read:
                value = get(name)
                put(made, default if value is None else reader(value))
            for put, derive in late:
                put(made, derive(made))
            if later:
                kind._rest.__set__(made, (complete, row))  # type: ignore[attr-defined]

        def complete(made: object, row: Row) -> None:
            with self._lock:
                if not hasattr(made, "_rest"):
                    return
                for put, name, default, reader in later:
                    value = row.get(name)
                    put(made, default if value is None else reader(value))
                kind._rest.__delete__(made)  # type: ignore[attr-defined]
                self.open -= 1
                if not self.open:
                    self.forget()

        return fill


def _decimal(value: object) -> object:
    from decimal import Decimal

    return Decimal(repr(value))


class Bundled(Holdings):
    """The data that ships with the library, each part read when it is first asked for.

    It is read through the loader of the package, so that it also works from a zip.
    """

    def __init__(self) -> None:
        """Read nothing yet."""
        self._lock = RLock()
        self._parts: dict[str, object] = {}

    @property
    def dataset(self) -> Metadata:  # type: ignore[override]
        """What the dataset says of itself."""
        return self._part("dataset", self._said)

    def _said(self) -> Metadata:
        import json

        from .metadata import Metadata

        return self._maker.maker(Metadata)(json.loads(_read("dataset")))

    @property
    def actors(self) -> Mapping[str, Actor]:  # type: ignore[override]
        """Every actor by id, in the order of the ids."""
        return self._part("every actor", self._maker.all_actors)

    @property
    def sources(self) -> Mapping[str, Source]:  # type: ignore[override]
        """Every source by id, in the order of the ids."""
        return self._part("every source", self._maker.all_sources)

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

        return tuple(map(self._maker.maker(cls), json.loads(_read(name))))

    @property
    def _maker(self) -> Trusting:
        return self._part("maker", lambda: Trusting(self._lock))

    def records(self, collection: str) -> tuple[Record, ...]:
        """Give the records of a collection, by `sort_key` and id."""
        return self._part(collection, lambda: self._build(collection))

    def _build(self, collection: str) -> tuple[Record, ...]:
        rows, cls = _Rows(collection), kind(collection)
        if rows.whole:
            found = tuple(map(self._maker.maker(cls), rows.whole.values()))
        else:
            found = tuple(map(self._maker.glimpser(cls), rows.texts, rows.texts.values()))
        self._maker.open += len(found) - 1
        return found

    def _part(self, name: str, make: Callable[[], T]) -> T:
        """Make a part once, under the lock, with the cyclic collector paused."""
        if name not in self._parts:
            with self._lock:
                if name not in self._parts:
                    with uncollected():
                        self._parts[name] = make()
        return cast("T", self._parts[name])


def _read(name: str) -> bytes:
    """Return the bytes of a data file, or those of an empty list if there is no such file."""
    load = __spec__.loader.get_data  # type: ignore[union-attr]
    try:
        data: bytes = load(os.path.join(_FOLDER, f"{name}.json"))
    except OSError as error:
        # A zip archive reports a file that it lacks without an error number.
        if error.errno and not isinstance(error, FileNotFoundError):
            raise
        return b"[]"
    return data


class _Rows:
    """The rows of a file by id, each parsed once, when it is asked for, and then let go.

    The canonical form begins every row by the same lines, its id first; a file in any other
    form is parsed whole.

    Attributes:
        texts: The text of each row from its id on.
        whole: Each row of a file that had to be parsed whole.
    """

    __slots__ = ("texts", "whole")

    def __init__(self, name: str) -> None:
        data = _read(name)
        head, *texts = data.split(_ROW)
        self.texts = {text[: text.index(b'"')].decode(): text for text in texts}
        whole = [] if head == b"[" else cast("list[Row]", _decoder()(data.decode())[0])
        self.whole = {str(row["id"]): row for row in whole}

    def __getitem__(self, key: str) -> Row:
        """Parse the row of an id."""
        if self.whole:
            return self.whole[key]
        text, self.texts[key] = self.texts[key], b""
        return _row(text)

    def __iter__(self) -> Iterator[str]:
        """Give every id, in the order of the file."""
        return iter(self.whole or self.texts)


_ROW = b'\n  {\n    "id": "'


def _row(text: bytes) -> Row:
    """Parse the text of a row from its id on."""
    return cast("Row", _decoder()(f'{{"id": "{text.decode()}')[0])


def _glimpse(text: bytes, key: bytes) -> list[str]:
    """Give the dates of a field of a row, which is not parsed, nor is `json` imported for it."""
    at = text.find(key)
    if at < 0:
        return []
    at += len(key)
    end = b"\n    ]" if text[at] == _LIST else b"\n"
    return text[at : text.index(end, at)].decode().split('"')[1::2]


_LIST = ord("[")


@cache
def _decoder() -> Callable[[str], tuple[object, int]]:
    from json import JSONDecoder

    return JSONDecoder().raw_decode
