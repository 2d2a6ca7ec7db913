"""JSON text from outside, read as untrusted input, and plain values written as JSON text.

Source: RFC 8259; what it leaves to the reader (doubled keys, sizes, depth) is refused here.
"""

from __future__ import annotations

import json
from typing import cast

from ..errors import InvalidData, Problem, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeGuard

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
    "unsound",
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

    A doubled key, a number beyond the limits and what nests too deep come back inside the
    value; `unsound` tells them.

    Args:
        data: The document, UTF-8 where it is bytes; one leading byte order mark is tolerated.
        file: Name of the file, for the error.
        max_bytes: The most bytes, or characters of a text, that are read.

    Returns:
        Plain values.

    Raises:
        InvalidData: It is no JSON, or too large.
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
            return value
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
    """Write plain values as UTF-8 text, indented as the data is.

    Args:
        value: Plain values; the keys of objects are texts.
        indent: None for one line.
    """
    if indent is None:
        return _LINE(value)
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


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


def unsound(value: object, path: str = "$", file: str = "", record: str = "") -> Iterator[Problem]:
    """Find, in the order of the text, every value that is refused or nests too deep.

    Args:
        value: What `parse` gave, or a part of it.
        path: Where it stands.
        file: Name of the file.
        record: Id of the record, if it is known.
    """
    rest: list[tuple[object, str, str, int]] = [(value, path, record, 1)]
    while rest:
        one, path, record, depth = rest.pop()
        if isinstance(one, _Refused):
            found, expected = cast("list[str]", one)
            yield Problem(found, expected, path, record, file)
        elif (is_object(one) or is_list(one)) and depth > MAX_DEPTH:
            expected = f"at most {MAX_DEPTH} levels of nesting"
            yield Problem(f"more than {MAX_DEPTH} levels", expected, path, record, file)
        else:
            record = record or record_id(one)
            steps: list[tuple[str | int, object]] = []
            if is_object(one):
                steps.extend(one.items())
            elif is_list(one):
                steps.extend(enumerate(one))
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
