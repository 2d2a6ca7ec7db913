"""Where answers and messages go: streams that may be closed, narrow, or not a terminal."""

from __future__ import annotations

import errno
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from contextlib import AbstractContextManager
    from threading import Event
    from typing import TextIO

__all__ = ["PATIENCE", "PROGRAM", "Stop", "Terminal"]

PROGRAM = "bynl-relations"
#: After how many seconds a progress line is shown, and how often it is renewed.
PATIENCE = 1.0


class Stop(Exception):
    """End a command with a text and an exit code; the text of code 0 is the answer."""

    def __init__(self, text: str, code: int = 2) -> None:
        """Keep both."""
        super().__init__(text)
        self.code = code


class Terminal:
    """The two streams of a command, and how wide the answer may be.

    A reader that closes the pipe early, or a stream that was closed before the start, is
    quiet: later output is dropped.
    """

    def __init__(self) -> None:
        """Take the streams as they are now; outside a terminal the answer becomes UTF-8."""
        # A program that was started with a closed stream has None there.
        self._out: TextIO | None = sys.stdout
        self._err: TextIO | None = sys.stderr
        self._failed = False
        reconfigure: Callable[..., None] | None = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            # A terminal shows its own encoding; a file or a pipe holds UTF-8.
            encoding, newline = (None, None) if sys.stdout.isatty() else ("utf-8", "")
            reconfigure(encoding=encoding, errors="backslashreplace", newline=newline)

    @property
    def width(self) -> int | None:
        """The columns of the terminal, or None where the answer goes elsewhere."""
        if self._out is None or not self._out.isatty():
            return None
        from shutil import get_terminal_size

        return get_terminal_size().columns

    def shows(self, text: str) -> bool:
        """Return whether the encoding of the answer has these characters."""
        try:
            text.encode(getattr(self._out, "encoding", None) or "utf-8")
        except UnicodeEncodeError:
            return False
        return True

    def paint(self, text: str) -> str:
        """Colour a table or a card where a person reads it in a terminal that has colours."""
        from .paint import has_colour, has_links, painted

        if self.width is None or not has_colour():
            return text
        return painted(text, links=has_links())

    def say(self, text: str) -> None:
        """Write a part of the answer, with a line end after it."""
        if self._out is not None and text:
            try:
                self._out.write(text if text.endswith("\n") else f"{text}\n")
            except OSError as error:
                self._lose(error)

    def warn(self, text: str) -> None:
        """Write a message, after the name of the program, with escapes for control characters."""
        from .._spelling import visible

        lines = "\n".join(map(visible, text.split("\n")))
        self._mutter(f"{PROGRAM}: {lines}\n")

    def finish(self) -> bool:
        """Flush the answer.

        Returns:
            Whether everything was written, or the reader left.
        """
        if self._out is not None:
            try:
                self._out.flush()
            except OSError as error:
                self._lose(error)
        return not self._failed

    def leave(self) -> None:
        """Drop what is not yet written, so that leaving cannot wait for a reader."""
        if self._out is not None and not self._out.isatty():
            _muffle(self._out)
        self._out = None

    def waiting(self, doing: str) -> AbstractContextManager[None]:
        """Show a progress line while something takes long, if the messages go to a terminal.

        Args:
            doing: What is being done: `reading mine`.
        """
        from contextlib import contextmanager

        return contextmanager(self._progress)(doing)

    def _progress(self, doing: str) -> Generator[None]:
        if self._err is None or not self._err.isatty():
            yield
            return
        from threading import Event, Thread

        over = Event()
        thread = Thread(target=self._tick, args=(doing, over), daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def _tick(self, doing: str, over: Event) -> None:
        from shutil import get_terminal_size

        seconds, line = PATIENCE, ""
        while not over.wait(PATIENCE):
            elapsed = f" … {seconds:.0f} s"
            # A line that wraps cannot be renewed.
            room = max(0, get_terminal_size().columns - 1 - len(elapsed))
            line = f"{PROGRAM}: {doing}"[:room] + elapsed
            self._mutter(f"\r{line}")
            seconds += PATIENCE
        if line:
            self._mutter(f"\r{' ' * len(line)}\r")

    def _mutter(self, text: str) -> None:
        if self._err is not None:
            try:
                self._err.write(text)
                self._err.flush()
            except OSError:
                _muffle(self._err)
                self._err = None

    def _lose(self, error: OSError) -> None:
        self.leave()
        # Windows reports a closed pipe as EINVAL.
        if not isinstance(error, BrokenPipeError) and error.errno != errno.EINVAL:
            self._failed = True
            self.warn(f"the answer cannot be written: {error.strerror or error}")


def _muffle(stream: TextIO) -> None:
    """Point a broken stream at nothing, so that the interpreter's last flush succeeds."""
    try:
        number = stream.fileno()
    except (OSError, ValueError):
        return
    with open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), number)
