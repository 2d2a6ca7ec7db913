"""Names after a call or a subscript: `relations.events(since=2006).` goes on with `first`.

Nothing is called: what a call returns is read from the annotations of the library.
"""

from __future__ import annotations

import ast
import re

from .. import model
from .._query.queries import Queries
from .._query.records import Records
from .._query.relations import Relations
from ..actors import Actor, Participant, Place
from ..model.record import Record
from ..provenance import Assertion, Citation, Quotation, Source
from ..when import When
from .quotes import READ, scanned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    #: A class, and the class of the records that it holds, if it holds some.
    Known = tuple[type, type[Record]]

__all__ = ["after"]

_NAME = re.compile(r"(\w+)\Z")
_CLASSES: dict[str, type] = {
    cls.__name__: cls
    for cls in (Relations, Record, Actor, Participant, Place, Assertion, Citation, Quotation,
                Source, When, str)
}  # fmt: skip
#: The words of an annotation that matter: classes, and the types that hold others; of a dotted
#: name the last.
_WORD = re.compile(r"\b\w+\b(?!\.)")


def after(text: str, names: dict[str, object]) -> tuple[str, list[str]]:
    """Find the names that can follow a call or a subscript.

    Args:
        text: The text before the cursor.
        names: The objects that its names stand for.

    Returns:
        The part of the name that is written, and the names that begin so; none where the text
        does not end after a call or a subscript of a dataset, a result or a record.

    Examples:
        >>> from bynl_relations import relations
        >>> after('relations.missions("NL")[0].sea', {"relations": relations})
        ('sea', ['seat'])
    """
    text = text[-READ:]
    whole, dot, fragment = text.rpartition(".")
    found = _expression(whole) if dot and (not fragment or fragment.isidentifier()) else None
    if found is None or not any(map(_is_step, ast.walk(found))):
        # Plain names are IPython's own matter.
        return "", []
    known = _known(found, names)
    if not known:
        return "", []
    every = (name for name in dir(known[0]) if not name.startswith("_"))
    return fragment, [name for name in every if name.startswith(fragment)]


def _is_step(node: ast.AST) -> bool:
    return isinstance(node, (ast.Call, ast.Subscript))


def _expression(text: str) -> ast.expr | None:
    """Return the expression with which a text ends: names, calls and subscripts."""
    quote, _, _, pairs = scanned(text)
    start = len(text)
    while start and not quote:
        if start - 1 in pairs:
            start = pairs[start - 1]
        elif name := _NAME.search(text[:start]):
            start = name.start()
        else:
            break
        if text[start - 1 : start] == "." and text[start].isidentifier():
            start -= 1
    try:
        return ast.parse(text[start:], mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _known(node: ast.expr, names: dict[str, object]) -> Known | None:
    """Return what an expression is, without evaluating it."""
    if isinstance(node, ast.Name):
        held = names.get(node.id)
        if isinstance(held, Records):
            return Records, _kind(held._collection)
        if isinstance(held, (Queries, Record)):
            return type(held), Record
        return None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        known = _known(node.func.value, names)
        return known and _annotated(known, node.func.attr, called=True)
    if isinstance(node, ast.Attribute):
        known = _known(node.value, names)
        return known and _annotated(known, node.attr, called=False)
    if isinstance(node, ast.Subscript):
        known = _known(node.value, names)
        if known is not None and known[0] is Records:
            return known if isinstance(node.slice, ast.Slice) else (known[1], known[1])
        if known is not None and issubclass(known[0], Queries):
            return _record(node, names), Record
    return None


def _record(node: ast.Subscript, names: dict[str, object]) -> type[Record]:
    """Return the class of a record that is looked up by its id."""
    held = names.get(node.value.id) if isinstance(node.value, ast.Name) else None
    key = node.slice.value if isinstance(node.slice, ast.Constant) else None
    found = held.get(key) if isinstance(held, Queries) and isinstance(key, str) else None
    return Record if found is None else type(found)


def _annotated(known: Known, name: str, *, called: bool) -> Known | None:
    """Return what an attribute, or what a method returns, by its annotation."""
    cls, kind = known
    for parent in cls.__mro__:
        found = vars(parent).get(name)
        if called and callable(found):
            return _read(str(found.__annotations__.get("return", "")), kind)
        if not called and isinstance(found, property):
            return _read(str((found.fget or str).__annotations__.get("return", "")), kind)
        annotations: dict[str, object] = vars(parent).get("__annotations__", {})
        if not called and name in annotations:
            return _read(str(annotations[name]), kind)
    return None


def _read(annotation: str, kind: type[Record]) -> Known | None:
    """Return the class of an annotation such as `Records[Mission]`, `R | None` or `Actor`."""
    words = _WORD.findall(annotation.removesuffix(" | None"))
    if words[:1] == ["Records"]:
        kinds = list(_kinds(words[1:], kind))
        return Records, kinds[0] if len(kinds) == 1 else Record
    if len(words) != 1:
        return None
    if words[0] in _CLASSES:
        return _CLASSES[words[0]], Record
    return next(((cls, cls) for cls in _kinds(words, kind)), None)


def _kinds(words: list[str], kind: type[Record]) -> Iterator[type[Record]]:
    """Yield the classes of records that some words name; `R` is that of the result itself."""
    for word in words:
        found = kind if word == "R" else getattr(model, word, None)
        if isinstance(found, type) and issubclass(found, Record):
            yield found


def _kind(collection: str) -> type[Record]:
    return model.kind(collection) if collection in model.COLLECTIONS else Record
