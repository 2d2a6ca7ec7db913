"""The rows of the bundled files, as text: each is parsed on first use."""

from __future__ import annotations

import os
from functools import cache
from typing import cast

from ..errors import InvalidData, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._conversion.builder import Row

__all__ = ["Rows", "contents", "glimpse", "parsed"]

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")


def contents(name: str) -> bytes:
    """Read a file of the bundled data; a file that does not ship is an empty list.

    Raises:
        InvalidData: The installation is damaged: a file that ships is missing.
    """
    try:
        return _load(f"{name}.json")
    except OSError as error:
        try:
            ships = f'"path": "{name}.json"'.encode() in _load("datapackage.json")
        except OSError:
            ships = True
        if ships:
            found = f"cannot be read ({error.strerror or 'no such file'})"
            expected = "the file: this installation of bynl-relations is damaged, install it again"
            path = os.path.join(_FOLDER, f"{name}.json")
            raise InvalidData((Problem(found, expected, "", "", path),)) from None
    return b"[]"


def _load(file: str) -> bytes:
    data: bytes = __spec__.loader.get_data(os.path.join(_FOLDER, file))  # type: ignore[union-attr]
    return data


class Rows:
    """The rows of a file by id, each parsed on first use.

    The canonical form begins every row by the same lines, its id first; a file in any other
    form is parsed whole.

    Attributes:
        texts: The text of each row from its id on.
        whole: Each row of a file that had to be parsed whole.
    """

    __slots__ = ("texts", "whole")

    def __init__(self, name: str) -> None:
        data = contents(name)
        head, *texts = data.split(_ROW)
        self.texts = {text[: text.index(b'"')].decode(): text for text in texts}
        whole = [] if head == b"[" else cast("list[Row]", _decoder()(data.decode())[0])
        self.whole = {str(row["id"]): row for row in whole}

    @property
    def ids(self) -> Mapping[str, object]:
        """Every id, in the order of the file."""
        return self.whole or self.texts

    def __getitem__(self, key: str) -> Row:
        """Parse the row of an id."""
        return self.whole[key] if self.whole else parsed(self.texts[key])

    def drop(self, key: str) -> None:
        """Drop the text of a row."""
        if key in self.texts:
            self.texts[key] = b""


_ROW = b'\n  {\n    "id": "'


def parsed(text: bytes) -> Row:
    """Parse the text of a row from its id on."""
    return cast("Row", _decoder()(f'{{"id": "{text.decode()}')[0])


def glimpse(text: bytes, key: bytes, start: int = 0) -> list[str]:
    """Return the strings of a field by searching the raw text from some place on.

    That avoids parsing the row, and importing `json`; it relies on the indent of the canonical
    form.
    """
    at = text.find(key, start)
    if at < 0:
        return []
    at += len(key)
    end = b"\n    ]" if text[at] == _LIST else b"\n"
    return text[at : text.index(end, at)].decode().split('"')[1::2]


_LIST = ord("[")


@cache
def _decoder() -> Callable[[str], tuple[object, int]]:
    from json import JSONDecoder

    return JSONDecoder().raw_decode
