"""Colour and links for a terminal that has them.

Source: ECMA-48 for colour; https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda for
links (OSC 8); https://no-color.org for the variable that turns colour off.
"""

from __future__ import annotations

import os
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["has_colour", "has_links", "painted"]

_BOLD, _DIM, _DOUBT, _END = "\x1b[1m", "\x1b[2m", "\x1b[33m", "\x1b[0m"
#: Variables that terminals with links set, and values of others.
_LINKING = ("VTE_VERSION", "KONSOLE_VERSION", "WT_SESSION", "KITTY_WINDOW_ID")
_LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper")
_ADDRESS = re.compile(r"https?://\S+")
#: The heading of a table; the label of a line of a card; what sources say otherwise.
_HEADING = re.compile(r"(  )?when  .*title.*")
_LABEL = re.compile(r"[a-z][a-z -]{0,14} +(?=\S)|  (supports|partly|contradicts|denies) +")
_DOUBTED = re.compile(r"≠|\bclaimed\b|^\?(?= )")


def has_colour(variables: Mapping[str, str] = os.environ) -> bool:
    """Return whether a terminal shows colour, by the variables of the process."""
    if variables.get("NO_COLOR") or variables.get("TERM") == "dumb":
        return False
    return bool(variables.get("TERM") or variables.get("WT_SESSION"))


def has_links(variables: Mapping[str, str] = os.environ) -> bool:
    """Return whether a terminal opens links, by the variables of the process."""
    if not has_colour(variables):
        return False
    return variables.get("TERM_PROGRAM") in _LINKING_PROGRAMS or any(
        variables.get(name) for name in _LINKING
    )


def painted(text: str, *, links: bool) -> str:
    """Colour a table or a card.

    Args:
        text: Lines, already as wide as the terminal.
        links: Whether addresses become links.

    Returns:
        The same characters with sequences between them that take no column.
    """
    first, *rest = text.split("\n")
    lines = [f"{_BOLD}{first}{_END}", *map(_line, rest)]
    joined = "\n".join(lines)
    if not links:
        return joined
    return _ADDRESS.sub(lambda found: f"\x1b]8;;{found[0]}\x1b\\{found[0]}\x1b]8;;\x1b\\", joined)


def _line(line: str) -> str:
    if _HEADING.fullmatch(line):
        return f"{_DIM}{line}{_END}"
    label = _LABEL.match(line)
    if label and len(label[0]) == 16:
        line = f"{_DIM}{label[0]}{_END}{line[len(label[0]) :]}"
    return _DOUBTED.sub(lambda found: f"{_DOUBT}{found[0]}{_END}", line)
