"""Without matplotlib a picture says how to get it, and everything else goes on."""

from __future__ import annotations

import sys

import pytest

from bynl_relations import Event, MissingExtra, plot, relations
from bynl_relations.testing import make

PICTURES = ["counts", "disputes", "missions", "regimes", "statistics", "timeline"]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take matplotlib away, whether or not it is installed."""
    for name in [one for one in sys.modules if one.partition(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.usefixtures("bare")
def test_a_missing_matplotlib_is_reported_with_its_command(picture: str) -> None:
    with pytest.raises(MissingExtra) as raised:
        getattr(plot, picture)([make(Event)])

    assert f"plot.{picture}() needs matplotlib" in str(raised.value)
    assert 'pip install "bynl-relations[plot]"' in str(raised.value)


@pytest.mark.usefixtures("bare")
def test_what_is_no_record_is_reported_before_that() -> None:
    with pytest.raises(TypeError, match="is not a record"):
        plot.timeline(relations)  # type: ignore[arg-type]


@pytest.mark.usefixtures("bare")
def test_unknown_lanes_are_reported_before_that() -> None:
    with pytest.raises(LookupError, match="collection, topic"):
        plot.timeline([], lanes="topics")  # type: ignore[arg-type]


def test_the_module_shows_its_pictures_alone() -> None:
    assert dir(plot) == sorted(["DARK", "save", *PICTURES])
