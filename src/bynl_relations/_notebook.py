"""Tab completion of words inside quotes, for IPython and Jupyter: `%load_ext bynl_relations`.

Ids, methods and keywords complete without it. `relations.missions(kind="em` then completes too:
the words of vocabularies, topics, indicators, and the ids of actors and sources.
"""

from __future__ import annotations

import re
from typing import Literal, cast

from attrs import frozen

from ._query.order import names as names_of
from ._query.queries import Queries
from ._query.records import Records
from .interop.citations import STYLES
from .interop.tables import TABLES
from .model import COLLECTIONS, kind
from .vocabulary import ActorType, Capacity, Confidence, Scope, Tier

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Protocol, TypedDict

    from ._query.names import Names
    from .model import Record

    class Context(Protocol):
        """What IPython tells of the text before the cursor."""

        @property
        def text_until_cursor(self) -> str: ...

    class Found(TypedDict):
        """What IPython takes: completions of a fragment, instead of all others if there are any."""

        completions: list[Word]
        matched_fragment: str
        suppress: bool

    class Completer(Protocol):
        """The completer of IPython."""

        custom_matchers: list[Callable[[Context], Found]]

    class Shell(Protocol):
        """The shell of IPython, as far as it is used."""

        user_ns: dict[str, object]

        @property
        def Completer(self) -> Completer: ...  # noqa: N802


__all__ = ["Word", "complete", "load"]

#: How much before the cursor is read.
_READ = 2_000
#: A call of a method of a name, and the keyword of an argument.
_CALLED = re.compile(r"(?<![\w.])([A-Za-z_]\w*)\.(\w+)\Z")
_KEYWORD = re.compile(r"(?:\s|#[^\n]*\n)*(\w+)\s*=")
#: The argument that a method takes first, where it is no actor.
_FIRST = {
    "according_to": "source", "source": "source", "kinds": "collection", "cite": "style",
    "to_pandas": "table", "to_polars": "table", "to_arrow": "table",
    "sort": "field", "group_by": "field",
}  # fmt: skip
#: Methods of a result that take words which a query does not know.
_OWN = {"style": STYLES, "table": TABLES}
_SAID = {
    "match": ("any", "certain", "possible"),
    "collection": tuple(COLLECTIONS),
    "capacity": tuple(Capacity),
    "scope": tuple(Scope),
    "confidence": tuple(Confidence),
    "tier": tuple(Tier),
    "type": tuple(ActorType),
}


@frozen
class Word:
    """A completion, as IPython takes it.

    Attributes:
        text: The text.
        type: What the menu says beside it.
    """

    text: str
    type: Literal["value"] = "value"


def load(shell: Shell) -> None:
    """Let a shell of IPython complete words inside quotes.

    Args:
        shell: The shell.
    """

    def words(context: Context) -> Found:
        fragment, found = complete(context.text_until_cursor, shell.user_ns)
        return {
            "completions": [Word(one) for one in found],
            "matched_fragment": fragment,
            "suppress": bool(found),
        }

    words.matcher_api_version = 2  # type: ignore[attr-defined]
    words.matcher_identifier = "bynl_relations"  # type: ignore[attr-defined]
    shell.Completer.custom_matchers.append(words)


def complete(text: str, names: dict[str, object]) -> tuple[str, list[str]]:
    """Find how an open quote in a query can go on.

    Args:
        text: What is written before the cursor.
        names: What the names in it stand for.

    Returns:
        What was written of the word, and the words that begin so; none where the text is no
        query of a dataset or result.

    Examples:
        >>> from bynl_relations import relations
        >>> complete('relations.missions("NL", kind="embassy_', {"relations": relations})
        ('embassy_', ['embassy_office'])
    """
    opened = _opened(text[-_READ:])
    if opened is None:
        return "", []
    name, method, keyword, fragment = opened
    held = names.get(name)
    keyword = keyword or _FIRST.get(method, "who")
    known: Iterable[str] = _OWN.get(keyword, ()) if keyword == _FIRST.get(method) else ()
    if isinstance(held, Queries):
        known = known or _words(held._names, method, keyword)
    elif isinstance(held, Records):
        result = cast("Records[Record]", held)
        if method == "where":
            known = _words(result._names, result._collection, keyword)
        elif keyword == "field" == _FIRST.get(method):
            known = names_of(result._collection)
    else:
        known = ()
    return fragment, sorted({str(one) for one in known if str(one).startswith(fragment)})


def _opened(text: str) -> tuple[str, str, str, str] | None:
    """Find the call in which a text ends inside quotes.

    Returns:
        The name, the method, the keyword (empty for the first argument) and what stands after
        the quote; None where there is no such call.
    """
    quote, began = "", 0
    brackets: list[list[int]] = []
    for number, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'#":
            # A comment is as a text that the end of the line closes.
            quote, began = "\n" if letter == "#" else letter, number
        elif letter in "([{":
            brackets.append([number, number])
        elif letter in ")]}":
            del brackets[-1:]
        elif letter == "," and brackets:
            brackets[-1][1] = number
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
    """List what a keyword of a query takes."""
    if collection in COLLECTIONS and keyword in kind(collection).word_fields():
        return kind(collection).vocabulary(keyword)
    if keyword in _SAID:
        return _SAID[keyword]
    if keyword == "topic":
        return names.topics
    if keyword == "indicator":
        return names.indicators
    if keyword == "source":
        return names.holdings.sources
    if keyword in ("related", "about", "mission", "changes"):
        return names.ids
    if keyword == "city":
        return [city.city for city in names.holdings.places]
    acting = ("who", "to", "actor", "all_of", "reporter")
    return names.holdings.actors if keyword in acting else ()
