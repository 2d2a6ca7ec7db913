"""From the keywords of a query to the conditions of a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import cast

from .._fields.formats import RECORD, as_decimal
from .._fields.shape import shapes
from .._spelling import fold, hint, words
from ..errors import UnknownName, shown
from ..model.collections import ASKED, COLLECTIONS
from ..model.kinds import kind
from ..vocabulary import Capacity, Confidence, Scope
from ..when import When
from .facets import is_contact, keys, reference_key
from .question import Question

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal
    from typing import Protocol

    from .._protocols import RecordLike
    from ..actors import Actor
    from .names import Names

    class Seated(Protocol):
        """A mission, which has its seat in one of the states that it is for, or elsewhere."""

        @property
        def resident(self) -> bool: ...
        @property
        def resident_in(self) -> tuple[Actor, ...]: ...


__all__ = ["COMMON", "MATCHES", "allowed", "ask", "check", "function", "own_fields", "several"]

MATCHES = ("any", "certain", "possible")
#: The keywords of every query, beside `to` and the fields of the kind.
COMMON = (
    "since", "until", "at", "match", "undated", "claims", "actor", "all_of", "topic", "country",
    "city", "reference", "related", "capacity", "source", "scope", "confidence", "text", "where",
    "exact",
)  # fmt: skip
#: Those of them that need neither names nor fields.
_OF_TIME = frozenset(("since", "until", "at", "match", "undated", "claims"))
#: The queries beside those of collections, with their keywords beside the common ones.
_ASKED = {"all": ("collection",), "search": (), "disputes": (), "contacts": ("to",)}
_OF_GAPS = ("since", "until", "at", "collection", "topic", "actor")


def own_fields(collection: str) -> tuple[str, ...]:
    """Return the kind's own fields that are keywords of the query of a collection."""
    return ASKED.get(collection, ())


@cache
def allowed(query: str) -> tuple[str, ...]:
    """Return the keywords of a query: that of a collection, `all`, `search`, `disputes` ..."""
    if query == "gaps":
        return _OF_GAPS
    if query in _ASKED:
        return (*_ASKED[query], *COMMON)
    to = ("to",) if kind(query).to_fields else ()
    return (*to, *COMMON, *own_fields(query))


def check(query: str, keywords: Iterable[str]) -> None:
    """Check that a query has some keywords.

    Raises:
        TypeError: A keyword is unknown; the message names near ones.
    """
    known = allowed(query)
    for keyword in keywords:
        if keyword not in known:
            raise TypeError(_unknown_keyword(query, keyword, known))


def ask(query: str, keywords: Mapping[str, object], names: Names, who: object = None) -> Question:
    """Turn the keywords of a query into a question.

    Args:
        query: Name of the collection, or of a query across collections.
        keywords: As they were passed; None counts as not passed.
        names: The names of the dataset.
        who: Whose act it is, or None.

    Raises:
        TypeError: A keyword is unknown.
        UnknownName: A name or word is unknown.
        InvalidDate: A date cannot be read, or since is after until.
    """
    if not _OF_TIME.issuperset(keywords):
        check(query, keywords)
    given = {
        name: tuple(cast("Iterator[object]", value)) if isinstance(value, Iterator) else value
        for name, value in keywords.items()
        if value is not None
    }
    question = Question()
    question.given, question.who = given, who
    question.wording = _wording(who, given)
    if who is not None or not given.keys() <= _OF_TIME:
        _parties(question, query, names)
        _common(question, given, names)
        _own(question, query, given, names)
    if query == "contacts":
        question.needs.append(("collection", frozenset(("visits", "events"))))
        question.tests.append(is_contact)
    if query == "disputes":
        question.tests.append(lambda record: record.disputed)
    question.claims = _boolean(given, "claims", default=query == "disputes")
    question.undated = _boolean(given, "undated") if "undated" in given else None
    question.match = _match(given.get("match", "any"))
    if "since" in given or "until" in given or "at" in given:
        from .window import windows

        question.windows = windows(given, names)
    return question


