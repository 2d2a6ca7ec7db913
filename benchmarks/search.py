"""Words in own data, beside SQLite's full-text search in the same run."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from gc import collect, freeze, unfreeze
from time import perf_counter

from bynl_relations import Record, Relations

from . import generated
from .stopwatch import turns
from .table import Row

__all__ = ["rows"]

#: Words that nearly every record holds, that some hold, and that one holds.
QUESTIONS = {"a common word": "minister", "two common words": "minister embassy"}
RARE = "a rare word"


def rows(size: int) -> Iterator[Row]:
    """Measure the index of words, then the answers, over so many invented records."""
    data = generated.relations(size)
    held = list(data.all())
    phrase = data._names.phrase("x")
    begun = perf_counter()
    data.all()._index.texts(phrase.runs)
    ours = perf_counter() - begun
    base, theirs = _sqlite(held)
    # It is made once, in Python, where SQLite's is made in C.
    note = f"{ours / size * 1e6:.3g} us a record"
    yield Row("index of words", ours / theirs, "x SQLite's", None, note)
    questions = QUESTIONS | {RARE: held[size // 2].title.split()[-1]}
    for name, text in questions.items():
        yield from _answers(name, text, data, base)


def _answers(name: str, text: str, data: Relations, base: sqlite3.Connection) -> Iterator[Row]:
    asked = "select rowid from texts where texts match ? order by rank"
    tasks: dict[str, Callable[[], object]] = {
        "ours": lambda: len(data.search(text)),
        "best": lambda: list(data.search(text)[:20]),
        "text": lambda: len(data.all(text=text)),
        "all rows": lambda: len(base.execute(asked, (text,)).fetchall()),
        "best rows": lambda: base.execute(f"{asked} limit 20", (text,)).fetchall(),
    }
    # Ours also finds longer words, theirs the word alone; these words begin no other.
    assert tasks["ours"]() == tasks["text"]() == tasks["all rows"](), (name, tasks["ours"]())
    collect()
    freeze()
    times = turns(tasks, 5)
    unfreeze()
    for ours, theirs, what in (
        ("ours", "all rows", "all, best first"),
        ("best", "best rows", "the best 20"),
        ("text", "all rows", "`text=`, by time"),
    ):
        # A rare word takes either some microseconds, in which the call of a query weighs.
        limit = None if name == RARE else 1
        note = f"{times.of(ours) * 1e3:.3g} ms, SQLite {times.of(theirs) * 1e3:.3g} ms"
        yield Row(f"{name}: {what}", times.ratio(ours, theirs), "x SQLite's", limit, note)


def _sqlite(held: list[Record]) -> tuple[sqlite3.Connection, float]:
    """Fill a table of FTS5 with the texts of the records; return it and the seconds it took."""
    base = sqlite3.connect(":memory:")
    begun = perf_counter()
    base.execute(
        "create virtual table texts using fts5"
        "(title, named, summary, rest, tokenize = 'unicode61 remove_diacritics 2')"
    )
    base.execute("insert into texts (texts, rank) values ('rank', 'bm25(8, 4, 3, 1)')")
    base.executemany("insert into texts values (?, ?, ?, ?)", map(_texts, held))
    base.execute("insert into texts (texts) values ('optimize')")
    return base, perf_counter() - begun


def _texts(record: Record) -> tuple[str, ...]:
    actors = list(record._acting())
    names = " ".join(actor.name for actor in actors)
    others = " ".join(name for actor in actors for name in actor.spellings[2:])
    named = " ".join((record.id, *record.topics, str(record.place or ""), names))
    says = " ".join(citation.says for citation in record.citations)
    return record.title, named, record.summary, f"{record.notes} {says} {others}"
