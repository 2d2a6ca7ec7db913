"""Questions over own data, beside what else answers them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from gc import collect, freeze, unfreeze
from importlib.util import find_spec
from statistics import median
from time import process_time
from tracemalloc import get_traced_memory, start, stop

from bynl_relations import Record, Relations, When
from bynl_relations._query.index import Index

from . import generated
from .stopwatch import Times, turns
from .table import Row, missing

__all__ = ["rows"]

AT, SINCE, UNTIL = "2010-05-17", "2010", "2012"
#: An actor that few records name, a topic that many have.
ACTOR, TOPIC = "actor-7", "trade"


def rows(size: int) -> Iterator[Row]:
    """Measure the index, then the answers, over so many invented records."""
    data = generated.relations(size)
    records = data.all(claims=True)._index.records
    yield from _built(records)
    held = list(data.all())
    yield from _answers(data, held, size)
    yield from _rivals(data, held)


def _built(records: tuple[Record, ...]) -> Iterator[Row]:
    """Measure the making of the index, and its size."""
    size = len(records)
    began, stood = When(SINCE), When(AT)
    steps: dict[str, tuple[Callable[[Index], object], float | None, float | None]] = {
        "what began": (lambda index: index._can(_window(True, began)), 1.5, 150),
        "what stood": (lambda index: index._can(_window(False, stood)), 1.5, 150),
        "both": (lambda index: (index._can(_window(True, began)),
                                index._can(_window(False, stood))), 1.5, 150),
        "topics and actors": (lambda index: (index.posting("topic"), index.posting("actor")),
                              None, 150),
    }  # fmt: skip
    for what, (make, most, room) in steps.items():
        spent = []
        for _ in range(5):
            index = Index(records)
            begun = process_time()
            make(index)
            spent.append((process_time() - begun) / size * 1e6)
        index = Index(records)
        start()
        make(index)
        bytes_each = get_traced_memory()[0] / size
        stop()
        yield Row(f"index of {what}", median(spent), "us a record", most)
        yield Row(f"index of {what}", bytes_each, "bytes a record", room)


def _window(began: bool, when: When) -> object:
    class Asked:
        """Stand for a window, of which the index wants but this."""

        first, last = when.span[0], when.span[3]

    Asked.began = began  # type: ignore[attr-defined]
    return Asked


def _answers(data: Relations, held: list[Record], size: int) -> Iterator[Row]:
    """Measure answers beside list comprehensions over the same records."""
    low, high = When(SINCE).span[0], When(UNTIL).span[3]
    first, last = When(AT).span[0], When(AT).span[3]
    spans = [(*(one.when.reach or one.when.span)[:4], one) for one in held if one.when is not None]
    known = held[size // 3].id
    stood, began = data.all(at=AT), data.all(since=SINCE, until=UNTIL)
    tasks: dict[str, Callable[[], object]] = {
        "stood len": lambda: len(stood),
        "began len": lambda: len(began),
        "asked len": lambda: len(data.all(since=SINCE, until=UNTIL)),
        "asked first": lambda: data.all(at=AT).first(),
        "asked slice": lambda: list(data.all(since=SINCE, until=UNTIL)[10:20]),
        "id": lambda: data.get(known),
        "stood": lambda: list(data.all(at=AT)),
        "stood comprehension": lambda: [
            one for one in held
            if (when := one.when) is not None
            and (span := when.reach or when.span)[0] <= last and span[3] >= first
        ],
        "stood rows": lambda: [one for a, _, _, b, one in spans if a <= last and b >= first],
        "began": lambda: list(data.all(since=SINCE, until=UNTIL)),
        "began comprehension": lambda: [
            one for one in held
            if (when := one.when) is not None
            and (span := when.reach or when.span)[0] <= high and span[1] >= low
        ],
        "began rows": lambda: [one for a, b, _, _, one in spans if a <= high and b >= low],
        "compound": lambda: list(data.all(actor=ACTOR, topic=TOPIC, since=SINCE, exact=True)),
        "compound comprehension": lambda: [
            one for one in held
            if TOPIC in one.topics and ACTOR in one.actor_ids
            and (when := one.when) is not None
            and (when.reach or when.span)[1] >= low
        ],
        "broad": lambda: list(data.all(topic=TOPIC, since=SINCE)),
        "broad comprehension": lambda: [
            one for one in held
            if TOPIC in one.topics and (when := one.when) is not None
            and (when.reach or when.span)[1] >= low
        ],
    }  # fmt: skip
    for name in ("stood", "began", "compound", "broad"):
        assert tasks[name]() == tasks[f"{name} comprehension"](), name
    collect()
    freeze()
    times = turns(tasks, 5 if size > 100_000 else 9)
    unfreeze()
    yield from _told(times, size)


def _told(times: Times, size: int) -> Iterator[Row]:
    for name, what in (("stood len", "`len` of what stood"), ("began len", "`len` of what began"),
                       ("asked len", "query and `len`"), ("asked first", "query and `first()`"),
                       ("asked slice", "query and a slice of ten")):  # fmt: skip
        yield Row(what, times.of(name) * 1e6, "us", None if name.startswith("asked") else 10)
    yield Row("a record by its id", times.of("id") * 1e6, "us", 1)
    for name, what in (("stood", "all that stood"), ("began", "all that began")):
        yield Row(f"list of {what}", times.ratio(name, f"{name} comprehension"),
                  "x a comprehension", 0.5, f"{times.of(name) * 1e3:.3g} ms")  # fmt: skip
        yield Row(f"list of {what}", times.ratio(name, f"{name} rows"),
                  "x one over prepared rows")  # fmt: skip
    most = 1 / 50 if size >= 100_000 else None
    for name, what in (("compound", "actor, topic, since"), ("broad", "topic, since (broad)")):
        yield Row(what, times.ratio(name, f"{name} comprehension"), "x a comprehension",
                  most, f"{times.of(name) * 1e3:.3g} ms")  # fmt: skip


def _rivals(data: Relations, held: list[Record]) -> Iterator[Row]:
    """Measure the count of what stood on a day, asked of others."""
    first = When(AT).span[0]
    spans = [(when.reach or when.span)[:4] for one in held if (when := one.when) is not None]
    columns = {"first": [one[0] for one in spans], "last": [one[3] for one in spans]}
    asked = data.all(at=AT)
    tasks: dict[str, Callable[[], object]] = {
        "ours": lambda: len(asked),
        "a comprehension": lambda: sum(a <= first <= b for a, _, _, b in spans),
        "sqlite3 in memory": _sqlite(columns, first),
    }
    for name, ready in (("pandas", _pandas), ("polars", _polars), ("duckdb", _duckdb)):
        if find_spec(name):
            tasks[name] = ready(columns, first)
    answers = {name: int(task()) for name, task in tasks.items()}  # type: ignore[call-overload]
    assert len(set(answers.values())) == 1, answers
    times = turns(tasks, 5)
    for name in list(tasks)[1:]:
        yield Row(f"the same count by {name}", times.ratio(name, "ours"), "x ours", None,
                  f"{times.of(name) * 1e6:,.0f} us")  # fmt: skip
    yield from missing("pandas", "polars", "duckdb")


def _sqlite(columns: dict[str, list[int]], day: int) -> Callable[[], object]:
    base = sqlite3.connect(":memory:")
    base.execute("create table facts (first integer, last integer)")
    pairs = zip(columns["first"], columns["last"], strict=True)
    base.executemany("insert into facts values (?, ?)", pairs)
    base.execute("create index spans on facts (first, last)")
    base.execute("analyze")
    asked = "select count(*) from facts where first <= ? and last >= ?"
    return lambda: base.execute(asked, (day, day)).fetchone()[0]


def _pandas(columns: dict[str, list[int]], day: int) -> Callable[[], object]:
    from pandas import DataFrame

    frame = DataFrame(columns)
    first, last = frame["first"], frame["last"]
    return lambda: int(((first <= day) & (last >= day)).sum())


def _polars(columns: dict[str, list[int]], day: int) -> Callable[[], object]:
    from polars import DataFrame, col

    frame = DataFrame(columns)
    return lambda: frame.select(((col("first") <= day) & (col("last") >= day)).sum()).item()


def _duckdb(columns: dict[str, list[int]], day: int) -> Callable[[], object]:
    import duckdb

    base = duckdb.connect()
    base.execute("create table facts (first integer, last integer)")
    if find_spec("pandas"):
        from pandas import DataFrame

        base.register("given", DataFrame(columns))
        base.execute("insert into facts select first, last from given")
    else:
        pairs = list(zip(columns["first"], columns["last"], strict=True))
        base.executemany("insert into facts values (?, ?)", pairs)
    asked = "select count(*) from facts where first <= ? and last >= ?"
    return lambda: base.execute(asked, (day, day)).fetchone()[0]
