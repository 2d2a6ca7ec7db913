"""A figure with a unit stands in a statistic about its record; a number of a paper in `references`."""

from __future__ import annotations

import re

FIGURE = re.compile(
    r"\d[\d,.]*( million| billion)? (percent|hectolitres|decalitres|tonnes|hectares|staff|dollars|euros?|guilders)\b"
)
PAPER = re.compile(
    r"\b(Doc\.|Kamerstuk|Trb\.|E-\d+/|[Nn]o\. |[Nn]umber )\s?\d+|\b[A-Z]-\d{3,4}/\d{2}\b"
)
#: A figure is one already, and the rate and act of a measure belong to it.
OTHERWISE = {"statistics", "measures"}
#: Figures that are no count of a period, and why.
EXCEPTIONS = {
    "heineken-chief-lukashenko-meeting": "a plan",
    "belagriplants-strawberry-nursery": "of no known day",
    "orange-scholarships": "the terms of a call",
    "amsterdam-debate-lukashenka-trade": "a plan",
}


def faults(records):
    counted = {record.about for record in records if record.collection == "statistics"}
    for record in records:
        if record.collection in OTHERWISE:
            continue
        figure = FIGURE.search(record.summary)
        if figure and record.id not in counted and record.id not in EXCEPTIONS:
            yield f"{record.id}: {figure[0]!r} is no statistic"
        paper = PAPER.search(record.summary) or PAPER.search(record.title)
        if paper:
            yield f"{record.id}: {paper[0]!r} is no reference"


def test_a_figure_and_a_number_in_prose_are_found(broken):
    name = "by-embassy-the-hague"
    sold = broken(name, summary="The embassy sold 5 million euros of tulips.")
    paper = broken(name, summary="The embassy is named in Kamerstuk 35214.")

    assert list(faults([sold, paper])) == [
        f"{name}: '5 million euros' is no statistic",
        f"{name}: 'Kamerstuk 35214' is no reference",
    ]


def test_the_bundled_figures_stand_where_they_are_asked_for(records):
    assert list(faults(records)) == []
