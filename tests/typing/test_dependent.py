"""Type checkers see from outside what the library promises.

These need mypy and pyright, and so are marked `tools`; `pytest -m tools` runs them, and fails
where a checker is missing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.tools

DEPENDENT = Path(__file__).with_name("dependent.py")


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a checker of this interpreter's environment."""
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False
    )


def mypy(file: Path, cwd: Path) -> str:
    """Return what mypy says of a file, as a dependent would call it."""
    return run(
        "mypy", "--strict", "--cache-dir", str(cwd), "--config-file=", str(file), cwd=cwd
    ).stdout


def pyright(file: Path, cwd: Path) -> str:
    """Return what pyright says of a file, as a dependent would call it."""
    shutil.copy(file, cwd / "dependent.py")
    settings = {
        "typeCheckingMode": "strict",
        "reportUnnecessaryTypeIgnoreComment": True,
        "enableTypeIgnoreComments": False,
        "include": ["dependent.py"],
    }
    (cwd / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    return run("pyright", "--pythonpath", sys.executable, cwd=cwd).stdout


def test_mypy_strict_proves_what_queries_give(tmp_path: Path) -> None:
    assert mypy(DEPENDENT, tmp_path).strip() == "Success: no issues found in 1 source file"


def test_pyright_strict_proves_what_queries_give(tmp_path: Path) -> None:
    assert pyright(DEPENDENT, tmp_path).strip().endswith("0 errors, 0 warnings, 0 informations")


def test_both_would_tell_a_broken_promise(tmp_path: Path) -> None:
    file = tmp_path / "broken.py"
    file.write_text(
        "from typing import assert_type\n"
        "from bynl_relations import Records, Visit, relations\n"
        "assert_type(relations.events(), Records[Visit])\n"
        "relations.events(since=2006)  # type: ignore[call-arg]"
        "  # pyright: ignore[reportCallIssue]\n",
        encoding="utf-8",
    )
    told = mypy(file, tmp_path)

    assert "[assert-type]" in told
    assert "[unused-ignore]" in told
    told = pyright(file, tmp_path)
    assert "reportAssertTypeFailure" in told
    assert "reportUnnecessaryTypeIgnoreComment" in told


def test_no_public_name_leaves_its_type_to_be_guessed(tmp_path: Path) -> None:
    ran = run("pyright", "--verifytypes", "bynl_relations", "--outputjson", cwd=tmp_path)
    found = json.loads(ran.stdout)["typeCompleteness"]
    guessed = [
        symbol["name"]
        for symbol in found["symbols"]
        if symbol["isExported"]
        and any("missing" in one["message"].lower() for one in symbol["diagnostics"])
    ]

    assert found["exportedSymbolCounts"]["withKnownType"] > 0
    assert guessed == []
