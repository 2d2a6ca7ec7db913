"""All that is held of one record, for a person who reads it in a terminal."""

from __future__ import annotations

from .._display.row import dispute_line, time_text, value_text, word
from .._display.text import line
from ..model import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..provenance import Citation

__all__ = ["card"]

#: Fields that have a place of their own on the card.
_ELSEWHERE = frozenset(
    "id title summary when citations rationale confidence claimed scope notes".split()
)
_NAMES = {"attested": "seen"}
#: The column in which values begin, and the narrowest that they may be.
_INDENT, _NARROWEST = 16, 30


def card(record: Record, width: int | None = None) -> str:
    """Write all that is held of a record: values, doubts, who says so.

    Args:
        record: The record.
        width: The columns of the terminal; None breaks no line.

    Returns:
        Lines without a newline at the end.

    Examples:
        >>> from bynl_relations import relations
        >>> print(card(relations["diplomatic-relations"]).splitlines()[0])
        Diplomatic relations established
    """
    lines = list(_broken(record.title, width, ""))
    for name, text in _fields(record):
        if text:
            lines += _broken(text, width, f"{name:<{_INDENT}}")
    if record.disputed:
        lines += ["", "where sources differ (ours ≠ theirs)"]
        for dispute in record.disputes:
            lines += _broken(dispute_line(dispute), width, "  ")
        lines += _broken(record.rationale, width, "  why ours: ")
    lines += ["", "who says so"]
    for citation in record.citations:
        lines += _cited(citation, width)
    return "\n".join(lines)


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    """Give the fields that hold something, named as people name them."""
    held = "claimed by a source, not held" if record.claimed else "held"
    yield "id", record.id
    yield "collection", record.collection
    yield "when", time_text(record)
    for name in (*record.own_names(), "resident", *Record.field_names()):
        value = getattr(record, name, None)
        # The place of a mission is its seat.
        twice = name == "place" and value == getattr(record, "seat", None)
        if name not in _ELSEWHERE and value not in (None, "", ()) and not twice:
            yield _NAMES.get(name) or word(name), value_text(value)
    yield "summary", record.summary
    yield "notes", record.notes
    yield "standing", f"{held}, {record.confidence} confidence, {record.scope}"


def _cited(citation: Citation, width: int | None) -> Iterator[str]:
    source = citation.source
    about = (source.name, value_text(source.published), source.tier, citation.locator, source.id)
    told = ", ".join(one for one in about if one not in ("", "–"))
    yield from _broken(f"{source.title} ({told})", width, f"  {citation.stance:<{_INDENT - 2}}")
    for text in (citation.says, source.url, source.archived_url):
        yield from _broken(text, width, " " * _INDENT)


def _broken(text: str, width: int | None, indent: str) -> Iterator[str]:
    """Break a text into lines, the further ones below the first; nothing for no text."""
    text = line(text)
    if width is None:
        if text:
            yield indent + text
        return
    from textwrap import wrap

    room = max(width, len(indent) + _NARROWEST)
    yield from wrap(
        text, room, initial_indent=indent, subsequent_indent=" " * len(indent),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
