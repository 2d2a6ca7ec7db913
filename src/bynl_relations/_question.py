"""From the keywords of a query to windows of days and tests on records.

Source: the library's own rules of time in questions (docs/reference/time.md).
"""

from __future__ import annotations

from . import _standing
from ._search import contains
from .errors import InvalidDate, UnknownName, shown
from .model import kind
from .vocabulary import Confidence, Scope, fold, nearest, words
from .when import FOREVER, NEVER, When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ._names import Names
    from .model import Record

__all__ = ["COMMON", "MATCHES", "Question", "Window", "allowed", "ask", "keys", "own_fields"]

MATCHES = ("any", "certain", "possible")
#: The keywords of every query, beside `to` and the fields of the kind.
COMMON = (
    "since", "until", "at", "match", "undated", "claims", "actor", "topic", "country", "source",
    "scope", "confidence", "text", "where", "exact",
)  # fmt: skip
#: The kind's own fields that a keyword can ask for: those of one word, text, number or truth.
_OWN = {
    "events": ("kind",),
    "visits": ("level",),
    "missions": ("kind", "address", "resident"),
    "appointments": ("function", "mission"),
    "agreements": ("kind", "status"),
    "measures": ("kind", "effect", "extent", "exceptions", "legal_act"),
    "positions": ("attitude", "subject", "about"),
    "memberships": ("status",),
    "programmes": ("kind",),
    "statistics": ("indicator", "low", "high", "stated", "unit", "about"),
}


class Window:
    """A span of days that a question asks about.

    Attributes:
        began: Whether it asks when something began; else it asks what stood.
        first: Its first day.
        last: Its last day.
        sure: Its last day up to which something can be certain; before `first` where nothing is.
    """

    __slots__ = ("began", "first", "last", "sure")

    def __init__(self, began: bool, first: int, last: int, sure: int) -> None:
        """Hold the days as ordinals."""
        self.began = began
        self.first = first
        self.last = last
        self.sure = sure

    def can(self, record: Record) -> bool:
        """Tell whether the record can belong."""
        if self.began:
            known = record.began
            return known is not None and known[0] <= self.last and known[1] >= self.first
        return _standing.can(record.periods, self.first, self.last)

    def must(self, record: Record) -> bool:
        """Tell whether the record must belong."""
        if self.sure < self.first:
            return False
        if self.began:
            known = record.began
            return known is not None and known[0] >= self.first and known[2] <= self.sure
        return _standing.must(record.periods, self.first, self.sure)

    def knows(self, record: Record) -> bool:
        """Tell whether anything is known of the record's time that this window asks about."""
        if record.when is not None or record.attested:
            return True
        return not self.began and bool(record.periods)


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

    def timely(self, record: Record) -> bool:
        """Tell whether a record belongs by its time."""
        for window in self.windows:
            if not window.knows(record):
                return bool(self.undated) and self.match != "certain"
        if not self.windows:
            return self.undated is not False or record.when is not None or bool(record.attested)
        if self.match == "certain":
            return all(window.must(record) for window in self.windows)
        can = all(window.can(record) for window in self.windows)
        if self.match == "any" or not can:
            return can
        return not all(window.must(record) for window in self.windows)

    def fitting(self, record: Record) -> bool:
        """Tell whether a record belongs by all but its time."""
        if record.claimed and not self.claims:
            return False
        for facet, wanted in self.needs:
            if wanted.isdisjoint(keys(record, facet)):
                return False
        return all(test(record) for test in self.tests)


def keys(record: Record, facet: str) -> tuple[str, ...]:
    """Give the keys of a record under a facet: ids of actors, topics, words, folded text."""
    if facet == "actor":
        return tuple(part.actor.id for part in record.actors)
    if facet == "topic":
        return record.topics
    if facet == "source":
        return tuple(citation.source.id for citation in record.citations)
    if facet == "country":
        return (record.place.country,) if record.place else ()
    if facet == "collection":
        return (record.collection,)
    if facet == "who" or facet == "to":
        fields = record.who_fields if facet == "who" else record.to_fields
        return tuple(key for field in fields for key in keys(record, field))
    value = getattr(record, facet, None)
    if value is None:
        return ()
    if isinstance(value, tuple):
        return tuple([one.actor.id if hasattr(one, "actor") else one.id for one in value])
    if isinstance(value, str):
        return (str(value) if value.isascii() and value.islower() else fold(value),)
    if hasattr(value, "spellings"):
        return (value.id,)
    return (str(value),)


