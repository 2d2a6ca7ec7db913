"""JSON text is written in canonical form; the collector is paused for what is bulk."""

from __future__ import annotations

import gc

import pytest

from bynl_relations._conversion.json_text import text
from bynl_relations._dataset.gc_pause import uncollected


def test_text_is_indented_and_keeps_its_letters() -> None:
    assert text({"a": [], "b": {}, "c": [1, {"d": "é\n"}], "e": None}) == (
        '{\n  "a": [],\n  "b": {},\n  "c": [\n    1,\n    {\n      "d": "é\\n"\n    }\n  ],\n  "e": null\n}'
    )
    assert text([1, "é"], None) == '[1, "é"]'
    assert text({f"key-{number}": 1 for number in range(2000)}).count("\n") == 2001


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_no_number_that_json_lacks_is_written(number: float) -> None:
    for indent in (2, None):
        with pytest.raises(ValueError, match="JSON"):
            text([number], indent)


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    try:
        assert not uncollected(gc.isenabled)
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
