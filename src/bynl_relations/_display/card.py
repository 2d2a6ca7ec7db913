"""A whole record: its fields in words, for HTML and Markdown alike."""

from __future__ import annotations

from .row import detail, dispute_line, figure, notes, time_text, value_text, word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..provenance import Citation
    from .protocols import RecordLike

__all__ = ["about", "fields", "named", "says", "sort_of"]

#: Fields that a card shows in another way, or not at all.
_ELSEWHERE = frozenset(
    "id title summary when attested participants place topics citations rationale confidence"
    " claimed scope related notes kind effect function level attitude low high stated unit seat"
    " quotation".split()
)

#: Fields, as a card names them, that hold ids of records.
_IDS = ("Id", "Related", "About", "Mission", "Changes")


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


def named(record: RecordLike, name: str) -> tuple[str, ...]:
    """Give the ids that a field of that name holds; none of a field that holds something else."""
    if name not in _IDS:
        return ()
    value: str | tuple[str, ...] = getattr(record, name.lower())
    return value if isinstance(value, tuple) else (value,)


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