def own_fields(collection: str) -> tuple[str, ...]:
    """Name the kind's own fields that a query of the collection can ask for."""
    return _OWN.get(collection, ())


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
    question = Question()
    known = allowed(collection)
    for keyword in keywords:
        if keyword not in known:
            raise TypeError(_unknown_keyword(collection, keyword, known))
    given = {name: value for name, value in keywords.items() if value is not None}
    exact = _truth(given, "exact")
    if who is not None:
        ids = names.acting(who, exact, f"{collection}()")
        question.needs.append(("who", ids))
    question.told = _told(who, given)
    if "to" in given:
        question.needs.append(("to", names.acting(given["to"], exact, "to=")))
    if "actor" in given:
        question.needs.append(("actor", names.acting(given["actor"], exact, "actor=")))
    if "source" in given:
        question.needs.append(("source", names.sources(given["source"])))
    if "country" in given:
        question.needs.append(("country", frozenset(map(names.country, _several(given["country"])))))
    if "topic" in given:
        _words(question, "topic", given["topic"], tuple(names.topics))
    if "scope" in given:
        _words(question, "scope", given["scope"], tuple(Scope))
    if "confidence" in given:
        _words(question, "confidence", given["confidence"], tuple(Confidence))
    if "collection" in given:
        from .model import COLLECTIONS

        _words(question, "collection", given["collection"], tuple(COLLECTIONS))
    if collection != "all":
        _own(question, collection, given, names)
    if "text" in given:
        question.tests.append(_containing(given["text"]))
    if "where" in given:
        if not callable(given["where"]):
            raise TypeError(f"where={shown(given['where'])} is no function of a record")
        question.tests.append(given["where"])
    question.claims = _truth(given, "claims")
    question.undated = _truth(given, "undated") if "undated" in given else None
    match = given.get("match", "any")
    if match not in MATCHES:
        raise UnknownName(f"match={shown(match)}; write one of {words(MATCHES)}{_near(match, MATCHES)}")
    question.match = str(match)
    if "since" in given or "until" in given or "at" in given:
        question.windows = _windows(given, names.holdings.dataset.checked)
    return question


def _own(question: Question, collection: str, given: Mapping[str, object], names: Names) -> None:
    cls = kind(collection)
    for name in own_fields(collection):
        if name not in given:
            continue
        value = given[name]
        if name in cls.word_fields():
            _words(question, name, value, cls.vocabulary(name))
        elif name == "indicator":
            _words(question, name, value, tuple(names.indicators))
        elif isinstance(value, str):
            question.needs.append((name, frozenset((fold(value),))))
        else:
            question.tests.append(lambda record, name=name, value=value: getattr(record, name) == value)  # type: ignore[misc]


def _words(question: Question, name: str, value: object, known: tuple[str, ...]) -> None:
    """Need one of some words of a closed vocabulary."""
    folded = {fold(word): str(word) for word in known}
    found = []
    for one in _several(value):
        plain = fold(one) if isinstance(one, str) else ""
        word = folded.get(plain) or folded.get(plain.replace(" ", "_")) or folded.get(plain.replace(" ", "-"))
        if word is None:
            raise UnknownName(f"{name}={shown(one)}; write one of {words(known)}{_near(one, known)}")
        found.append(word)
    question.needs.append((name, frozenset(found)))


def _several(value: object) -> Iterable[object]:
    return value if isinstance(value, (tuple, list, set, frozenset)) else (value,)


def _near(value: object, known: Iterable[str]) -> str:
    found = nearest(value, known, 1) if isinstance(value, str) else ()
    return f"; did you mean {found[0]!r}?" if found else ""


def _truth(given: Mapping[str, object], name: str) -> bool:
    value = given.get(name, False)
    if not isinstance(value, bool):
        raise TypeError(f"{name}={shown(value)}; write True or False")
    return value


def _unknown_keyword(collection: str, keyword: str, known: tuple[str, ...]) -> str:
    aliases = {"who": "the first positional argument", "from_": "since", "after": "since",
               "before": "until", "when": "at", "date": "at", "year": "at", "type": "kind"}  # fmt: skip
    guess = nearest(keyword, known, 1)
    hint = guess[0] if guess else aliases.get(keyword, "")
    said = f"; did you mean {hint}?" if hint == aliases["who"] else f"; did you mean {hint!r}?" if hint else ""
    return f"{collection}() has no keyword {keyword!r}; it has {words(known)}{said}"


def _containing(text: object) -> Callable[[Record], bool]:
    if not isinstance(text, str) or not text.strip():
        raise UnknownName(f"text={shown(text)}; write one or more words to look for")
    wanted = fold(text).split()
    return lambda record: contains(record, wanted)


def _windows(given: Mapping[str, object], checked: When | None) -> tuple[Window, ...]:
    until_checked = checked.span[3] if checked is not None else FOREVER
    windows = []
    if "since" in given or "until" in given:
        first, last, sure = NEVER, FOREVER, True
        if "since" in given:
            since = _moment("since", given["since"])
            first, sure = since.span[0], not since.vague[0]
        if "until" in given:
            until = _moment("until", given["until"])
            last, sure = until.span[3], sure and not until.vague[1]
        if first > last:
            raise InvalidDate(
                f"since={shown(given['since'])} lies after until={shown(given['until'])};"
                " write the earlier moment as since"
            )
        windows.append(Window(True, first, last, min(last, until_checked) if sure else first - 1))
    if "at" in given:
        at = _moment("at", given["at"])
        first, last = at.span[0], at.span[3]
        sure = not any(at.vague)
        windows.append(Window(False, first, last, min(last, until_checked) if sure else first - 1))
    return tuple(windows)


def _moment(name: str, value: object) -> When:
    try:
        return When.parse(value)  # type: ignore[arg-type]
    except InvalidDate as error:
        raise InvalidDate(f"{name}={error}") from None


def _told(who: object, given: Mapping[str, object]) -> tuple[str, ...]:
    said = () if who is None else (shown(who if isinstance(who, str) else str(who)),)
    return (*said, *(f"{name}={_short(value)}" for name, value in given.items()))


def _short(value: object) -> str:
    if callable(value) and not isinstance(value, type):
        return getattr(value, "__name__", "…")
    return shown(str(value) if hasattr(value, "spellings") or isinstance(value, When) else value)
