"""No rule of axe is broken, whatever is open, in either colour scheme."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from bynl_relations import Records, relations

from .conftest import Open

ID = "diplomatic-relations"
TELLER = next(one for one in relations[ID].sources if one.publisher == "Wikipedia")
STATES = ("", f"#{ID}", "#?collection=missions&since=2018", "#?q=xyzzy",
          f"#?told={TELLER.id}", "#?doubt=claimed")  # fmt: skip


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.fixture(scope="module")
def some() -> Records[Any]:
    """Return records of every collection, disputed or claimed ones among them."""
    every = relations.all(claims=True)
    chosen = [records[:4] for records in every.group_by("collection").values()]
    return sum(chosen, relations.disputes()[:40]) + every.where(lambda one: one.id == ID)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(opened: Open, some: Records[Any], scheme: str, width: int) -> None:
    for state in STATES:
        page = opened(some, hash=state, color_scheme=scheme, viewport={"width": width, "height": 900},
                      bypass_csp=True)  # fmt: skip
        page.evaluate(
            "document.querySelectorAll('#facets details, #narrow, #figures, #gaps').forEach(box => { box.open = true })"
        )
        assert violations(page) == [], state


def test_axe_finds_what_is_broken(opened: Open) -> None:
    page = opened(relations.missions(), bypass_csp=True)
    page.evaluate("document.querySelector('#q').previousElementSibling.remove()")
    page.evaluate("document.querySelector('#count').style.color = '#ccc'")

    assert {one.split(":")[0] for one in violations(page)} >= {"color-contrast"}


def test_everything_has_a_name_for_those_who_hear_it(opened: Open) -> None:
    page = opened()
    for role, name in (
        ("searchbox", "Search"), ("combobox", "As told by"), ("combobox", "Order"),
        ("combobox", "What the years ask"), ("textbox", "from"), ("textbox", "to"),
        ("button", "CSV"), ("button", "JSON"), ("status", ""), ("search", "Filters"),
        ("heading", "Records"), ("heading", "Over time"),
    ):  # fmt: skip
        assert page.get_by_role(role, name=name).count() >= 1, (role, name)  # type: ignore[arg-type]
