"""Records of every kind with a `When` of every form, for the laws of questions.

The years lie close together, so that records and questions meet often.
"""

from __future__ import annotations

from typing import cast

from hypothesis import strategies as st
from strategies import sound

from bynl_relations import (
    Actor,
    Agreement,
    Appointment,
    Citation,
    Event,
    Measure,
    Membership,
    Mission,
    Position,
    Programme,
    Record,
    Source,
    Statistic,
    Visit,
    When,
)

NL = Actor("NL", "state", "Netherlands")
BY = Actor("BY", "state", "Belarus")
MINISTER = Actor("minister", "person", "Anna Jansen", acts_for=("NL",))
PARTY = Actor("party", "party", "Some Party", home="NL")
ACTORS = (NL, BY, MINISTER, PARTY)
CITED = (Citation(Source("one", "A text", tier="news")),)
DENIED = (*CITED, Citation(Source("two", "A text", tier="news"), "denies"))

DAYS = ("2001", "2002-03", "2002-03-05", "2002-07-01", "2003-12-31", "2004-XX", "200X", "2006~")
RANGES = ("[2002-03-05..2002-04]", "[..2003]", "[2005..]")
MORE = ("19XX", "2003?", "2002-03%", "1999-XX-XX", "2005-02-29".replace("29", "28"), "2008")
DATES = st.sampled_from((*DAYS, *MORE))


def _interval(pair: tuple[str, str]) -> str:
    one, other = sorted(pair, key=lambda text: When(text).sort_key)
    return f"{one}/{other}"


TEXTS = st.one_of(
    DATES,
    st.sampled_from(RANGES),
    st.tuples(DATES, DATES).map(_interval),
    st.builds("{}/{}".format, DATES, st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), DATES),
)
WHENS = TEXTS.map(When)
#: What is given to since, until, at: text, a When, a year.
MOMENTS = st.one_of(TEXTS, WHENS, st.integers(1998, 2010))
MAYBE = st.one_of(st.none(), WHENS)

_people = st.lists(st.sampled_from(ACTORS), min_size=1, max_size=2, unique=True).map(tuple)
_own: dict[type[Record], dict[str, st.SearchStrategy[object]]] = {
    Event: {"kind": st.sampled_from(["meeting", "protest"])},
    Visit: {"level": st.just("minister"), "visitors": _people, "hosts": _people},
    Mission: {
        "kind": st.sampled_from(["embassy", "consulate"]),
        "sending_state": st.sampled_from([NL, BY]),
        "accredited_to": _people,
    },
    Appointment: {"function": st.just("ambassador"), "person": st.sampled_from(ACTORS)},
    Agreement: {
        "kind": st.just("treaty"),
        "parties": _people,
        "in_force": MAYBE,
        "terminated": MAYBE,
        "status": st.sampled_from(["signed", "in_force", "never_in_force", "unknown"]),
    },
    Measure: {
        "kind": st.just("travel_ban"),
        "effect": st.just("imposes"),
        "imposed_by": _people,
        "applies": st.lists(WHENS, max_size=2).map(tuple),
    },
    Position: {"holders": _people, "attitude": st.just("urges")},
    Membership: {"member": st.sampled_from([NL, BY]), "organisation": st.just(PARTY)},
    Programme: {"kind": st.just("aid"), "organisers": _people},
    Statistic: {"indicator": st.just("goods"), "low": st.integers(0, 9).map(lambda n: n)},
}
KINDS = tuple(_own)


def records(kinds: tuple[type[Record], ...] = KINDS) -> st.SearchStrategy[list[Record]]:
    """Return lists of records of some kinds, each with an id of its own."""
    every = st.one_of([_record(kind) for kind in kinds])
    return st.lists(every, max_size=8, unique_by=lambda record: record.id)


def _record(kind: type[Record]) -> st.SearchStrategy[Record]:
    made = st.builds(
        lambda **fields: sound(
            kind, fields | {"citations": DENIED if fields["claimed"] else CITED}
        ),
        id=st.integers(0, 40).map(lambda number: f"{kind.__name__.lower()}-{number}"),
        title=st.just("A record"),
        when=MAYBE,
        attested=st.lists(DATES.map(When), max_size=2).map(tuple),
        participants=st.just(()),
        topics=st.sampled_from([(), ("trade",), ("trade", "sport")]),
        claimed=st.sampled_from([False, False, False, True]),
        **_own[kind],
    )
    return cast("st.SearchStrategy[Record]", made)
