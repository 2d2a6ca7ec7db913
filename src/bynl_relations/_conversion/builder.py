"""Objects from plain JSON values, by functions made from the fields of each class.

`Builder` is what the trusted bundled data and untrusted data share. `Gate` reads untrusted
data: a row that fails a check is rejected without a message. The converter then reads it again
and reports every problem. Valid rows, nearly all of them, pay only for the checks.
"""

from __future__ import annotations

import sys
from operator import attrgetter
from typing import TypeVar, cast

from attrs import NOTHING

from .._fields.formats import TEXT, is_number
from .._fields.shape import MOST_MEMBERS, fields, shapes
from ..actors import Participant, Place
from ..errors import RelationsError
from ..provenance import Assertion, Citation
from ..when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping
    from decimal import Decimal
    from typing import Any, Protocol

    from .._fields.checked import Checked
    from .._fields.shape import Shape
    from ..actors import Actor
    from ..provenance import Source, Value

    T = TypeVar("T")
    Row = dict[str, object]
    Read = Callable[[object], object]
    Put = Callable[[object, object], None]
    Items = tuple[tuple[str, object], ...]

    class Asserting(Protocol):
        """A kind of record: it names the fields that a source can assert."""

        def assertable(self) -> Mapping[str, object]: ...


__all__ = ["UNFIT", "Builder", "Cache", "Gate", "annotated", "derived"]

K = TypeVar("K")
V = TypeVar("V")

#: How many texts, dates and tuples are kept in mind, so that what is equal is held once.
_MOST = 10_000
#: What is built of texts alone, and so is kept in mind by them; and what one text gives.
_SMALL = (Place, Participant)
_TEXTS = ("str", "When", "Actor")
#: How the annotation of pairs of a name and an object begins.
_TABLE = "tuple[tuple[str, "

#: What a value that does not fit raises.
UNFIT = (LookupError, TypeError, ValueError, AttributeError, RelationsError)

#: Texts of up to so many characters are kept in mind, so that what is equal is held once.
_SHORT = 16


