"""How one value is read: a string, a boolean, a number, a date, a word, a list, a table.

Each function is a hook of cattrs; it raises a `Misfit` for a value that does not fit.
"""

from __future__ import annotations

from collections.abc import Callable, MutableSequence, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import cast, get_args, get_origin

import attrs
from cattrs.errors import (
    BaseValidationError,
    ClassValidationError,
    IterableValidationError,
    IterableValidationNote,
)

from .._fields.formats import as_decimal
from .._fields.shape import MOST_MEMBERS
from ..errors import MOST_COUNTED, RelationsError, shown
from ..when import When
from ..when.edtf import read
from ..when.parsing import advice
from .json_text import is_object
from .problems import Misfit, misfit, no_word, stands_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import EnumMeta

    from cattrs import Converter

    Hook = Callable[[object, object], object]

__all__ = [
    "collection_hook", "exactly", "is_collection", "is_object_of", "is_table", "is_tuple",
    "list_hook", "object_hook", "object_of", "read_float", "read_names", "read_number",
    "read_when", "read_word", "table_hook", "tuple_hook", "tuple_of",
]  # fmt: skip

_TABLE = tuple[tuple[str, object], ...]
_DATE = "a date in EDTF such as '1994', '2008-10', '2008-10-20' or '2004/2009'"


def exactly(kind: type, expected: str) -> Hook:
    def hook(value: object, _: object) -> object:
        if type(value) is not kind:
            raise misfit(value, expected)
        return value

    return hook


def read_float(value: object, _: object) -> float:
    if isinstance(value, (float, int)) and not isinstance(value, bool):
        return float(value)
    raise misfit(value, "a number")


def read_word(value: object, kind: EnumMeta) -> object:
    found = kind._value2member_map_.get(value) if isinstance(value, str) else None
    if found is None:
        raise no_word(value, "", "", map(str, kind))
    return found


@lru_cache(maxsize=4096)
def _when(text: str) -> When | None:
    """Parse a date; cached, as the same dates occur again and again."""
    return None if read(text) is None else When(text)


def read_when(value: object, _: object) -> When:
    if type(value) is str:
        found = _when(value)
        if found is None:
            raise Misfit(lambda: (shown(value), f"{_DATE}; {advice(value)}"))
        return found
    if isinstance(value, When):
        return value
    raise misfit(value, _DATE)


def read_number(value: object, _: object) -> Decimal:
    number = as_decimal(value)
    if number is None:
        raise misfit(value, "a number")
    return number


def read_names(value: object, _: object) -> _TABLE:
    if is_object(value):
        return tuple(value.items())
    if isinstance(value, tuple):
        return cast("_TABLE", value)
    raise misfit(value, "an object of names and strings")


def is_table(kind: object) -> bool:
    """Return whether an annotation is that of pairs of a name and an object."""
    pair = get_args(kind)[0] if is_tuple(kind) else None
    return get_origin(pair) is tuple and attrs.has(get_args(pair)[1])


def table_hook(made: Converter, kind: object) -> Hook:
    """Read an object of objects as pairs."""
    cls = get_args(get_args(kind)[0])[1]
    inner = made.get_structure_hook(cls)

    def hook(value: object, _: object) -> object:
        read: list[tuple[object, object]] = []
        errors: list[Exception] = []
        for key, member in read_names(value, None):
            try:
                read.append((key, inner(member, cls)))
            except (BaseValidationError, RelationsError) as error:
                errors.append(stands_at(str(key), error))
                if len(errors) == MOST_COUNTED:
                    break
        if errors:
            raise ClassValidationError("", errors, cls)  # pyright: ignore[reportCallIssue]
        return tuple(read)

    return hook


def object_hook(made: Converter, kind: object) -> Hook:
    """Read an object of any keys and values as a dict."""
    key_kind, value_kind = get_args(kind)
    keys, values = made.get_structure_hook(key_kind), made.get_structure_hook(value_kind)

    def hook(value: object, _: object) -> object:
        if not is_object(value):
            raise misfit(value, "an object")
        read: dict[object, object] = {}
        errors: list[Exception] = []
        for key, member in value.items():
            try:
                read[keys(key, key_kind)] = values(member, value_kind)
            except (BaseValidationError, RelationsError) as error:
                errors.append(stands_at(str(key), error))
                if len(errors) == MOST_COUNTED:
                    break
        if errors:
            raise ClassValidationError("", errors, dict)  # pyright: ignore[reportCallIssue]
        return read

    return hook


def is_object_of(kind: object) -> bool:
    """Return whether an annotation is that of a dict with keys and values."""
    return get_origin(kind) is dict and len(get_args(kind)) == 2


def object_of(made: Converter, kind: object) -> Callable[[_TABLE], dict[str, object]]:
    inner = made.get_unstructure_hook(get_args(get_args(kind)[0])[1])
    return lambda pairs: {key: inner(member) for key, member in pairs}


def is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def tuple_of(kind: type, read_member: Callable[[object], object]) -> Hook:
    def hook(value: object, _: object) -> object:
        if not isinstance(value, (list, tuple)):
            raise misfit(value, "a list")  # pyright: ignore[reportUnknownArgumentType]
        members = cast("list[object]", value)
        if len(members) > MOST_MEMBERS and kind is not str:
            raise misfit(members, f"a list of at most {MOST_MEMBERS:,}")
        read: list[object] = []
        errors: list[Exception] = []
        for index, member in enumerate(members):
            try:
                read.append(read_member(member))
            except Exception as error:
                note = IterableValidationNote("", index, kind)
                error.__notes__ = [*getattr(error, "__notes__", ()), note]
                errors.append(error)
                if len(errors) == MOST_COUNTED:
                    break
        if errors:
            raise IterableValidationError("", errors, tuple)  # pyright: ignore[reportCallIssue]
        return tuple(read)

    return hook


def is_collection(kind: object) -> bool:
    """Return whether an annotation is that of a list or a set of members of one class."""
    return get_origin(kind) in _COLLECTIONS and len(get_args(kind)) == 1


def collection_hook(made: Converter, kind: object) -> Hook:
    """Read a list as what an annotation asks for: a list, a set, a sequence."""
    read, collection = tuple_hook(made, kind), _COLLECTIONS[get_origin(kind)]
    return lambda value, _: collection(cast("tuple[object, ...]", read(value, _)))


#: What is made of a list, by the class of the annotation.
_COLLECTIONS: dict[object, Callable[[tuple[object, ...]], object]] = {
    list: list, set: set, frozenset: frozenset, Sequence: list, MutableSequence: list,
}  # fmt: skip


def tuple_hook(made: Converter, kind: object) -> Hook:
    inner = get_args(kind)[0]
    hook = made.get_structure_hook(inner)
    return tuple_of(inner, lambda member: hook(member, inner))


def list_hook(made: Converter, kind: object) -> Callable[[tuple[object, ...]], list[object]]:
    inner = get_args(kind)[0]
    if inner in (str, bool):
        return list
    hook = made.get_unstructure_hook(inner)
    return lambda values: [hook(member) for member in values]
