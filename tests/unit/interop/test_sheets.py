"""CSV: what RFC 4180 asks for, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from bynl_relations import Citation, Event, Records, Relations, Source, relations
from bynl_relations.interop.columns import Column
from bynl_relations.interop.sheets import to_csv

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)")


def read(text: str) -> list[list[str]]:
    """Read CSV as the standard library does."""
    return list(csv.reader(StringIO(text, newline=""), strict=True))


def titled(title: str) -> Records[Event]:
    """Return a result of one record."""
    source = Source("letter", "Letter", tier="primary")
    event = Event(id="one", title=title, kind="meeting", citations=(Citation(source),))
    return Relations.of([event]).events()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_would_run_gets_an_apostrophe(text: str) -> None:
    assert read(to_csv([Column("a", "text", [text])])) == [["a"], [f"'{text}"]]


@pytest.mark.parametrize("text", HOSTILE)
def test_raw_leaves_it_as_it_is(text: str) -> None:
    assert read(to_csv([Column("a", "text", [text])], raw=True)) == [["a"], [text]]


def test_the_method_passes_both_on(tmp_path: Path) -> None:
    records = titled("=cmd")
    path = tmp_path / "one.csv"

    assert ",'=cmd," in records.to_csv()
    assert ",=cmd," in records.to_csv(None, True)
    records.to_csv(path, raw=True)
    assert path.read_bytes().decode() == records.to_csv(raw=True)


def test_a_negative_number_is_a_number() -> None:
    column = Column("a", "number", [Decimal("-1.50"), Decimal("1E-7"), None])

    assert to_csv([column]) == 'a\r\n-1.50\r\n0.0000001\r\n""\r\n'


def test_signs_of_the_format_are_quoted() -> None:
    columns = [Column("a", "text", ['x, "y"', None]), Column("b", "flag", [True, False])]

    assert to_csv(columns) == 'a,b\r\n"x, ""y""",true\r\n,false\r\n'


def test_every_record_is_read_back_as_a_row() -> None:
    records = relations.all(claims=True)
    rows = list(csv.DictReader(records.to_csv(raw=True).splitlines(keepends=True), strict=True))

    assert [row["id"] for row in rows] == list(records.ids)
    assert [row["title"] for row in rows] == [record.title for record in records]


def test_an_empty_result_is_its_heading() -> None:
    lines = relations.missions("NL", since=9999).to_csv().split("\r\n")

    assert lines[0].startswith("id,collection,title")
    assert lines[1:] == [""]


def test_a_byte_order_mark_begins_the_text_where_it_is_asked_for() -> None:
    columns = [Column("a", "text", ["Мінск"])]

    assert to_csv(columns, bom=True) == "\ufeffa\r\nМінск\r\n"
    assert to_csv(columns) == "a\r\nМінск\r\n"