class Cache(dict[K, V]):
    """A table that makes an entry when it is first asked for, and may forget what it has made."""

    def __init__(self, make: Callable[[K], V], most: int = 0) -> None:
        """Take what makes an entry, and how many are kept in mind; 0 for all."""
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

    `_leaves` says how texts, dates and numbers are read; the rest follows from the annotations:
    `T | None` like `T`, `tuple[T, ...]` member by member, a class by its fields.
    """

    def __init__(self, actors: Mapping[str, Actor], sources: Mapping[str, Source]) -> None:
        """Take the actors and sources that ids stand for; they may still be coming."""
        self._makers: dict[type, Callable[[Row], object]] = {}
        self._minds: list[Cache[object, object]] = []
        #: How each annotation is read.
        self._reads: dict[str, Read] = self._leaves()
        self._reads["Actor"] = cast("Read", actors.__getitem__)
        self._reads["Source"] = cast("Read", sources.__getitem__)
        self._reads["tuple[tuple[str, str], ...]"] = _names(self._reads["str"])
        for kind in _SMALL:
            self._reads[kind.__name__] = self._kept(kind)

    def maker(self, kind: type[T]) -> Callable[[Row], T]:
        """Give the function that builds objects of a class."""
        found = self._makers.get(kind)
        if found is None:
            found = self._makers[kind] = self._make(kind, {})
        return cast("Callable[[Row], T]", found)

    def _leaves(self) -> dict[str, Read]:
        """Give how each annotation of a text, a truth, a number and a date is read."""
        raise NotImplementedError

    def _make(self, kind: type, own: dict[str, Read]) -> Callable[[Row], object]:
        """Make the function that builds objects of a class, some fields read in their own way."""
        raise NotImplementedError

    def _steps(
        self, kind: type, own: dict[str, Read], skipped: Container[str] = ()
    ) -> Iterator[tuple[Put, str, object, Read]]:
        """Yield what sets a field, its name, its default and its reader, for every field read."""
        types = annotated(kind)
        for one in fields(kind):
            if not one.init or one.name in skipped:
                continue
            if one.name == "citations":
                read: Read = self._citations(kind, types)
            else:
                read = own.get(one.name) or self._read(kind, types[one.name])
            if types[one.name].startswith("Decimal"):
                read = _both(read, cast("Read", attrgetter("converter")(one)))
            yield getattr(kind, one.name).__set__, one.name, one.default, read

    def _kept(self, kind: type[object]) -> Read:
        """Read objects that are made of texts alone; what is equal is held once."""
        kept = self._mind(lambda items: self.maker(kind)(dict(cast("Items", items))))

        def read(row: Any) -> object:
            return kept[tuple(row.items())]

        return read

    def _mind(self, make: Callable[[object], object]) -> Cache[object, object]:
        """Make a table of what is kept in mind so that equal things are one."""
        kept: Cache[object, object] = Cache(make, _MOST)
        self._minds.append(kept)
        return kept

    def forget(self) -> None:
        """Keep nothing in mind any more."""
        for kept in self._minds:
            kept.clear()

    def _read(self, home: type, annotation: str) -> Read:
        """Find how values of an annotation are read, in the names of the module of a class."""
        annotation = annotation.removesuffix(" | None")
        if annotation in self._reads:
            return self._reads[annotation]
        if annotation.startswith(_TABLE):
            found = _table(self._reads["str"], self._read(home, annotation[len(_TABLE) : -7]))
        elif annotation.startswith("tuple["):
            give = _members(self._read(home, annotation[6:-6]))
            found = _several(self._mind(give).__getitem__ if annotation[6:-6] in _TEXTS else give)
        else:
            cls = next(
                names[annotation]
                for one in home.__mro__
                if annotation in (names := vars(sys.modules[one.__module__]))
            )
            found = cast(
                "Read",
                self.maker(cls)
                if hasattr(cls, "__attrs_attrs__")
                else cls._value2member_map_.__getitem__,
            )
        self._reads[annotation] = found
        return found

    def _citations(self, home: type, types: dict[str, str]) -> Read:
        """Read citations, whose assertions have the types of the fields of a record."""
        reads: Cache[str, Read] = Cache(lambda field: self._asserted(home, field, types))

        def asserted(row: object) -> Assertion:
            told = cast("Row", row)
            field, value = cast("str", told["field"]), told["value"]
            read = reads[field]
            if value is not None or not types[field].endswith(" | None"):
                value = read(value)
            if len(told) > 2:
                raise KeyError(told)
            return Assertion(field, cast("Value", value))

        cited = self._make(Citation, {"asserts": _several(_members(asserted))})
        return _several(_members(cast("Read", cited)))

    def _asserted(self, home: type, field: str, types: dict[str, str]) -> Read:
        """Find how the value is read that a source gives to a field."""
        return self._read(home, types[field])


def _names(text: Read) -> Read:
    """Read an object of names as pairs."""

    def names(row: Any) -> object:
        return tuple([(text(key), text(word)) for key, word in row.items()])

    return names


def _table(text: Read, read: Read) -> Read:
    """Read an object of objects as pairs."""

    def table(row: Any) -> object:
        return tuple([(text(key), read(member)) for key, member in row.items()])

    return table


def _members(read: Read) -> Read:
    def members(values: Any) -> object:
        return tuple(map(read, values))

    return members


def _several(give: Read) -> Read:
    """Read a list, handed on as a tuple."""

    def several(values: Any) -> object:
        members = cast("list[object]", values)
        if type(values) is not list or len(members) > MOST_MEMBERS:
            raise TypeError(members)
        return give(tuple(members))

    return several


def _both(first: Read, then: Read) -> Read:
    return lambda value: then(first(value))


def derived(kind: type) -> list[tuple[Put, Read]]:
    """Give, for every field that follows from others, what sets it and what gives it."""
    return [
        (getattr(kind, one.name).__set__, cast("Any", one.default).factory)
        for one in fields(kind)
        if not one.init
    ]


def annotated(kind: type) -> dict[str, str]:
    """Give the annotations of a class as text; attrs' own are classes once cattrs has seen it."""
    types: dict[str, str] = {}
    for home in reversed(kind.__mro__):
        types |= getattr(home, "__annotations__", {})
    return types


