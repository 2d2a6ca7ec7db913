"""Datasets of two sizes, alike but for their size, and what counts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import SupportsIndex

import pytest

from bynl_relations import Actor, Citation, Event, Participant, Record, Relations, Source, When

SMALL, LARGE = 1_000, 8_000
CITED = (Citation(Source("a-source", "A source", tier="news")),)
PARTS = [(Participant(Actor(f"actor-{one}", "person", f"Actor {one}")),) for one in range(50)]


def dataset(size: int) -> Relations:
    """Make events: eight begin in each month, every fourth lasts for a month or for years.

    Of two in a hundred the start is only about right.
    """
    events = []
    for number in range(size):
        year, month = 1000 + number // 96, 1 + number // 8 % 12
        start = f"{year:04}-{month:02}-{1 + number % 28:02}"
        if number % 100 in (3, 4):
            start = f"{start if number % 2 else start[:7]}~"
        end = f"/{year + number % 3:04}-12-31" if number % 4 == 0 else ""
        events.append(
            Event(
                id=f"event-{number}",
                title=f"Event {number}",
                citations=CITED,
                kind="call",
                when=When(start + end),
                topics=("trade",) if number % 2 else ("sport",),
                participants=PARTS[number % 50],
            )
        )
    return Relations.of(events)


class Watched(tuple[Record, ...]):
    """Records that count how many of them are taken out."""

    taken: int = 0

    def __getitem__(self, index: SupportsIndex | slice) -> object:  # type: ignore[override]
        found = super().__getitem__(index)  # type: ignore[index]
        Watched.taken += len(found) if isinstance(index, slice) else 1  # type: ignore[arg-type]
        return found

    def __iter__(self) -> Iterator[Record]:
        for record in super().__iter__():
            Watched.taken += 1
            yield record


@pytest.fixture(scope="session")
def small() -> Relations:
    """Return the dataset of a thousand."""
    return dataset(SMALL)


@pytest.fixture(scope="session")
def large() -> Relations:
    """Return the dataset that is eight times as large."""
    return dataset(LARGE)


@pytest.fixture
def touched() -> Callable[[Relations, Callable[[Relations], object]], int]:
    """Count the records that a task touches once the index is made."""

    def count(data: Relations, task: Callable[[Relations], object]) -> int:
        task(data)
        index = data._index("all").without_claims
        records = index.records
        index.records = Watched(records)
        Watched.taken = 0
        try:
            task(data)
        finally:
            index.records = records
        return Watched.taken

    return count


@pytest.fixture
def calls() -> Callable[[Relations, Callable[[Relations], object]], int]:
    """Count the functions, those of C too, that a task calls once the index is made."""

    def count(data: Relations, task: Callable[[Relations], object]) -> int:
        task(data)
        counted = 0

        def note(frame: FrameType, event: str, argument: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            task(data)
        finally:
            sys.setprofile(before)
        return counted

    return count


@pytest.fixture
def instructions(tmp_path: Path) -> Callable[[str], int]:
    """Count the instructions of a process; texts hash the same, the collector rests."""
    assert shutil.which("valgrind") is not None
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def count(code: str) -> int:
        ran = subprocess.run(
            [
                "valgrind",
                "--tool=callgrind",
                f"--callgrind-out-file={tmp_path / 'counted'}",
                sys.executable,
                "-c",
                f"import gc; gc.disable()\n{code}",
            ],
            capture_output=True,
            text=True,
            check=True,
            env=plain | {"PYTHONHASHSEED": "0"},
        )
        found = re.search(r"Collected : (\d+)", ran.stderr)
        assert found is not None
        return int(found[1])

    return count
