"""Where the parts of a dataset stand, and each record in them."""

from __future__ import annotations

from array import array

from attrs import frozen

__all__ = ["Part", "Places"]


@frozen
class Part:
    """Where a part of a dataset stands.

    Attributes:
        name: Its name: that of a collection, `actors`, `sources` or `dataset`.
        file: The name of its file, or empty if the data is not a file.
        stem: Its JSON path.
        lines: Whether it is JSON Lines.
    """

    name: str
    file: str
    stem: str = "$"
    lines: bool = False

    def path(self, number: int | None = None) -> str:
        """Return the place of a row by its number; without a number, the place of the part."""
        if number is None:
            return self.stem
        return f"line {number}" if self.lines else f"{self.stem}[{number}]"


class Places:
    """Where each record of a dataset stands, by its id, in a few bytes each."""

    def __init__(self) -> None:
        """Start without records."""
        self._parts: dict[str, Part] = {}
        #: The number of each in its part, in the order in which they came.
        self._numbers = array("l")
        self._table: dict[str, int] = {}

    def add(self, id: str, part: Part, number: int) -> None:
        """Store where the first record with an id stands."""
        if id not in self._parts:
            self._parts[id] = part
            self._numbers.append(number)

    def __contains__(self, id: str) -> bool:
        """Return whether a record has that id."""
        return id in self._parts

    def collection(self, id: str) -> str | None:
        """Return the collection in which a record stands, or None."""
        part = self._parts.get(id)
        return None if part is None else part.name

    def of(self, id: str) -> tuple[str, str]:
        """Return the file and the JSON path of a record; called only to report a problem."""
        if len(self._table) < len(self._parts):
            self._table = dict(zip(self._parts, self._numbers, strict=True))
        part = self._parts[id]
        return part.file, part.path(self._table[id])