class Gate(Builder):
    """Build objects out of values from outside, each of them checked as its constructor would.

    A maker raises one of `UNFIT` where a value does not fit. That says nothing of why; nor is
    all of it wrong, as what is rare (a null, a text with rare characters) is turned away too.
    """

    def _leaves(self) -> dict[str, Read]:
        short = self._mind(_text)

        def text(value: object) -> object:
            if type(value) is str:
                if (size := len(value)) <= _SHORT:
                    return short[value]
                if size <= TEXT.most and value.isprintable():
                    return value
            raise TypeError(value)

        return {
            "str": text,
            "bool": _truth,
            "int": _whole,
            "When": self._mind(cast("Read", When)).__getitem__,
            "Decimal": _number,
        }

    def _make(self, kind: type[Checked], own: dict[str, Read]) -> Callable[[Row], object]:
        known = dict(shapes(kind))
        steps: dict[str, tuple[Put, Read]] = {}
        defaults: dict[str, tuple[Put, object]] = {}
        for put, name, default, read in self._steps(kind, own):
            steps[name] = put, _fitting(known[name], read)
            defaults[name] = put, default
        names = frozenset(steps)
        later = derived(kind)
        new = cast("Callable[[type], Checked]", kind.__new__)

        def make(row: Row) -> object:
            made = new(kind)
            for name, value in row.items():
                put, read = steps[name]
                put(made, read(value))
            for name in names - row.keys():
                put, default = defaults[name]
                if default is NOTHING:
                    raise KeyError(name)
                put(made, default)
            for put, derive in later:
                put(made, derive(made))
            for fault in made._faults():
                raise ValueError(fault)
            return made

        return make

    def _asserted(self, home: type, field: str, types: dict[str, str]) -> Read:
        if field not in cast("Asserting", home).assertable():
            raise KeyError(field)
        return super()._asserted(home, field, types)


def _fitting(shape: Shape, read: Read) -> Read:
    """Return a reader that also checks what a field asks for beyond its type."""
    text = shape.kind is str and shape.form is not TEXT
    if not shape.many:
        return _formed(shape, read) if text else read
    if text or shape.pairs or shape.dates:
        return _members_formed(shape, read)
    return _some(read) if shape.least else read


def _formed(shape: Shape, read: Read) -> Read:
    """Return a reader of a text that has a form; equal ones come again, and are checked once."""
    known: dict[object, object] = {"": ""} if shape.blank else {}
    fits = shape.form.fits

    def formed(value: object) -> object:
        if type(value) is str and value in known:
            return known[value]
        found = read(value)
        if not fits(cast("str", found)):
            raise ValueError(value)
        if len(known) < _MOST:
            known[found] = found
        return found

    return formed


def _members_formed(shape: Shape, read: Read) -> Read:
    """Return a reader of a list whose members have a form."""
    known: set[object] = set() if shape.least else {()}

    def formed(value: object) -> object:
        found = read(value)
        if found not in known:
            for fault in shape.faults(found, ""):
                raise ValueError(fault)
            if len(known) < _MOST:
                known.add(found)
        return found

    return formed


def _some(read: Read) -> Read:
    """Return a reader of a list that may not be empty."""

    def some(values: object) -> object:
        if not values:
            raise ValueError(values)
        return read(values)

    return some


def _text(value: object) -> object:
    if type(value) is str and len(value) <= TEXT.most and value.isprintable():
        return value
    raise TypeError(value)


def _truth(value: object) -> object:
    if type(value) is bool:
        return value
    raise TypeError(value)


def _whole(value: object) -> object:
    if type(value) is int:
        return value
    raise TypeError(value)


def _number(value: object) -> Decimal:
    from decimal import Decimal

    if type(value) is int or type(value) is float:
        number = Decimal(repr(value))
        if is_number(number):
            return number
    raise TypeError(value)
