"""How many records began or stood in a period; the laws stand in the property tests."""

from __future__ import annotations

import pickle
from copy import copy, deepcopy
from pathlib import Path

import pytest

import bynl_relations
from bynl_relations import (
    Actor,
    Agreement,
    Citation,
    Counts,
    Event,
    Measure,
    Mission,
    Record,
    Relations,
    Source,
    UnknownName,
    When,
)

CITED = (Citation(Source("a", "A", tier="news")),)
NL, BY = Actor("NL", "state", "Netherlands"), Actor("BY", "state", "Belarus")


def event(id: str, when: str, kind: str = "call", **fields: object) -> Event:
    """Make an event of that time; one without a time if it is empty."""
    return Event(
        id=id, title="T", citations=CITED, kind=kind, when=When(when) if when else None, **fields
    )  # type: ignore[arg-type] # fmt: skip


def mission(id: str, when: str, *attested: str) -> Mission:
    """Make a mission that stood, or was seen, then."""
    return Mission(
        id=id, title="T", citations=CITED, kind="embassy", sending_state=NL, accredited_to=(BY,),
        when=When(when) if when else None, attested=tuple(map(When, attested)),
    )  # fmt: skip


def dataset(*records: Record, checked: str | None = "2006-03-10") -> Relations:
    """Make a dataset with the day of its last check."""
    return Relations.of(records, checked=checked)


def rows(counts: Counts) -> list[tuple[object, ...]]:
    """Return the rows as plain tuples."""
    return [tuple(row) for row in counts]


MINE = dataset(
    event("one", "2001-02-03"), event("other", "2001"), event("doubted", "2003?"),
    event("timeless", ""), event("wide", "[2003-05-05..2004-02-01]", "protest"),
)  # fmt: skip


def test_a_year_with_nothing_is_a_row() -> None:
    assert [
        ("2001", 2, 0),
        ("2002", 0, 0),
        ("2003", 0, 2),
        ("2004", 0, 1),
        ("2005", 0, 0),
        ("2006", 0, 0),
    ] == rows(MINE.events().counts())


def test_months_and_days_split_what_a_year_holds() -> None:
    found = MINE.events(until=2001)

    assert [("2001-01", 0, 1), ("2001-02", 1, 1), ("2001-03", 0, 1)] == rows(found.counts("month"))[
        :3
    ]
    assert 12 == len(found.counts("month"))
    assert ("2001-02-03", 1, 1) == found.counts("day")[33]
    assert "2001-12-31" == found.counts("day")[-1].period


def test_the_rows_cover_the_window_that_was_asked() -> None:
    assert ["2000", "2001", "2002"] == [
        row.period for row in MINE.events(since=2000, until=2002).counts()
    ]
    assert "2006" == MINE.events(since=2000, until=2050).counts()[-1].period
    assert () == tuple(MINE.events(since=2050).counts())
    # A window that asks for something else does not bound them.
    lasting = dataset(mission("a", "2001/2004")).missions(at=2003)
    assert "2001" == lasting.counts()[0].period
    assert ["2003"] == [row.period for row in lasting.counts(of="stood")]


def test_what_stood_counts_for_every_period_up_to_the_check() -> None:
    mine = dataset(mission("a", "2004-06/.."), mission("b", "", "2003-05", "2005-02-01"))

    assert [
        ("2003", 1, 0),
        ("2004", 2, 0),
        ("2005", 2, 0),
        ("2006", 1, 1),
    ] == rows(mine.missions().counts(of="stood"))


@pytest.mark.parametrize("of", ["began", "stood"])
def test_what_came_after_the_last_check_counts_in_no_period(of: str) -> None:
    mine = dataset(event("early", "2005-01-02"), event("late", "2007-01-02"), checked="2006-03-10")
    counts = mine.events().counts(of=of)  # type: ignore[arg-type]

    assert [("2005", 1, 0), ("2006", 0, 0)] == rows(counts)


def test_several_periods_of_a_record_count_once() -> None:
    ban = Measure(
        id="ban", title="T", citations=CITED, kind="tax", effect="imposes", imposed_by=(NL,),
        applies=tuple(map(When, ("2000/2001-03", "2001-05/2002", "2004-02-01/2004-02-03"))),
    )  # fmt: skip

    counts = dataset(ban, checked="2005").measures().counts(of="stood")

    assert [
        ("2000", 1, 0),
        ("2001", 1, 0),
        ("2002", 1, 0),
        ("2003", 0, 0),
        ("2004", 1, 0),
        ("2005", 0, 0),
    ] == rows(counts)


def test_without_a_check_the_rows_end_with_the_records() -> None:
    mine = dataset(event("one", "2001/2003"), event("two", "2002-02"), checked=None)

    assert [("2001", 1, 0), ("2002", 1, 0)] == rows(mine.events().counts())
    assert [("2001", 1, 0), ("2002", 2, 0), ("2003", 1, 0)] == rows(
        mine.events().counts(of="stood")
    )
    assert ["2000", "2001", "2002", "2003", "2004"] == [
        row.period for row in mine.events(since=2000, until=2004).counts()
    ]
    assert () == tuple(dataset(event("open", "../2001"), checked=None).events().counts())
    assert () == tuple(dataset().events().counts(of="stood"))


