"""Measure everything and print one table: `python -m benchmarks`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from importlib.metadata import version

from . import counts, documents, memory, page, questions, search, startup
from .table import Row, show

PARTS = ("startup", "questions", "counts", "search", "documents", "memory", "page")


def main() -> int:
    """Run the parts that were asked for; 1 where a limit is missed."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("parts", nargs="*", default=PARTS, metavar="part",
                       help=f"of {', '.join(PARTS)}; all where none is named")  # fmt: skip
    asked.add_argument("--sizes", nargs="+", type=float, default=[1e3, 1e5], metavar="SIZE",
                       help="how many records the questions are put to (1e3 1e5)")  # fmt: skip
    asked.add_argument("--document", type=float, default=1e4, metavar="SIZE",
                       help="how many records are read and written (1e4)")  # fmt: skip
    asked.add_argument("--rounds", type=int, default=41, help="of processes at start-up (41)")
    given = asked.parse_args()
    if wrong := set(given.parts) - set(PARTS):
        asked.error(f"no part {', '.join(sorted(wrong))}; write {', '.join(PARTS)}")
    sys.stdout.write(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores,"
        f" attrs {version('attrs')}, cattrs {version('cattrs')}\n"
    )
    rows: list[Row] = []
    if "startup" in given.parts:
        rows += show("Start-up", startup.rows(given.rounds))
    if "questions" in given.parts:
        for size in given.sizes:
            rows += show(f"Questions over {int(size):,} records", questions.rows(int(size)))
    if "search" in given.parts:
        for size in given.sizes:
            rows += show(f"Words in {int(size):,} records", search.rows(int(size)))
    if "counts" in given.parts:
        rows += show("Counts by period", counts.rows())
    if "documents" in given.parts:
        rows += show("JSON", documents.rows(int(given.document)))
    if "memory" in given.parts:
        rows += show("Memory", memory.rows())
    if "page" in given.parts:
        rows += show("The page, in Chromium", page.rows(int(given.document)))
    missed = [row for row in rows if row.verdict == "MISSED"]
    sys.stdout.write(f"\n{len(missed)} limits missed\n")
    return bool(missed)


if __name__ == "__main__":
    raise SystemExit(main())
