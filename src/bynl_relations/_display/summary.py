"""What a dataset holds in counts and years: as text, HTML and Markdown."""

from __future__ import annotations

from collections import Counter
from datetime import date
from html import escape

from ..when import FOREVER, NEVER
from . import pipes, tags
from .excerpt import counted, heading
from .text import WIDTH, cut, pad
from .wording import notes, time_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._protocols import RecordLike, RecordsLike, RelationsLike

__all__ = [
    "Summary",
    "dispute_lines",
    "relations_html",
    "relations_markdown",
    "relations_text",
    "span_text",
]


class Summary:
    """The counts of a dataset.

    Attributes:
        every: All records, claims included.
        years: For each collection, how many records began in each year; None counts those
            whose year is not known.
        disputed: The records on which sources differ.
        asked: The call that made a view; empty for a dataset.
        title: What the dataset is called.
        state: Its version and the day of the last check, in words, or empty.
        counts: How many records, sources and disputed facts, in words.
    """

    __slots__ = ("asked", "counts", "disputed", "every", "state", "title", "years")

    def __init__(self, relations: RelationsLike) -> None:
        """Count the records."""
        self.every: RecordsLike[RecordLike] = relations.all(claims=True)
        self.years: dict[str, Counter[int | None]] = {}
        self.disputed: RecordsLike[RecordLike] = relations.disputes()
        claims = 0
        for position in range(len(self.every)):
            record = self.every[position]
            claims += record.claimed
            self.years.setdefault(record.collection, Counter())[_year(record)] += 1
        asked = self.every.asked.removesuffix(".all(claims=True)")
        self.asked = asked if asked.endswith(")") or " | " in asked else ""
        self.title = relations.title or "A dataset without a title"
        state = [f"data {relations.version}"] if relations.version else []
        if relations.checked is not None:
            state.append(f"checked {relations.checked!s}")
        self.state = ", ".join(state)
        counts = [counted(self.every).partition("; data ")[0]]
        if claims:
            counts.append(f"{heading(claims, 'claim')} among them")
        # A view cites some of the sources of its dataset.
        sources = self.every.sources if self.asked else relations.sources()
        counts.append(heading(len(sources), "source"))
        counts.append(heading(len(self.disputed), "disputed fact"))
        self.counts = "; ".join(counts)

    @property
    def rows(self) -> list[tuple[str, Counter[int | None]]]:
        """The collections with their years, the largest first."""
        return sorted(self.years.items(), key=lambda row: (-row[1].total(), row[0]))

    @property
    def known(self) -> list[int]:
        """Every year in which a record began, in order."""
        return sorted({year for row in self.years.values() for year in row if year is not None})

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands above the collections: title, state, call, counts; without what is empty."""
        every = (self.title, self.state, self.asked, self.counts)
        return tuple(text for text in every if text)

    def lines(self, width: int) -> list[str]:
        """Return the texts as lines of so many columns at most."""
        return [cut(text, width) for text in self.texts]


def span_text(years: Counter[int | None]) -> str:
    """Write the first and the last year in which a record of a collection began."""
    known = [year for year in years if year is not None]
    if not known:
        return "–"
    return f"{min(known)}–{max(known)}" if min(known) != max(known) else f"{min(known)}"


def _year(record: RecordLike) -> int | None:
    first, last, _ = record.sort_key
    day = first if first != NEVER else last
    return date.fromordinal(day).year if NEVER < day < FOREVER else None


def dispute_lines(records: RecordsLike[RecordLike]) -> list[tuple[RecordLike, str]]:
    """Write each disputed record in a line: our value, and who says otherwise."""
    lines: list[tuple[RecordLike, str]] = []
    for position in range(len(records)):
        record = records[position]
        when = time_text(record)
        parts = [when] if "≠" in when or record.claimed else []
        parts += [f"held {note}" if note.startswith("≠") else note for note in notes(record)]
        lines.append((record, "; ".join(parts)))
    return lines


def relations_text(relations: RelationsLike, width: int = WIDTH) -> str:
    """Write what a dataset holds: its title, and for each collection the count and the years."""
    summary = Summary(relations)
    lines = summary.lines(width)
    for name, years in summary.rows:
        lines.append(f"  {pad(name, 14)}{years.total():>9,}  {span_text(years)}")
    return "\n".join(lines)


def relations_html(relations: RelationsLike) -> str:
    """Write what a dataset holds: a row for each collection, and its disputed facts."""
    summary = Summary(relations)
    parts = [f"<strong>{escape(summary.title)}</strong>", escape(summary.state)]
    parts += [tags.code(summary.asked)] if summary.asked else []
    parts.append(escape(summary.counts))
    rows = (
        tags.head(escape(name)) + tags.cell(f"{years.total():,}") + tags.cell(span_text(years))
        for name, years in summary.rows
    )
    caption = "<br>".join(part for part in parts if part)
    table = tags.table(caption, tags.columns(("Collection", "Records", "Years")), rows, tags.WIDE)
    disputed = dispute_lines(summary.disputed)
    if not disputed:
        return table
    items = tags.bullets(f"{tags.code(record.id)}: {escape(text)}" for record, text in disputed)
    label = "Where sources differ (ours ≠ theirs)"
    return f"{table}\n<details {tags.ROOT}><summary>{label}</summary>{items}</details>"


def relations_markdown(relations: RelationsLike) -> str:
    """Write what a dataset holds as a pipe table with a row for each collection."""
    summary = Summary(relations)
    rows = (
        pipes.row((pipes.safe(name), f"{years.total():,}", span_text(years)))
        for name, years in summary.rows
    )
    head = [line for text in summary.texts for line in (pipes.safe(text), "")]
    return "\n".join([*head, *pipes.table(("Collection", "Records", "Years"), rows)])
