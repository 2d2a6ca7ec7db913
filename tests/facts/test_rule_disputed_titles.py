"""The title of a disputed record holds no disputed value (a claim's title tells the claim)."""

from __future__ import annotations

import re
from decimal import Decimal

from bynl_relations import Place, When

MONTHS = (
    "January February March April May June July August September October November December".split()
)


def words(value):
    """Return the words by which a title could tell a value."""
    if isinstance(value, When):
        for bound in (value.earliest, value.latest):
            if bound is not None:
                yield str(bound.year)
                if value.precision in {"month", "day"}:
                    yield f"{MONTHS[bound.month - 1]} {bound.year}"
                if value.precision == "day":
                    yield f"{bound.day} {MONTHS[bound.month - 1]}"
    elif isinstance(value, Place):
        yield value.city
    elif isinstance(value, Decimal):
        yield f"{value:f}"
        yield f"{value:,f}"
    elif isinstance(value, str):
        yield value.replace("_", " ")
    elif isinstance(value, tuple):
        for one in value:
            yield from words(one)
    elif hasattr(value, "actor"):
        yield value.actor.name
    elif hasattr(value, "name"):
        yield value.name


def faults(records):
    for record in records:
        if record.claimed:
            continue
        for dispute in record.disputes:
            if dispute.field == "fact":
                continue
            ours = set(words(dispute.value))
            others = {word for value, _ in dispute.others for word in words(value)}
            for word in sorted(ours ^ others):
                if word and re.search(rf"\b{re.escape(word)}\b", record.title, re.IGNORECASE):
                    yield f"{record.id}: its title tells the disputed {dispute.field} {word!r}"


def test_a_title_that_takes_sides_is_found(broken):
    wrong = [
        broken("diplomatic-relations", title="Diplomatic relations established in 1992"),
        broken("eastern-partnership-founding-summit", title="Summit in Vienna"),
        broken("van-oosterhout-charge-minsk", title="An ambassador in Minsk"),
    ]

    assert list(faults(wrong)) == [
        "diplomatic-relations: its title tells the disputed when '1992'",
        "eastern-partnership-founding-summit: its title tells the disputed place 'Vienna'",
        "van-oosterhout-charge-minsk: its title tells the disputed function 'ambassador'",
    ]


def test_the_bundled_titles_take_no_side(records):
    assert list(faults(records)) == []
