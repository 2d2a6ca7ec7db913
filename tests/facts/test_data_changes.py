"""A change of the data can be read in words."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "bynl_relations" / "data"


@pytest.fixture(scope="module")
def tool():
    """Load the tool."""
    spec = importlib.util.spec_from_file_location(
        "data_changes", ROOT / "tools" / "data_changes.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def change(tool, tmp_path):
    """Return a function that alters a file in a copy of the data and tells what changed."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)

    def make(name, alter):
        file = copy / f"{name}.json"
        value = json.loads(file.read_text("utf-8"))
        file.write_text(json.dumps(alter(value) or value, ensure_ascii=False), "utf-8")
        return list(tool.changes(tool.in_directory(DATA), tool.in_directory(copy)))

    return make


def row(rows, name):
    return next(one for one in rows if one["id"] == name)


def test_the_same_data_has_no_changes(tool):
    assert list(tool.changes(tool.in_directory(DATA), tool.in_directory(DATA))) == []


def test_a_lost_record_is_told_with_its_sources(change):
    told = change(
        "events", lambda rows: [one for one in rows if one["id"] != "diplomatic-relations"]
    )

    assert told == [
        (
            "- Event diplomatic-relations: 1992-03-24 Diplomatic relations established;"
            " 6 sources, 0 primary, disputed"
        )
    ]


def test_a_new_date_and_stance_are_told(change):
    def alter(rows):
        one = row(rows, "diplomatic-relations")
        one["when"] = "1994"
        one["citations"][0]["stance"] = "partly"
        one.pop("confidence")

    (told,) = change("events", alter)

    assert told.startswith(
        "~ Event diplomatic-relations: when: 1992-03-24 -> 1994; confidence: high -> medium"
    )
    assert told.endswith("by-embassy-political-contacts stance: supports -> partly")


def test_of_a_long_text_only_the_difference_is_told(change):
    def alter(rows):
        row(rows, "diplomatic-relations")["notes"] += " A note was found."

    assert change("events", alter) == [
        "~ Event diplomatic-relations: notes: ... nothing -> A note was found."
    ]


def test_a_renamed_source_is_told_once(change):
    old, new = "delta-interview-with-a-student", "delta-student"

    def rename(rows):
        row(rows, old)["id"] = new

    def recite(rows):
        for one in row(rows, "students-camp-at-by-embassy")["citations"]:
            one["source"] = new if one["source"] == old else one["source"]

    change("events", recite)

    assert change("sources", rename) == [f"= source {old} -> {new}"]


def test_an_actor_with_the_old_id_of_a_renamed_source_is_reported(change):
    old = "delta-interview-with-a-student"

    def rename(rows):
        row(rows, old)["id"] = "delta-student"

    change("sources", rename)
    changed = change("actors", lambda rows: [*rows, {"id": old, "name": "A student"}])

    assert f"+ actor {old}: A student" in changed


def test_a_new_place_is_reported(change, tmp_path):
    (tmp_path / "data" / "places.json").write_text("[]")

    changed = change("places", lambda rows: [{"city": "Nowhere", "country": "NL"}])

    assert "+ place Nowhere, NL" in changed


def test_the_command_compares_two_directories(tool, tmp_path, capsys, monkeypatch):
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.setattr(sys, "argv", ["data_changes.py", str(DATA), str(tmp_path / "data")])

    tool.main()

    assert capsys.readouterr().out == "No change.\n"


def test_what_is_neither_directory_nor_revision_is_refused(tool, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["data_changes.py", "no-such-revision"])

    with pytest.raises(SystemExit):
        tool.main()

    assert "neither a directory nor a git revision" in capsys.readouterr().err
