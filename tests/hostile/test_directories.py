"""A directory is written as a whole: a writer that is stopped leaves the old state or the new."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bynl_relations import Citation, Event, InvalidData, Relations, Source
from bynl_relations._dataset import journal, reader
from bynl_relations._dataset.files import PREFIX
from bynl_relations.cli import main

SOURCE = Source("s", "S", tier="news")


def dataset(title: str, *ids: str) -> Relations:
    """Return a dataset of some events."""
    return Relations.of(
        [Event(id=name, title=title, kind="call", citations=(Citation(SOURCE),)) for name in ids],
        title=title,
    )


OLD = dataset("Old", "a", "b")
NEW = dataset("New", "b", "c")
#: What changes something on the disk.
STEPS = ("open", "mkdir", "replace", "remove", "fsync", "chmod", "rmdir", "unlink")


def in_a_child(task: Callable[[], object]) -> int:
    """Run a task in a forked process, and return the process's id."""
    child = os.fork()
    if child:
        return child
    try:
        task()
    finally:
        os._exit(0)


def ended(child: int) -> int:
    """Wait for a child; return the signal that ended it, or 0."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killing(steps: int) -> None:
    """Kill this process, with a real signal, after so many changes on the disk."""
    left = [steps]

    def counted(change: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **kwargs: object) -> object:
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1
            return change(*args, **kwargs)

        return step

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))


def names(folder: Path) -> set[str]:
    """Return the names of what is in a directory."""
    return set(os.listdir(folder))


@pytest.mark.parametrize("stride", [5, pytest.param(1, marks=pytest.mark.long)])
def test_a_writer_killed_at_any_step_leaves_the_old_state_or_the_new(
    tmp_path: Path, stride: int
) -> None:
    seen: list[str] = []
    for steps in range(0, 500, stride):
        folder = tmp_path / str(steps)
        OLD.write(folder)

        def write(folder: Path = folder, steps: int = steps) -> None:
            killing(steps)
            NEW.write(folder)

        stopped = ended(in_a_child(write))
        found = Relations.read(folder)
        assert found in (OLD, NEW)
        seen.append(found.title)
        if steps % 10 == 0:
            # Whoever writes next clears up.
            OLD.write(folder)
            assert Relations.read(folder) == OLD
            assert not any(name.startswith(PREFIX) for name in names(folder))
        if not stopped:
            break

    assert seen == sorted(seen, reverse=True)
    assert {"Old", "New"} == set(seen)
    assert len(seen) * stride > 50


def test_a_first_writer_that_is_killed_leaves_no_dataset_or_a_whole_one(tmp_path: Path) -> None:
    for steps in range(0, 200, 7):
        folder = tmp_path / str(steps)

        def write(folder: Path = folder, steps: int = steps) -> None:
            killing(steps)
            NEW.write(folder)

        stopped = ended(in_a_child(write))
        try:
            assert Relations.read(folder) == NEW
        except InvalidData as error:
            assert "dataset" in str(error)
        assert main(["--data", "README.md", "version"]) != 0
        NEW.write(folder)
        assert Relations.read(folder) == NEW
        if not stopped:
            return
    raise AssertionError("the writer never came to its end")


def test_twenty_five_writers_killed_at_random_leave_whole_directories(tmp_path: Path) -> None:
    chance = random.Random(25)
    for _ in range(25):
        OLD.write(tmp_path)

        def write() -> None:
            while True:
                NEW.write(tmp_path)
                OLD.write(tmp_path)

        child = in_a_child(write)
        time.sleep(chance.random() / 50)
        os.kill(child, signal.SIGKILL)
        assert -signal.SIGKILL == ended(child)
        assert Relations.read(tmp_path) in (OLD, NEW)


def test_two_writers_and_a_reader_at_once_see_whole_states(tmp_path: Path) -> None:
    OLD.write(tmp_path)

    def write(data: Relations) -> Callable[[], None]:
        return lambda: [data.write(tmp_path) for _ in range(15)] and None

    children = [in_a_child(write(data)) for data in (OLD, NEW)]
    seen = [Relations.read(tmp_path) for _ in range(20)]

    assert [0, 0] == [ended(child) for child in children]
    assert all(found in (OLD, NEW) for found in seen)
    assert Relations.read(tmp_path) in (OLD, NEW)
    assert not any(name.startswith(PREFIX) for name in names(tmp_path))


def test_a_directory_that_changes_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    OLD.write(tmp_path)
    changes = iter([True, True])
    read = reader._read

    def disturbed(path: str, max_bytes: int) -> object:
        found = read(path, max_bytes)
        if next(changes, False):
            NEW.write(path)
        return found

    monkeypatch.setattr(reader, "_read", disturbed)

    assert Relations.read(tmp_path) == NEW


def test_a_directory_that_never_rests_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    OLD.write(tmp_path)
    states = iter(range(100))
    monkeypatch.setattr(reader, "state_of", lambda path: (next(states),))

    with pytest.raises(InvalidData, match="a directory that changes while it is read"):
        Relations.read(tmp_path)
    (tmp_path / "events.json").write_text("[")
    with pytest.raises(InvalidData, match="a directory that changes while it is read"):
        Relations.read(tmp_path)


def test_a_full_disk_leaves_the_old_state(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import resource

    OLD.write(tmp_path)
    (tmp_path / "events.json").write_text((tmp_path / "events.json").read_text() + "\n")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, hard))
    try:
        with pytest.raises(OSError, match="too large") as caught:
            NEW.write(tmp_path)
        code = main(["canonical", str(tmp_path)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert caught.value.filename in {str(path) for path in before}
    assert code == 2
    assert "too large" in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*.*")}


def test_links_are_replaced_and_never_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "mine"
    (outside / "schemas").mkdir(parents=True)
    folder.mkdir()
    precious = [outside / "bashrc", outside / "events", outside / "schemas" / "visits.json"]
    for path in precious:
        path.write_text("[]")
    (folder / "datapackage.json").symlink_to(precious[0])
    (folder / "events.json").symlink_to(precious[1])
    (folder / "schemas").symlink_to(outside / "schemas")

    NEW.write(folder)

    assert ["[]"] * 3 == [path.read_text() for path in precious]
    assert not any(path.is_symlink() for path in folder.rglob("*"))
    assert Relations.read(folder) == NEW


def test_a_directory_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")

    NEW.write(tmp_path / "link")

    assert (tmp_path / "link").is_symlink()
    assert Relations.read(tmp_path / "real") == NEW


def test_a_part_that_nobody_lists_is_refused_by_name(tmp_path: Path) -> None:
    OLD.write(tmp_path)
    (tmp_path / "visits.json").write_text('[{"of": "somebody"}]')
    (tmp_path / "events.jsonl").write_text("")

    with pytest.raises(InvalidData) as caught:
        NEW.write(tmp_path)

    assert ["visits.json", "events.jsonl"] == [one.file for one in caught.value.problems][::-1]
    assert (tmp_path / "visits.json").exists()
    (tmp_path / "events.jsonl").unlink()
    for broken in ("{", "[]", '{"resources": 5}'):
        (tmp_path / "datapackage.json").write_text(broken)
        with pytest.raises(InvalidData, match=r"a file visits\.json, which the dataset does not"):
            NEW.write(tmp_path)


@pytest.mark.parametrize("name", ["events.json", "schemas"])
def test_what_cannot_be_replaced_is_refused_before_anything_is_written(
    tmp_path: Path, name: str
) -> None:
    if name == "schemas":
        (tmp_path / name).write_text("not a directory")
    else:
        (tmp_path / name).mkdir()

    with pytest.raises(InvalidData, match=rf"^{name}: {name} is not a "):
        NEW.write(tmp_path)

    assert {name} == names(tmp_path)


def test_canonical_completes_what_was_stopped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    OLD.write(tmp_path)

    def write() -> None:
        journal._move = lambda directory, made: os._exit(7)  # type: ignore[assignment]
        NEW.write(tmp_path)

    assert ended(in_a_child(write)) == 7
    assert Relations.read(tmp_path) == NEW
    assert main(["canonical", "--check", str(tmp_path)]) == 1
    assert f"{journal.JOURNAL}: is not canonical" in capsys.readouterr().out
    assert main(["canonical", str(tmp_path)]) == 0
    assert main(["canonical", "--check", str(tmp_path)]) == 0
    assert json.loads((tmp_path / "dataset.json").read_text())["title"] == "New"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"folder": 5, "files": [], "removed": []}',
        '{"folder": "../etc", "files": [], "removed": []}',
        '{"folder": ".bynl-/../../etc", "files": [], "removed": []}',
        '{"folder": ".bynl-x", "files": ["../.bashrc"], "removed": []}',
        '{"folder": ".bynl-x", "files": [], "removed": ["notes.txt"]}',
        '{"folder": ".bynl-x", "files": [], "removed": ["schemas/../events.json"]}',
    ],
)
def test_a_journal_of_somebody_else_is_refused(tmp_path: Path, text: str) -> None:
    OLD.write(tmp_path)
    (tmp_path / journal.JOURNAL).write_text(text)

    for task in (Relations.read, NEW.write):
        with pytest.raises(InvalidData) as caught:
            task(tmp_path)
        assert caught.value.problems[0].file == journal.JOURNAL


def test_a_journal_cannot_lead_out_of_the_directory(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "mine"
    outside.mkdir()
    (outside / "events.json").write_text("[]")
    OLD.write(folder)
    (folder / ".bynl-x").symlink_to(outside)
    text = '{"folder": ".bynl-x", "files": ["events.json"], "removed": ["sources.json"]}'
    (folder / journal.JOURNAL).write_text(text)

    NEW.write(folder)

    assert (outside / "events.json").read_text() == "[]"
    assert Relations.read(folder) == NEW


def test_an_interrupt_after_the_moment_of_change_leaves_the_new_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    OLD.write(tmp_path)
    replace = os.replace

    def interrupted(old: str, new: str) -> None:
        replace(old, new)
        if new.endswith(journal.JOURNAL):
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        NEW.write(tmp_path)
    monkeypatch.undo()

    assert Relations.read(tmp_path) == NEW
    OLD.write(tmp_path)
    assert Relations.read(tmp_path) == OLD


def test_without_locks_what_may_be_of_another_writer_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(number: int, operation: int) -> None:
        raise OSError(95, "Operation not supported")

    (tmp_path / f"{PREFIX}other").mkdir()
    monkeypatch.setattr("fcntl.flock", refuse)

    NEW.write(tmp_path)

    assert f"{PREFIX}other" in names(tmp_path)
    assert Relations.read(tmp_path) == NEW


def test_what_a_journal_does_not_name_is_read_where_it_is(tmp_path: Path) -> None:
    OLD.write(tmp_path)
    (tmp_path / journal.JOURNAL).write_text('{"folder": ".bynl-x", "files": [], "removed": []}')

    assert Relations.read(tmp_path) == OLD


def test_a_schema_is_not_removed_through_a_link(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "mine"
    outside.mkdir()
    (outside / "visits.json").write_text("{}")
    folder.mkdir()
    (folder / "schemas").symlink_to(outside)
    (folder / ".bynl-x").mkdir()
    text = '{"folder": ".bynl-x", "files": [], "removed": ["schemas/visits.json", "visits.json"]}'
    (folder / journal.JOURNAL).write_text(text)

    NEW.write(folder)

    assert (outside / "visits.json").read_text() == "{}"
    assert Relations.read(folder) == NEW


def test_a_directory_that_rests_at_last_is_read_under_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    OLD.write(tmp_path)
    states = iter(range(2 * reader._TRIES))
    monkeypatch.setattr(reader, "state_of", lambda path: next(states, None))

    assert Relations.read(tmp_path) == OLD


@pytest.mark.parametrize(
    ("error", "found"),
    [(OSError(5, "Input/output error"), "Input/output"), (MemoryError(), "more than the memory")],
)
def test_a_file_that_cannot_be_read_to_its_end_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, found: str
) -> None:
    OLD.write(tmp_path)

    def parse(data: bytes, file: str, max_bytes: int) -> object:
        raise error

    monkeypatch.setattr(reader, "parse", parse)

    with pytest.raises(InvalidData, match=rf"dataset\.json: {found}"):
        Relations.read(tmp_path)
