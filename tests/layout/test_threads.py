"""Many threads may ask the first question at once; the data is read once."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from bynl_relations import _bundle
from bynl_relations._store import Relations

THREADS = 16


def test_the_first_use_by_many_threads_reads_each_file_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: Counter[str] = Counter()
    rows = _bundle._rows
    monkeypatch.setattr(_bundle, "_rows", lambda name: read.update([name]) or rows(name))
    fresh = Relations(_bundle.Bundled())
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
