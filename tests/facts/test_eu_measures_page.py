"""The page on the measures of the EU is what the data says."""

from __future__ import annotations

import re

import eu_measures_page as tool
from pages import written

from bynl_relations import relations


def test_the_page_is_the_one_that_the_data_gives():
    assert tool.PAGE.read_text("utf-8") == tool.page()


def test_every_measure_and_every_act_of_the_eu_stands_on_the_page():
    text = tool.page()
    measures = relations.measures("EU")
    acts = {act.celex for measure in measures for act in measure.acts if act.celex}

    assert set(re.findall(r"\(`([a-z0-9-]+)`\) \|$", text, re.MULTILINE)) == set(measures.ids)
    assert set(re.findall(r"CELEX:(\w+)\)", text)) == acts


def test_the_page_tells_what_applied_before_and_after_the_act_of_november_2008():
    assert "2006/276/CFSP" in tool.cell("travel_ban", "2008-11-10")
    assert "2006/276/CFSP" not in tool.cell("travel_ban", "2008-11-11")
    assert tool.cell("flight_ban", "2008-11-10") == "–"
    assert tool.cell("asset_freeze", "2007-01-01").endswith("possibly act not known")


def test_a_page_that_differs_is_reported(tmp_path, capsys):
    page = tmp_path / "pages" / "page.md"

    assert 1 == written(page, "text", check=True)
    assert not page.exists()
    assert 0 == written(page, "text", check=False)
    assert 0 == written(page, "text", check=True)
    assert "up to date" in capsys.readouterr().out
