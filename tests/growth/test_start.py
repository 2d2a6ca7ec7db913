"""What a first answer takes: the files that it opens, and in CI its instructions."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

BASE = "import attrs, json"
ANSWER = "from bynl_relations import relations; list(relations.events(since=2006))"
#: How many times the instructions of the base each question may take in a fresh process.
LIMITS = {
    ANSWER: 1.30,
    "from bynl_relations import relations; [e.title for e in relations.events(since=2006)]": 1.30,
    "from bynl_relations import relations; list(relations.missions('NL'))": 1.34,
    "from bynl_relations import relations; relations['nl-embassy-office-minsk']": 1.39,
}
WATCH = """
import sys
opened = []
sys.addaudithook(lambda name, args: opened.append(str(args[0])) if name == "open" else None)
{code}
print(*(one for one in opened if "bynl_relations" in one and one.endswith(".json")))
"""


def read(code: str) -> list[str]:
    """Return the names of the data files that code opens in a fresh interpreter."""
    ran = subprocess.run(
        [sys.executable, "-c", WATCH.format(code=code)], capture_output=True, text=True, check=True
    )
    return [name.replace("\\", "/").rpartition("/")[2] for name in ran.stdout.split()]


def test_a_first_answer_opens_one_data_file() -> None:
    assert ["events.json"] == read(ANSWER)


def test_a_question_about_actors_opens_those_that_tell_of_them() -> None:
    code = "from bynl_relations import relations; list(relations.missions('NL'))"

    assert {"actors.json", "missions.json"} == set(read(code))


def test_a_first_answer_imports_no_class_of_actors_or_sources() -> None:
    code = f"{ANSWER}\nimport sys; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert {"bynl_relations.actors", "bynl_relations.provenance"}.isdisjoint(ran.stdout.split())


@pytest.mark.instructions
def test_a_first_answer_takes_at_most_1_30_of_the_instructions_of_its_base(
    instructions: Callable[[str], int],
) -> None:
    for code in (BASE, *LIMITS):
        instructions(code)  # writes the bytecode
    base = instructions(BASE)

    assert instructions(BASE) == pytest.approx(base, rel=0.01)
    for code, most in LIMITS.items():
        assert base < instructions(code) <= most * base, code
