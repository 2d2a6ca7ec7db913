"""Files that are written whole or not at all.

A file is written beside its target, synchronised with the disk, and put in its place by one
`rename`: whatever stops the writer (an error, a full disk, a kill), the old file stays whole.
"""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from stat import S_IMODE, S_ISDIR, S_ISREG
from typing import cast

from ..errors import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from typing import BinaryIO, TypeAlias

    Path: TypeAlias = str | os.PathLike[str]

__all__ = ["PREFIX", "create", "lock", "path_text", "replacement", "save", "saved", "sync"]

#: The prefix of every name that exists only while something is written.
PREFIX = ".bynl-"


def path_text(path: object) -> str:
    """Return a path as a string.

    Raises:
        TypeError: It is not a string, bytes or `os.PathLike`.
        ValueError: It holds a character that no path can hold.

    Examples:
        >>> path_text("data/events.json")
        'data/events.json'
    """
    if not isinstance(path, (str, bytes, os.PathLike)):
        raise TypeError(f"{shown(path)} is not a path; pass a string or an os.PathLike")
    text = os.fsdecode(cast("str | bytes | os.PathLike[str]", path))
    if "\0" in text:
        raise ValueError(f"{shown(text)} is not a path: it holds the character U+0000")
    return text


def save(path: object, pieces: Iterable[str]) -> None:
    """Write the pieces of a text to a file, in UTF-8 and with the line ends that they have.

    Args:
        path: The file; see `replacement`.
        pieces: The text. If making a piece fails, the file stays as it was.

    Raises:
        OSError: It cannot be written; the error names the file.
    """
    with replacement(path) as file:
        for piece in pieces:
            file.write(piece.encode())


@contextmanager
def replacement(path: object) -> Generator[BinaryIO, None, None]:
    """Open a file that takes the place of another when the block ends without an error.

    The mode of the old file is kept; a new one has what the umask leaves. A link stays, and what
    it leads to is replaced. Anything but a regular file (a pipe, a device) is written directly.

    Args:
        path: A string or an `os.PathLike`.

    Raises:
        OSError: It cannot be written; the error names the file.
    """
    named = path_text(path)
    with naming(named):
        mode = _mode(named)
        if mode is not None and not S_ISREG(mode):
            with open(named, "wb") as direct:
                yield direct
            return
        target = os.path.realpath(named)
        if mode is not None and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "the file is read-only", named)
        folder = os.path.dirname(target)
        temporary = os.path.join(folder, f"{PREFIX}{os.urandom(8).hex()}")
        try:
            with create(temporary, mode) as file:
                yield file
            os.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                os.remove(temporary)
            raise
        sync(folder)


@contextmanager
def create(path: str, mode: int | None = None) -> Generator[BinaryIO, None, None]:
    """Open a new file, which is on the disk when the block ends.

    Args:
        path: Nothing may exist there.
        mode: The mode of the file that it will replace; None for what the umask leaves.
    """
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(number, "wb") as file:
        if mode is not None:
            os.chmod(path, S_IMODE(mode))
        yield file
        file.flush()
        os.fsync(number)


@contextmanager
def naming(path: str) -> Generator[None, None, None]:
    """Let an error of the system name the file that was to be written, not the one beside it."""
    try:
        yield
    except OSError as error:
        if error.errno is None or not (error.filename is None or PREFIX in str(error.filename)):
            raise
        raise OSError(error.errno, error.strerror, path) from None


def _mode(path: str) -> int | None:
    """Return the type and the permissions of what a path leads to; None if there is nothing."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return None
    if S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "it is a directory", path)
    return mode


def sync(folder: str) -> None:
    """Bring the names in a directory to the disk, where the system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextmanager
def lock(folder: str, *, shared: bool = False) -> Generator[bool, None, None]:
    """Hold a lock on a directory until the block ends; wait for others that hold it.

    The system drops it when the process ends, however it ends.

    Args:
        folder: The directory.
        shared: Whether others may hold it too, as readers do.

    Yields:
        Whether there is a lock: not every system, and not every file system, has one.
    """
    try:
        from fcntl import LOCK_EX, LOCK_SH, flock

        number = os.open(folder, os.O_RDONLY)
    except (ImportError, PermissionError):  # pragma: no cover
        yield False
        return
    try:
        try:
            flock(number, LOCK_SH if shared else LOCK_EX)
            held = True
        except OSError:
            held = False
        yield held
    finally:
        os.close(number)


def saved(pieces: Iterable[str], path: object) -> str | None:
    """Join the pieces of a text, or write them to a file, which changes once all are written."""
    if path is None:
        return "".join(pieces)
    save(path, pieces)
    return None
