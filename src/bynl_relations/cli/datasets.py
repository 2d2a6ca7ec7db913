"""Datasets on the command line: opened, checked, written, brought into canonical form."""

from __future__ import annotations

import os
from stat import S_ISREG

from .._dataset.descriptors import PARTS
from .._dataset.files import PREFIX
from .._dataset.journal import JOURNAL
from .._query.relations import Relations, relations
from .._spelling import visible
from ..errors import InvalidData
from .terminal import Stop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from .terminal import Terminal

__all__ = ["AT_REST", "dataset"]

#: The files that can hold a part of a dataset, and what a writer leaves that was stopped.
_FILES = {JOURNAL, *(f"{part}{ending}" for part in PARTS for ending in (".json", ".jsonl"))}


def dataset(asked: Namespace, terminal: Terminal) -> Relations:
    """Return the dataset that is asked for: the one that ships, or own data.

    Raises:
        Stop: The own data is missing, or has problems; then with code 1.
    """
    return relations if asked.data is None else _opened(asked.data, asked.max_bytes, terminal)


def _check(asked: Namespace, terminal: Terminal) -> int:
    """Report every problem of a dataset, a line each."""
    try:
        found = _read(asked.path, asked.max_bytes, terminal)
    except InvalidData as error:
        terminal.say("\n".join(_problems(asked.path, error)))
        return 1
    terminal.say(f"{visible(asked.path)}: {len(found):,} records, no problem")
    return 0


def _write(asked: Namespace, terminal: Terminal) -> int:
    """Write a dataset into a directory that holds nothing else."""
    folder: str = asked.directory
    found = dataset(asked, terminal)
    holds = os.listdir(folder) if os.path.isdir(folder) else []
    # Left over by a writer that was stopped: not a reason to refuse.
    others = [name for name in holds if not name.startswith(PREFIX)]
    if others and "dataset.json" not in others:
        # Writing replaces files: those of another purpose stay safe.
        raise Stop(f"{folder} holds other files and no dataset; name a new directory")
    found.write(folder)
    terminal.say(f"{visible(folder)}: {len(found):,} records written")
    return 0


def _canonical(asked: Namespace, terminal: Terminal) -> int:
    """Write a dataset back in canonical form, or only report which files differ from it."""
    path: str = asked.path
    found = _opened(path, asked.max_bytes, terminal)
    if os.path.isdir(path):
        different = _different(found, path)
        if different and not asked.check:
            from .._dataset.writer import write

            # Each part was read, so that none that goes is lost.
            write(found._portable(), path, replaced=_FILES)
    else:
        different = [path] if _bytes(path) != found.to_json().encode() else []
        if different and not asked.check:
            found.to_json(path)
    verdict = "is not canonical" if asked.check else "rewritten"
    lines = [f"{visible(file)}: {verdict}" for file in different]
    terminal.say("\n".join(lines) or f"{visible(path)}: canonical")
    return 1 if asked.check and different else 0


def _opened(path: str, max_bytes: int | None, terminal: Terminal) -> Relations:
    """Read a dataset that is meant to be sound."""
    try:
        return _read(path, max_bytes, terminal)
    except InvalidData as error:
        lines = [f"{path} cannot be read", *_problems(path, error)]
        raise Stop("\n".join(lines), 1) from None


def _read(path: str, max_bytes: int | None, terminal: Terminal) -> Relations:
    """Read a dataset from a directory or a document.

    Raises:
        InvalidData: It has problems.
        Stop: There is nothing.
    """
    if not os.path.exists(path):
        raise Stop(f"{path}: there is no such file or directory")
    with terminal.waiting(f"reading {path}"):
        if os.path.isdir(path):
            return Relations.read(path, max_bytes=max_bytes)
        from .._conversion.json_text import MAX_BYTES

        most = MAX_BYTES if max_bytes is None else max_bytes
        found = os.stat(path)
        if not S_ISREG(found.st_mode):
            # A named pipe, say, could keep the reader waiting.
            raise Stop(f"{path} is neither a directory nor a regular file")
        with open(path, "rb") as file:
            # A byte more than the most shows that there is too much without reading it all.
            text = file.read(min(most, found.st_size) + 1)
        return Relations.from_json(text, max_bytes=most)


def _problems(path: str, error: InvalidData) -> list[str]:
    """Return a line for each problem, which begins with the file."""
    name = visible(path)
    file = os.path.join(name, "") if os.path.isdir(path) else f"{name}: "
    lines = [f"{file}{problem}" for problem in error.problems]
    return [*lines, f"{name}: … and {error.more:,} more problems"] if error.more else lines


def _different(found: Relations, folder: str) -> list[str]:
    """Return the files that differ from the canonical ones, or that these do without."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as made:
        found.write(made)
        written = [name for name in os.listdir(made) if name.endswith((".json", ".jsonl"))]
        names = sorted({*written, *_FILES.intersection(os.listdir(folder))})
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


#: The commands on a dataset at rest.
AT_REST: dict[str, Callable[[Namespace, Terminal], int]] = {
    "check": _check,
    "canonical": _canonical,
    "write": _write,
}
