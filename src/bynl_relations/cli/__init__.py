"""The command line: `bynl-relations`, or `python -m bynl_relations`.

It exits with 0, with 1 where problems were found (broken data, text that is not canonical),
with 2 where it could not do what was asked (an unknown name, option or date, a path that
cannot be read or written, a missing extra), and with 130 after Ctrl-C. A reader that closes
the pipe early is not an error.
"""

from __future__ import annotations

import sys

from .terminal import Stop, Terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command.

    Args:
        arguments: The words after the name of the program; None for those it was called with.

    Returns:
        The exit code.

    Examples:
        >>> main(["show", "by-embassy-the-hague", "--format", "bibtex-and-more"])
        2
    """
    terminal = Terminal()
    try:
        code = _answer(sys.argv[1:] if arguments is None else list(arguments), terminal)
        return code if terminal.finish() else 2
    except KeyboardInterrupt:
        terminal.leave()
        return 130


def _answer(words: list[str], terminal: Terminal) -> int:
    """Carry out a command and report every error in a line, never in a traceback."""
    from ..errors import RelationsError

    try:
        from .arguments import parse
        from .commands import run
        from .datasets import AT_REST, dataset

        asked = parse(words)
        if asked.command in AT_REST:
            return AT_REST[asked.command](asked, terminal)
        return run(dataset(asked, terminal), asked, terminal)
    except Stop as stop:
        if stop.code == 0:
            terminal.say(str(stop))
        else:
            terminal.warn(str(stop))
        return stop.code
    except RelationsError as error:
        from .wording import shell_words

        terminal.warn(shell_words(str(error)))
    except OSError as error:
        named = f"{error.filename}: " if error.filename is not None else ""
        terminal.warn(f"{named}{error.strerror or error}")
    return 2
