"""Words inside quotes in a query: vocabularies, topics, ids and names.

`relations.missions(kind="em` goes on with `bassy`.
"""

from __future__ import annotations

import re
from typing import cast

from .._query.order import names as names_of
from .._query.queries import Queries
from .._query.records import Records
from ..interop.citations import STYLES
from ..interop.tables import TABLES
from ..model.collections import COLLECTIONS
from ..model.kinds import kind
from ..vocabulary import ActorType, Capacity, Confidence, Scope, Tier

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._protocols import RecordLike
    from .._query.names import Names

__all__ = ["READ", "complete", "scanned"]

#: How many characters before the cursor are read.
READ = 2_000
#: A call of a method of a name, and the keyword of an argument.
_CALLED = re.compile(r"(?<![\w.])([A-Za-z_]\w*)\.(\w+)\Z")
_KEYWORD = re.compile(r"(?:\s|#[^\n]*\n)*(\w+)\s*=")
#: The keyword of the first argument of a method, where that is not an actor.
_FIRST = {
    "according_to": "source", "source": "source", "kinds": "collection", "cite": "style",
    "counts": "by", "to_pandas": "table", "to_polars": "table", "to_arrow": "table",
    "sort": "field", "group_by": "field",
}  # fmt: skip
#: Words of methods of a result that no query takes.
_OWN = {"style": STYLES, "table": TABLES}
_WORDS = {
    "match": ("any", "certain", "possible"),
    "collection": tuple(COLLECTIONS),
    "scope": tuple(Scope),
    "confidence": tuple(Confidence),
    "tier": tuple(Tier),
    "type": tuple(ActorType),
    "capacity": tuple(Capacity),
    "by": ("year", "month", "day"),
    "of": ("began", "stood"),
}


def complete(text: str, names: dict[str, object]) -> tuple[str, list[str]]:
    """Find how an open quote in a query can go on.

    Args:
        text: The text before the cursor.
        names: The objects that its names stand for.

    Returns:
        The part of the word that is written, and the words that begin so; none where the text
        is not a query of a dataset or a result.

    Examples:
        >>> from bynl_relations import relations
        >>> complete('relations.missions("NL", kind="embassy_', {"relations": relations})
        ('embassy_', ['embassy_office'])
    """
    opened = _opened(text[-READ:])
    if opened is None:
        return "", []
    name, method, keyword, fragment = opened
    held = names.get(name)
    keyword = keyword or _FIRST.get(method, "who")
    known: Iterable[str] = _OWN.get(keyword, ()) if keyword == _FIRST.get(method) else ()
    if isinstance(held, Queries):
        known = known or _words(held._names, method, keyword)
    elif isinstance(held, Records):
        result = cast("Records[RecordLike]", held)
        if method == "where":
            known = _words(result._names, result._collection, keyword)
        elif keyword == "field" == _FIRST.get(method):
            known = names_of(result._collection)
    else:
        known = ()
    return fragment, sorted({str(word) for word in known if str(word).startswith(fragment)})


def scanned(text: str) -> tuple[str, int, list[list[int]], dict[int, int]]:
    """Scan a text for quotes, comments and brackets.

    Returns:
        The quote in which the text ends (a line feed stands for a comment, empty for none) and
        where it begins; for each bracket still open its position and that of the last comma in
        it; for each closing bracket the position of its opening one.
    """
    quote, began = "", 0
    brackets: list[list[int]] = []
    pairs: dict[int, int] = {}
    for number, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'#":
            # A comment is like a text that the end of the line closes.
            quote, began = "\n" if letter == "#" else letter, number
        elif letter in "([{":
            brackets.append([number, number])
        elif letter in ")]}" and brackets:
            pairs[number] = brackets.pop()[0]
        elif letter == "," and brackets:
            brackets[-1][1] = number
    return quote, began, brackets, pairs


def _opened(text: str) -> tuple[str, str, str, str] | None:
    """Find the call in which a text ends inside quotes.

    Returns:
        The name, the method, the keyword (empty for the first argument) and the text after the
        quote; None if there is no such call.
    """
    quote, began, brackets, _ = scanned(text)
    end = began
    if quote in ("", "\n"):
        return None
    for bracket, comma in reversed(brackets):
        called = _CALLED.search(text[:bracket]) if text[bracket] == "(" else None
        if called:
            keyword = _KEYWORD.match(text[comma + 1 : end])
            if not keyword and comma != bracket:
                return None
            return called[1], called[2], keyword[1] if keyword else "", text[began + 1 :]
        if text[:bracket][-1:].isidentifier():
            return None
        end = bracket
    return None


def _words(names: Names, collection: str, keyword: str) -> Iterable[str]:
    """Return the words that a keyword of a query takes."""
    if collection in COLLECTIONS and keyword in kind(collection).word_fields():
        return kind(collection).vocabulary(keyword)
    if keyword in _WORDS:
        return _WORDS[keyword]
    if keyword == "topic":
        return names.topics
    if keyword == "indicator":
        return names.indicators
    if keyword == "source":
        return names.holdings.sources
    if keyword == "city":
        return (name for city in names.holdings.places for name in city.spellings)
    if keyword in ("related", "about", "mission", "changes"):
        return names.ids
    if keyword in ("who", "to", "actor", "all_of", "reporter"):
        return (name for actor in names.holdings.actors.values() for name in actor.spellings)
    return ()
