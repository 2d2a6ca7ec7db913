"""Objects from the plain JSON values of others, where every value fits.

What does not fit is turned away without a word: the converter (`_convert`) then tells all that
is wrong with it. So what is right, which is nearly all, pays for no more than its checks.
"""

from __future__ import annotations

from typing import TypeVar, cast

from attrs import NOTHING

from ._builder import Builder, derived
from ._forms import is_number
from ._shape import MOST_TEXT, shapes
from .errors import RelationsError
from .when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from ._builder import Read, Row
    from ._shape import Checked, Shape
    from .model import Record

__all__ = ["UNFIT", "Gate"]

T = TypeVar("T", bound="Checked")

#: What a value that does not fit raises.
UNFIT = (LookupError, TypeError, ValueError, AttributeError, RelationsError)

_ABSENT = object()
#: Texts of up to so many characters are kept in mind, so that what is equal is held once.
_SHORT = 16


class Gate(Builder):
    """Build objects out of values from outside, each of them checked as its constructor would.

    A maker raises one of `UNFIT` where a value does not fit. That says nothing of why; nor is
    all of it wrong, as what is rare (a null, a text with rare characters) is turned away too.
    """

    def _leaves(self) -> dict[str, Read]:
        short = self._mind(_text)

        def text(value: object) -> object:
            if type(value) is str and len(value) <= _SHORT:
                return short[value]
            return _text(value)

        return {
            "str": text,
            "bool": _truth,
            "int": _whole,
            "When": self._mind(cast("Read", When)).__getitem__,
            "Decimal": _number,
        }

    def _make(self, kind: type[Checked], own: dict[str, Read]) -> Callable[[Row], object]:
        known = dict(shapes(kind))
        steps = [
            (name, put, default, _within(known[name], read))
            for put, name, default, read in self._steps(kind, own)
        ]
        later = derived(kind)
        new = cast("Callable[[type], Checked]", kind.__new__)

        def make(row: Row) -> object:
            made, get, left = new(kind), row.get, len(row)
            for name, put, default, read in steps:
                value = get(name, _ABSENT)
                if value is _ABSENT:
                    if default is NOTHING:
                        raise KeyError(name)
                    put(made, default)
                else:
                    put(made, read(value))
                    left -= 1
            if left:
                raise KeyError(row)
            for put, derive in later:
                put(made, derive(made))
            for fault in made._faults():
                raise ValueError(fault)
            return made

        return make

    def _asserted(self, home: type[Record], field: str, types: dict[str, str]) -> Read:
        if field not in home.assertable():
            raise KeyError(field)
        return super()._asserted(home, field, types)


def _within(shape: Shape, read: Read) -> Read:
    """Hold what is read to the limits of a field, where they are closer than those of a text."""
    most, members = shape.most, shape.members
    if most == MOST_TEXT and not members:
        return read

    def limited(value: object) -> object:
        found = read(value)
        if shape.many:
            names = cast("tuple[object, ...]", found)
            if members and len(names) > members:
                raise ValueError(value)
            for name in names:
                text = cast("tuple[str, str]", name)[1] if shape.pairs else cast("str", name)
                if len(text) > most:
                    raise ValueError(value)
        elif len(cast("str", found)) > most:
            raise ValueError(value)
        return found

    return limited


def _text(value: object) -> object:
    if type(value) is str and len(value) <= MOST_TEXT and value.isprintable():
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
