"""Many threads may ask the first question at once; the data is read once."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from bynl_relations import Record
from bynl_relations._dataset import bundled, rows
from bynl_relations._query.relations import Relations

THREADS = 16


def test_the_first_use_by_many_threads_reads_each_file_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: Counter[str] = Counter()
    load = rows.contents
    for module in (rows, bundled):
        monkeypatch.setattr(module, "contents", lambda name: read.update([name]) or load(name))
    fresh = Relations(bundled.Bundled())
    start = Barrier(THREADS)

    def ask(number: int) -> tuple[object, ...]:
        start.wait()
        if number % 2:
            return (fresh["nl-embassy-warsaw"], *fresh.missions("Nederland"))
        missions = tuple(fresh.missions("NL"))
        return (fresh["nl-embassy-warsaw"], *missions)

    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(ask, range(THREADS)))

    assert {1} == set(read.values())
    assert len({tuple(map(id, answer)) for answer in answers}) == 1


def test_a_record_that_many_threads_look_at_first_is_whole_for_each() -> None:
    for record in bundled.Bundled().records("missions"):
        start = Barrier(THREADS)

        def look(number: int, record: Record = record, start: Barrier = start) -> object:
            start.wait()
            names = ("title", "citations", "seat", "actors")
            return [getattr(record, name) for name in (names if number % 2 else reversed(names))]

        with ThreadPoolExecutor(THREADS) as pool:
            looks = list(pool.map(look, range(THREADS)))

        assert looks[1::2] == [looks[1]] * (THREADS // 2)
        assert looks[::2] == [looks[1][::-1]] * (THREADS // 2)  # type: ignore[index]
        assert not hasattr(record, "_rest")
