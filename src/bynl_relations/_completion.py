"""Tab completion of words inside quotes, for IPython and Jupyter: `%load_ext bynl_relations`.

Ids, methods and keywords complete without it. `relations.missions(kind="em` then completes too:
the words of vocabularies, topics, indicators, and the ids of actors and sources.
"""

from __future__ import annotations

import re
from typing import Literal, cast

from attrs import frozen

from ._queries import Queries
from ._records import Records
from .actors import Actor
from .model import COLLECTIONS, kind
from .vocabulary import ActorType, Confidence, Scope, Tier

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Protocol, TypedDict

    from ._names import Names

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

#: A name, a method, and the arguments up to the end; a quote that is open, with what is before it.
_CALL = re.compile(r"(?:^|[^\w.])([A-Za-z_]\w*)\.(\w+)\(((?:[^()]|\([^()]*)*)\Z")
_OPEN = re.compile(
    r"(?:^|[,(\s])(?:(\w+)\s*=\s*)?(?:[\[({]\s*)?(?:(?:\"[^\"]*\"|'[^']*')\s*,\s*)*[\"']([^\"']*)\Z"
)
#: The argument that a method takes first, where it is no actor.
_FIRST = {"according_to": "source", "source": "source", "kinds": "collection"}
_SAID = {
    "match": ("any", "certain", "possible"),
    "collection": tuple(COLLECTIONS),
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
    matchers = shell.Completer.custom_matchers
    matchers[:] = [one for one in matchers if getattr(one, "matcher_identifier", "") != "bynl_relations"]
    matchers.append(words)


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
    call = _CALL.search(text)
    opened = _OPEN.search(call[3]) if call else None
    if not call or not opened:
        return "", []
    held, method = names.get(call[1]), call[2]
    keyword = opened[1] or _FIRST.get(method, "who")
    if isinstance(held, Queries):
        known = _words(held._names, method, keyword)
    elif isinstance(held, Records) and method == "where":
        known = _words(held._names, cast("Records[object]", held)._collection, keyword)  # type: ignore[type-var]
    else:
        return "", []
    fragment = opened[2]
    return fragment, sorted({str(one) for one in known if str(one).startswith(fragment)})


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
        return names.holdings.sources()
    if keyword in ("who", "to", "actor") or _takes_actor(collection, keyword):
        return names.holdings.actors()
    return ()


def _takes_actor(collection: str, keyword: str) -> bool:
    return collection in COLLECTIONS and kind(collection).__annotations__.get(keyword) is Actor
