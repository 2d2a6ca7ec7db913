"""The spans of days that a question asks about, and when a record must belong to them."""

from __future__ import annotations

import pytest

from bynl_relations import (
    Actor,
    Agreement,
    Citation,
    Event,
    InvalidDate,
    Measure,
    Mission,
    Record,
    Relations,
    Source,
    When,
)
from bynl_relations._query.window import Window

NL = Actor("NL", "state", "Netherlands")
BY = Actor("BY", "state", "Belarus")
CITED = (Citation(Source("a", "A", tier="news")),)


def mission(when: str = "", *attested: str) -> Mission:
    """Make a mission that stood, or was seen, then."""
    return Mission(
        id="it", title="T", citations=CITED, kind="embassy", sending_state=NL, accredited_to=(BY,),
        when=When(when) if when else None, attested=tuple(map(When, attested)),
    )  # fmt: skip


def agreement(**fields: object) -> Agreement:
    """Make an agreement of the given fields."""
    words = {name: When(one) if name != "status" else one for name, one in fields.items()}  # type: ignore[arg-type]
    return Agreement(id="it", title="T", citations=CITED, kind="treaty", parties=(NL, BY), **words)  # type: ignore[arg-type]


def measure(when: str, *applies: str) -> Measure:
    """Make a measure that applied in some periods."""
    return Measure(
        id="it", title="T", citations=CITED, kind="tax", effect="imposes", imposed_by=(BY,),
        when=When(when), applies=tuple(map(When, applies)),
    )  # fmt: skip


def judged(record: Record, checked: str | None = None, **asked: object) -> str:
    """Return how a record belongs to a question."""
    found = Relations.of([record], checked=checked).all(**asked)  # type: ignore[arg-type]
    return "certain" if found.certain else "possible" if found.possible else "no"


@pytest.mark.parametrize(
    ("when", "asked", "said"),
    [
        ("2006", {"since": 2006}, "certain"),
        ("2006", {"since": "2006-02"}, "possible"),
        ("2006", {"since": 2007}, "no"),
        ("2006", {"until": 2006}, "certain"),
        ("2006-12-31", {"until": 2006}, "certain"),
        ("2007-01-01", {"until": 2006}, "no"),
        ("2006-05/2009", {"since": 2006, "until": 2006}, "certain"),
        ("2006-05/2009", {"since": 2007}, "no"),
        ("2006~", {"since": 2006}, "possible"),
        ("2006/2009~", {"since": 2006}, "certain"),
        ("2006", {"since": "2006~"}, "possible"),
        ("2006", {"until": "2006?"}, "possible"),
        ("2006", {"since": "2006/2007~"}, "certain"),
        ("2006", {"since": "2006~/2007"}, "possible"),
        ("2006", {"until": "2005~/2006"}, "certain"),
        ("2006", {"until": "2005/2006~"}, "possible"),
        ("../2009", {"until": 1900}, "certain"),
        ("../2009", {"since": 1900}, "no"),
        ("/2009", {"until": 2009}, "certain"),
        ("/2009", {"since": 1900}, "possible"),
    ],
)
def test_since_and_until_ask_when_it_began(when: str, asked: dict[str, object], said: str) -> None:
    assert said == judged(mission(when), **asked)


@pytest.mark.parametrize(
    ("attested", "asked", "said"),
    [
        (("2006",), {"until": 2006}, "certain"),
        (("2006",), {"until": "2006-06"}, "possible"),
        (("2006",), {"since": 2000}, "possible"),
        (("2006",), {"since": 2007}, "no"),
        (("2006~",), {"until": 2007}, "certain"),
        (("2006~",), {"until": 2006}, "possible"),
        (("2006?",), {"until": 2007}, "possible"),
        (("2006~", "2008"), {"until": 2008}, "certain"),
    ],
)
def test_what_was_seen_began_no_later_than_it_was_first_seen(
    attested: tuple[str, ...], asked: dict[str, object], said: str
) -> None:
    assert said == judged(mission("", *attested), **asked)


@pytest.mark.parametrize(
    ("when", "attested", "at", "said"),
    [
        ("2006/2009", (), "2006", "certain"),
        ("2006/2009", (), "2006-06", "possible"),
        ("2006/2009", (), "2007", "certain"),
        ("2006/2009", (), "2009-01-02", "possible"),
        ("2006/2009", (), "2010", "no"),
        ("2006/2009", (), "2005/2010", "certain"),
        ("2006/..", (), "2400", "certain"),
        ("2006/", (), "2400", "possible"),
        ("2006/", (), "2006", "certain"),
        ("2006/", ("2012",), "2010", "certain"),
        ("2006/", ("2012~",), "2010", "certain"),
        ("2006/", ("2012~",), "2012", "possible"),
        ("2006/", ("2012?",), "2010", "possible"),
        ("2006/2009", (), "2007~", "possible"),
        ("2006/2009", (), "2007/2008?", "possible"),
        ("2006~/2009", (), "2007", "certain"),
        ("2006~/2009", (), "2005", "possible"),
        ("2006?/2009", (), "2007", "possible"),
        ("2006/2009%", (), "2007", "possible"),
        ("2006", (), "2006", "certain"),
        ("2006", (), "2006-05", "possible"),
        ("", ("2006",), "2006", "certain"),
        ("", ("2006",), "2006-05", "possible"),
        ("", ("2006",), "1900", "possible"),
        ("", ("2006", "2008"), "2007-03-04", "certain"),
        ("", ("2006", "2008~"), "2007-03-04", "possible"),
    ],
)
def test_at_asks_what_stood(when: str, attested: tuple[str, ...], at: str, said: str) -> None:
    assert said == judged(mission(when, *attested), at=at)
    if said == "no":
        assert not Relations.of([mission(when, *attested)]).missions("NL", at=at, match="certain")


