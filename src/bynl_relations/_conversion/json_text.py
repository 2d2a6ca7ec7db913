"""JSON text from outside, read as untrusted input, and plain values written as JSON text.

Source: RFC 8259; what it leaves to the reader (doubled keys, sizes, depth) is refused here.
"""

from __future__ import annotations

import json
import re
from _thread import stack_size
from itertools import accumulate
from sys import getrecursionlimit
from typing import cast

from ..errors import MOST_PROBLEMS, InvalidData, Problem, shown

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
    "unsound",
]

#: The most bytes that a file may have unless an argument raises it.
MAX_BYTES = 16 * 1024 * 1024
#: How deep lists and objects may nest.
MAX_DEPTH = 16
#: How many digits a whole number may have, and how many significant ones any other.
MAX_DIGITS = 20
MAX_SIGNIFICANT = 15
#: How many lists and objects one document may have, whatever `max_bytes` is, and how many bytes of
#: `max_bytes` there have to be for each key: they take some thirty times the memory of their text.
MAX_CONTAINERS = 2_000_000
BYTES_A_KEY = 16

#: How many characters a key takes at least, with its colon and its value.
_SHORTEST_KEY = 4
#: The limit of recursion that Python sets, and some more, as some tools do.
_USUAL_LIMIT = 3_000
#: From this depth on a document is not parsed; below it `unsound` reports where it is too deep.
_PARSED_DEPTH = 100
_TOO_DEEP = "endless nesting", f"at most {MAX_DEPTH} levels of nesting"
_IN_ONE = " in one document; JSON Lines have no such limit"
_BOM = "none but at the start of the file"
#: With more values than this, it pays to look whether a number needs more than the parser does.
_MANY = 100_000
#: A number of so many digits, or with an exponent, has to be looked at.
_ODD_NUMBER = re.compile(rb"[0-9.]{16}|[0-9.][eE]")


class _Refused(list):  # type: ignore[type-arg]
    """Placeholder for a refused value: holds (found, expected).

    It is a list so that the walk over lists and objects meets it.
    """


