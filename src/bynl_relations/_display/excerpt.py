"""Which records of a result are shown, and the words above them."""

from __future__ import annotations

from itertools import pairwise

from .wording import detail, figure, notes, parties, sort_of, time_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._protocols import RecordLike, RecordsLike

__all__ = ["MOST_ROWS", "Excerpt", "Row", "advice", "counted", "heading", "silence"]

#: How many rows a result shows.
MOST_ROWS = 20
#: In a result of more records nothing is counted that would mean looking at each.
MOST_COUNTED = 10_000
#: How many gaps are named below the counts.
MOST_GAPS = 2


class Row:
    """The cells of one record.

    Attributes:
        record: The record.
        when: Its time, with what is disputed of that.
        what: Its kind, or its collection where the result mixes several.
        title: Its title; in a mixed result the figure stands before it.
        parties: Of a visit: who came, and whom they saw.
        confidence: medium or low; empty for high.
        sure: Whether it must belong to the window that was asked for; True without a window.
        notes: What sources say otherwise of the other fields.
    """

    __slots__ = ("confidence", "notes", "parties", "record", "sure", "title", "what", "when")

    def __init__(self, record: RecordLike, *, mixed: bool, sure: bool = True) -> None:
        """Write the cells."""
        self.record = record
        self.sure = sure
        self.when = time_text(record)
        self.what = sort_of(record) if mixed else detail(record)
        amount = figure(record) if mixed else ""
        self.title = f"{amount}: {record.title}" if amount else record.title
        self.parties = parties(record)
        self.confidence = str(record.confidence).replace("high", "")
        self.notes = notes(record)

    @property
    def certain(self) -> str:
        """Whether it belongs to the window that was asked for, in a word: yes or possible."""
        return "yes" if self.sure else "possible"


class Excerpt:
    """The rows that are shown of a result.

    In the order of time the first and the last records say most; in any other order, as of a
    search, the first.

    Attributes:
        head: The rows before the gap, all where there is none.
        left: How many records the gap leaves out.
        tail: The rows after the gap.
        what: The heading of the column of kinds.
    """

    __slots__ = ("_mixed", "_records", "head", "left", "tail", "what")

    def __init__(self, records: RecordsLike[RecordLike], most: int = MOST_ROWS) -> None:
        """Choose the rows."""
        count = len(records)
        half = most // 2
        self.left = max(0, count - most)
        # Of records that all fit, no tail is cut off.
        half = half if self.left else 0
        positions = (*range(min(count, most) - half), *range(count - half, count))
        chosen = [records[position] for position in positions]
        if self.left and any(first.sort_key > next_.sort_key for first, next_ in pairwise(chosen)):
            chosen, half = [records[position] for position in range(most)], 0
        self._records = records
        self._mixed = len({record.collection for record in chosen}) > 1
        gap = len(chosen) - half
        self.head = self._rows(chosen[:gap], 0)
        self.tail = self._rows(chosen[gap:], count - half)
        figures = not self._mixed and any(hasattr(record, "low") for record in chosen)
        self.what = "figure" if figures else "kind"

    @property
    def rows(self) -> list[Row]:
        """Every row that is shown."""
        return self.head + self.tail

    def more(self, most: int) -> list[Row]:
        """Return the first rows of the gap, up to a number of them."""
        start = len(self.head)
        stop = start + min(self.left, most)
        return self._rows([self._records[position] for position in range(start, stop)], start)

    def _rows(self, chosen: list[RecordLike], start: int) -> list[Row]:
        """Make the rows of a run of records, which begins at a position of the result."""
        sure = None
        if self._records.windows:
            sure = set(self._records[start : start + len(chosen)].certain.ids)
        return [
            Row(record, mixed=self._mixed, sure=sure is None or record.id in sure)
            for record in chosen
        ]


def heading(count: int, one: str = "record") -> str:
    """Count something in words.

    Examples:
        >>> heading(1), heading(12345), heading(0, "source")
        ('1 record', '12,345 records', 'no sources')
    """
    return f"{f'{count:,}' if count else 'no'} {one}{'' if count == 1 else 's'}"


def counted(records: RecordsLike[RecordLike], mark: str = "") -> str:
    """Count a result in words: the certain and the possible, the undated, the data's version.

    Args:
        records: The result.
        mark: How a row that is only possible is marked, if by a sign.
    """
    count = len(records)
    text = heading(count)
    if count <= MOST_COUNTED:
        if count and records.windows:
            sure = len(records.certain)
            sign = f" ({mark})" if mark and count > sure else ""
            text += f": {sure:,} certain, {count - sure:,} possible{sign}"
        if undated := records.undated:
            text += f"; {undated:,} undated left out"
    return f"{text}; data {records.version}" if records.version else text


def silence(records: RecordsLike[RecordLike]) -> str:
    """List the gaps that the question touches: what was looked for and not found."""
    gaps = records.gaps
    if not gaps:
        return ""
    questions = "; ".join(str(gap) for gap in gaps[:MOST_GAPS])
    more = len(gaps) - MOST_GAPS
    return f"looked for and not found: {questions}{f'; {more} more in .gaps' if more > 0 else ''}"


def advice(records: RecordsLike[RecordLike]) -> str:
    """Suggest what to try where nothing was found."""
    tries: list[str] = []
    if records.windows:
        tries.append("a wider since, until or at")
    if records.undated:
        tries.append("undated=True for those without a date")
    if "claims=" not in records.asked:
        tries.append("claims=True for what better sources deny")
    tries += ["fewer keywords", "search() for words in any text"]
    return f"Nothing fits. Try {', '.join(tries[:-1])} or {tries[-1]}."
