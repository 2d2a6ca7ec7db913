"""JSON text from outside, read as untrusted input, and JSON text written in canonical form.

Source: RFC 8259; what it leaves to the reader (doubled keys, sizes, depth) is refused here.
"""

from __future__ import annotations

import json

from .errors import InvalidData, Problem, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_DIGITS", "lines", "parse", "text"]

#: The most bytes that a file may have unless an argument raises it.
MAX_BYTES = 16 * 1024 * 1024
#: How deep lists and objects may nest.
MAX_DEPTH = 16
#: How many digits a whole number may have.
MAX_DIGITS = 20


class _Refused(ValueError):
    """Carry what was found and what is expected out of the JSON reader."""


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
    try:
        if len(data) > max_bytes:
            raise _Refused(f"{len(data):,} bytes", f"at most {max_bytes:,}; max_bytes= raises that")
        try:
            plain = data if isinstance(data, str) else data.decode("utf-8")
        except UnicodeDecodeError as error:
            where = f"byte {error.start}"
            raise _Refused("bytes that are no UTF-8", "UTF-8 text") from None
        value: object = _DECODER.decode(plain.removeprefix("\ufeff"))
        if _depth(value) > MAX_DEPTH:
            raise _Refused(f"more than {MAX_DEPTH} levels", f"at most {MAX_DEPTH} levels of nesting")
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        found, expected = f"no JSON: {error.msg}", "a JSON document"
    except _Refused as error:
        found, expected = error.args
    except RecursionError:
        found, expected = "endless nesting", f"at most {MAX_DEPTH} levels of nesting"
    else:
        return value
    raise InvalidData((Problem(found, expected, where, "", file),))


def lines(text: Iterator[bytes], file: str, max_bytes: int) -> Iterator[tuple[int, object]]:
    """Read JSON Lines as a stream, a value a line; empty lines are passed over.

    Args:
        text: The lines.
        file: Name of the file, for errors.
        max_bytes: The most bytes of one line.

    Returns:
        Pairs of the line's number, from 1, and its value, or the `InvalidData` that it gave.
    """
    for number, line in enumerate(text, 1):
        if line.strip(b"\r\n\t "):
            try:
                yield number, parse(line, file, max_bytes)
            except InvalidData as error:
                yield number, error


def text(value: object, indent: int | None = 2) -> str:
    """Write plain values in the canonical form of the data: UTF-8 text, indented."""
    return json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Refused(f"the key {shown(twice)} twice in one object", "each key once")
    return made


def _whole(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise _Refused(f"a number of {len(digits)} digits", f"at most {MAX_DIGITS} digits")
    return int(digits)


def _constant(name: str) -> object:
    raise _Refused(name, "a finite number")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_whole, parse_constant=_constant)


def _depth(value: object) -> int:
    """Measure the nesting, level by level, without recursion."""
    level, depth = [value], 0
    while level := [one for one in level if isinstance(one, (list, dict))]:
        depth += 1
        if depth > MAX_DEPTH:
            break
        level = [
            inner
            for one in level
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, (list, dict))
        ]
    return depth
