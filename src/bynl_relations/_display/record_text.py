"""A record as a card in plain text: all that it holds, its doubts, and who says so."""

from __future__ import annotations

from .card import about, fields, mentioned, says
from .text import line, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .._protocols import RecordLike
    from ..provenance import Citation

__all__ = ["record_text"]

#: The column in which values begin, and the narrowest that they may be.
_INDENT, _NARROWEST = 16, 30
#: How many columns a card takes.
_WIDTH = 100


def record_text(
    record: RecordLike, width: int | None = _WIDTH, titles: Mapping[str, str] | None = None
) -> str:
    """Write all that a record holds: values, doubts, who says so.

    Args:
        record: The record.
        width: The columns of the terminal; None breaks no line.
        titles: Titles of records by id, to name the related ones with.

    Returns:
        Lines without a newline at the end.

    Examples:
        >>> from bynl_relations import relations
        >>> print(record_text(relations["diplomatic-relations"]).splitlines()[0])
        Diplomatic relations established
    """
    lines = list(_broken(record.title, width, ""))
    for label, texts in fields(record):
        first = f"{label.lower():<{_INDENT}}"
        ids = () if label == "Id" else mentioned(record, label)
        for text in _named(ids, titles or {}) or texts:
            lines += _broken(text, width, first)
            first = " " * _INDENT
    lines += ["", "who says so"]
    for citation in record.citations:
        lines += _cited(citation, width)
    return "\n".join(lines)


def _named(ids: tuple[str, ...], titles: Mapping[str, str]) -> list[str]:
    """Write ids with their titles, if any title is known."""
    return [f"{name} ({titles[name]})" if name in titles else name for name in ids]


def _cited(citation: Citation, width: int | None) -> Iterator[str]:
    source = citation.source
    description = f"{source.label} ({about(citation, stance=False)}, {source.id})"
    yield from _broken(description, width, f"  {citation.stance:<{_INDENT - 2}}")
    for text in (says(citation), source.url, source.archived_url):
        yield from _broken(text, width, " " * _INDENT)


def _broken(text: str, width: int | None, indent: str) -> Iterator[str]:
    """Break a text into lines, the further ones below the first; yield nothing for no text."""
    text = line(text)
    room = None if width is None else max(width - len(indent), _NARROWEST)
    # An address is of no use in pieces.
    lines = [text] if "://" in text and " " not in text else wrapped(text, room)
    for number, part in enumerate(lines if text else []):
        yield (" " * len(indent) if number else indent) + part
