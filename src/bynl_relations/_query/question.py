"""From the keywords of a query to tests on records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast

from .._spelling import fold, nearest, words
from ..actors import Actor
from ..errors import UnknownName, shown
from ..model import ASKED, COLLECTIONS, kind
from ..provenance import Source
from ..vocabulary import Confidence, Scope
from ..when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from ..actors import Participant
    from ..model import Record
    from .names import Names
    from .window import Window

__all__ = ["COMMON", "MATCHES", "Question", "allowed", "ask", "certain", "keys", "own_fields"]

MATCHES = ("any", "certain", "possible")
#: The keywords of every query, beside `to` and the fields of the kind.
COMMON = (
    "since", "until", "at", "match", "undated", "claims", "actor", "topic", "country", "source",
    "scope", "confidence", "text", "where", "exact",
)  # fmt: skip
#: Of these, what looks at no names and no fields.
_OF_TIME = frozenset(("since", "until", "at", "match", "undated", "claims"))


class Question:
    """What a query asks, ready to be put to records.

    Attributes:
        windows: The spans of days; a record has to belong to each.
        match: any, certain or possible.
        undated: Whether records without any time belong; None for the default.
        claims: Whether claims belong.
        needs: Facets with the keys of which a record has to have one.
        tests: Further tests.
        told: The keywords as they were asked, for people.
    """

    __slots__ = ("claims", "match", "needs", "tests", "told", "undated", "windows")

    def __init__(self) -> None:
        """Ask nothing."""
        self.windows: tuple[Window, ...] = ()
        self.match = "any"
        self.undated: bool | None = None
        self.claims = False
        self.needs: list[tuple[str, frozenset[str]]] = []
        self.tests: list[Callable[[Record], object]] = []
        self.told: tuple[str, ...] = ()

    @property
    def lone(self) -> Window | None:
        """The window of a question that asks for one and nothing else; None of any other."""
        more = self.needs or self.tests or self.undated or self.match != "any"
        return None if more or len(self.windows) != 1 else self.windows[0]

    def timely(self, record: Record) -> bool:
        """Tell whether a record belongs by its time."""
        if not self.windows:
            return record.began is not None or self.undated is not False
        for window in self.windows:
            if not (window.can(record) if window.knows(record) else self.undated):
                return False
        return self.match == "any" or certain(self.windows, record) is (self.match == "certain")

    def fitting(self, record: Record) -> bool:
        """Tell whether a record belongs by all but its time."""
        if record.claimed and not self.claims:
            return False
        for facet, wanted in self.needs:
            if wanted.isdisjoint(keys(record, facet)):
                return False
        return all(test(record) for test in self.tests)


def certain(windows: Iterable[Window], record: Record) -> bool:
    """Tell whether a record must belong to every one of some windows."""
    for window in windows:  # noqa: SIM110 - it is asked of every record
        if not window.must(record):
            return False
    return True


def keys(record: Record, facet: str) -> tuple[str, ...]:
    """Give the keys of a record under a facet: ids of actors, topics, words, folded text."""
    if facet == "actor":
        return record.actor_ids
    if facet == "topic":
        return record.topics
    if facet == "source":
        return tuple(citation.source.id for citation in record.citations)
    if facet == "country":
        return (record.place.country,) if record.place else ()
    if facet == "collection":
        return (record.collection,)
    if facet == "word":
        from .search import spoken

        return spoken(record)
    if facet in {"who", "to"}:
        fields = record.who_fields if facet == "who" else record.to_fields
        return tuple(key for field in fields for key in keys(record, field))
    value: object = getattr(record, facet, None)
    if value is None:
        return ()
    if isinstance(value, tuple):
        parts = cast("tuple[Actor | Participant, ...]", value)
        return tuple([one.id if isinstance(one, Actor) else one.actor.id for one in parts])
    if isinstance(value, str):
        plain = str(value)
        return (plain if plain.isascii() and plain.islower() and " " not in plain else fold(plain),)
    if isinstance(value, Actor):
        return (value.id,)
    return (str(value),)


def own_fields(collection: str) -> tuple[str, ...]:
    """Name the kind's own fields that a query of the collection can ask for."""
    return ASKED.get(collection, ())


