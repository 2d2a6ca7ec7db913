"""A whole record: its fields in words, for text, HTML and Markdown alike."""

from __future__ import annotations

from .row import detail, dispute_line, figure, notes, time_text, value_text, word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .._protocols import RecordLike
    from ..provenance import Citation

__all__ = ["about", "fields", "mentioned", "says", "sort_of"]

#: The fields of a kind that the line `Kind` or `Figure` shows, and the quotation.
_SHOWN = frozenset(
    "kind effect function level attitude low high stated unit seat quotation".split()
)
#: Fields that every record has and that have a place of their own on a card.
_PLACED = frozenset(
    "id title summary when attested participants place citations rationale claimed related"
    " notes confidence scope".split()
)


def sort_of(record: RecordLike) -> str:
    """Name what a record is: event, visit, mission."""
    return record.collection.removesuffix("s")


def fields(record: RecordLike) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the fields that hold something, without the sources: a label, and one or more texts."""
    for label, texts in _fields(record):
        found = tuple(text for text in texts if text)
        if found:
            yield label, found


def _fields(record: RecordLike) -> Iterator[tuple[str, tuple[str, ...]]]:
    own = record.own_names()
    yield "Summary", (record.summary,)
    yield "When", (time_text(record),)
    if record.claimed:
        yield "Held", ("no: a source claims it, better sources deny it",)
    yield ("Figure" if figure(record) else "Kind"), (detail(record),)
    for name in own:
        if name not in _SHOWN:
            yield _labelled(record, name)
    # The one flag that follows from other fields.
    if isinstance(resident := getattr(record, "resident", None), bool):
        yield "Resident", (value_text(resident),)
    yield "Participants", (", ".join(map(str, record.participants)),)
    yield "Place", (str(record.place or ""),)
    yield "Quotation", (str(getattr(record, "quotation", None) or ""),)
    if record.disputed:
        times = (dispute_line(dispute) for dispute in record.disputes if dispute.field == "when")
        yield "Disputed", (*times, *notes(record))
        yield "Why ours", tuple({dispute.rationale for dispute in record.disputes})
    yield "Notes", (record.notes,)
    yield "Seen", (", ".join(map(str, record.attested)) if record.when else "",)
    for name in record.field_names():
        if name not in own and name not in _PLACED:
            yield _labelled(record, name)
    yield _labelled(record, "related")
    yield "Confidence", (str(record.confidence),)
    yield "Scope", (str(record.scope),)
    yield "Id", (record.id,)


def _labelled(record: RecordLike, name: str) -> tuple[str, tuple[str, ...]]:
    value: object = getattr(record, name)
    return word(name).capitalize(), (value_text(value) if value else "",)


def mentioned(record: RecordLike, label: str) -> tuple[str, ...]:
    """Return the ids of records in the field with a label; empty where it holds something else."""
    if label not in ("Id", "Related", "About", "Mission", "Changes"):
        return ()
    value: str | tuple[str, ...] = getattr(record, label.lower())
    return value if isinstance(value, tuple) else (value,)


def about(citation: Citation, *, stance: bool = True) -> str:
    """Describe a source: publisher, date, tier, language, stance (unless False), where in it."""
    source = citation.source
    language = source.language if source.language != "en" else ""
    where = f"at {citation.locator}" if citation.locator else ""
    told = str(citation.stance) if stance else ""
    parts = (source.publisher, str(source.published or ""), str(source.tier), language, told, where)
    return ", ".join(part for part in parts if part)


def says(citation: Citation) -> str:
    """Write what a source says, and the values that it has instead of ours."""
    values = "; ".join(f"{word(given.field)}: {value_text(given.value)}"
                       for given in citation.asserts)  # fmt: skip
    if citation.says and values:
        return f"{citation.says} ({values})"
    return citation.says or values
