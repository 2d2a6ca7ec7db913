"""Datasets on the command line: opened, checked, written, brought into canonical form."""

from __future__ import annotations

import os

from .._query.relations import Relations, relations
from ..errors import InvalidData
from ..model import COLLECTIONS
from .terminal import Stop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from .terminal import Terminal

__all__ = ["canonical", "check", "dataset", "write"]

_PARTS = ("actors", "sources", "gaps", "places", *COLLECTIONS)


def dataset(asked: Namespace, terminal: Terminal) -> Relations:
    """Return the dataset to ask: the bundled one, or that of --data.

    Raises:
        Stop: The dataset is missing, or has problems; then with code 1.
    """
    return relations if asked.data is None else _opened(asked.data, asked.max_bytes, terminal)


def check(asked: Namespace, terminal: Terminal) -> int:
    """Report every problem of a dataset, one in each line."""
    try:
        found = _read(asked.path, asked.max_bytes, terminal)
    except InvalidData as error:
        terminal.say("\n".join(_problems(asked.path, error)))
        return 1
    terminal.say(f"{asked.path}: {len(found):,} records, no problem")
    return 0


def write(asked: Namespace, terminal: Terminal) -> int:
    """Write a dataset into a directory that holds nothing else."""
    folder: str = asked.directory
    found = dataset(asked, terminal)
    holds = os.listdir(folder) if os.path.isdir(folder) else []
    if holds and "dataset.json" not in holds:
        # Writing removes the files of empty collections, so files of another purpose must be safe.
        raise Stop(f"{folder} holds other files and no dataset; name a new directory")
    found.write(folder)
    terminal.say(f"{folder}: {len(found):,} records written")
    return 0


def canonical(asked: Namespace, terminal: Terminal) -> int:
    """Write a dataset back in canonical form, or only list the files that differ from it."""
    path: str = asked.path
    found = _opened(path, asked.max_bytes, terminal)
    if os.path.isdir(path):
        different = _different(found, path)
        if different and not asked.check:
            found.write(path)
    else:
        different = [path] if _bytes(path) != found.to_json().encode() else []
        if different and not asked.check:
            found.to_json(path)
    state = "is not canonical" if asked.check else "rewritten"
    terminal.say("\n".join(f"{file}: {state}" for file in different) or f"{path}: canonical")
    return 1 if asked.check and different else 0


def _opened(path: str, max_bytes: int | None, terminal: Terminal) -> Relations:
    """Read a dataset; stop if it has problems."""
    try:
        return _read(path, max_bytes, terminal)
    except InvalidData as error:
        lines = "\n".join([f"{path} cannot be read", *_problems(path, error)])
        raise Stop(lines, 1) from None


def _read(path: str, max_bytes: int | None, terminal: Terminal) -> Relations:
    """Read a dataset from a directory or a document.

    Raises:
        InvalidData: It has problems.
        Stop: There is no such file or directory.
    """
    if not os.path.exists(path):
        raise Stop(f"{path}: there is no such file or directory")
    with terminal.waiting(f"reading {path}"):
        if os.path.isdir(path):
            return Relations.read(path, max_bytes=max_bytes)
        from .._conversion.json_text import MAX_BYTES

        most = MAX_BYTES if max_bytes is None else max_bytes
        with open(path, "rb") as file:
            # One byte beyond the limit shows that there is too much, without reading it all.
            text = file.read(most + 1)
        return Relations.from_json(text, max_bytes=most)


def _problems(path: str, error: InvalidData) -> list[str]:
    """Return a line for each problem, which begins with the file."""
    file = os.path.join(path, "") if os.path.isdir(path) else f"{path}: "
    lines = [f"{file}{problem}" for problem in error.problems]
    return [*lines, f"{path}: … and {error.more:,} more problems"] if error.more else lines


def _different(found: Relations, folder: str) -> list[str]:
    """Return the files that differ from the canonical ones, or that canonical data has not."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as made:
        found.write(made)
        parts = {f"{part}{end}" for part in _PARTS for end in (".json", ".jsonl")}
        written = [name for name in os.listdir(made) if name.endswith((".json", ".jsonl"))]
        names = sorted({*written, *parts.intersection(os.listdir(folder))})
        return [
            os.path.join(folder, name)
            for name in names
            if _bytes(os.path.join(folder, name)) != _bytes(os.path.join(made, name))
        ]


def _bytes(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