@cache
def allowed(collection: str) -> tuple[str, ...]:
    """Name the keywords of a query."""
    if collection == "all":
        return (*COMMON, "collection")
    to = ("to",) if collection not in ("events", "statistics") else ()
    return (*to, *COMMON, *own_fields(collection))


def ask(
    collection: str, keywords: Mapping[str, object], names: Names, who: object = None
) -> Question:
    """Turn the keywords of a query into a question.

    Args:
        collection: Name of the collection, or `all`.
        keywords: As they were given; None is as if it were not given.
        names: The names of the dataset.
        who: Whose act it is, or None.

    Raises:
        TypeError: A keyword is unknown.
        UnknownName: A name or word is unknown.
        InvalidDate: A date is none, or since is after until.
    """
    known = allowed(collection)
    for keyword in keywords:
        if keyword not in known:
            raise TypeError(_unknown_keyword(collection, keyword, known))
    given = {
        name: tuple(cast("Iterator[object]", value)) if isinstance(value, Iterator) else value
        for name, value in keywords.items()
        if value is not None
    }
    question = Question()
    question.told = _told(who, given)
    if who is not None or not given.keys() <= _OF_TIME:
        _parts(question, collection, given, names, who)
        _common(question, given, names)
        if collection != "all":
            _own(question, collection, given, names)
    question.claims = _truth(given, "claims")
    question.undated = _truth(given, "undated") if "undated" in given else None
    question.match = _match(given.get("match", "any"))
    if "since" in given or "until" in given or "at" in given:
        from .window import windows

        question.windows = windows(given, names)
    return question


def _parts(
    question: Question, collection: str, given: Mapping[str, object], names: Names, who: object
) -> None:
    """Need actors: whose act it is, towards whom, in any part."""
    exact = _truth(given, "exact")
    acting: list[tuple[str, frozenset[str]]] = []
    if who is not None:
        acting.append(("who", names.acting(who, exact, f"{collection}()")))
    for name in ("to", "actor"):
        if name in given:
            acting.append((name, names.acting(given[name], exact, f"{name}=")))
    question.needs.extend(acting)
    if [name for name, _ in acting[:2]] == ["who", "to"]:
        cls = kind(collection)
        if cls.who_fields == cls.to_fields:
            # The other party has to be another.
            either = acting[0][1] | acting[1][1]
            question.tests.append(lambda record: len(either.intersection(keys(record, "who"))) > 1)


def _common(question: Question, given: Mapping[str, object], names: Names) -> None:
    """Need what the keywords of every query ask for, beside actors and time."""
    if "source" in given:
        question.needs.append(("source", names.sources(given["source"])))
    if "country" in given:
        codes = frozenset(map(names.country, _several("country", given["country"])))
        question.needs.append(("country", codes))
    closed: tuple[tuple[str, Iterable[str]], ...] = (
        ("topic", names.topics if "topic" in given else ()),
        ("scope", Scope),
        ("confidence", Confidence),
        ("collection", COLLECTIONS),
    )
    for name, known in closed:
        if name in given:
            _words(question, name, given[name], tuple(known), names)
    if "text" in given:
        question.tests.append(_containing(given["text"]))
    if "where" in given:
        if not callable(given["where"]):
            raise TypeError(f"where={shown(given['where'])} is no function of a record")
        question.tests.append(given["where"])


def _own(question: Question, collection: str, given: Mapping[str, object], names: Names) -> None:
    """Need what the keywords of the kind ask for."""
    cls = kind(collection)
    for name in own_fields(collection):
        if name not in given:
            continue
        value = given[name]
        if name in cls.word_fields():
            _words(question, name, value, cls.vocabulary(name), names)
        elif name == "indicator":
            _words(question, name, value, tuple(names.indicators), names)
        elif name == "resident":
            question.needs.append((name, frozenset((str(_truth(given, name)),))))
        elif name == "multilateral":
            question.tests.append(_holding(name, _truth(given, name)))
        elif name in ("low", "high"):
            question.tests.append(_holding(name, _number(name, value)))
        elif not isinstance(value, str):
            raise TypeError(f"{name}={shown(value)}; write a text")
        elif name in ("mission", "about"):
            question.needs.append((name, frozenset((names.record(value, f"{name}="),))))
        else:
            question.needs.append((name, frozenset((fold(value),))))


