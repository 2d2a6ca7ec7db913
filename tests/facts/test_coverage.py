"""The table of coverage in the data README is what counting gives."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from bynl_relations import When, relations

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tool():
    """Load the tool that writes the table."""
    path = ROOT / "tools" / "coverage_table.py"
    spec = importlib.util.spec_from_file_location("coverage_table", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_is_the_one_that_the_data_gives(tool):
    text = tool.PAGE.read_text("utf-8")

    assert len(tool.TABLE.findall(text)) == 1
    assert text == tool.page(text)


def test_a_number_that_is_out_of_date_is_found(tool):
    text = tool.PAGE.read_text("utf-8")
    total = f"| {len(relations)} |"

    assert total in text
    assert text == tool.page(text.replace(total, "| 1 |"))


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"when": When("1989-12-31"), "attested": ()}, "to 1989"),
        ({"when": When("2009-12/2011"), "attested": ()}, "2000s"),
        ({"when": When("/2008"), "attested": ()}, "2000s"),
        ({"when": When("../2009"), "attested": ()}, "2000s"),
        ({"when": None, "attested": (When("2021~"),)}, "2020s"),
        ({"when": None, "attested": ()}, "undated"),
    ],
)
def test_a_record_counts_in_the_decade_in_which_it_is_first_known(tool, broken, changes, column):
    assert column == tool.column(broken("by-embassy-the-hague", **changes))


def test_an_agreement_counts_by_its_entry_into_force_where_it_has_no_other_date(tool, broken):
    agreement = broken("investment-protection-agreement", when=None)

    assert tool.column(agreement) == "1990s"
