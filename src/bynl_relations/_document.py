"""JSON text from outside, read as untrusted input, and JSON text written in canonical form.

Source: RFC 8259; what it leaves to the reader (doubled keys, sizes, depth) is refused here.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import cast

from .errors import InvalidData, shown
from .problems import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, TypeGuard

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_DIGITS",
    "is_list",
    "is_object",
    "lines",
    "parse",
    "record_id",
    "text",
]

#: The most bytes that a file may have unless an argument raises it.
MAX_BYTES = 16 * 1024 * 1024
#: How deep lists and objects may nest.
MAX_DEPTH = 16
#: How many digits a whole number may have, and how many significant ones any other.
MAX_DIGITS = 20
MAX_SIGNIFICANT = 15


class _Refused(list):  # type: ignore[type-arg]
    """Stands, among the values that were read, for one that is refused: found and expected.

    It is a list so that the walk over lists and objects meets it.
    """


def parse(data: bytes | str, file: str = "", max_bytes: int = MAX_BYTES) -> object:
    """Read one JSON document.

    Args:
        data: The document, UTF-8 where it is bytes; one leading byte order mark is tolerated.
        file: Name of the file, for the error.
        max_bytes: The most bytes, or characters of a text, that are read.

    Returns:
        Plain values.

    Raises:
        InvalidData: It is no JSON, or breaks a limit.
    """
    where = "$"
    if len(data) > max_bytes:
        unit = "characters" if isinstance(data, str) else "bytes"
        found, expected = f"more than {max_bytes:,} {unit}", "less, or max_bytes= raised"
    else:
        try:
            plain = data if isinstance(data, str) else data.decode("utf-8")
            value: object = _DECODER.decode(plain.removeprefix("\ufeff"))
        except UnicodeDecodeError as error:
            where, found, expected = f"byte {error.start}", "bytes that are no UTF-8", "UTF-8 text"
        except json.JSONDecodeError as error:
            where = f"line {error.lineno}, column {error.colno}"
            found, expected = f"no JSON: {error.msg}", "a JSON document"
        except RecursionError:
            found, expected = "endless nesting", f"at most {MAX_DEPTH} levels of nesting"
        else:
            if _sound(value):
                return value
            raise InvalidData(_told(value, file))
    raise InvalidData((Problem(found, expected, where, "", file),))


def lines(text: Iterator[bytes], file: str, max_bytes: int) -> Iterator[tuple[int, object]]:
    """Read JSON Lines as a stream, a value a line; empty lines are passed over.

    Args:
        text: The lines; of one that is too long its pieces, of which no two end in a line feed.
        file: Name of the file, for errors.
        max_bytes: The most bytes of one line.

    Returns:
        Pairs of the line's number, from 1, and its value, or the `InvalidData` that it gave.
    """
    number, whole = 0, True
    for piece in text:
        begins, whole = whole, piece.endswith(b"\n")
        number += begins
        line = piece.rstrip(b"\r\n\t ")
        if not begins or not line:
            continue
        try:
            if number > 1 and line.startswith(b"\xef\xbb\xbf"):
                yield (
                    number,
                    InvalidData.of("a byte order mark", "none but at the start of the file"),
                )
            else:
                yield number, parse(line, file, max_bytes)
        except InvalidData as error:
            yield number, error


def text(value: object, indent: int | None = 2) -> str:
    """Write plain values in the canonical form of the data: UTF-8 text, indented.

    Args:
        value: Plain values; the keys of objects are texts.
        indent: None for one line.
    """
    if indent is None:
        return _LINE(value)
    return _written(value, "\n", " " * indent)


def _written(value: Any, pad: str, step: str) -> str:
    """Write a value that stands at an indent as `json.dumps` does, in less than its time."""
    inner = pad + step
    if isinstance(value, dict):
        rows = [
            _KEYS[key]
            + (encode_basestring(one) if type(one) is str else _written(one, inner, step))
            for key, one in cast("dict[str, Any]", value).items()
        ]
        return f"{{{inner}{f',{inner}'.join(rows)}{pad}}}" if rows else "{}"
    if isinstance(value, list):
        rows = [_written(one, inner, step) for one in cast("list[object]", value)]
        return f"[{inner}{f',{inner}'.join(rows)}{pad}]" if rows else "[]"
    return encode_basestring(value) if isinstance(value, str) else _LINE(value)


class _Keys(dict[str, str]):
    """The keys of objects as they are written; a few, used again and again."""

    def __missing__(self, key: str) -> str:
        found = f"{encode_basestring(key)}: "
        if len(self) < 1000:
            self[key] = found
        return found


_KEYS = _Keys()
_LINE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def is_object(value: object) -> TypeGuard[dict[str, object]]:
    """Tell whether a plain value is an object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Tell whether a plain value is a list."""
    return isinstance(value, list)


def record_id(value: object) -> str:
    """Give the id of a plain record for a problem, or an empty text where it has none to show."""
    name = value.get("id") if is_object(value) else None
    return name if isinstance(name, str) and len(name) <= 100 and name.isprintable() else ""


def _object(pairs: list[tuple[str, object]]) -> object:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                made[key] = _Refused((f"the key {shown(key)} twice in one object", "each key once"))
            seen.add(key)
    return made


def _whole(digits: str) -> object:
    size = len(digits.lstrip("-"))
    if size > MAX_DIGITS:
        return _Refused((f"a number of {size} digits", f"at most {MAX_DIGITS} digits"))
    return int(digits)


def _real(digits: str) -> object:
    significant = digits.lower().partition("e")[0].replace(".", "").lstrip("-0").rstrip("0")
    if len(significant) > MAX_SIGNIFICANT:
        return _Refused((shown(digits), f"at most {MAX_SIGNIFICANT} significant digits"))
    number = float(digits)
    if number in (_INFINITY, -_INFINITY) or (significant and not number):
        return _Refused((shown(digits), "a number within the range of floating point"))
    return number


def _constant(name: str) -> object:
    return _CONSTANTS[name]


_CONSTANTS = {
    name: _Refused((name, "a finite number")) for name in ("NaN", "Infinity", "-Infinity")
}
_INFINITY = float("inf")
_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_whole, parse_float=_real, parse_constant=_constant
)


def _sound(value: Any, room: int = MAX_DEPTH) -> bool:
    """Tell whether a value nests no deeper than there is room, and holds nothing refused."""
    if type(value) is dict:
        inner: Iterable[object] = cast("dict[str, object]", value).values()
    elif type(value) is list:
        inner = cast("list[object]", value)
    else:
        return type(value) is not _Refused
    if not room:
        return False
    for one in inner:  # noqa: SIM110
        if type(one) is not str and not _sound(one, room - 1):
            return False
    return True


def _told(value: object, file: str) -> Iterator[Problem]:
    """Tell, in the order of the text, every value that is refused or nests too deep."""
    rest: list[tuple[object, str, str, int]] = [(value, "$", "", 1)]
    while rest:
        one, path, record, depth = rest.pop()
        if isinstance(one, _Refused):
            found, expected = cast("list[str]", one)
            yield Problem(found, expected, path, record, file)
        elif depth > MAX_DEPTH:
            expected = f"at most {MAX_DEPTH} levels of nesting"
            yield Problem(f"more than {MAX_DEPTH} levels", expected, path, record, file)
        else:
            record = record or record_id(one)
            steps: list[tuple[str | int, object]] = []
            if is_object(one):
                steps.extend(one.items())
            else:
                steps.extend(enumerate(cast("list[object]", one)))
            rest += [
                (inner, f"{path}{_step(key)}", record, depth + 1)
                for key, inner in reversed(steps)
                if isinstance(inner, (list, dict))
            ]


def _step(key: str | int) -> str:
    """Give the part of a JSON path that leads to a key or a position."""
    if isinstance(key, str):
        return f".{key}" if key.isidentifier() and len(key) <= 60 else f"[{shown(key)}]"
    return f"[{key}]"
