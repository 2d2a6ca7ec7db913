"""What each field of a class may hold, read from its annotations, and how a misfit is told.

A class that inherits from `Checked` refuses wrong values when it is built, and tells
all of them at once.
"""

from __future__ import annotations

from enum import EnumMeta, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TypeVar, cast, get_args, get_origin, get_type_hints

from .._spelling import nearest, words
from .formats import DIGITS, is_number, text_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal
    from typing import Any

    from attrs import Attribute

    Members = tuple[object, ...]
    #: Where in an object, what was found, what is expected.
    Fault = tuple[str, object, str]

T = TypeVar("T")

__all__ = [
    "MOST_NAME",
    "MOST_NAMES",
    "MOST_TEXT",
    "NAME",
    "NAMES",
    "Shape",
    "fields",
    "per_class",
    "shapes",
]


#: The most characters of a text, and of a name.
MOST_TEXT = 10_000
MOST_NAME = 200
#: The most names in a field of names.
MOST_NAMES = 100
#: Metadata of a field that holds a name, and of one that holds several.
NAME: Mapping[str, int] = {"most": MOST_NAME}
NAMES: Mapping[str, int] = {"most": MOST_NAME, "members": MOST_NAMES}


def per_class(make: Callable[[type], T]) -> Callable[[type], T]:
    """Keep what is made of a class."""
    return cache(make)


class Shape:
    """What one field may hold.

    Attributes:
        kind: The class of the value, or of each member of a tuple.
        many: Whether it is a tuple of such values.
        optional: Whether it may be None.
        pairs: Whether it is a tuple of pairs of a text and such a value, on disk an object.
        most: The most characters of a text.
        members: The most members of a tuple; 0 for any number.
        plain: The class of a value that fits without a further look, but for the letters of
            a text; tuple where the members decide; None where every value is looked at.
    """

    __slots__ = ("kind", "many", "members", "most", "optional", "pairs", "plain")

    def __init__(self, annotation: object, limits: Mapping[str, int] | None = None) -> None:
        """Read the shape from a resolved annotation, and its limits from the field's metadata."""
        limits = limits or {}
        self.most = limits.get("most", MOST_TEXT)
        self.members = limits.get("members", 0)
        self.optional = False
        if get_origin(annotation) is UnionType:
            (annotation,) = (part for part in get_args(annotation) if part is not NoneType)
            self.optional = True
        self.many = get_origin(annotation) is tuple
        if self.many:
            annotation = get_args(annotation)[0]
        self.pairs = get_origin(annotation) is tuple
        self.kind: type = get_args(annotation)[1] if self.pairs else annotation  # type: ignore[assignment]
        self.plain: type | None = tuple if self.many else self.kind
        if self.kind.__name__ == "Decimal" or self.pairs or (self.many and self.kind is str):
            self.plain = None

    @property
    def empty(self) -> object:
        """What stands in for a value that does not fit, while rules are put to the rest."""
        if self.many:
            return ()
        return "" if self.kind is str else None

    @property
    def member(self) -> str:
        """What fits one value, in words."""
        if self.pairs:
            return f"a pair of a key and a {'text' if self.kind is str else 'value'}"
        if isinstance(self.kind, EnumMeta):
            return f"one of {words(_every(self.kind))}"
        return _NAMES.get(self.kind.__name__, f"a {self.kind.__name__}")

    @property
    def words(self) -> str:
        """What fits, in words."""
        one = f"a tuple, each member {self.member}" if self.many else self.member
        return f"{one}, or None" if self.optional else one

    def faults(self, value: object, path: str) -> Iterator[Fault]:
        """Find what is wrong with a value.

        Args:
            value: The value of the field.
            path: Name of the field.

        Returns:
            Nothing for a value that fits.
        """
        if value is None and self.optional:
            return
        if not self.many:
            yield from self._one(value, path)
        elif not isinstance(value, tuple):
            yield path, value, self.words
        else:
            members, kind = cast("Members", value), self.kind
            if self.members and len(members) > self.members:
                yield path, value, f"at most {self.members}"
                return
            for number, member in enumerate(members):
                if type(member) is not kind or kind is str:
                    yield from self._one(member, f"{path}[{number}]")
            if self.pairs:
                yield from _twice(members, path)

    def _one(self, value: object, path: str) -> Iterator[Fault]:
        if self.pairs:
            parts = cast("Members", value) if isinstance(value, tuple) else ()
            if len(parts) != 2:
                yield path, value, self.member
                return
            yield from _text(parts[0], path, MOST_NAME)
            if self.kind is str:
                yield from _text(parts[1], path, self.most)
            elif not isinstance(parts[1], self.kind):
                yield path, parts[1], f"a {self.kind.__name__}"
        elif self.kind is str:
            yield from _text(value, path, self.most)
        elif not isinstance(value, self.kind):
            yield path, value, self.member + self._hint(value)
        elif self.kind.__name__ == "Decimal" and not is_number(cast("Decimal", value)):
            yield path, value, f"a finite number of up to {DIGITS} significant digits"

    def _hint(self, value: object) -> str:
        if isinstance(value, str) and isinstance(self.kind, EnumMeta):
            if value in self.kind._value2member_map_:
                return f"; write {self.kind.__name__}({str(value)!r})"
            guess = nearest(value, _every(self.kind), 1)
            return f"; did you mean {guess[0]!r}?" if guess else ""
        if isinstance(value, str) and self.kind.__name__ == "When":
            return f"; write When({value[:40]!r})"
        return ""


def _every(vocabulary: EnumMeta) -> list[str]:
    return [str(word) for word in cast("type[StrEnum]", vocabulary)]


_NAMES = {"str": "a text", "bool": "True or False", "When": "a When", "Decimal": "a number"}


def _text(value: object, path: str, most: int) -> Iterator[Fault]:
    if type(value) is not str and (not isinstance(value, str) or isinstance(value, StrEnum)):
        yield path, value, "a text"
    elif len(value) > most:
        yield path, value, f"a text of up to {most:,} characters"
    elif not value.isprintable() and (bad := text_fault(value)):
        yield path, value, f"a text without the character {bad}"


def _twice(pairs: Members, path: str) -> Iterator[Fault]:
    """Find the first key that stands twice: on disk the pairs are an object."""
    seen: set[str] = set()
    for pair in pairs:
        key = cast("Members", pair)[0] if isinstance(pair, tuple) and pair else None
        if isinstance(key, str):
            if key in seen:
                yield path, key, "each key once"
                return
            seen.add(key)


def fields(cls: type) -> tuple[Attribute[object], ...]:
    """Give the fields of an attrs class, in class order."""
    return cast("tuple[Attribute[object], ...]", cast("Any", cls).__attrs_attrs__)


@per_class
def shapes(cls: type) -> tuple[tuple[str, Shape], ...]:
    """Give the shape of every field of a class, in class order.

    Args:
        cls: An attrs class.

    Returns:
        Pairs of a field's name and its shape.
    """
    hints = get_type_hints(cls)
    return tuple((one.name, Shape(hints[one.name], one.metadata)) for one in fields(cls))
