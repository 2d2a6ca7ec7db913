"""The words of the library in those of the shell: `undated=True` is `--undated` there."""

from __future__ import annotations

import re

from .._query.conditions import allowed
from ..model.collections import COLLECTIONS

__all__ = ["keywords", "option", "shell_words"]

#: Options of commands that are not keywords of a query.
_OTHERS = ("by", "of", "type", "tier")
#: A method in a text: `search()`.
_CALL = re.compile(r"\b([a-z_]+)\(\)")


def keywords() -> tuple[str, ...]:
    """Return every keyword of a query."""
    every = (name for query in ("all", *COLLECTIONS) for name in allowed(query))
    return tuple(dict.fromkeys(every))


def option(keyword: str) -> str:
    """Return the option for a keyword.

    Examples:
        >>> option("according_to")
        '--according-to'
    """
    return f"--{keyword.replace('_', '-')}"


def shell_words(text: str) -> str:
    """Replace the keywords and methods of the library in a text by options and commands.

    Examples:
        >>> shell_words("Try undated=True for those without a date or search() for words.")
        'Try --undated for those without a date or search for words.'
        >>> shell_words("kind='embasy'; write one of embassy, consulate")
        "--kind 'embasy'; write one of embassy, consulate"
    """
    names = "|".join(sorted((*keywords(), *_OTHERS), key=len, reverse=True))
    text = re.sub(rf"\b({names})=True\b", lambda found: option(found[1]), text)
    text = re.sub(rf"\b({names})=False\b", lambda found: f"--no{option(found[1])[1:]}", text)
    text = re.sub(rf"\b({names})=(?=['\"\d\[(])", lambda found: f"{option(found[1])} ", text)
    text = _CALL.sub(lambda found: found[1].replace("_", "-"), text)
    for ours, theirs in ((" in .gaps", ": gaps"), ("keyword", "option")):
        text = text.replace(ours, theirs)
    return text
