"""The way in for values from outside: objects are built and checked at once.

A row that fails a check is rejected without a message. The converter then reads it again and
reports every problem. Valid rows, nearly all of them, pay only for the checks.
"""

from __future__ import annotations

from typing import cast

from attrs import NOTHING

from .._fields.formats import TEXT, is_number
from .._fields.shape import shapes
from ..errors import RelationsError
from ..when import When
from .builder import MOST_KEPT, Builder, derived

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal
    from typing import Protocol

    from .._fields.checked import Checked
    from .._fields.shape import Shape
    from .builder import Put, Read, Row

    class Asserting(Protocol):
        """A kind of record: it names the fields that a source can assert."""

        def assertable(self) -> Mapping[str, object]: ...


__all__ = ["UNFIT", "Gate"]

#: The errors that a value raises if it does not fit.
UNFIT = (LookupError, TypeError, ValueError, AttributeError, RelationsError)

#: Strings of up to so many characters are cached, so that equal ones are one object.
_SHORT = 16


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
        if len(known) < MOST_KEPT:
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
            if len(known) < MOST_KEPT:
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
