"""Descriptions of a data directory for machines; they are written beside the data, never read."""

from __future__ import annotations

import os

from .._conversion.json_text import MAX_BYTES, is_list, is_object, parse, text
from ..actors import Actor
from ..errors import InvalidData, Problem
from ..interop.descriptors import CITATION_HEAD, citation_file, data_package
from ..interop.schemas import json_schema
from ..model.collections import COLLECTIONS
from ..model.gaps import Gap
from ..model.gazetteer import City
from ..model.kinds import kind
from ..provenance import Source
from .metadata import Metadata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["CITATION", "PARTS", "descriptors", "foreign", "is_ours", "removable"]

CITATION = "CITATION.cff"
_PACKAGE = "datapackage.json"
_CLASSES: dict[str, type] = {
    "dataset": Metadata, "actors": Actor, "sources": Source, "gaps": Gap, "places": City
}  # fmt: skip
#: The parts that a dataset can have, in the order of a document.
PARTS = (*_CLASSES, *COLLECTIONS)


def descriptors(
    dataset: Metadata, names: Iterable[str], streams: Collection[str] = ()
) -> dict[str, str]:
    """Describe a directory of data.

    Args:
        dataset: What it says of itself.
        names: The parts that it holds.
        streams: Those of them that are JSON Lines.

    Returns:
        The path of each file and its text: `datapackage.json`, a JSON Schema a part, and
        `CITATION.cff`, which is empty where it would lack what its format asks for.
    """
    parts: dict[str, type[object]] = {name: _CLASSES.get(name) or kind(name) for name in names}
    made = {_PACKAGE: f"{text(data_package(dataset, parts, streams))}\n"}
    for name, cls in parts.items():
        assertable = kind(name).assertable() if name in COLLECTIONS else ()
        made[f"schemas/{name}.json"] = f"{text(json_schema(cls, name, assertable))}\n"
    made[CITATION] = citation_file(dataset, keywords=(word for word, _ in dataset.topics))
    return made


def is_ours(name: str) -> bool:
    """Return whether a file of that name can be part of what is written."""
    folder, _, last = name.rpartition("/")
    stem, _, ending = last.rpartition(".")
    if folder:
        return folder == "schemas" and stem in PARTS and ending == "json"
    return name in (_PACKAGE, CITATION) or (stem in PARTS and ending in ("json", "jsonl"))


def removable(folder: str, new: Collection[str], replaced: Collection[str] = ()) -> list[str]:
    """Return the names of the files that have to go from a directory that gets new ones.

    Args:
        folder: The directory.
        new: The names of the new files.
        replaced: The names of files that may go though nothing lists them.

    Raises:
        InvalidData: A part would have to go that `datapackage.json` does not list: it may be
            somebody's only copy.
    """
    found = set(os.listdir(folder))
    every = [f"{part}.{ending}" for part in PARTS for ending in ("json", "jsonl")]
    extra = [name for name in every if name in found and name not in new]
    listed = _listed(os.path.join(folder, _PACKAGE))
    unlisted = [name for name in extra if name not in listed and name not in replaced]
    if unlisted:
        expected = f"only parts that the dataset has, or that {_PACKAGE} lists; move it away"
        raise InvalidData(
            Problem(f"a file {name}, which the dataset does not have", expected, "", "", name)
            for name in unlisted
        )
    schemas = (f"schemas/{os.path.splitext(name)[0]}.json" for name in extra)
    return [*extra, *(name for name in schemas if name not in new)]


def _listed(path: str) -> set[object]:
    """Return the paths of the resources of a data package; empty where it cannot be read."""
    try:
        with open(path, "rb") as file:
            package = parse(file.read(MAX_BYTES), _PACKAGE)
    except (OSError, InvalidData):
        return set()
    resources = package.get("resources") if is_object(package) else None
    rows = resources if is_list(resources) else []
    return {row["path"] for row in rows if is_object(row) and isinstance(row.get("path"), str)}


def foreign(path: str) -> bool:
    """Return whether there is a citation file that this library did not write."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return tuple(file.readline().rstrip("\n") for _ in CITATION_HEAD) != CITATION_HEAD
    except OSError:
        return os.path.lexists(path) and not os.path.islink(path)
