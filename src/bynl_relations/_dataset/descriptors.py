"""What describes a directory of data to machines; it is written beside the data, never read."""

from __future__ import annotations

import os

from .._conversion.json_text import text
from ..actors import Actor
from ..interop.descriptors import CITATION_HEAD, citation_file, data_package
from ..interop.schemas import json_schema
from ..model import COLLECTIONS, Record, kind
from ..model.gaps import Gap
from ..model.gazetteer import City
from ..provenance import Source
from .metadata import Metadata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

__all__ = ["PARTS", "describe", "descriptors"]

_CITATION = "CITATION.cff"
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
    made = {"datapackage.json": f"{text(data_package(dataset, parts, streams))}\n"}
    for name, cls in parts.items():
        assertable = cls.assertable() if issubclass(cls, Record) else ()
        made[f"schemas/{name}.json"] = f"{text(json_schema(cls, name, assertable))}\n"
    made[_CITATION] = citation_file(dataset, keywords=(word for word, _ in dataset.topics))
    return made


def describe(folder: str, files: Mapping[str, str]) -> None:
    """Write what describes a directory, and remove the schemas of parts that it lacks.

    A citation file that somebody else wrote stays.

    Args:
        folder: The directory.
        files: What `descriptors` gave.
    """
    for part in PARTS:
        path = os.path.join(folder, "schemas", f"{part}.json")
        if f"schemas/{part}.json" not in files and os.path.isfile(path):
            os.remove(path)
    for name, words in files.items():
        path = os.path.join(folder, *name.split("/"))
        if words and not (name == _CITATION and _foreign(path)):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(words)


def _foreign(path: str) -> bool:
    """Tell whether there is a citation file that is not of our making."""
    if not os.path.exists(path):
        return False
    with open(path, encoding="utf-8", errors="replace") as file:
        return tuple(file.readline().rstrip("\n") for _ in CITATION_HEAD) != CITATION_HEAD