@pytest.mark.parametrize(
    ("fields", "at", "said"),
    [
        ({"when": "1995", "in_force": "1998-06", "terminated": "2010"}, "1996", "no"),
        ({"when": "1995", "in_force": "1998-06", "terminated": "2010"}, "2009", "certain"),
        ({"when": "1995", "in_force": "1998-06", "terminated": "2010"}, "2010-06", "possible"),
        ({"when": "1995", "in_force": "1998-06", "terminated": "2010"}, "2011", "no"),
        ({"in_force": "1998", "status": "in_force"}, "2020", "certain"),
        ({"in_force": "1998"}, "2020", "possible"),
        ({"in_force": "1998?", "status": "in_force"}, "2020", "possible"),
        ({"when": "1995", "status": "in_force"}, "2020", "possible"),
        ({"when": "1995", "status": "never_in_force"}, "2020", "no"),
        ({"when": "1995", "terminated": "2010"}, "2011", "no"),
        ({"terminated": "2010"}, "1900", "no"),
        # Nonsense, but it neither fails nor miscounts.
        ({"when": "2010", "terminated": "1995"}, "2010", "possible"),
    ],
)
def test_agreements_stand_from_in_force_until_terminated(
    fields: dict[str, object], at: str, said: str
) -> None:
    assert said == judged(agreement(**fields), at=at)


def test_an_agreement_only_seen_can_have_stood() -> None:
    seen = Agreement(
        id="it", title="T", citations=CITED, kind="treaty", parties=(NL, BY),
        attested=(When("2006"),),
    )  # fmt: skip
    assert judged(seen, at="2006") == "possible"


def test_an_agreement_of_unknown_signing_still_stands() -> None:
    mine = Relations.of([agreement(in_force="1998", status="in_force")])

    assert mine.agreements(at=2000).certain.ids == ("it",)
    # It was signed no later than it entered into force.
    assert mine.agreements(since=1990).possible.ids == ("it",)
    assert mine.agreements(since=1999).ids == ()
    assert mine.agreements(since=1990).undated == 0
    assert mine.agreements(since=1990, at=2000, undated=True).possible.ids == ("it",)
    # What is known of it counts, though its signing is not known.
    assert mine.agreements(since=1990, at=1990, undated=True).ids == ()


def test_measures_stand_in_the_periods_in_which_they_applied() -> None:
    ban = measure("2004", "2004/2008-10", "2010/2016")

    assert judged(ban, at="2005") == "certain"
    assert judged(ban, at="2009") == "no"
    assert judged(ban, at="2009/2010") == "certain"
    assert judged(measure("2004"), at="2004") == "no"


def test_the_undated_belong_only_when_they_are_asked_for() -> None:
    bare = Event(id="it", title="T", citations=CITED, kind="call")
    mine = Relations.of([bare])

    assert mine.events().ids == ("it",)
    assert mine.events(undated=False).ids == ()
    assert mine.events(since=2000).ids == ()
    assert mine.events(since=2000).undated == 1
    assert mine.events(since=2000, undated=True).possible.ids == ("it",)
    assert mine.events(since=2000, undated=True).undated == 0
    assert mine.events(since=2000, undated=True, match="certain").ids == ()
    assert mine.events(at=2000, undated=True, match="possible").ids == ("it",)


def test_nothing_is_certain_after_the_check() -> None:
    assert judged(mission("2006/.."), checked="2010-05-01", at="2010-05-01") == "certain"
    assert judged(mission("2006/.."), checked="2010-05-01", at="2010-05-02") == "possible"
    assert judged(mission("2006/.."), checked="2010-05-01", at="2009/2020") == "certain"
    assert judged(mission("2011"), checked="2010", since="2000") == "possible"
    assert judged(mission("2009"), checked="2010", since="2000") == "certain"


def test_since_after_until_is_told() -> None:
    with pytest.raises(InvalidDate, match="since='2010-02' is after until=2009; since takes"):
        Relations.of([]).events(since="2010-02", until=2009)
    assert Relations.of([]).events(since=2010, until="2010-01").ids == ()


def test_what_cannot_have_stood_need_not_have() -> None:
    mine = Relations.of([])
    then = Window(False, When("2005").span[0], When("2005").span[3], False, mine._names)

    assert not then.can(mission("2008/2009"))
    assert not then.must(mission("2008/2009"))
    assert then.must(mission("2004/2009", "2005"))
