"""What JSON takes in and out beside the standard library, by instructions, in CI."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bynl_relations import relations

#: Each is done once before it is counted, so that what is made once does not count.
BEFORE = """
import json
from bynl_relations import Relations
text = open({path!r}, encoding="utf-8").read()
data, plain = Relations.from_json(text), json.loads(text)
data.to_json(), json.dumps(plain)
"""


@pytest.mark.instructions
def test_json_takes_a_few_times_the_instructions_of_the_standard_library(
    instructions: Callable[[str], int], tmp_path: Path
) -> None:
    path = tmp_path / "all.json"
    relations.to_json(path)
    before = BEFORE.format(path=str(path))
    instructions(before)  # writes the bytecode
    base = instructions(before)
    loads, dumps, read, written = (
        instructions(before + code) - base
        for code in (
            "json.loads(text)",
            "json.dumps(plain)",
            "Relations.from_json(text)",
            "data.to_json()",
        )
    )

    assert 0 < loads < read <= 7 * loads
    assert 0 < dumps < written <= 3 * dumps
