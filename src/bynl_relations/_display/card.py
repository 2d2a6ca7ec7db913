"""A whole record: its fields in words, for text, HTML and Markdown alike."""

from __future__ import annotations

from .row import detail, dispute_line, figure, notes, time_text, value_text, word
from .text import cut, line, pad, width_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..provenance import Citation
    from .protocols import RecordLike

__all__ = ["about", "fields", "record_text", "says", "sort_of"]

#: Fields that a card shows in another way, or not at all.
_ELSEWHERE = frozenset(
    "id title summary when attested participants place topics citations rationale confidence"
    " claimed scope related notes kind effect function level attitude low high stated unit seat"
    " quotation".split()
)
#: How many columns the name of a field takes.
_NAMES = 14


def sort_of(record: RecordLike) -> str:
    """Name what a record is: event, visit, mission."""
    return record.collection.removesuffix("s")


def fields(record: RecordLike) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the fields that hold something: a name, and one or more texts; not the sources."""
    for name, texts in _fields(record):
        found = tuple(text for text in texts if text)
        if found:
            yield name, found


def _fields(record: RecordLike) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "When", (time_text(record),)
    if record.claimed:
        yield "Held", ("no: a source claims it, better sources deny it",)
    yield ("Figure" if figure(record) else "Kind"), (detail(record),)
    for name in record.field_names():
        value: object = getattr(record, name)
        if name not in _ELSEWHERE and value:
            yield word(name).capitalize(), (value_text(value),)
    yield "Participants", (", ".join(map(str, record.participants)),)
    yield "Place", (str(record.place or ""),)
    yield "Summary", (record.summary,)
    yield "Quotation", (str(getattr(record, "quotation", None) or ""),)
    if record.disputed:
        times = (dispute_line(one) for one in record.disputes if one.field == "when")
        yield "Disputed", (*times, *notes(record))
        yield "Why ours", tuple({one.rationale for one in record.disputes})
    yield "Notes", (record.notes,)
    yield "Seen", (", ".join(map(str, record.attested)) if record.when else "",)
    yield "Topics", (", ".join(record.topics),)
    yield "Related", (", ".join(record.related),)
    yield "Confidence", (str(record.confidence),)
    yield "Scope", (str(record.scope),)
    yield "Id", (record.id,)


def about(citation: Citation) -> str:
    """Say of a source who published it, when, how near it is, and how it stands to the record."""
    source = citation.source
    told = (source.publisher, str(source.published or ""), str(source.tier), str(citation.stance))
    where = f"at {citation.locator}" if citation.locator else ""
    return ", ".join(part for part in (*told, where) if part)


def says(citation: Citation) -> str:
    """Give what a source says, and the values that it has instead of ours."""
    values = (f"{word(one.field)}: {value_text(one.value)}" for one in citation.asserts)
    told = "; ".join(values)
    if citation.says and told:
        return f"{citation.says} ({told})"
    return citation.says or told


def record_text(record: RecordLike, width: int | None = 100) -> str:
    """Write a record with all its fields and sources.

    Args:
        record: The record.
        width: How many columns no line passes; None for no limit.

    Returns:
        Lines without a newline at the end.
    """
    room = 1_000_000 if width is None else max(40, width)
    lines = _wrapped((f"{record.title} ({sort_of(record)})",), room, 0)
    for name, texts in fields(record):
        first, *rest = _wrapped(texts, room, _NAMES)
        lines += [pad(name, _NAMES) + first.lstrip(), *rest]
    lines.append("Sources")
    for citation in record.citations:
        source = citation.source
        title, *rest = _wrapped((f"{source.title} ({about(citation)})",), room, 4)
        lines += [f"  - {title.lstrip()}", *rest]
        # An address is of use only whole.
        lines += [f"    {line(source.url)}"] if source.url else []
        lines += _wrapped((says(citation),), room, 4)
    return "\n".join(lines)


def _wrapped(texts: Iterable[str], width: int, indent: int) -> list[str]:
    """Break texts into lines that begin with so many blanks."""
    lines: list[str] = []
    for text in texts:
        row = ""
        for part in line(text).split(" "):
            if row and indent + width_of(row) + 1 + width_of(part) > width:
                lines.append(row)
                row = part
            else:
                row = f"{row} {part}" if row else part
        lines += [row] if row else []
    return [" " * indent + cut(row, width - indent) for row in lines]
