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

#: How many strings, dates and tuples a cache keeps, so that equal values are one object.
_MOST = 10_000
#: Classes that are built of strings alone, and annotations of values that one string makes.
_SMALL = (Place, Participant)
_TEXTS = ("str", "When", "Actor")
#: How the annotation of pairs of a name and an object begins.
_TABLE = "tuple[tuple[str, "

#: The errors that a value raises if it does not fit.
UNFIT = (LookupError, TypeError, ValueError, AttributeError, RelationsError)

#: Strings of up to so many characters are cached, so that equal ones are one object.
_SHORT = 16


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
        for kind in _SMALL:
            self._reads[kind.__name__] = self._kept(kind)

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
        kept: Cache[object, object] = Cache(make, _MOST)
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
            cls = next(
                names[annotation]
                for parent in home.__mro__
                if annotation in (names := vars(sys.modules[parent.__module__]))
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
            return Assertion(field, cast("Value", value))

        cited = self._make(Citation, {"asserts": _several(_members(asserted))})
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
    """Return the annotations of a class as strings; cattrs replaces those that attrs holds."""
    types: dict[str, str] = {}
    for home in reversed(kind.__mro__):
        types |= getattr(home, "__annotations__", {})
    return types


class Gate(Builder):
    """Build objects out of values from outside, each of them checked as its constructor would.

    The function that `maker` returns raises one of `UNFIT` for a value that does not fit. The
    exception carries no reason. Some rejected rows are valid: rare values (null, unusual
    characters) are left to the converter.
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
    """Return a reader that also checks what a field requires beyond its type."""
    text = shape.kind is str and shape.form is not TEXT
    if not shape.many:
        return _formed(shape, read) if text else read
    if text or shape.pairs or shape.dates:
        return _members_formed(shape, read)
    return _some(read) if shape.least else read


def _formed(shape: Shape, read: Read) -> Read:
    """Return a reader of strings in a form; equal strings are checked once."""
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
