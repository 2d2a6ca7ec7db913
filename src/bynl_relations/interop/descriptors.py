"""What describes a dataset to machines: a data package and a citation file.

All of it follows from the classes and the dataset that are handed in; `tools/descriptors.py`
writes what ships, and a test tells when that no longer fits.

Source: Data Package v2 (datapackage.org); Citation File Format 1.2.0.
"""

from __future__ import annotations

from .._conversion.json_text import text
from .attribution import author, licences, slug, spdx
from .docstrings import summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from .attribution import DatasetLike

    Schema = dict[str, object]

__all__ = ["CITATION_HEAD", "citation_file", "data_package"]

#: How every citation file of ours begins.
CITATION_HEAD = (
    "cff-version: 1.2.0",
    "message: Please cite the data set with its version, and the sources behind what you use.",
    "type: dataset",
)


def data_package(
    dataset: DatasetLike, parts: Mapping[str, type], streams: Collection[str] = ()
) -> Schema:
    """Describe a directory of JSON files as a data package.

    Args:
        dataset: What it says of itself.
        parts: The parts that the directory holds, with the class of what each lists.
        streams: Those of them that are JSON Lines.

    Returns:
        The content of `datapackage.json`.
    """
    package: Schema = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slug(dataset.title),
        "title": dataset.title,
        "description": dataset.citation,
        "version": dataset.version,
        "licenses": [
            {"name": one, "path": spdx(one)} if spdx(one) else {"name": slug(one), "title": one}
            for one in licences(dataset)
        ],
        "keywords": [word for word, _ in dataset.topics],
        "resources": [
            {
                "name": part,
                "path": f"{part}.{'jsonl' if part in streams else 'json'}",
                "title": part.capitalize(),
                "description": summary(kind),
                "format": "jsonl" if part in streams else "json",
                "mediatype": f"application/{'jsonl' if part in streams else 'json'}",
                "encoding": "utf-8",
            }
            for part, kind in parts.items()
        ],
    }
    return {key: value for key, value in package.items() if value not in ("", [])}


def citation_file(dataset: DatasetLike, abstract: str = "", keywords: Iterable[str] = ()) -> str:
    """Write `CITATION.cff`.

    Args:
        dataset: What is cited; its citation names who made it.
        abstract: What it is, in a sentence, or empty.
        keywords: What it is found by.

    Returns:
        YAML text, without what is not known; a date of the last check that is not a day is left
        out, and so is a licence that is not of the SPDX list. Empty if the dataset lacks
        its title or who made it, which the format requires.
    """
    if not author(dataset):
        return ""
    day = dataset.checked.edtf if dataset.checked and dataset.checked.precision == "day" else ""
    known = {"title": dataset.title, "abstract": abstract}
    dated = {"version": dataset.version, "date-released": day}
    licence = " ".join(licence_id for licence_id in licences(dataset)[:1] if spdx(licence_id))
    words = [f"  - {_quoted(word)}" for word in keywords]
    lines = [
        *CITATION_HEAD,
        *(f"{key}: {_quoted(value)}" for key, value in known.items() if value),
        "authors:",
        f"  - name: {_quoted(author(dataset))}",
        *(f"{key}: {_quoted(value)}" for key, value in dated.items() if value),
        *([f"license: {licence}"] if licence else []),
        *(["keywords:", *words] if words else []),
    ]
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """Quote a text for YAML, of which JSON is a part."""
    return text(words, None)
