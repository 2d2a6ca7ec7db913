"""What a program pays before its first answer: whole processes of a fresh environment."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from time import perf_counter

from .table import Row

__all__ = ["ANSWER", "BASE", "counted", "installed", "rows"]

ROOT = Path(__file__).parents[1]
BASE = "import attrs, json"
ANSWER = "from bynl_relations import relations; list(relations.events(since=2006))"
IMPORT = "import bynl_relations"
#: Other first questions, of which the instructions alone are counted.
QUESTIONS = {
    "titles of a first answer": "[one.title for one in relations.events(since=2006)]",
    '`missions("NL")`': 'list(relations.missions("NL"))',
    "a first record by its id": 'relations["nl-embassy-office-minsk"]',
}
RIVALS = {
    "pycountry": "import pycountry; pycountry.countries.get(alpha_2='NL')",
    "babel": "from babel import Locale; Locale('en').territories['NL']",
}
#: What opens files is told by an audit hook; what is read on the way to the first answer.
WATCH = """
import sys
opened = []
sys.addaudithook(lambda name, args: opened.append(str(args[0])) if name == "open" else None)
{code}
print(*sorted({{one for one in opened if one.endswith(".json")}}), sep="\\n")
"""
#: CPU time of a part in a process of its own, the imports left out.
LOAD = """
import time
from bynl_relations import relations
import bynl_relations.model as model, bynl_relations.provenance, decimal, json
for name in model.COLLECTIONS: model.kind(name)
begun = time.process_time()
for record in {which}: record.citations, record.actors
print(1000 * (time.process_time() - begun))
"""


@contextmanager
def installed() -> Iterator[Path]:
    """Return the interpreter of a new environment that holds the wheel and the rivals."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True, symlinks=True)
        python = Path(folder, "Scripts" if os.name == "nt" else "bin", "python")
        rivals = [f"{name}=={version(name)}" for name in RIVALS if _has(name)]
        subprocess.run(
            [python, "-m", "pip", "install", "-qq", "--compile", str(ROOT), *rivals],
            check=True, env=environment(),
        )  # fmt: skip
        yield python


def environment() -> dict[str, str]:
    """Return the environment of a process: bytecode is written, strings hash alike in every run."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return plain | {"PYTHONHASHSEED": "0"}


def rows(rounds: int = 41) -> Iterator[Row]:
    """Measure whole processes in turns, then what is loaded."""
    with installed() as python:
        codes = {"pass": "pass", "base": BASE, "import": IMPORT, "answer": ANSWER}
        codes |= {name: code for name, code in RIVALS.items() if _has(name)}
        times = _processes(python, codes, rounds)

        def ratio(name: str, base: str) -> float:
            return median(a / b for a, b in zip(times[name], times[base], strict=True))

        def note(name: str) -> str:
            return f"{1000 * median(times[name]):.1f} ms"

        yield Row(f"`{BASE}`", 1, "x itself", note=note("base"))
        yield Row(f"`{IMPORT}`", ratio("import", "pass"), "x `pass`", 1.35, note("import"))
        yield Row("first answer", ratio("answer", "base"), "x base", 1.40, note("answer"))
        for name in RIVALS:
            if name in times:
                yield Row(f"first look-up of {name}", ratio(name, "base"), "x base", None,
                          f"{note(name)}, {version(name)}")  # fmt: skip
            else:
                yield Row(f"first look-up of {name}", None, "", note="not installed")
        if "pycountry" in times:
            yield Row("first answer", ratio("answer", "pycountry"), "x pycountry", 1.0)
        yield from _instructions(python)
        yield from _loads(python)


def counted(python: Path | str, code: str) -> int:
    """Count the instructions of a process with valgrind; its texts hash the same in every run."""
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out",
             str(python), "-c", f"import gc; gc.disable()\n{code}"],
            check=True, capture_output=True, text=True, env=environment(),
        )  # fmt: skip
    found = re.search(r"Collected : (\d+)", ran.stderr)
    assert found is not None, ran.stderr
    return int(found[1])


def _instructions(python: Path) -> Iterator[Row]:
    if shutil.which("valgrind") is None:
        yield Row("instructions", None, "", note="valgrind is not installed")
        return
    base, answer = counted(python, BASE), counted(python, ANSWER)
    yield Row("first answer, instructions", answer / base, "x base", 1.30,
              f"{answer / 1e6:.0f} million, base {base / 1e6:.0f} million")  # fmt: skip
    for name, question in QUESTIONS.items():
        asked = counted(python, f"from bynl_relations import relations; {question}")
        yield Row(
            f"{name}, instructions", asked / base, "x base", note=f"{asked / 1e6:.0f} million"
        )
    empty, imported = counted(python, "pass"), counted(python, IMPORT)
    yield Row("import, instructions", imported / empty, "x `pass`", 1.35)
    if _has("pycountry"):
        other = counted(python, RIVALS["pycountry"])
        yield Row("pycountry, instructions", other / base, "x base")


def _loads(python: Path) -> Iterator[Row]:
    read = _output(python, WATCH.format(code=ANSWER)).split()
    names = ", ".join(sorted(Path(one).name for one in read))
    yield Row("data files read on the way", len(read), "files", 1, names)
    for what, which, limit in (
        ("full load", "(relations[one] for one in relations)", 60),
        ("one collection (events)", "relations.events(claims=True)", 20),
    ):
        runs = [float(_output(python, LOAD.format(which=which))) for _ in range(11)]
        yield Row(what, median(runs), "ms CPU", limit)


def _processes(python: Path, codes: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """Time processes in turns; the first turn of each only writes bytecode."""
    times: dict[str, list[float]] = {name: [] for name in codes}
    plain = environment()
    for number in range(rounds + 1):
        for name, code in codes.items():
            begun = perf_counter()
            subprocess.run([python, "-c", code], check=True, env=plain)
            if number:
                times[name].append(perf_counter() - begun)
    return times


def _output(python: Path, code: str) -> str:
    ran = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True,
                         env=environment())  # fmt: skip
    return ran.stdout


def _has(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False
