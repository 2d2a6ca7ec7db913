"""A directory of several files that changes from one state to the next in one moment.

All new files are written into a folder inside the directory. Then a journal that names them is
put in place by one `rename`: that is the moment of change. Then each file moves to its name, and
the journal goes. While a journal stands, whoever reads takes the files from that folder, so a
writer that is stopped leaves the old state or the new one, never a mixture.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import NamedTuple, cast

from .._conversion.json_text import is_list, is_object, parse, text
from ..errors import InvalidData, Problem, shown
from .files import PREFIX, create, lock, naming, sync

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
    from typing import TypeAlias

    #: The pieces of a file, made when it is written.
    Pieces: TypeAlias = Iterable[bytes]

__all__ = ["JOURNAL", "Journal", "change", "journal_of", "state_of"]

#: The name of the journal.
JOURNAL = f"{PREFIX}journal.json"


class Journal(NamedTuple):
    """What a journal says.

    Attributes:
        folder: The name of the folder that holds the new files.
        files: The names of the new files, with `/` between a folder and a name.
        removed: The names of files that are not in the new state.
    """

    folder: str
    files: tuple[str, ...]
    removed: tuple[str, ...]

    def paths(self, directory: str, name: str) -> Iterator[str]:
        """Yield where a file of the new state can be: in the folder, or already at its place."""
        if name in self.files:
            yield os.path.join(directory, self.folder, *name.split("/"))
        yield os.path.join(directory, *name.split("/"))

    def names(self, found: Iterable[str]) -> set[str]:
        """Return the names of the new state, given those that are in the directory."""
        return ({*found} | {*self.files}) - {*self.removed}


def state_of(directory: str) -> tuple[object, ...]:
    """Return what changes whenever a directory is written: its journal and its `dataset.json`."""
    found: list[object] = []
    for name in (JOURNAL, "dataset.json"):
        try:
            at = os.stat(os.path.join(directory, name))
        except OSError:
            found.append(None)
        else:
            found.append((at.st_ino, at.st_mtime_ns, at.st_size))
    return tuple(found)


def journal_of(directory: str, known: Callable[[str], bool]) -> Journal | None:
    """Read the journal of a directory; None where there is none.

    Args:
        directory: The directory.
        known: Whether a file of that name can be part of what is written.

    Raises:
        InvalidData: It is not a journal that this library wrote.
    """
    try:
        with open(os.path.join(directory, JOURNAL), "rb") as file:
            value = parse(file.read(100_000), JOURNAL)
    except FileNotFoundError:
        return None
    if is_object(value) and value.keys() == {"folder", "files", "removed"}:
        folder, files, removed = value["folder"], value["files"], value["removed"]
        if isinstance(folder, str) and is_list(files) and is_list(removed):
            names = [*files, *removed]
            plain = folder.startswith(PREFIX) and folder[len(PREFIX) :].isalnum()
            if plain and all(isinstance(name, str) and known(name) for name in names):
                kept, gone = cast("list[str]", files), cast("list[str]", removed)
                return Journal(folder, tuple(kept), tuple(gone))
    expected = "a journal of a write that was stopped; remove the file to read what is beside it"
    raise InvalidData((Problem(shown(value), expected, "$", "", JOURNAL),))


def change(
    directory: str,
    files: Mapping[str, Pieces],
    known: Callable[[str], bool],
    removable: Callable[[str, Collection[str]], Collection[str]],
) -> None:
    """Bring a directory into a new state, all files at once.

    Links are replaced, never followed. If another process writes into the directory, this one
    waits, where the system has locks.

    Args:
        directory: Made where it is missing.
        files: The content of every new file.
        known: Whether a file of that name can be part of what is written.
        removable: Given the directory and the names of the new files, returns the names of the
            files to remove, or raises an error.

    Raises:
        OSError: It cannot be written; the error names the file, and the old state stands.
    """
    os.makedirs(directory, exist_ok=True)
    with lock(directory) as locked:
        _finish(directory, known)
        if locked:
            _clear(directory)
        removed = removable(directory, files)
        _check(directory, files)
        folder = f"{PREFIX}{os.urandom(8).hex()}"
        made = Journal(folder, tuple(files), tuple(removed))
        with _staging(directory, folder):
            for name, pieces in files.items():
                _stage(directory, folder, name, pieces)
            for inner in {os.path.dirname(name) for name in files}:
                sync(os.path.join(directory, folder, inner))
            _stage(directory, folder, JOURNAL, [text(made._asdict(), None).encode()])
            with naming(os.path.join(directory, JOURNAL)):
                os.replace(
                    os.path.join(directory, folder, JOURNAL), os.path.join(directory, JOURNAL)
                )
        sync(directory)
        _move(directory, made)


@contextmanager
def _staging(directory: str, folder: str) -> Generator[None, None, None]:
    """Make the folder of the new files; remove it if they cannot be written."""
    path = os.path.join(directory, folder)
    try:
        with naming(directory):
            os.mkdir(path)
        yield
    except BaseException:
        # Once the journal is in place its folder is the state of the directory.
        if not _named(directory, folder):
            _remove_folder(path)
        raise


def _named(directory: str, folder: str) -> bool:
    """Return whether the journal of a directory names a folder."""
    try:
        with open(os.path.join(directory, JOURNAL), "rb") as file:
            return folder.encode() in file.read()
    except OSError:
        return False


def _stage(directory: str, folder: str, name: str, pieces: Pieces) -> None:
    """Write a new file into the folder, with the mode of the file that it replaces."""
    old = os.path.join(directory, *name.split("/"))
    new = os.path.join(directory, folder, *name.split("/"))
    os.makedirs(os.path.dirname(new), exist_ok=True)
    try:
        found = os.lstat(old).st_mode
    except OSError:
        found = 0
    with naming(old), create(new, found if S_ISREG(found) else None) as file:
        file.writelines(pieces)


def _check(directory: str, files: Iterable[str]) -> None:
    """Refuse to replace what is neither a regular file nor a link, before anything is written."""
    places = dict.fromkeys(files, S_ISREG)
    places |= {os.path.dirname(name): S_ISDIR for name in places if os.path.dirname(name)}
    for name, fits in places.items():
        path = os.path.join(directory, *name.split("/"))
        try:
            mode = os.lstat(path).st_mode
        except (FileNotFoundError, NotADirectoryError):
            continue
        if not (fits(mode) or S_ISLNK(mode)):
            what = "a file" if fits is S_ISREG else "a directory"
            raise InvalidData(
                (Problem(f"{name} is not {what}", f"{what}, or nothing", "", "", name),)
            )


def _move(directory: str, journal: Journal) -> None:
    """Move each new file to its place, remove what is not in the new state, and the journal."""
    staging = os.path.join(directory, journal.folder)
    if os.path.isdir(staging) and not os.path.islink(staging):
        for name in journal.files:
            target = os.path.join(directory, *name.split("/"))
            _make_folder(directory, os.path.dirname(target))
            with naming(target), suppress(FileNotFoundError):
                os.replace(os.path.join(staging, *name.split("/")), target)
        for name in journal.removed:
            path = os.path.join(directory, *name.split("/"))
            if not os.path.islink(os.path.dirname(path)) or "/" not in name:
                with suppress(FileNotFoundError):
                    os.remove(path)
        sync(directory)
    os.remove(os.path.join(directory, JOURNAL))
    _remove_folder(staging)
    sync(directory)


def _make_folder(directory: str, folder: str) -> None:
    """Make a folder of the directory; a link of that name is replaced."""
    if folder != directory:
        if os.path.islink(folder):
            os.remove(folder)
        os.makedirs(folder, exist_ok=True)


def _finish(directory: str, known: Callable[[str], bool]) -> None:
    """Complete a change whose writer was stopped after the moment of change."""
    journal = journal_of(directory, known)
    if journal is not None:
        _move(directory, journal)


def _clear(directory: str) -> None:
    """Remove what writers left behind that were stopped before the moment of change."""
    for name in os.listdir(directory):
        path = os.path.join(directory, name)
        if name.startswith(PREFIX) and os.path.isdir(path) and not os.path.islink(path):
            _remove_folder(path)


def _remove_folder(path: str) -> None:
    from shutil import rmtree

    rmtree(path, ignore_errors=True)
