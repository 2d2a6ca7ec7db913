"""Write the files that describe the project to machines.

    python tools/descriptors.py            # write them
    python tools/descriptors.py --check    # report which are out of date; exit 1 if any is

JSON Schemas, datapackage.json, CITATION.cff, .zenodo.json and codemeta.json. All of it follows
from the classes, the bundled dataset and pyproject.toml.

Source: Data Package v2; Citation File Format 1.2.0; the deposit metadata of Zenodo; CodeMeta 3.0.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from bynl_relations import __version__, relations
from bynl_relations._dataset.descriptors import descriptors as described
from bynl_relations._dataset.document import parts
from bynl_relations.interop.descriptors import citation_file

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "bynl_relations" / "data"
LICENCE = "https://spdx.org/licenses/{}"


def descriptors() -> dict[Path, str]:
    """Return the path and the text of every file that this tool writes."""
    holdings = relations._holdings  # noqa: SLF001
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    made = {
        DATA / path: words for path, words in described(holdings.dataset, parts(holdings)).items()
    }
    made[ROOT / "CITATION.cff"] = citation_file(
        holdings.dataset, project["description"], project["keywords"]
    )
    made[ROOT / ".zenodo.json"] = plain_json(zenodo(project, dict(holdings.dataset.licences)))
    made[ROOT / "codemeta.json"] = plain_json(codemeta(project, dict(holdings.dataset.licences)))
    return made


def plain_json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def zenodo(project: dict[str, Any], licences: dict[str, str]) -> dict[str, Any]:
    """Return the metadata of a deposit of the data at Zenodo.

    Args:
        project: The table `project` of pyproject.toml.
        licences: The SPDX licence of the code and of the data.
    """
    return {
        "title": relations.title,
        "description": project["description"],
        "upload_type": "dataset",
        "version": relations.version,
        "publication_date": str(relations.checked),
        "creators": [{"name": author["name"]} for author in project["authors"]],
        "license": licences["data"].lower(),
        "keywords": project["keywords"],
        "language": "eng",
        "notes": f"With the Python package {project['name']} {__version__}, "
        f"whose code is under the {licences['code']} licence.",
    }


def codemeta(project: dict[str, Any], licences: dict[str, str]) -> dict[str, Any]:
    """Return the metadata of the code, with the dataset as its supporting data.

    Args:
        project: The table `project` of pyproject.toml.
        licences: The SPDX licence of the code and of the data.
    """
    authors = [{"@type": "Organization", "name": author["name"]} for author in project["authors"]]
    return {
        "@context": "https://w3id.org/codemeta/3.0",
        "@type": "SoftwareSourceCode",
        "identifier": project["name"],
        "name": project["name"],
        "description": project["description"],
        "version": __version__,
        "author": authors,
        "license": LICENCE.format(licences["code"]),
        "keywords": project["keywords"],
        "developmentStatus": "active",
        "operatingSystem": "OS Independent",
        "programmingLanguage": "Python",
        "runtimePlatform": f"Python {project['requires-python']}",
        "softwareRequirements": project["dependencies"],
        "supportingData": {
            "@type": "Dataset",
            "name": relations.title,
            "version": relations.version,
            "author": authors,
            "license": LICENCE.format(licences["data"]),
        },
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="write nothing, report what is out of date"
    )
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
