"""Hypothesis strategies for records of all ten kinds, and for what they hold."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from hypothesis import strategies as st

from bynl_relations import (
    Actor,
    ActorType,
    ActType,
    Assertion,
    Capacity,
    Citation,
    InvalidData,
    LegalAct,
    Participant,
    Place,
    Quotation,
    Record,
    Source,
    SourceKind,
    Statistic,
    Tier,
    When,
)
from bynl_relations._fields.shape import Shape, shapes
from bynl_relations.model import COLLECTIONS, kind

IDS = st.from_regex("[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,3}", fullmatch=True)
COUNTRIES = st.sampled_from(["BY", "NL", "PL", "EU", "DE"])
LANGUAGES = st.sampled_from(["nl", "be", "be-tarask", "ru", "en-GB", "zh-Hant"])
#: Any letters but those that no text may hold; quotes, backslashes and HTML among them.
TEXTS = st.one_of(
    st.just(""),
    st.text(
        st.one_of(
            st.sampled_from('"\\/<>&|,;:\u00a0\u0301\U0001f600ß'),
            st.characters(exclude_categories=("C", "Zl", "Zp")),
        ),
        max_size=20,
    ),
)
NAMES = TEXTS.map(lambda text: text[:60] or "A name")
WHENS = st.sampled_from(
    "1994 2008-10 2008-12~ 1992-03-24? 201X 20XX 2004-XX 2004/2009 2017-07-10/ ../2009 /2009~"
    " 2009/.. 0001 9999-12-31".split()
).map(When)
NUMBERS = st.one_of(
    st.integers(-(10**15) + 1, 10**15 - 1).map(Decimal),
    st.builds(
        lambda digits, places: Decimal(digits).scaleb(-places),
        st.integers(-(10**15) + 1, 10**15 - 1),
        st.integers(-20, 20),
    ),
)
PLACES = st.one_of(
    st.builds(Place, NAMES, COUNTRIES), st.builds(Place, NAMES), st.builds(Place, country=COUNTRIES)
)
ADDRESSES = st.sampled_from(["", "https://example.org/a?b=c#d", "http://a.nl"])


def tuples(inside: st.SearchStrategy[object], least: int = 0) -> st.SearchStrategy[object]:
    """Return tuples of up to three."""
    return st.lists(inside, min_size=least, max_size=3).map(tuple)


PAIRS = st.dictionaries(LANGUAGES, NAMES, max_size=3).map(lambda names: tuple(names.items()))
ACTORS = st.builds(
    lambda key, sort, rest: Actor(key, sort, **rest),
    st.one_of(COUNTRIES, IDS),
    st.sampled_from(ActorType),
    st.fixed_dictionaries(
        {"name": NAMES},
        optional={
            "names": PAIRS,
            "aliases": tuples(NAMES),
            "identifiers": st.sampled_from([(), (("wikidata", "Q1"),)]),
            "acts_for": tuples(COUNTRIES),
            "home": COUNTRIES,
            "description": TEXTS,
        },
    ),
)
SOURCES = st.builds(
    lambda key, title, tier, rest: Source(key, title, tier=tier, **rest),
    IDS,
    NAMES,
    st.sampled_from(Tier),
    st.fixed_dictionaries(
        {},
        optional={
            "title_en": NAMES,
            "authors": tuples(NAMES),
            "kind": st.none() | st.sampled_from(SourceKind),
            "url": ADDRESSES,
            "publisher": TEXTS,
            "published": st.none() | WHENS,
            "language": LANGUAGES,
            "voice": IDS,
            "archived_url": ADDRESSES,
            "accessed": WHENS,
        },
    ),
)
ACTS = st.builds(
    LegalAct,
    NAMES,
    st.sampled_from(ActType),
    st.sampled_from(["", "32008E0844", "32006R0765R(01)", "02012D0642-20210604"]),
    *[st.none() | WHENS] * 3,
)
QUOTATIONS = st.builds(Quotation, NAMES, LANGUAGES, ACTORS)
_VALUES: dict[str, st.SearchStrategy[object]] = {
    "str": TEXTS,
    "bool": st.booleans(),
    "When": WHENS,
    "Decimal": NUMBERS,
    "Place": PLACES,
    "Actor": ACTORS,
    "Participant": st.builds(Participant, ACTORS, TEXTS, st.none() | st.sampled_from(Capacity)),
    "LegalAct": ACTS,
    "Quotation": QUOTATIONS,
}
_KEBAB = ("topics", "related", "changes", "mission", "about", "replaced_by")


def values(name: str, shape: Shape, *, needed: bool = False) -> st.SearchStrategy[object]:
    """Return values that a field may hold."""
    if issubclass(shape.kind, StrEnum):
        one: st.SearchStrategy[object] = st.sampled_from(shape.kind)
    else:
        one = IDS if name in _KEBAB else _VALUES[shape.kind.__name__]
    if shape.many:
        return tuples(one, int(needed))
    return st.none() | one if shape.optional else one


def citations(cls: type[Record]) -> st.SearchStrategy[Citation]:
    """Return citations as records of a class may hold them."""
    assertions = st.one_of(
        [
            st.builds(Assertion, st.just(name), values(name, shape))
            for name, shape in cls.assertable().items()
        ]
    )
    told = {"says": TEXTS, "locator": TEXTS}
    plain = st.builds(Citation, SOURCES, st.sampled_from(["supports", "partly", "denies"]), **told)
    asserting = st.builds(
        Citation, SOURCES, st.just("contradicts"), **told, asserts=tuples(assertions, 1)
    )
    return st.one_of(plain, asserting)


def _numbers_in_order(fields: dict[str, object]) -> dict[str, object]:
    low, high = fields.get("low"), fields.get("high")
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        fields |= {"low": min(low, high), "high": max(low, high)}
    return fields if low is not None or high is not None else fields | {"stated": "some"}


def records_of(cls: type[Record]) -> st.SearchStrategy[Record]:
    """Return records of one kind, any field of which may be left out or filled."""
    known = dict(shapes(cls))
    needed = {name for name, shape in known.items() if shape.least}
    always: dict[str, st.SearchStrategy[object]] = {"id": IDS, "title": NAMES}
    maybe: dict[str, st.SearchStrategy[object]] = {}
    for one in cls.__attrs_attrs__:
        name, shape = one.name, known[one.name]
        if name == "citations":
            always[name] = tuples(citations(cls), 1)
        elif name == "indicator":
            always[name] = st.sampled_from(["goods_turnover", "children_hosted"])
        elif one.init and name not in always:
            table = maybe if name not in needed and one.default is not _nothing() else always
            table[name] = values(name, shape, needed=name in needed)
    fields = st.fixed_dictionaries(always, optional=maybe)
    if cls is Statistic:
        fields = fields.map(_numbers_in_order)
    return fields.map(lambda values: sound(cls, values))


def sound(cls: type[Record], values: dict[str, object]) -> Record:
    """Make a record; the fields that contradict others are left out."""
    while True:
        try:
            return cls(**values)
        except InvalidData as error:
            roots = {re.split("[.[]", problem.path)[0] for problem in error.problems}
            if "citations" in roots:
                values["citations"] = (Citation(Source("s", "S", tier="news"), "denies"),)
            values = {
                name: value
                for name, value in values.items()
                if name in ("citations", *{*values} - roots)
            }


def _nothing() -> object:
    import attrs

    return attrs.NOTHING


#: Records of every kind.
RECORDS = st.one_of([records_of(kind(collection)) for collection in COLLECTIONS])
