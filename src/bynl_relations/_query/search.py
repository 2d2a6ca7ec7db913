"""Words in records, without regard to case and accents."""

from __future__ import annotations

import re
from math import log

from .._spelling import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Record

__all__ = ["SHORTEST", "contains", "rank", "spoken", "tokens"]

_WORD = re.compile(r"\w+")
#: What a hit in each part of a record is worth: title, then who, where and what, then the rest.
_TITLE, _PARTS, _SUMMARY, _REST = 8.0, 4.0, 3.0, 1.0
_PREFIX = 0.6
#: How many letters a word has at least that may be the beginning of a longer one.
SHORTEST = 3


def _texts(record: Record) -> Iterable[tuple[float, str]]:
    """Give the texts of a record with their weights."""
    yield _TITLE, record.title
    yield _PARTS, record.id.replace("-", " ")
    yield _PARTS, " ".join(record.topics).replace("-", " ")
    if record.place is not None:
        yield _PARTS, str(record.place)
    for actor in record._acting():
        yield _PARTS if actor.type == "person" else _SUMMARY, actor.name
        yield _REST, " ".join(actor.spellings[1:])
    yield _SUMMARY, record.summary
    for name in ("subject", "exceptions", "stated", "address"):
        yield _SUMMARY, getattr(record, name, "")
    yield _REST, " ".join(getattr(record, "references", ()))
    yield _REST, record.notes
    yield _REST, record.rationale
    for citation in record.citations:
        yield _REST, citation.says


def _whole(record: Record) -> str:
    return " ".join(text for _, text in _texts(record))


def spoken(record: Record) -> tuple[str, ...]:
    """Give every word of a record, folded, each once."""
    return tokens(_whole(record))


def contains(record: Record, wanted: Sequence[str]) -> bool:
    """Tell whether a record holds every one of some folded words, anywhere in its texts."""
    whole = fold(_whole(record))
    return all(word in whole for word in wanted)


def tokens(text: str) -> tuple[str, ...]:
    """Split a text into folded words, each once.

    Examples:
        >>> tokens("Chernobyl children, CHERNOBYL")
        ('chernobyl', 'children')
    """
    return tuple(dict.fromkeys(_WORD.findall(fold(text))))


def rank(records: Sequence[Record], text: str, among: Iterable[int] | None = None) -> list[int]:
    """Find the records that hold the words of a text, the best first.

    Args:
        records: What to look through.
        text: Words; each may be the beginning of a longer one.
        among: The positions of those that hold any of the words, where that is known.

    Returns:
        Positions of the records that hold every word; where none does, of those that hold some.
    """
    wanted = tokens(text)
    hits: list[tuple[int, list[float]]] = []
    for position in range(len(records)) if among is None else among:
        values = [0.0] * len(wanted)
        for weight, part in _texts(records[position]):
            found = set(_WORD.findall(fold(part))) if part else ()
            for index, word in enumerate(wanted):
                if word in found:
                    values[index] += weight
                elif len(word) >= SHORTEST and any(one.startswith(word) for one in found):
                    values[index] += weight * _PREFIX
        if any(values):
            hits.append((position, values))
    complete = [hit for hit in hits if all(hit[1])]
    chosen = complete or hits
    rarity = [
        log(1 + len(records) / (1 + sum(1 for _, values in hits if values[index])))
        for index in range(len(wanted))
    ]

    def worth(hit: tuple[int, list[float]]) -> float:
        return sum(one * rare for one, rare in zip(hit[1], rarity, strict=True))

    return [position for position, _ in sorted(chosen, key=lambda hit: (-worth(hit), hit[0]))]
