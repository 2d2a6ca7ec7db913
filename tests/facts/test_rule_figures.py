"""A figure has unit, reporter and period; two figures for one thing name each other."""

from __future__ import annotations

from itertools import combinations

from bynl_relations import When


def rivals(one, other):
    """Return whether two statistics count one thing at one time and differ."""
    if one.indicator != other.indicator or one.when is None or other.when is None:
        return False
    if one.unit != other.unit or one.about != other.about or not one.when.overlaps(other.when):
        return False
    if {one.when.precision, other.when.precision} == {"year", "interval"}:
        return False
    return (one.low, one.high, one.stated) != (other.low, other.high, other.stated)


def faults(records):
    figures = [one for one in records if one.collection == "statistics"]
    for one in figures:
        if not one.unit or one.reporter is None:
            yield f"{one.id}: no unit or no reporter"
        if one.when is None and not one.attested:
            yield f"{one.id}: no period"
        if one.low is None and one.high is None and not one.stated:
            yield f"{one.id}: no figure"
        if not one.indicator.isidentifier() or one.indicator in {"exports", "imports"}:
            yield f"{one.id}: an indicator that names no flow: {one.indicator}"
    for one, other in combinations(figures, 2):
        if rivals(one, other) and not (other.id in one.related and one.id in other.related):
            yield f"{one.id} and {other.id} differ and do not name each other"


def test_bare_and_lonely_figures_are_found(broken):
    first = broken("goods-by-to-nl-2011-by", related=())
    second = broken("goods-by-to-nl-2011-nl")
    bare = broken("children-hosted-2004-srk", unit="", when=None)

    assert list(faults([first, second, bare])) == [
        "children-hosted-2004-srk: no unit or no reporter",
        "children-hosted-2004-srk: no period",
        "goods-by-to-nl-2011-by and goods-by-to-nl-2011-nl differ and do not name each other",
    ]


def test_figures_of_two_years_are_no_rivals(broken):
    first = broken("goods-by-to-nl-2011-by", related=(), when=When("2010"))

    assert list(faults([first, broken("goods-by-to-nl-2011-nl")])) == []


def test_the_bundled_figures_are_told_in_full(records):
    assert list(faults(records)) == []
