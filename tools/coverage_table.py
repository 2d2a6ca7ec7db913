"""Write the table of coverage in the data README: records by kind and decade, counted.

python tools/coverage_table.py            write the table
python tools/coverage_table.py --check    fail where the table is not what would be written
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bynl_relations import relations
from bynl_relations.model import COLLECTIONS

if TYPE_CHECKING:
    from bynl_relations import Record

PAGE = Path(__file__).parents[1] / "src" / "bynl_relations" / "data" / "README.md"
#: The table, between the heading of its section and the next paragraph.
TABLE = re.compile(r"(?<=\n)\| kind \|.*?(?=\n\n)", re.DOTALL)
COLUMNS = ("to 1989", "1990s", "2000s", "2010s", "2020s", "undated")


def column(record: Record) -> str:
    """Return the decade of the first day on which a record is known to stand or to happen."""
    moments = [record.when] if record.when is not None else list(record.attested)
    moments += filter(None, [getattr(record, "in_force", None), *getattr(record, "applies", ())])
    if not moments:
        return "undated"
    first = moments[0]
    day = first.start.earliest or first.start.latest or first.latest
    assert day is not None  # An interval with two open sides cannot be written.
    return "to 1989" if day.year < 1990 else f"{day.year // 10 * 10}s"


def table() -> str:
    """Return the table in Markdown, with a last row of sums."""
    counts = {
        name: Counter(map(column, relations.all(collection=name, claims=True)))
        for name in COLLECTIONS
    }
    counts["all"] = sum(counts.values(), Counter())
    lines = [
        f"| kind | {' | '.join(COLUMNS)} | all |",
        f"| --- |{' ---: |' * (len(COLUMNS) + 1)}",
    ]
    for name, counted in counts.items():
        cells = (str(counted[decade] or "") for decade in COLUMNS)
        lines.append(f"| {name} | {' | '.join(cells)} | {counted.total()} |")
    return "\n".join(lines)


def page(text: str) -> str:
    """Return the README with its table counted anew."""
    return TABLE.sub(lambda _: table(), text, count=1)


def main(arguments: list[str]) -> int:
    """Write the table, or check it."""
    text = PAGE.read_text("utf-8")
    if arguments == ["--check"]:
        return int(page(text) != text)
    PAGE.write_text(page(text), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
