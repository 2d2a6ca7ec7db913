"""Counts of one list add up, or a note says that they do not; so do two counts of one reporter."""

from __future__ import annotations

from itertools import combinations, pairwise

from bynl_relations import When

LISTS = (("persons_listed", "persons_added"), ("entities_listed", "entities_added"))
FIRST = When("2020-01-01")


def council(records, indicator):
    """Return the counts of the Council's list on Belarus, in order of time."""
    held = [
        figure
        for figure in records
        if figure.collection == "statistics"
        and figure.indicator == indicator
        and figure.reporter.id == "council-of-the-eu"
        and figure.confidence != "low"
        and figure.when.after(FIRST)
        and not figure.id.startswith("eu-officers")
    ]
    return sorted(held, key=lambda figure: figure.when.sort_key)


def faults(records):
    for listed, added in LISTS:
        more = council(records, added)
        for before, after in pairwise(council(records, listed)):
            new = sum(
                int(figure.low)
                for figure in more
                if figure.when.after(before.when) and not figure.when.after(after.when)
            )
            if before.low + new != after.low and not after.notes:
                yield f"{after.id}: {before.low} and {new} are not {after.low}"
    figures = [figure for figure in records if figure.collection == "statistics"]
    for figure, other in combinations(figures, 2):
        same = (figure.indicator, figure.reporter.id, figure.unit, figure.about) == (
            other.indicator, other.reporter.id, other.unit, other.about,
        )  # fmt: skip
        differ = same and figure.when == other.when and figure.low != other.low
        if differ and not (figure.notes and other.notes):
            yield f"{figure.id} and {other.id} differ, and no note says why"


def test_sums_and_counts_that_differ_are_found(records, broken):
    name = "eu-persons-listed-2020-12"
    rest = [figure for figure in records if figure.id != name]
    first = broken("migrants-via-by-to-nl-2021-11-ad", notes="")
    other = broken("migrants-via-by-to-nl-2021-11-nieuwsuur")

    assert f"{name}: 59 and 29 are not 90" in list(faults([*rest, broken(name, low=90, high=90)]))
    assert list(faults([first, other])) == [
        f"{first.id} and {other.id} differ, and no note says why"
    ]


def test_the_bundled_counts_add_up_or_say_so(records):
    assert list(faults(records)) == []