def _parties(question: Question, query: str, names: Names) -> None:
    """Need actors: whose act it is, towards whom, in any part, and in which capacity."""
    given, who = question.given, question.who
    exact = _boolean(given, "exact")
    who_facet, to_facet = ("side", "side") if query == "contacts" else ("who", "to")
    needs = question.needs
    if who is not None:
        needs.append((who_facet, names.acting(who, exact, f"{query}()")))
    for keyword, facet in (("to", to_facet), ("actor", "actor")):
        if keyword in given:
            found = [names.acting(name, exact, f"{keyword}=") for name in several(given, keyword)]
            needs.append((facet, frozenset(chain.from_iterable(found))))
    for actor in several(given, "all_of") if "all_of" in given else ():
        needs.append(("actor", names.acting(actor, exact, "all_of=")))
    if who is not None and "to" in given and (query == "contacts" or _mutual(query)):
        # The other party has to be another.
        either = needs[0][1] | needs[1][1]
        question.tests.append(lambda record: len(either.intersection(keys(record, who_facet))) > 1)
    if "capacity" in given:
        _capacity(question, given)


def _mutual(query: str) -> bool:
    return query in COLLECTIONS and kind(query).who_fields == kind(query).to_fields


def _capacity(question: Question, given: Mapping[str, object]) -> None:
    """Need a capacity: of the actor asked for, which is `actor`, else `who`, else `to`."""
    _words(question, "capacity", given, tuple(Capacity))
    _, wanted = question.needs[-1]
    facets = [facet for facet, _ in question.needs]
    asked = next((facet for facet in ("actor", "who", "side", "to") if facet in facets), "")
    if asked:
        ids = question.wanted(asked)
        question.tests.append(lambda record: any(
            part.capacity in wanted and part.actor.id in ids for part in record.participants
        ))  # fmt: skip


def _common(question: Question, given: Mapping[str, object], names: Names) -> None:
    """Need what the keywords of every query ask for, beside actors and time."""
    needs = question.needs
    found: dict[str, Callable[[object], Iterable[str]]] = {
        "source": names.sources,
        "country": lambda value: (names.country(value),),
        "city": names.cities,
        "reference": lambda value: (reference_key(_text("reference", value)),),
        "related": names.related,
    }
    for name, look in found.items():
        if name in given:
            wanted = chain.from_iterable(map(look, several(given, name)))
            needs.append((name, frozenset(wanted)))
    closed: dict[str, Iterable[str]] = {
        "scope": Scope, "confidence": Confidence, "collection": COLLECTIONS
    }  # fmt: skip
    if "topic" in given:
        _words(question, "topic", given, tuple(names.topics), names)
    for name, known in closed.items():
        if name in given:
            _words(question, name, given, tuple(known), names)
    if "text" in given:
        text = given["text"]
        question.phrase = names.phrase(text) if isinstance(text, str) else None
        if question.phrase is None or not question.phrase.words:
            raise UnknownName(f"text={shown(text)} has no word; pass one or more words")
    if "where" in given:
        question.tests.append(function("where=", given["where"]))


def function(asked: str, value: object) -> Callable[[RecordLike], object]:
    """Return a function of a record as it is.

    Raises:
        TypeError: It is something else.
    """
    if not callable(value):
        raise TypeError(f"{asked}{shown(value)} is not callable; pass a function of a record")
    return value


def _own(question: Question, query: str, given: Mapping[str, object], names: Names) -> None:
    """Need what the keywords of the kind ask for."""
    for name in own_fields(query):
        if name not in given:
            continue
        cls, value = kind(query), given[name]
        if name in cls.word_fields():
            _words(question, name, given, cls.vocabulary(name), names)
        elif name == "indicator":
            _words(question, name, given, tuple(names.indicators), names)
        elif name == "resident":
            question.tests.append(_resident(_boolean(given, name), question.wanted("to")))
        elif name == "multilateral":
            question.tests.append(_holding(name, _boolean(given, name)))
        elif name in ("low", "high"):
            question.tests.append(_holding(name, _number(name, value)))
        else:
            question.needs.append((name, frozenset(_keys(name, query, given, names))))


def _keys(name: str, query: str, given: Mapping[str, object], names: Names) -> Iterator[str]:
    """Yield the keys of a field of the kind that was asked for: actors, ids or texts."""
    for value in several(given, name):
        if name == "act":
            yield names.act(value)
        elif name == "reporter":
            yield from names.acting(value, _boolean(given, "exact"), f"{name}=")
        elif dict(shapes(kind(query)))[name].form is RECORD:
            yield names.record(value, f"{name}=")
        else:
            yield fold(_text(name, value))


