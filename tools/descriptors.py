"""Write what describes the data to machines: JSON Schemas, datapackage.json, CITATION.cff.

    python tools/descriptors.py            # writes them
    python tools/descriptors.py --check    # says which are out of date; exit 1 if any is

All of it follows from the classes, the bundled dataset and pyproject.toml.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path

from bynl_relations import __version__, relations
from bynl_relations._dataset.descriptors import descriptors as described
from bynl_relations._dataset.writer import parts
from bynl_relations.interop.descriptors import citation_file

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "bynl_relations" / "data"


def descriptors() -> dict[Path, str]:
    """Give the path and the text of every file that this tool writes."""
    holdings = relations._holdings  # noqa: SLF001
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    made = {
        DATA / path: words for path, words in described(holdings.dataset, parts(holdings)).items()
    }
    made[ROOT / "CITATION.cff"] = citation_file(
        holdings.dataset, project["description"], project["keywords"]
    )
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, say what is stale")
    check = parser.parse_args().check
    stale = [
        (path, words)
        for path, words in descriptors().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != words
    ]
    for path, words in stale:
        print(f"{'stale' if check else 'written'}: {path.relative_to(ROOT)}")
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(words, encoding="utf-8", newline="\n")
    return 1 if stale and check else 0


if __name__ == "__main__":
    sys.exit(main())