def parse(data: bytes | str, file: str = "", max_bytes: int = MAX_BYTES) -> object:
    """Read one JSON document.

    A duplicate key, a number beyond the limits and values that nest too deep come back inside
    the value; `unsound` reports them.

    Args:
        data: The document, UTF-8 where it is bytes; one leading byte order mark is tolerated.
        file: Name of the file, for the error.
        max_bytes: The most bytes, or characters of a text, that are read.

    Returns:
        Plain values.

    Raises:
        InvalidData: The text is not valid JSON, or too large.
    """
    where = "$"
    if len(data) > max_bytes:
        unit = "characters" if isinstance(data, str) else "bytes"
        found, expected = f"more than {max_bytes:,} {unit}", "less, or max_bytes= raised"
    elif excess := _excess(data, max_bytes // BYTES_A_KEY):
        found, expected = excess
    else:
        many = data.count(_sign(data, ",")) > _MANY if len(data) > _MANY else False
        odd = not many or _ODD_NUMBER.search(_outline(data, b"[]{},:.0123456789eE"))
        try:
            plain = data if isinstance(data, str) else data.decode("utf-8")
            value: object = (_CAREFUL if odd else _QUICK).decode(plain.removeprefix("\ufeff"))
        except UnicodeDecodeError as error:
            where, found, expected = f"byte {error.start}", "bytes that are not UTF-8", "UTF-8 text"
        except json.JSONDecodeError as error:
            where = f"line {error.lineno}, column {error.colno}"
            found, expected = f"invalid JSON: {_lowered(error.msg)}", "a JSON document"
        except RecursionError:
            found, expected = _TOO_DEEP
        else:
            return value
    raise InvalidData((Problem(found, expected, where, "", file),))


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _sign(data: bytes | str, sign: str) -> Any:
    return sign if isinstance(data, str) else sign.encode()


def _outline(data: bytes | str, signs: bytes) -> bytes:
    """Return some signs of a document, without those inside strings."""
    text = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if b"\\" in text:
        text = text.replace(b"\\\\", b"").replace(b'\\"', b"")
    kept = text.translate(None, bytes(set(range(256)) - {*signs, *b'"'})).replace(b'""', b"")
    return b"".join(kept.split(b'"')[::2]) if b'"' in kept else kept


def _excess(data: bytes | str, most_keys: int) -> tuple[str, str] | None:
    """Return (found, expected) if a document has too many parts to be parsed, else None.

    Nothing is counted that a document of its length cannot have too many of.
    """
    if len(data) > MAX_CONTAINERS:
        brackets = _outline(data, b"[{")
        if len(brackets) > MAX_CONTAINERS:
            return f"{len(brackets):,} lists and objects", f"at most {MAX_CONTAINERS:,}{_IN_ONE}"
    if len(data) > _SHORTEST_KEY * most_keys:
        keys = len(_outline(data, b":"))
        if keys > most_keys:
            return f"{keys:,} keys", f"at most {most_keys:,}, or max_bytes= raised"
    # The parser calls itself for each level. The limit of Python keeps that within its stack,
    # unless somebody has raised the one or lowered the other.
    if getrecursionlimit() > _USUAL_LIMIT or stack_size():
        return _nesting(_outline(data, b"[]{}"))
    return None


def _nesting(brackets: bytes) -> tuple[str, str] | None:
    """Return (found, expected) if brackets nest too deep to be parsed, else None."""
    for _ in range(MAX_DEPTH):
        if not brackets:
            return None
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    steps = (1 if sign in b"[{" else -1 for sign in brackets)
    return _TOO_DEEP if max(accumulate(steps), default=0) > _PARSED_DEPTH else None


def lines(text: Iterator[bytes], file: str, max_bytes: int) -> Iterator[tuple[int, object]]:
    """Read JSON Lines as a stream, a value a line; empty lines are skipped.

    Args:
        text: The lines; a line that is too long comes in pieces, of which only the last ends in
            a line feed.
        file: Name of the file, for errors.
        max_bytes: The most bytes of one line.

    Returns:
        Pairs of the line's number, from 1, and its value, or the `InvalidData` that it raised.
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
                    InvalidData((Problem("a byte order mark", _BOM, "$", "", file),)),
                )
            else:
                yield number, parse(line, file, max_bytes)
        except InvalidData as error:
            yield number, error


def text(value: object, indent: int | None = 2) -> str:
    """Write plain values as UTF-8 text, indented as the data is.

    Args:
        value: Plain values; the keys of objects are strings.
        indent: None for one line.
    """
    if indent is None:
        return _LINE(value)
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


_LINE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def is_object(value: object) -> TypeGuard[dict[str, object]]:
    """Return whether a plain value is an object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Return whether a plain value is a list."""
    return isinstance(value, list)


def record_id(value: object) -> str:
    """Return the id of a plain record for a problem; empty if it has none that can be shown."""
    name = value.get("id") if is_object(value) else None
    return name if isinstance(name, str) and len(name) <= 100 and name.isprintable() else ""


def _object(pairs: list[tuple[str, object]]) -> object:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        doubled: set[str] = set()
        for key, _ in pairs:
            if key in seen and key not in doubled:
                doubled.add(key)
                made[key] = _Refused((f"the key {shown(key)} twice in one object", "each key once"))
                if len(doubled) == MOST_PROBLEMS:
                    break
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
_CAREFUL = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_whole, parse_float=_real, parse_constant=_constant
)
#: For a document without odd numbers: no function is called for a number.
_QUICK = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)


def unsound(value: object, path: str = "$", file: str = "", record: str = "") -> Iterator[Problem]:
    """Yield a problem for every value that is refused or nests too deep, in order.

    Args:
        value: What `parse` returned, or a part of it.
        path: Where it is.
        file: Name of the file.
        record: Id of the record, if it is known.
    """
    #: What is still to be visited on each level, and the step that leads there.
    levels: list[Iterator[tuple[str | int, object]]] = [iter((("", value),))]
    steps: list[str | int] = []
    records = [record]
    while levels:
        for step, found in levels[-1]:
            if not isinstance(found, (list, dict)):
                continue
            if isinstance(found, _Refused):
                was, expected = cast("list[str]", found)
                yield Problem(was, expected, _path(path, (*steps, step)), records[-1], file)
            elif len(levels) > MAX_DEPTH:
                expected = f"at most {MAX_DEPTH} levels of nesting"
                where = _path(path, (*steps, step))
                yield Problem(f"more than {MAX_DEPTH} levels", expected, where, records[-1], file)
            elif found:
                value = cast("list[object] | dict[str, object]", found)
                inner: Iterable[tuple[str | int, object]] = (
                    value.items() if isinstance(value, dict) else enumerate(value)
                )
                levels.append(iter(inner))
                steps.append(step)
                records.append(records[-1] or record_id(value))
                break
        else:
            levels.pop()
            records.pop()
            del steps[-1:]


def _path(start: str, steps: Iterable[str | int]) -> str:
    """Return a JSON path; the first step leads to the whole value, and adds nothing."""
    return start + "".join(map(_step, tuple(steps)[1:]))


def _step(key: str | int) -> str:
    """Return the part of a JSON path that leads to a key or a position."""
    if isinstance(key, str):
        return f".{key}" if key.isidentifier() and len(key) <= 60 else f"[{shown(key)}]"
    return f"[{key}]"
