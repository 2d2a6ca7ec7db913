"""One thing that is wrong with data, and where."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Problem"]


class Problem(NamedTuple):
    """One thing that is wrong with data.

    Attributes:
        found: What stands there.
        expected: What should stand there.
        path: Where, as a JSON path from the top of the file: `$[3].citations[0].source`.
        record: The id of the record, or empty where it is not known.
        file: The name of the file, or empty where the data is no file.
    """

    found: str
    expected: str
    path: str = ""
    record: str = ""
    file: str = ""

    def __str__(self) -> str:
        """Tell the problem in one line."""
        where = ": ".join(part for part in (self.file, self.path, self.record) if part)
        told = f"{self.found}; expected {self.expected}" if self.expected else self.found
        return f"{where}: {told}" if where else told
