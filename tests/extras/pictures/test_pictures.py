"""The pictures in docs/pictures are those that the library draws of the data."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from bynl_relations import relations
from bynl_relations.plot._regimes import lanes

ROOT = Path(__file__).parents[3]
TOOL = runpy.run_path(str(ROOT / "tools" / "pictures.py"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return TOOL["draw"](tmp_path_factory.mktemp("pictures"))


def test_the_pictures_are_up_to_date(drawn: list[Path]) -> None:
    stale = [path.name for path in drawn
             if path.read_bytes() != (TOOL["FOLDER"] / path.name).read_bytes()]  # fmt: skip

    assert stale == [], "run `python tools/pictures.py`"


def test_no_other_pictures_lie_there(drawn: list[Path]) -> None:
    assert {path.name for path in drawn} == {path.name for path in TOOL["FOLDER"].iterdir()}


def test_they_hold_no_date_and_no_machine(drawn: list[Path]) -> None:
    for path in drawn:
        text = path.read_text(encoding="utf-8")
        assert "<dc:date>" not in text
        assert not re.search(r"/(home|work|root|tmp)/", text)
        assert len(text) < 400_000


def test_the_headline_is_true_of_the_data() -> None:
    """Twice suspended, and after each time more acts applied than while it was suspended."""
    found = lanes(relations.measures("EU"), relations.checked.span[3])
    (travel,) = (lane for lane in found if lane.kind == "travel_ban")

    assert len(travel.holes) == 2
    for first, last in travel.holes:
        during = max(many for start, end, many in travel.sure if start <= last and end >= first)
        ends = [hole[0] for hole in travel.holes if hole[0] > last]
        until = min(ends, default=10**7)
        after = max(many for start, _, many in travel.sure if last < start < until)
        assert after > 3 * during