def _holding(name: str, value: object) -> Callable[[Record], object]:
    return lambda record: getattr(record, name) == value


def _number(name: str, value: object) -> Decimal:
    from decimal import Decimal

    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        if number.is_finite():
            return number
    raise TypeError(f"{name}={shown(value)}; write a number")


def _words(
    question: Question, name: str, value: object, known: tuple[str, ...], names: Names
) -> None:
    """Need one of some words of a closed vocabulary."""
    folded = {fold(word): str(word) for word in known}
    found: list[str] = []
    for one in _several(name, value):
        plain = fold(one) if isinstance(one, str) else ""
        word = (
            folded.get(plain)
            or folded.get(plain.replace(" ", "_"))
            or folded.get(plain.replace(" ", "-"))
        )
        if word is None:
            hint = _near(one, known) or names.elsewhere(one)
            raise UnknownName(f"{name}={shown(one)}; write one of {words(known)}{hint}")
        found.append(word)
    question.needs.append((name, frozenset(found)))


def _many(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, (str, bytes))


def _several(name: str, value: object) -> tuple[object, ...]:
    """Give the words that were asked for, at least one."""
    several = tuple(cast("Iterable[object]", value)) if _many(value) else (value,)
    if not several:
        raise UnknownName(
            f"{name}={shown(value)} is empty; write one word or more, or leave it out"
        )
    return several


def _near(value: object, known: Iterable[str]) -> str:
    found = nearest(value, known, 1) if isinstance(value, str) else ()
    return f"; did you mean {str(found[0])!r}?" if found else ""


def _match(value: object) -> str:
    if value not in MATCHES:
        raise UnknownName(
            f"match={shown(value)}; write one of {words(MATCHES)}{_near(value, MATCHES)}"
        )
    return str(value)


def _truth(given: Mapping[str, object], name: str) -> bool:
    value = given.get(name, False)
    if not isinstance(value, bool):
        raise TypeError(f"{name}={shown(value)}; write True or False")
    return value


#: What people write for a keyword; the first that a query has is meant.
_MEANT = {
    "after": ("since",), "before": ("until",), "when": ("at",), "date": ("at",), "year": ("at",),
    "type": ("kind", "function", "level"), "place": ("country",), "to": ("actor",),
    "who": ("actor",),
}  # fmt: skip


def _unknown_keyword(collection: str, keyword: str, known: tuple[str, ...]) -> str:
    meant = [one for one in _MEANT.get(keyword, ()) if one in known]
    others = [f"{one}()" for one in COLLECTIONS if keyword in own_fields(one)]
    guess = nearest(keyword, known, 1)
    if keyword == "who" and collection != "all":
        hint = "; did you mean the first positional argument?"
    elif meant:
        hint = f"; did you mean {meant[0]!r}?"
    elif others:
        hint = f"; it is a keyword of {words(others)}"
    else:
        hint = f"; did you mean {guess[0]!r}?" if guess else ""
    return f"{collection}() has no keyword {keyword!r}; it has {words(known)}{hint}"


def _containing(text: object) -> Callable[[Record], bool]:
    wanted = fold(text).split() if isinstance(text, str) else []
    if not wanted:
        raise UnknownName(f"text={shown(text)}; write one or more words to look for")
    from .search import contains

    return lambda record: contains(record, wanted)


def _told(who: object, given: Mapping[str, object]) -> tuple[str, ...]:
    said = () if who is None else (_short(who),)
    return (*said, *(f"{name}={_short(value)}" for name, value in given.items()))


def _short(value: object) -> str:
    if isinstance(value, (str, When)):
        return shown(str(value))
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_short, cast('Iterable[object]', value)))}]"
    if isinstance(value, (Actor, Source)):
        return shown(value.id)
    if callable(value) and not isinstance(value, type):
        return getattr(value, "__name__", "…")
    return shown(value)
