"""An interrupt anywhere in the first load breaks nothing: the same question has its answer then."""

from __future__ import annotations

import gc
import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

import bynl_relations
from bynl_relations import Relations, relations
from bynl_relations._conversion import late
from bynl_relations._dataset import rows
from bynl_relations._dataset.bundled import Bundled

PACKAGE = os.path.dirname(bynl_relations.__file__)
Line = tuple[str, int]


def small(folder: Path) -> Path:
    """Write a dataset of a few records of each kind, in the form of the bundled one."""
    kept: list[bynl_relations.Record] = []
    for collection in bynl_relations.model.COLLECTIONS:
        kept += relations._holdings.records(collection)[-2:]
    Relations.of(kept, title="Small", checked="2020").write(folder)
    return folder


def answers(data: Relations) -> list[object]:
    """Put questions that load every part in every way."""
    events = data.events(since=1990)
    return [
        [record.title for record in events],
        [record.actors for record in data.missions("NL")],
        [record.citations for record in data.all(claims=True)],
        [actor.name for actor in data.actors()],
        [source.title for source in data.sources()],
        data.title,
        data.at("2010") is not None,
    ]


class Interrupting:
    """Count the passages of each line of the package, or interrupt one of them."""

    def __init__(self, line: Line | None = None, passage: int = 0) -> None:
        self.line, self.left = line, passage
        self.passages: dict[Line, int] = {}

    def __call__(self, frame: FrameType, event: str, argument: object) -> Callable[..., object]:
        name = frame.f_code.co_filename
        return self.look if name.startswith(PACKAGE) else self

    def look(self, frame: FrameType, event: str, argument: object) -> Callable[..., object]:
        if event == "line":
            line = frame.f_code.co_filename, frame.f_lineno
            if self.line is None:
                self.passages[line] = self.passages.get(line, 0) + 1
            elif line == self.line:
                self.left -= 1
                if not self.left:
                    raise KeyboardInterrupt
        return self.look

    def watch(self, task: Callable[[], object]) -> bool:
        """Run a task; return whether it was interrupted."""
        before = sys.gettrace()
        sys.settrace(self)  # type: ignore[arg-type]
        try:
            task()
        except KeyboardInterrupt:
            return True
        finally:
            sys.settrace(before)
        return False


def interrupted_everywhere(every: int) -> tuple[int, list[object]]:
    """Interrupt the first and the last passage of lines; return how often, and what broke."""
    expected = answers(Relations(Bundled()))
    counting = Interrupting()
    counting.watch(lambda: answers(Relations(Bundled())))
    broken: list[object] = []
    tried = 0
    for line, count in list(counting.passages.items())[::every]:
        for passage in {1, count}:
            fresh = Relations(Bundled())
            if Interrupting(line, passage).watch(lambda fresh=fresh: answers(fresh)):  # type: ignore[misc]
                tried += 1
                if not gc.isenabled() or answers(fresh) != expected:
                    broken.append((line, passage))
                    gc.enable()
    return tried, broken


@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.long)])
def test_an_interrupt_at_a_line_of_the_first_load_breaks_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, every: int
) -> None:
    monkeypatch.setattr(rows, "_FOLDER", os.fspath(small(tmp_path)))

    # A tracer can interrupt between the end of a block and the release of its lock, a signal cannot.
    monkeypatch.setattr(late, "LOCK", threading.RLock())

    tried, broken = interrupted_everywhere(every)

    assert tried * every > 500
    assert broken == []


def test_the_rule_finds_a_load_that_forgets_too_early(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def forgetful(self: rows.Rows, key: str) -> object:
        text, self.texts[key] = self.texts[key], b""
        return rows.parsed(text)

    monkeypatch.setattr(late, "LOCK", threading.RLock())
    monkeypatch.setattr(rows, "_FOLDER", os.fspath(small(tmp_path)))
    monkeypatch.setattr(rows.Rows, "__getitem__", forgetful)
    expected = answers(Relations(Bundled()))
    fresh = Relations(Bundled())
    line = rows.parsed.__code__.co_filename, rows.parsed.__code__.co_firstlineno + 2

    assert Interrupting(line, 60).watch(lambda: answers(fresh))
    with pytest.raises(ValueError, match="Unterminated"):
        assert answers(fresh) == expected


#: Interrupt the n-th line of the package in a fresh process, the imports included; ask again.
AGAIN = """
import sys
left = {left}
def look(frame, event, argument):
    global left
    if event == "line":
        left -= 1
        if not left:
            raise KeyboardInterrupt
    return look
def enter(frame, event, argument):
    return look if "bynl_relations" in frame.f_code.co_filename else None
def ask():
    from bynl_relations import relations
    found = [record.title for record in relations.events(since=2006)]
    found += [record.citations[0].source.title for record in relations.missions("NL")]
    return found, relations.actor("BY").name, len(relations)
sys.settrace(enter)
try:
    first = ask()
except KeyboardInterrupt:
    first = None
sys.settrace(None)
import gc
assert gc.isenabled()
print(left, hash(str(ask())))
"""


def asked_again(left: int) -> tuple[int, str]:
    """Return how many lines were left, and what the second question gave."""
    ran = subprocess.run(
        [sys.executable, "-c", AGAIN.format(left=left)],
        capture_output=True, text=True, check=False, env=os.environ | {"PYTHONHASHSEED": "0"},
    )  # fmt: skip
    assert ran.returncode == 0, (left, ran.stderr)
    rest, answer = ran.stdout.split()
    return int(rest), answer


#: Interrupt by a signal, as the stop button of a notebook does; ask again from another thread.
SIGNALLED = """
import signal, sys, threading
from bynl_relations import relations
def ask():
    return [record.citations[0].source.title for record in relations.all(claims=True)]
def stop(number, frame):
    raise KeyboardInterrupt
signal.signal(signal.SIGALRM, stop)
try:
    signal.setitimer(signal.ITIMER_REAL, {seconds})
    first = ask()
    signal.setitimer(signal.ITIMER_REAL, 0)
except KeyboardInterrupt:
    first = None
found = []
asking = threading.Thread(target=lambda: found.append(ask()), daemon=True)
asking.start()
asking.join(30)
import gc
assert gc.isenabled()
print(first is None, len(found[0]), found[0] == ask())
"""


@pytest.mark.parametrize("points", [3, pytest.param(100, marks=pytest.mark.long)])
def test_a_signal_during_the_load_breaks_nothing(points: int) -> None:
    stopped = 0
    for number in range(points):
        seconds = 0.001 + 0.03 * number / points
        ran = subprocess.run(
            [sys.executable, "-c", SIGNALLED.format(seconds=seconds)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        interrupted, size, same = ran.stdout.split()
        stopped += interrupted == "True"
        assert (str(len(relations)), "True") == (size, same)
    assert stopped


@pytest.mark.parametrize("points", [6, pytest.param(200, marks=pytest.mark.long)])
def test_an_interrupt_in_a_fresh_process_breaks_nothing(points: int) -> None:
    most = 10**9
    rest, expected = asked_again(most)
    chance = random.Random(points)

    for left in [chance.randrange(1, most - rest) for _ in range(points)]:
        assert (0, expected) == asked_again(left), left
