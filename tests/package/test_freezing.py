"""A program that PyInstaller freezes gets the data and every module."""

from __future__ import annotations

import runpy
from importlib.metadata import entry_points
from pathlib import Path


def test_the_hook_names_the_data_and_every_module(package: Path, modules: list[Path]) -> None:
    (point,) = entry_points(group="pyinstaller40", name="hook-dirs").select(
        module="bynl_relations._dataset"
    )
    (folder,) = point.load()()
    hook = runpy.run_path(str(Path(folder, "hook-bynl_relations.py")))
    names = {
        ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in modules
        if path.stem.isidentifier()
    }

    assert names == set(hook["hiddenimports"])
    data, *page = hook["datas"]
    assert Path(data[0], "events.json").is_file()
    assert data[1] == "bynl_relations/data"
    # The package that is installed need not be the one of this checkout.
    files = {
        path.name
        for path in (package / "_display" / "page").iterdir()
        if path.suffix in {".html", ".css", ".js"}
    }
    assert files == {Path(source).name for source, _ in page}
    assert all(Path(source).is_file() for source, _ in page)
    assert {"bynl_relations/_display/page"} == {target for _, target in page}
