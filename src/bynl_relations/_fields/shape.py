"""What each field of a class may hold, read from its annotation and its metadata."""

from __future__ import annotations

from enum import EnumMeta, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TypeVar, cast, get_args, get_origin, get_type_hints

from .._spelling import hint, words
from .formats import DIGITS, LABEL, LANGUAGE, NAME, RECORD, TEXT, Form, is_number, text_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal
    from typing import Any

    from attrs import Attribute

    Members = tuple[object, ...]
    #: Where in an object, what was found, what is expected.
    Fault = tuple[str, object, str]
    #: What a field's metadata may say: `form`, `key`, `least`, `most`, `dates`, `of`.
    Limits = Mapping[str, object]

T = TypeVar("T")

#: How many members a tuple may have, unless the metadata of the field says otherwise.
MOST_MEMBERS = 10_000

__all__ = [
    "IN_LANGUAGES", "MOST_MEMBERS", "NAMES", "Shape", "fields", "form", "per_class", "record_ids",
    "shapes", "some",
]  # fmt: skip


def form(of: Form) -> Limits:
    """Return the metadata of a field whose string, or each of whose strings, has a form."""
    return {"form": of}


def some(what: str) -> Limits:
    """Return the metadata of a field that holds at least one of something."""
    return {"least": what}


def record_ids(*collections: str) -> Limits:
    """Return the metadata of a field of record ids, of certain collections where named."""
    return {"form": RECORD, "of": collections}


#: Metadata of a field of up to a hundred names, and of one of names in languages.
NAMES: Limits = {"form": LABEL, "most": 100}
IN_LANGUAGES: Limits = {"form": LABEL, "key": LANGUAGE, "most": 100}


def per_class(make: Callable[[type], T]) -> Callable[[type], T]:
    """Cache what is made of a class."""
    return cache(make)


