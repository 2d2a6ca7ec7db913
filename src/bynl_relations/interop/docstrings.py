"""What the docstring of a class says of it and of its attributes."""

from __future__ import annotations

import ast
import os
import re
from functools import cache
from inspect import cleandoc

__all__ = ["attributes", "summary"]


def summary(kind: type) -> str:
    """Return the first line of the docstring of a class.

    Examples:
        >>> from bynl_relations import Event
        >>> summary(Event)
        'Something that happened, or was decided, between or about the two states.'
    """
    return _docstring(kind).partition("\n")[0]


def attributes(kind: type) -> dict[str, str]:
    """Return what the docstrings of a class and its parents say of each attribute."""
    said: dict[str, str] = {}
    for home in reversed(kind.__mro__):
        section = re.search(r"\nAttributes:\n(.*?)(?:\n\n|\Z)", _docstring(home), re.DOTALL)
        for name, words in re.findall(
            r"^ {4}(\w+): (.*(?:\n {8,}.*)*)", section[1] if section else "", re.MULTILINE
        ):
            said[name] = " ".join(words.split())
    return said


def _docstring(kind: type) -> str:
    """Return a docstring without its indent; `python -OO` drops it, so the source has it then."""
    # Python 3.13 takes the indent out of docstrings; before, that is ours to do.
    return cleandoc(kind.__doc__ or _written(kind.__module__).get(kind.__qualname__, ""))


@cache
def _written(module: str) -> dict[str, str]:
    """Return the docstrings of the classes of a module of this package, from its source."""
    package, *steps = module.split(".")
    if package != __name__.partition(".")[0]:
        return {}
    root = os.path.dirname(os.path.dirname(__file__))
    source = __spec__.loader.get_data(f"{os.path.join(root, *steps)}.py")  # type: ignore[union-attr]
    classes = (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    return {node.name: ast.get_docstring(node, clean=False) or "" for node in classes}
