"""Counts by period over the bundled measures, and over own data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec

from bynl_relations import relations

from . import generated
from .stopwatch import turns
from .table import Row, missing

__all__ = ["rows"]

SIZE = 10_000


def rows() -> Iterator[Row]:
    """Measure what began and stood by month, beside a query a month."""
    measures, own = relations.measures("EU"), generated.relations(SIZE).all()
    months = [row.period for row in measures.counts(by="month", of="stood")]
    tasks: dict[str, Callable[[], object]] = {
        "ours": lambda: measures.counts(by="month", of="stood"),
        "queries": lambda: [
            (len(found.certain), len(found.possible))
            for found in (measures.where(at=month) for month in months)
        ],
        "own": lambda: own.counts(by="month", of="stood"),
    }
    if find_spec("pandas"):
        tasks["pandas"] = lambda: relations.measures("EU").counts("month", "stood").to_pandas()
    assert [row[1:] for row in measures.counts("month", "stood")] == tasks["queries"]()
    times = turns(tasks)
    yield Row("EU measures that applied, by month", times.of("ours") * 1e3, "ms")
    yield Row("the same by a query a month", times.ratio("queries", "ours"), "x ours")
    if "pandas" in times:
        yield Row("asked, counted and in pandas", times.of("pandas") * 1e3, "ms", 5)
    yield Row("invented records, by month", times.of("own") / SIZE * 1e6, "us a record")
    yield from missing("pandas")
