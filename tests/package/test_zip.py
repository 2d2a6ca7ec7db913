"""The package works from inside a zip archive, where no metadata can be asked for."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from bynl_relations import relations

_ASK = """
import sys
sys.modules["importlib.metadata"] = None
sys.path.insert(0, sys.argv[1])
import bynl_relations
assert bynl_relations.__file__.startswith(sys.argv[1]), bynl_relations.__file__
from bynl_relations import *
assert __version__ == bynl_relations.__version__
assert len(relations.missions().to_html()) > 40_000
print(*relations.missions("NL").ids, relations.digest)
"""


def test_it_works_from_a_zip(package: Path, tmp_path: Path) -> None:
    archive = tmp_path / "bynl.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        for file in sorted(package.rglob("*")):
            if file.suffix in {".py", ".json", ".typed", ".html", ".css", ".js"}:
                opened.write(file, file.relative_to(package.parent))
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", _ASK, str(archive)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.stderr == ""
    assert ran.stdout.split() == [*relations.missions("NL").ids, relations.digest]
