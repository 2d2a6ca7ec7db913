"""Objects from plain JSON values, by functions made from the fields of each class.

This is what the trusted bundled data and untrusted data share.
"""

from __future__ import annotations

import sys
from operator import attrgetter
from typing import TypeVar, cast

from .._fields.checked import LATE
from .._fields.shape import MOST_MEMBERS, fields
from . import late

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping
    from typing import Any

    from ..actors import Actor
    from ..provenance import Assertion, Source, Value

    T = TypeVar("T")
    Row = dict[str, object]
    Read = Callable[[object], object]
    Put = Callable[[object, object], None]
    Items = tuple[tuple[str, object], ...]

__all__ = ["MOST_KEPT", "Builder", "Cache", "annotated", "derived"]

K = TypeVar("K")
V = TypeVar("V")

#: How many strings, dates and tuples a cache keeps, so that equal values are one object.
MOST_KEPT = 10_000
#: Classes that are built of strings alone, and annotations of values that one string makes.
_SMALL = ("Participant", "Place")
_TEXTS = ("str", "When", "Actor")
#: How the annotation of pairs of a name and an object begins.
_TABLE = "tuple[tuple[str, "


class Cache(dict[K, V]):
    """A dict that makes an entry on first use, and drops all of them when it is full."""

    def __init__(self, make: Callable[[K], V], most: int = 0) -> None:
        """Store the function that makes an entry, and how many entries are kept; 0 for all."""
        super().__init__()
        self._most = most
        self._make = make

    def __missing__(self, key: K) -> V:
        if self._most and len(self) >= self._most:
            self.clear()
        found = self[key] = self._make(key)
        return found