def test_of_a_field_each_value_has_the_split_of_the_result() -> None:
    found = MINE.events(since="2003-06")

    assert [("call", 0, 1), ("protest", 0, 1)] == rows(found.counts(by="kind"))
    assert [("call", 4, 0), ("protest", 1, 0)] == rows(MINE.events().counts(by="kind"))


def test_a_value_is_text_and_several_count_for_each() -> None:
    deal = Agreement(id="deal", title="T", citations=CITED, kind="treaty", parties=(NL, BY))
    mine = dataset(deal)

    assert [("NL", 1, 0), ("BY", 1, 0)] == rows(mine.agreements().counts("parties"))
    assert [("", 1, 0)] == rows(mine.agreements().counts("in_force"))
    assert [("a", 1, 0)] == rows(mine.agreements().counts("sources"))
    assert [("False", 1, 0)] == rows(mine.agreements().counts("disputed"))


def test_an_unknown_field_or_word_is_named_with_what_is_allowed() -> None:
    with pytest.raises(
        UnknownName, match=r"by='yaer'; use one of year, month, day, .* did you mean 'year'"
    ):
        MINE.events().counts(by="yaer")
    with pytest.raises(
        UnknownName, match="of='begun'; write one of began, stood; did you mean 'began'"
    ):
        MINE.events().counts(of="begun")  # type: ignore[arg-type]


def test_it_is_a_sequence_that_cannot_be_changed() -> None:
    counts = MINE.events().counts()

    assert Counts is type(counts[1:3])
    assert rows(counts)[1:3] == rows(counts[1:3])
    assert counts[0] in counts
    assert counts[0].certain == 2
    with pytest.raises(AttributeError):
        counts.by = "month"  # type: ignore[misc]
    assert copy(counts) == deepcopy(counts) == counts


def test_equality_and_hash_look_at_the_rows_alone() -> None:
    again = MINE.all(collection="events").counts()

    assert again == MINE.events().counts()
    assert hash(again) == hash(MINE.events().counts())
    assert again != MINE.events().counts(of="stood")
    assert again != MINE.events(since=2002).counts()
    assert again != again.rows


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_name_the_address_that_people_import(protocol: int) -> None:
    counts = MINE.events().counts()
    pickled = pickle.dumps(counts, protocol)
    back = pickle.loads(pickled)

    assert (counts, counts.asked, repr(counts)) == (back, back.asked, repr(back))
    assert "bynl_relations" == Counts.__module__
    assert bynl_relations.Counts is Counts
    assert b"_query" not in pickled


def test_text_shows_what_was_asked_and_the_rows() -> None:
    counts = dataset(event("one", "2004"), event("two", "2006?")).events(since=2004).counts()

    assert [
        "<dataset>.events(since=2004).counts(by='year')",
        "3 rows",
        "year  certain  possible",
        "2004        1         0",
        "2005        0         0",
        "2006        0         1",
    ] == repr(counts).splitlines()
    assert ["<dataset>.missions().counts(by='month', of='stood')", "0 rows"] == repr(
        dataset().missions().counts("month", "stood")
    ).splitlines()


def test_of_many_rows_the_first_and_the_last_are_shown() -> None:
    lines = repr(MINE.events().counts("month")).splitlines()

    assert 3 + 10 + 1 + 10 == len(lines)
    assert "… 43 more …" == lines[13].strip()
    assert "63 rows" == lines[1]


def test_markup_shows_values_as_they_are() -> None:
    mine = dataset(event("one", "2004", summary="<b>|</b>"))
    counts = mine.events().counts("summary")

    assert "&lt;b&gt;|&lt;/b&gt;" in counts._repr_html_()
    assert "1 row<" in counts._repr_html_()
    assert r"&lt;b&gt;\|&lt;/b&gt; | 1 | 0 |" in counts._repr_markdown_()
    assert "| – | 1 | 0 |" in mine.events().counts("notes")._repr_markdown_()
    assert "data 7" in repr(Relations.of(mine.all(), version="7").events().counts())


@pytest.mark.parametrize("library", ["pandas", "polars", "arrow"])
def test_frames_have_the_three_columns(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"bynl_relations.interop.frames.to_{library}", list)
    columns = getattr(dataset(event("one", "2005")).events().counts(), f"to_{library}")()

    assert [
        ("period", "text", ["2005", "2006"]),
        ("certain", "count", [1, 0]),
        ("possible", "count", [0, 0]),
    ] == [(column.name, column.sort, column.values) for column in columns]


def test_csv_is_a_line_a_row(tmp_path: Path) -> None:
    counts = dataset(event("one", "2005-02-03", summary="=1")).events().counts()

    assert "period,certain,possible\r\n2005,1,0\r\n2006,0,0\r\n" == counts.to_csv()
    assert counts.to_csv(tmp_path / "counts.csv") is None
    assert counts.to_csv() == (tmp_path / "counts.csv").read_bytes().decode()
    formula = dataset(event("one", "2005", summary="=1")).events().counts("summary")
    assert ["'=1,1,0", "=1,1,0"] == [formula.to_csv(raw=raw).split()[1] for raw in (False, True)]
