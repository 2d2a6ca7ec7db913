"""A missing library is named with the command that installs it."""

from __future__ import annotations

import sys

import pytest

from bynl_relations import MissingExtra, UnknownName, relations
from bynl_relations._dataset.metadata import Metadata
from bynl_relations.interop.attribution import author, licences, slug
from bynl_relations.interop.extras import library
from bynl_relations.vocabulary import chosen


@pytest.mark.parametrize(
    ("call", "module", "extra"),
    [
        ("to_pandas", "pandas", "pandas"),
        ("to_polars", "polars", "polars"),
        ("to_arrow", "pyarrow", "arrow"),
        ("__arrow_c_stream__", "pyarrow", "arrow"),
    ],
)
def test_the_message_has_the_command(
    call: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(MissingExtra) as caught:
        getattr(relations.missions(), call)()
    assert f'pip install "bynl-relations[{extra}]"' in str(caught.value)
    assert caught.value.name == module
    assert isinstance(caught.value, ImportError)


def test_a_library_that_is_there_is_given() -> None:
    assert library("json", "none", "a test").loads("1") == 1


def test_a_library_that_is_broken_says_so_itself(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "broken_library.py").write_text("import no_such_module_inside\n")
    monkeypatch.syspath_prepend(str(folder))

    with pytest.raises(ModuleNotFoundError, match="no_such_module_inside"):
        library("broken_library", "none", "a test")


def test_a_wrong_word_is_answered_with_those_allowed() -> None:
    with pytest.raises(UnknownName, match=r"style='bibtx'; write one of bibtex, text; did you"):
        chosen("style", "bibtx", ("bibtex", "text"))
    with pytest.raises(UnknownName, match=r"style=7; write one of bibtex$"):
        chosen("style", 7, ("bibtex",))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((("code", "MIT"), ("data", "CC0-1.0")), ("CC0-1.0",)),
        ((("texts", "MIT"), ("pictures", "MIT"), ("rest", "CC0-1.0")), ("MIT", "CC0-1.0")),
        ((), ()),
    ],
)
def test_the_licence_of_code_is_none_of_the_data(
    parts: tuple[tuple[str, str], ...], expected: tuple[str, ...]
) -> None:
    assert licences(Metadata(title="A", licences=parts)) == expected


def test_a_frame_of_bare_records_points_to_the_way_that_works() -> None:
    records = relations.missions()

    with pytest.raises(AttributeError, match=r"no attribute 'ndim'; for a data frame use to_p"):
        _ = records.ndim  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match=r"no attribute 'colour'$"):
        _ = records.colour  # type: ignore[attr-defined]


def test_the_author_stands_before_the_title() -> None:
    assert author(Metadata(title="Notes", citation="A. Author: Notes. 2024")) == "A. Author"
    assert author(Metadata(title="Notes", citation="Notes of A. Author")) == ""
    assert author(Metadata(citation="A: b")) == ""


def test_a_title_in_another_script_has_a_plain_name() -> None:
    assert slug("Заметки") == "dataset"
