"""What a dataset holds on one screen: counts, a sketch of its time line, disputes."""

from __future__ import annotations

from collections import Counter

from .summary import Summary, dispute_lines, span_text
from .text import ascii_text, clipped, pad, width_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._protocols import RelationsLike

__all__ = ["overview"]

#: The year with which a sketch begins, where the data reaches it.
FIRST_YEAR = 1991
#: The signs of a sketch: none, 1, 2, 3-4, 5-8, 9-16, 17-32, 33-64 and more records.
_BLOCKS, _LETTERS = " ▁▂▃▄▅▆▇█", " .:-=+*#@"
#: The most columns that a year takes in a sketch.
_BROADEST = 2


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
    lines = [*summary.lines(width), *_sketch(summary, width, ascii_only=ascii_only)]
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
