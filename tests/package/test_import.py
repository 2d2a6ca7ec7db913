"""Importing the package costs nothing and touches nothing; a fresh interpreter is watched."""

from __future__ import annotations

import json
import subprocess
import sys

_WATCH = """
import sys
opened, sockets = [], []

def hook(event, args):
    if event == "open":
        opened.append(str(args[0]))
    elif event.startswith("socket."):
        sockets.append(event)

sys.addaudithook(hook)
before = set(sys.modules)
{code}
modules = sorted(set(sys.modules) - before)
files = [name for name in opened if not name.endswith((".py", ".pyc", ".so", ".pyd"))]
import json
print(json.dumps({{"modules": modules, "files": files, "sockets": sockets}}))
"""


def watched(code: str) -> dict[str, list[str]]:
    """Run code in a fresh interpreter; return the modules, files and sockets that it used."""
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", _WATCH.format(code=code)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    seen: dict[str, list[str]] = json.loads(ran.stdout)
    return seen


def tops(modules: list[str]) -> set[str]:
    """Return the names of the packages that the modules belong to."""
    return {name.partition(".")[0] for name in modules}


def test_the_watch_sees_files_sockets_and_modules() -> None:
    code = "import socket, os; socket.socket().close(); open(os.devnull).close()"
    seen = watched(code)

    assert "socket" in seen["modules"]
    assert seen["files"]
    assert seen["sockets"]


def test_import_takes_no_other_module_no_file_no_socket() -> None:
    seen = watched("import bynl_relations")

    assert tops(seen["modules"]) <= {"bynl_relations", "importlib", "__future__", "warnings"}
    assert seen["files"] == []
    assert seen["sockets"] == []


def test_naming_the_dataset_reads_nothing() -> None:
    seen = watched("from bynl_relations import relations")

    assert tops(seen["modules"]).isdisjoint({"cattrs", "dateutil", "json"})
    assert seen["files"] == []


def test_a_first_answer_reads_only_what_it_needs() -> None:
    seen = watched("from bynl_relations import relations; list(relations.events(since=2006))")
    read = sorted(name.replace("\\", "/").rpartition("/")[2] for name in seen["files"])

    assert tops(seen["modules"]).isdisjoint({"cattrs", "dateutil"})
    assert "events.json" in read
    assert set(read) <= {"actors.json", "dataset.json", "events.json", "sources.json"}
    assert seen["sockets"] == []


def test_no_optional_library_is_touched_by_showing_an_answer() -> None:
    seen = watched("from bynl_relations import relations; repr(relations.missions('NL'))")

    assert tops(seen["modules"]).isdisjoint({"pandas", "polars", "pyarrow", "matplotlib", "numpy"})
