"""The page on the measures of the EU is what the data says."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from bynl_relations import relations

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tool():
    """Load the tool that writes the page."""
    spec = importlib.util.spec_from_file_location(
        "eu_measures_page", ROOT / "tools" / "eu_measures_page.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_the_one_that_the_data_gives(tool):
    assert tool.PAGE.read_text("utf-8") == tool.page()


def test_every_measure_and_every_act_of_the_eu_stands_on_the_page(tool):
    text = tool.page()
    measures = relations.measures("EU")
    acts = {act.celex for measure in measures for act in measure.acts if act.celex}

    assert set(re.findall(r"\(`([a-z0-9-]+)`\) \|$", text, re.MULTILINE)) == set(measures.ids)
    assert set(re.findall(r"CELEX:(\w+)\)", text)) == acts


def test_the_page_tells_what_applied_before_and_after_the_act_of_november_2008(tool):
    assert "2006/276/CFSP" in tool.cell("travel_ban", "2008-11-10")
    assert "2006/276/CFSP" not in tool.cell("travel_ban", "2008-11-11")
    assert tool.cell("flight_ban", "2008-11-10") == "–"
    assert tool.cell("asset_freeze", "2007-01-01").endswith("possibly act not known")


def test_a_page_that_differs_is_reported(tool, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tool, "PAGE", tmp_path / "pages" / "eu-measures.md")
    monkeypatch.setattr("sys.argv", ["eu_measures_page.py", "--check"])
    assert tool.main() == 1

    monkeypatch.setattr("sys.argv", ["eu_measures_page.py"])
    assert tool.main() == 0
    monkeypatch.setattr("sys.argv", ["eu_measures_page.py", "--check"])
    assert tool.main() == 0
    assert "up to date" in capsys.readouterr().out
