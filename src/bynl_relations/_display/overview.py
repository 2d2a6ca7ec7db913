"""What a dataset holds at a glance: counts, years, a sketch of the time line, disputes."""

from __future__ import annotations

from collections import Counter
from datetime import date

from ..when import FOREVER, NEVER
from .excerpt import counted, heading
from .row import notes, time_text
from .table import WIDTH
from .text import ascii_text, clipped, cut, pad, width_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._protocols import RecordLike, RecordsLike, RelationsLike

__all__ = ["Summary", "dispute_lines", "overview", "relations_text"]

#: The year with which a sketch begins, where the data reaches it.
FIRST_YEAR = 1991
#: The signs of a sketch: none, 1, 2, 3-4, 5-8, 9-16, 17-32, 33-64 and more records.
_BLOCKS, _LETTERS = " ▁▂▃▄▅▆▇█", " .:-=+*#@"
#: The most columns that a year takes in a sketch.
_BROADEST = 2


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
    lines = _head(summary, width)
    for name, years in summary.rows:
        lines.append(f"  {pad(name, 14)}{years.total():>9,}  {span_text(years)}")
    return "\n".join(lines)


def overview(
    relations: RelationsLike, width: int = 80, *, ascii_only: bool = False, program: str = ""
) -> str:
    """Write what a dataset holds on one screen: counts, a sketch of its time line, some disputes.

    Args:
        relations: The dataset.
        width: The most columns of a line, at least 60.
        ascii_only: Whether to write ASCII alone.
        program: The name of the command line, to suggest what to try next; empty for no
            suggestion.

    Returns:
        Lines without a newline at the end, for a dataset of ten kinds at most 33.
    """
    summary = Summary(relations)
    lines = [*_head(summary, width), *_sketch(summary, width, ascii_only=ascii_only)]
    lines += _some_disputes(summary, width, program)
    if program:
        lines += ["", "Try", *(f"  {program} {example}" for example in _EXAMPLES)]
    if ascii_only:
        return "\n".join(clipped(ascii_text(line), width).replace("…", ">") for line in lines)
    return "\n".join(clipped(line, width) for line in lines)


#: How many disputed facts an overview names, and what it suggests to try.
_MOST_DISPUTES = 5
_EXAMPLES = ("missions NL --to BY --at 2018", "show diplomatic-relations", "--help")


def _some_disputes(summary: Summary, width: int, program: str) -> list[str]:
    """Write some disputed facts in a line each, those that fit a line first."""
    every = [f"  {record.id}: {text}" for record, text in dispute_lines(summary.disputed)]
    if not every:
        return []
    short = sorted(every, key=lambda text: width_of(text) > width)
    lines = ["", "Where sources differ (ours ≠ theirs)", *short[:_MOST_DISPUTES]]
    left = len(every) - _MOST_DISPUTES
    more = f"  … {left:,} more" + (f": {program} disputes" if program else "")
    return [*lines, more] if left > 0 else lines


def _head(summary: Summary, width: int) -> list[str]:
    lines = (summary.title, summary.state, summary.asked, summary.counts)
    return [cut(line, width) for line in lines if line]


def _sketch(summary: Summary, width: int, *, ascii_only: bool) -> list[str]:
    """Draw a row of signs for each collection, a sign for a year or a few."""
    known = summary.known
    if not known:
        return []
    first = max(known[0], FIRST_YEAR) if known[-1] >= FIRST_YEAR else known[0]
    room = width - _LABELS
    span = known[-1] - first + 1
    years = -(-span // room)
    broad = max(1, min(_BROADEST, room // span))
    starts = range(first, known[-1] + 1, years)
    signs = _LETTERS if ascii_only else _BLOCKS
    lines = ["", f"{'':{_LABELS}}{_axis(starts, broad)}".rstrip()]
    total: Counter[int | None] = Counter()
    for name, row in summary.rows:
        total.update(row)
        lines.append(_strip(name, row, starts, signs, broad))
    lines += [_strip("all", total, starts, signs, broad), "", *_legend(total, starts, signs)]
    return lines


#: How many columns stand before the signs of a sketch.
_LABELS = 34
#: How far apart the years above a sketch can be, in years, and must be, in columns.
_GAPS, _APART = (10, 20, 50, 100, 200, 500, 1000, 2000), 6


def _strip(name: str, row: Counter[int | None], starts: range, signs: str, broad: int) -> str:
    found = [sum(row[start + more] for more in range(starts.step)) for start in starts]
    drawn = "".join(_sign(count, signs) * broad for count in found)
    return f"{pad(name, 14)}{row.total():>7,}  {pad(span_text(row), 11)}{drawn}".rstrip()


def _sign(count: int, signs: str) -> str:
    return signs[min(len(signs) - 1, (count - 1).bit_length() + 1 if count else 0)]


def _axis(starts: range, broad: int) -> str:
    """Write years above their signs: the first, and round ones with room between them."""
    gap = next(gap for gap in _GAPS if gap * broad >= starts.step * _APART)
    text = ""
    for place, start in enumerate(starts):
        column = place * broad
        round_year = -(-start // gap) * gap
        if not place:
            text = str(start)
        elif round_year < start + starts.step and column > len(text):
            text = f"{text:{column}}{round_year}"
    return text


def _legend(total: Counter[int | None], starts: range, signs: str) -> list[str]:
    every = "a year" if starts.step == 1 else f"in {starts.step} years"
    scale = " ".join(f"{sign} {most}" for sign, most in zip(signs[1:], _SCALE, strict=True))
    early = sum(count for year, count in total.items() if year is not None and year < starts.start)
    lines = [f"Begun {every}: {scale}"]
    left: list[str] = []
    if early:
        left.append(f"{early:,} before {starts.start}")
    if total[None]:
        left.append(f"{total[None]:,} of unknown year")
    return [*lines, f"Not drawn: {', '.join(left)}"] if left else lines


_SCALE = ("1", "2", "3–4", "5–8", "9–16", "17–32", "33–64", "more")
