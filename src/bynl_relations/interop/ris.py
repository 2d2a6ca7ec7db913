"""Sources in the RIS format, which reference managers import.

Source: the RIS format specification (Reference Manager, 2011); dates are `YYYY/MM/DD`.
"""

from __future__ import annotations

from .attribution import author, name, stamps
from .dates import numbers, sides

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..when import When
    from .attribution import DatasetLike
    from .entries import Entry

__all__ = ["of_dataset", "of_source"]

#: The type of each kind of source; other kinds are `ELEC` or `GEN`.
_TYPES = {
    "legal_act": "STAT",
    "treaty": "STAT",
    "parliamentary_paper": "GOVDOC",
    "report": "RPRT",
    "dataset": "DATA",
    "article": "NEWS",
    "interview": "NEWS",
    "encyclopedia": "ENCYC",
    "book": "BOOK",
    "judgment": "CASE",
}


def of_source(entry: Entry) -> str:
    """Write the entry of a source."""
    source = entry.source
    kind = _TYPES.get(entry.kind, "ELEC" if source.url else "GEN")
    publisher = "T2" if kind in ("NEWS", "ENCYC") else "PB"
    return _entry(kind, [
        ("ID", entry.key),
        *(("AU", name) for name in source.authors),
        ("TI", entry.title),
        (publisher, source.publisher),
        *_date(source.published),
        ("UR", source.url),
        ("Y2", _day(source.accessed)),
        ("LA", source.language),
        ("TT", entry.translated),
        *(("N1", note) for note in entry.notes),
    ])  # fmt: skip


def of_dataset(dataset: DatasetLike, key: str) -> str:
    """Write the entry of the dataset, with its version and the day of its last check."""
    return _entry("DATA", [
        ("ID", key),
        ("AU", author(dataset)),
        ("TI", name(dataset)),
        *_date(dataset.checked),
        ("N1", ". ".join(stamps(dataset))),
    ])  # fmt: skip


def _entry(kind: str, fields: Iterable[tuple[str, str]]) -> str:
    inside = "".join(f"{tag}  - {value}\n" for tag, value in fields if value)
    return f"TY  - {kind}\n{inside}ER  - \n"


def _date(when: When | None) -> list[tuple[str, str]]:
    """Return the year, and the day as far as it is known; words where there is no year."""
    if when is None:
        return []
    known = _numbers(when)
    if not known or len(sides(when)) > 1 or sides(when)[0][1]:
        return [*([("PY", f"{known[0]:04}")] if known else []), ("DA", when.text())]
    return [("PY", f"{known[0]:04}"), ("DA", _day(when))]


def _day(when: When | None) -> str:
    known = _numbers(when) if when is not None else ()
    return "/".join(f"{number:02}" for number in known) + "/" * (3 - len(known)) if known else ""


def _numbers(when: When) -> tuple[int, ...]:
    """Return the numbers of a date, or of the start of an interval."""
    first = sides(when)[:1]
    return numbers(first[0][0]) if first else ()
