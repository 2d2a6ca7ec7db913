"""The notebooks run from top to bottom, and are stored without what they gave."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[3] / "docs" / "notebooks"
NOTEBOOKS = sorted(path.name for path in FOLDER.glob("*.ipynb"))


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS == ["questions.ipynb", "tutorial.ipynb"]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_nothing_that_a_run_gives_is_stored(name: str) -> None:
    notebook = nbformat.read(FOLDER / name, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]

    nbformat.validate(notebook)
    assert [cell.source for cell in cells if cell.outputs or cell.execution_count] == []


# The client leaves sockets to be swept up.
@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_runs_and_each_cell_but_imports_shows_something(name: str) -> None:
    notebook = nbformat.read(FOLDER / name, as_version=4)
    NotebookClient(notebook, timeout=60).execute()
    silent = [
        cell.source for cell in notebook.cells if cell.cell_type == "code" and not cell.outputs
    ]
    told = [output for cell in notebook.cells for output in cell.get("outputs", ())]

    assert all("import" in source or source.startswith("%load_ext") for source in silent)
    assert [one for one in told if one.output_type == "stream" and one.name == "stderr"] == []
