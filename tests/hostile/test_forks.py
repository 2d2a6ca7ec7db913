"""A process that forks while a thread loads the data has children that can load it too."""

from __future__ import annotations

import subprocess
import sys

import pytest

FORKING = """
import os, signal, sys, threading, time, warnings
warnings.simplefilter("ignore")  # of forks beside threads
from bynl_relations import relations
from bynl_relations._query.relations import Relations
from bynl_relations._dataset.bundled import Bundled

def ask():
    return [record.citations[0].source.title for record in relations.all(claims=True)]

def load():
    for _ in range(3):
        # A dataset of its own, so that the load lasts as long as the forks do.
        [record.actors for record in Relations(Bundled()).all(claims=True)]
    ask()

thread = threading.Thread(target=load)
thread.start()
children = []
for number in range(8):
    time.sleep({pause})
    child = os.fork()
    if not child:
        signal.alarm(30)
        os._exit(0 if len(ask()) == len(relations) else 3)
    children.append(child)
thread.join()
print(*(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children))
"""


@pytest.mark.parametrize(
    "pause",
    [
        0.002,
        pytest.param(0.0005, marks=pytest.mark.long),
        pytest.param(0.01, marks=pytest.mark.long),
    ],
)
def test_no_child_of_a_fork_during_the_load_hangs(pause: float) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FORKING.format(pause=pause)],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip

    assert ran.stderr == ""
    assert ["0"] * 8 == ran.stdout.split()