class Shape:
    """What one field may hold.

    Attributes:
        kind: The class of the value, or of each member of a tuple.
        many: Whether it is a tuple of such values.
        optional: Whether it may be None.
        pairs: Whether it is a tuple of pairs of a key and such a value, on disk an object.
        form: The form of a string, or of each string of a tuple.
        key: The form of the keys of pairs.
        blank: Whether a string may be empty whatever its form, as its default is.
        least: What there must be at least one of, in words; empty where there may be none.
        most: The most members of a tuple; 0 for any number.
        dates: Whether the moments are dates, no intervals.
        of: The collections of the records whose ids it holds; empty for any.
        plain: The class of a value that fits without a further look, but for the letters and
            the form of a string; tuple where the members decide; None where every value is
            looked at.
    """

    __slots__ = (
        "blank", "dates", "form", "key", "kind", "least", "many", "most", "of", "optional",
        "pairs", "plain",
    )  # fmt: skip

    def __init__(
        self, annotation: object, metadata: Limits | None = None, default: object = None
    ) -> None:
        """Read the shape from a resolved annotation and the metadata of the field."""
        self.optional = False
        if get_origin(annotation) is UnionType:
            (annotation,) = (part for part in get_args(annotation) if part is not NoneType)
            self.optional = True
        self.many = get_origin(annotation) is tuple
        if self.many:
            annotation = get_args(annotation)[0]
        self.pairs = get_origin(annotation) is tuple
        self.kind: type = get_args(annotation)[1] if self.pairs else annotation  # type: ignore[assignment]
        said = cast("Mapping[str, Any]", metadata or {})
        self.form: Form = said.get("form", TEXT)
        self.key: Form = said.get("key", NAME)
        self.blank = default == "" and not self.many
        self.least: str = said.get("least", "")
        self.most: int = said.get("most", MOST_MEMBERS)
        self.dates: bool = said.get("dates", False)
        self.of: tuple[str, ...] = said.get("of", ())
        self.plain: type | None = tuple if self.many else self.kind
        limited = self.many and (self.kind is str or self.pairs or self.least or self.dates)
        if self.kind.__name__ == "Decimal" or limited:
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
            return f"a pair of a key and a {'string' if self.kind is str else 'value'}"
        if isinstance(self.kind, EnumMeta):
            return f"one of {words(_every(self.kind))}"
        return _named(self.kind)

    @property
    def words(self) -> str:
        """What fits, in words."""
        fitting = f"a tuple, each member {self.member}" if self.many else self.member
        return f"{fitting}, or None" if self.optional else fitting

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
            yield from self._single(value, path)
        elif not isinstance(value, tuple):
            yield path, value, self.words
        elif self.least and not value:
            yield path, value, f"at least one {self.least}"
        elif self.most and len(cast("Members", value)) > self.most:
            yield path, value, f"at most {self.most:,}"
        else:
            for number, member in enumerate(cast("Members", value)):
                yield from self._single(member, path if self.pairs else f"{path}[{number}]")
            if self.pairs:
                yield from _twice(cast("Members", value), path)

    def _single(self, value: object, path: str) -> Iterator[Fault]:
        """Find what is wrong with one value, or with a member of a tuple."""
        if self.pairs:
            yield from self._pair(value, path)
        elif self.kind is str:
            yield from self._text(value, path, self.form)
        elif not isinstance(value, self.kind):
            yield path, value, self.member + self._hint(value)
        elif self.kind.__name__ == "Decimal" and not is_number(cast("Decimal", value)):
            yield path, value, f"a finite number of up to {DIGITS} significant digits"
        elif self.dates and cast("Any", value).is_interval:
            yield path, value, "a date, no interval"

    def _pair(self, pair: object, path: str) -> Iterator[Fault]:
        """Find what is wrong with a pair of a key and a value."""
        if not (isinstance(pair, tuple) and len(cast("Members", pair)) == 2):
            yield path, pair, self.member
            return
        key, value = cast("Members", pair)
        wrong = list(self._text(key, path, self.key))
        yield from ((at, found, f"{expected}, as the key") for at, found, expected in wrong)
        if self.kind is str:
            yield from self._text(value, path, self.form)
        elif not isinstance(value, self.kind):
            yield path, value, _named(self.kind)

    def _text(self, value: object, path: str, wanted: Form) -> Iterator[Fault]:
        """Find what is wrong with a string."""
        if type(value) is not str and (not isinstance(value, str) or isinstance(value, StrEnum)):
            yield path, value, "a string"
        elif not value.isprintable() and (bad := text_fault(value)):
            yield path, value, f"a string without the character {bad}"
        elif not (wanted.fits(value) or (self.blank and not value)):
            yield path, value, wanted.expected

    def _hint(self, value: object) -> str:
        if isinstance(value, str) and isinstance(self.kind, EnumMeta):
            if value in self.kind._value2member_map_:
                return f"; write {self.kind.__name__}({str(value)!r})"
            return hint(value, _every(self.kind))
        if isinstance(value, str) and self.kind.__name__ == "When":
            return f"; write When({value[:40]!r})"
        return ""


def _every(vocabulary: EnumMeta) -> list[str]:
    return [str(word) for word in cast("type[StrEnum]", vocabulary)]


_NAMES = {"str": "a string", "bool": "True or False", "Decimal": "a number"}


def _named(kind: type) -> str:
    """Return the name of a class with its article."""
    name = kind.__name__
    return _NAMES.get(name) or f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"


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
    """Return the fields of an attrs class, in class order."""
    return cast("tuple[Attribute[object], ...]", cast("Any", cls).__attrs_attrs__)


@per_class
def shapes(cls: type) -> tuple[tuple[str, Shape], ...]:
    """Return the shape of every field of a class, in class order.

    Args:
        cls: An attrs class.

    Returns:
        Pairs of a field's name and its shape.
    """
    hints = get_type_hints(cls)
    return tuple(
        (field.name, Shape(hints[field.name], field.metadata, field.default))
        for field in fields(cls)
    )
