"""Objects as JSON text in canonical form, straight from their fields.

The text is the one that `json_text.text` returns for the plain values of the converter, without
building these values; a test compares the two. It knows no kind of record.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from json.encoder import encode_basestring
from operator import attrgetter
from typing import cast

from attrs import NOTHING

from .._fields.formats import plain_number
from .._fields.shape import fields
from ..actors import Actor
from ..provenance import Source
from ..when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

    #: Writes a value that stands at an indent: a line feed and blanks, or nothing for one line.
    Put = Callable[[Any, str], str]

__all__ = ["Writer", "pieces"]


class Writer:
    """Write objects as JSON: keys in class order, without fields that are at their default.

    A field whose metadata has `written` is always written.
    """

    def __init__(self, *, linked: bool, defaults: bool = False) -> None:
        """Prepare to write.

        Args:
            linked: Whether actors and sources inside others are written as their ids.
            defaults: Whether fields at their default are written too.
        """
        leaves: dict[type, Put] = {
            str: lambda value, _: encode_basestring(value),
            bool: lambda value, _: "true" if value else "false",
            int: lambda value, _: str(value),
            type(None): lambda _, __: "null",
            Decimal: lambda value, _: repr(plain_number(value)),
            When: lambda value, _: f'"{value.edtf}"',
            StrEnum: lambda value, _: f'"{value._value_}"',
            tuple: self._tuple,
        }
        if linked:
            leaves |= {Actor: _id, Source: _id}
        self._puts = _Puts(leaves, defaults=defaults)
        self._wholes = _Puts({}, self._puts, defaults=defaults)

    def whole(self, value: object, pad: str = "\n") -> str:
        """Return an object as JSON with all its fields, even if `linked` would write only its id.

        Args:
            value: An object of an attrs class.
            pad: The indent at which it stands, after a line feed; empty for one line.
        """
        return self._wholes[type(value)](value, pad)

    def _tuple(self, values: tuple[object, ...], pad: str) -> str:
        inner = pad and f"{pad}  "
        if values and type(values[0]) is tuple:
            pairs, puts = cast("tuple[tuple[str, object], ...]", values), self._puts
            rows = [f"{encode_basestring(key)}: {puts[type(it)](it, inner)}" for key, it in pairs]
            return joined("{", rows, "}", pad)
        return joined("[", [self._puts[type(member)](member, inner) for member in values], "]", pad)


class _Puts(dict[type, "Put"]):
    """The function that writes the values of each class, found on first use."""

    def __init__(
        self, leaves: dict[type, Put], inner: Mapping[type, Put] | None = None, *, defaults: bool
    ) -> None:
        super().__init__(leaves)
        self._leaves = leaves
        self._defaults = defaults
        self._inner = self if inner is None else inner

    def __missing__(self, kind: type) -> Put:
        # A string of numpy, say, is a string.
        leaf = next((parent for parent in kind.__mro__ if parent in self._leaves), None)
        self[kind] = self._leaves[leaf] if leaf else _object(kind, self._inner, self._defaults)
        return self[kind]


def _object(kind: type, puts: Mapping[type, Put], defaults: bool) -> Put:
    """Return the function that writes the objects of a class.

    Args:
        kind: An attrs class.
        puts: The functions that write the values of its fields.
        defaults: Whether fields at their default are written too.
    """
    own = [field for field in fields(kind) if field.init]
    known = [
        (f'"{one.name}": ', NOTHING if defaults or one.metadata.get("written") else one.default)
        for one in own
    ]
    # Pairs are an object, also where there are none.
    pairs = {f'"{field.name}": ' for field in own if str(field.type).startswith("tuple[tuple[")}
    values: Callable[[object], tuple[object, ...]] = attrgetter(*(field.name for field in own))

    def put(made: object, pad: str) -> str:
        inner = pad and f"{pad}  "
        rows: list[str] = []
        for (key, default), value in zip(known, values(made), strict=True):
            if value is default:
                continue
            # A checked string holds no control characters: only these two need escaping.
            if type(value) is str and '"' not in value and "\\" not in value:
                rows.append(f'{key}"{value}"')
            elif not value and key in pairs and defaults:
                rows.append(f"{key}{{}}")
            elif value or value != default:
                rows.append(key + puts[type(value)](value, inner))
        return joined("{", rows, "}", pad)

    return put


def joined(opening: str, rows: list[str], closing: str, pad: str) -> str:
    """Join JSON texts to a list or an object that stands at an indent."""
    if not rows:
        return opening + closing
    if not pad:
        return f"{opening}{', '.join(rows)}{closing}"
    return f"{opening}{pad}  {f',{pad}  '.join(rows)}{pad}{closing}"


def pieces(opening: str, rows: Iterable[str], closing: str, pad: str) -> Iterator[str]:
    """Yield what `joined` returns piece by piece, for text that is large."""
    between = f"{opening}{pad}  "
    for row in rows:
        yield between
        yield row
        between = f",{pad}  "
    yield opening + closing if between[0] == opening else f"{pad}{closing}"


def _id(value: Actor | Source, _: str) -> str:
    return f'"{value.id}"'