class Builder:
    """Build objects out of plain JSON values.

    `_leaves` returns the readers of strings, dates and numbers; the rest follows from annotations:
    `T | None` like `T`, `tuple[T, ...]` member by member, a class by its fields.
    """

    def __init__(self, actors: Mapping[str, Actor], sources: Mapping[str, Source]) -> None:
        """Store the tables of actors and sources by id; they may be filled later."""
        self._makers: dict[type, Callable[[Row], object]] = {}
        self._minds: list[Cache[object, object]] = []
        #: How each annotation is read.
        self._reads: dict[str, Read] = self._leaves()
        self._reads["Actor"] = cast("Read", actors.__getitem__)
        self._reads["Source"] = cast("Read", sources.__getitem__)
        self._reads["tuple[tuple[str, str], ...]"] = _names(self._reads["str"])

    def maker(self, kind: type[T]) -> Callable[[Row], T]:
        """Return the function that builds objects of a class."""
        found = self._makers.get(kind)
        if found is None:
            found = self._makers[kind] = self._make(kind, {})
        return cast("Callable[[Row], T]", found)

    def _leaves(self) -> dict[str, Read]:
        """Return the readers of the annotations of strings, booleans, numbers and dates."""
        raise NotImplementedError

    def _make(self, kind: type, own: dict[str, Read]) -> Callable[[Row], object]:
        """Build the function that makes objects of a class; `own` are readers of single fields."""
        raise NotImplementedError

    def _steps(
        self, kind: type, own: dict[str, Read], skipped: Container[str] = ()
    ) -> Iterator[tuple[Put, str, object, Read]]:
        """Yield the setter, the name, the default and the reader of every field that is read."""
        types = annotated(kind)
        for field in fields(kind):
            name = field.name
            if not field.init or name in skipped:
                continue
            if name == "citations":
                read: Read = self._citations(kind, types)
            else:
                read = own.get(name) or self._read(kind, types[name])
            if types[name].startswith("Decimal"):
                read = _both(read, cast("Read", attrgetter("converter")(field)))
            yield getattr(kind, name).__set__, name, field.default, read

    def _kept(self, kind: type[object]) -> Read:
        """Return the reader of a class that is made of strings alone; equal ones are one object."""
        kept = self._mind(lambda items: self.maker(kind)(dict(cast("Items", items))))

        def read(row: Any) -> object:
            return kept[tuple(row.items())]

        return read

    def _mind(self, make: Callable[[object], object]) -> Cache[object, object]:
        """Make a cache, so that equal values are one object."""
        kept: Cache[object, object] = Cache(make, MOST_KEPT)
        self._minds.append(kept)
        return kept

    def forget(self) -> None:
        """Empty every cache."""
        for kept in self._minds:
            kept.clear()

    def _read(self, home: type, annotation: str) -> Read:
        """Return the reader of an annotation, whose names are those of the module of `home`."""
        annotation = annotation.removesuffix(" | None")
        if annotation in self._reads:
            return self._reads[annotation]
        if annotation.startswith(_TABLE):
            found = _table(self._reads["str"], self._read(home, annotation[len(_TABLE) : -7]))
        elif annotation.startswith("tuple["):
            then = _members(self._read(home, annotation[6:-6]))
            found = _several(self._mind(then).__getitem__ if annotation[6:-6] in _TEXTS else then)
        else:
            modules = (*(sys.modules[parent.__module__] for parent in home.__mro__), late)
            cls = next(getattr(one, annotation) for one in modules if hasattr(one, annotation))
            if not hasattr(cls, "__attrs_attrs__"):
                found = cast("Read", cls._value2member_map_.__getitem__)
            else:
                found = self._kept(cls) if annotation in _SMALL else cast("Read", self.maker(cls))
        self._reads[annotation] = found
        return found

    def _citations(self, home: type, types: dict[str, str]) -> Read:
        """Return the reader of citations, whose assertions have the types of a record's fields."""
        reads: Cache[str, Read] = Cache(lambda field: self._asserted(home, field, types))

        def asserted(value: object) -> Assertion:
            row = cast("Row", value)
            field, value = cast("str", row["field"]), row["value"]
            read = reads[field]
            if value is not None or not types[field].endswith(" | None"):
                value = read(value)
            if len(row) > 2:
                raise KeyError(row)
            return late.Assertion(field, cast("Value", value))

        cited = self._make(late.Citation, {"asserts": _several(_members(asserted))})
        return _several(_members(cast("Read", cited)))

    def _asserted(self, home: type, field: str, types: dict[str, str]) -> Read:
        """Return the reader of a value that a source asserts for a field."""
        return self._read(home, types[field])


def _names(text: Read) -> Read:
    """Return the reader of an object of strings, as pairs."""

    def names(row: Any) -> object:
        return tuple([(text(key), text(word)) for key, word in row.items()])

    return names


def _table(text: Read, read: Read) -> Read:
    """Return the reader of an object of objects, as pairs."""

    def table(row: Any) -> object:
        return tuple([(text(key), read(member)) for key, member in row.items()])

    return table


def _members(read: Read) -> Read:
    def members(values: Any) -> object:
        return tuple(map(read, values))

    return members


def _several(then: Read) -> Read:
    """Return the reader of a list, which calls another with the members as a tuple."""

    def several(values: Any) -> object:
        members = cast("list[object]", values)
        if type(values) is not list or len(members) > MOST_MEMBERS:
            raise TypeError(members)
        return then(tuple(members))

    return several


def _both(first: Read, then: Read) -> Read:
    return lambda value: then(first(value))


def derived(kind: type) -> list[tuple[Put, Read]]:
    """Return the setter and the factory of every field that is computed from others."""
    return [
        (getattr(kind, field.name).__set__, cast("Any", field.default).factory)
        for field in fields(kind)
        if not field.init
    ]


def annotated(kind: type) -> dict[str, str]:
    """Return the annotations of a class as strings; cattrs replaces those that attrs holds.

    A class that is imported late, such as `late.Citation`, is named as any other.
    """
    types: dict[str, str] = {}
    for home in reversed(kind.__mro__):
        types |= getattr(home, "__annotations__", {})
    return {name: annotation.replace(LATE, "") for name, annotation in types.items()}