def _holding(name: str, value: object) -> Callable[[RecordLike], object]:
    return lambda record: getattr(record, name) == value


def _resident(resident: bool, states: frozenset[str]) -> Callable[[RecordLike], object]:
    """Ask where a mission sits: in a state that was asked for, else in all of its states."""

    def test(record: RecordLike) -> bool:
        mission = cast("Seated", record)
        if not states:
            return mission.resident is resident
        return any(state.id in states for state in mission.resident_in) is resident

    return test


def _number(name: str, value: object) -> Decimal:
    number = as_decimal(value)
    if number is not None and number.is_finite():
        return number
    raise TypeError(f"{name}={shown(value)} is not a finite number")


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name}={shown(value)} is not a string")
    return value


def _words(
    question: Question, name: str, given: Mapping[str, object], known: tuple[str, ...],
    names: Names | None = None,
) -> None:  # fmt: skip
    """Need one of some words of a closed vocabulary."""
    folded = {fold(word): str(word) for word in known}
    found: list[str] = []
    for value in several(given, name):
        plain = fold(value) if isinstance(value, str) else ""
        spellings = (plain, plain.replace(" ", "_"), plain.replace(" ", "-"))
        word = next((folded[spelling] for spelling in spellings if spelling in folded), None)
        if word is None:
            near = hint(value, known) or (names.elsewhere(value) if names else "")
            raise UnknownName(f"{name}={shown(value)} is unknown; use one of {words(known)}{near}")
        found.append(word)
    question.needs.append((name, frozenset(found)))


def several(given: Mapping[str, object], name: str) -> tuple[object, ...]:
    """Return the values that were given for a keyword, at least one.

    Raises:
        UnknownName: There is none.
    """
    value = given[name]
    if not isinstance(value, Iterable) or isinstance(value, (str, bytes)):
        return (value,)
    found = tuple(cast("Iterable[object]", value))
    if not found:
        raise UnknownName(f"{name}={shown(given[name])} is empty; pass a value, or leave it out")
    return found


def _match(value: object) -> str:
    if value not in MATCHES:
        near = hint(value, MATCHES)
        raise UnknownName(f"match={shown(value)} is unknown; use one of {words(MATCHES)}{near}")
    return str(value)


def _boolean(given: Mapping[str, object], name: str, *, default: bool = False) -> bool:
    value = given.get(name, default)
    if not isinstance(value, bool):
        raise TypeError(f"{name}={shown(value)} is not a boolean; use True or False")
    return value


#: What people write for a keyword; the first that a query has is meant.
_MEANT = {
    "after": ("since",), "before": ("until",), "when": ("at",), "date": ("at",), "year": ("at",),
    "type": ("kind", "function", "level"), "place": ("city",), "to": ("actor",), "who": ("actor",),
    "legal_act": ("act",), "number": ("act", "reference"),
}  # fmt: skip


def _unknown_keyword(query: str, keyword: str, known: tuple[str, ...]) -> str:
    meant = [name for name in _MEANT.get(keyword, ()) if name in known]
    others = [f"{name}()" for name in COLLECTIONS if keyword in own_fields(name)]
    if keyword == "who" and query not in ("search", "disputes"):
        guess = "; did you mean the first positional argument?"
    elif meant:
        guess = f"; did you mean {meant[0]!r}?"
    elif others:
        guess = f"; it is a keyword of {words(others)}"
    else:
        guess = hint(keyword, known)
    return f"{query}() has no keyword {shown(keyword)}; it has {words(known)}{guess}"


def _wording(who: object, given: Mapping[str, object]) -> tuple[str, ...]:
    said = () if who is None else (_short(who),)
    return (*said, *(f"{name}={_short(value)}" for name, value in given.items()))


def _short(value: object) -> str:
    if isinstance(value, (str, When)):
        return shown(str(value))
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_short, cast('Iterable[object]', value)))}]"
    if isinstance(key := getattr(value, "id", None), str):
        return shown(key)
    if callable(value) and not isinstance(value, type):
        return getattr(value, "__name__", "…")
    return shown(value)
