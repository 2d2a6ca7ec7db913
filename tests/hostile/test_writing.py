"""Whatever stops a writer, the old file stays whole, and the error names it."""

from __future__ import annotations

import os
import resource
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bynl_relations import Citation, Event, Relations, Source
from bynl_relations._dataset.files import PREFIX, lock, path_text, replacement, save
from bynl_relations.cli import main

SOURCE = Source("s", "S", tier="news")
OLD = "the only copy\n"
Write = Callable[[Path], object]


def dataset(size: int, title: str = "T") -> Relations:
    """Return a dataset of so many events."""
    return Relations.of(
        [
            Event(id=f"e-{number}", title="E " * 30, kind="call", citations=(Citation(SOURCE),))
            for number in range(size)
        ],
        title=title,
    )


DATA = dataset(200)
#: Every way out that takes a path.
WAYS: dict[str, Write] = {
    "dataset as JSON": DATA.to_json,
    "dataset as JSON-LD": DATA.to_jsonld,
    "records as JSON": DATA.all().to_json,
    "records as JSON Lines": DATA.all().to_jsonl,
    "records as CSV": DATA.all().to_csv,
    "records as JSON-LD": DATA.all().to_jsonld,
}


@contextmanager
def full_disk(room: int = 2_000) -> Iterator[None]:
    """Let every file end after so many bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def left(folder: Path) -> list[str]:
    """Return the names of what a writer left behind."""
    return [name for name in os.listdir(folder) if name.startswith(PREFIX)]


@pytest.mark.parametrize("write", WAYS.values(), ids=WAYS)
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, write: Write) -> None:
    path = tmp_path / "out"
    path.write_text(OLD)

    with full_disk(), pytest.raises(OSError, match="too large") as caught:
        write(path)

    assert OLD == path.read_text()
    assert os.fspath(path) == caught.value.filename
    assert left(tmp_path) == []


def test_canonical_on_a_full_disk_leaves_the_old_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.json"
    DATA.to_json(path)
    old = path.read_bytes() + b"\n"
    path.write_bytes(old)

    with full_disk():
        code = main(["canonical", str(path)])

    assert code == 2
    assert str(path) in capsys.readouterr().err
    assert old == path.read_bytes()


def test_an_error_in_a_later_row_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text(OLD)

    def pieces() -> Iterator[str]:
        yield "the first row"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save(path, pieces())

    assert OLD == path.read_text()
    assert left(tmp_path) == []


def test_the_mode_of_the_old_file_stays_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text(OLD)
    old.chmod(0o640)
    before = os.umask(0o027)
    try:
        DATA.to_json(old)
        DATA.to_json(new)
    finally:
        os.umask(before)

    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "file", tmp_path / "link"
    target.write_text(OLD)
    link.symlink_to(target)
    dangling = tmp_path / "dangling"
    dangling.symlink_to(tmp_path / "real" / "new")

    DATA.to_json(link)
    DATA.to_json(dangling)

    assert link.is_symlink()
    assert target.read_text() == DATA.to_json()
    assert (tmp_path / "real" / "new").read_text() == DATA.to_json()


def test_what_is_not_a_regular_file_is_written_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()

    DATA.to_json(pipe)
    reader.join(10)
    DATA.to_json("/dev/null")

    assert read == [DATA.to_json()]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert left(tmp_path) == []


def test_a_file_that_may_not_be_written_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out"
    path.write_text(OLD)
    path.chmod(0o440)
    # Nobody refuses the superuser.
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    with pytest.raises(PermissionError, match="read-only") as caught:
        DATA.to_json(path)

    assert os.fspath(path) == caught.value.filename
    assert OLD == path.read_text()


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        (5, TypeError, "5 is not a path; pass a string or an os.PathLike"),
        ("a\0b", ValueError, r"'a\\x00b' is not a path: it holds the character U\+0000"),
        ("/", IsADirectoryError, "it is a directory: '/'"),
        ("/nowhere/at/all", FileNotFoundError, "/nowhere/at/all"),
        ("a" * 300, OSError, "File name too long: 'aaa"),
    ],
)
def test_an_odd_path_is_refused_by_name(path: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        DATA.to_json(path)  # type: ignore[call-overload]


def test_bytes_and_path_objects_are_paths(tmp_path: Path) -> None:
    assert path_text(os.fsencode(tmp_path)) == path_text(tmp_path) == str(tmp_path)


def test_an_error_of_somebody_else_keeps_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught, replacement(tmp_path / "out"):
        (tmp_path / "another").read_text()

    assert os.fspath(tmp_path / "another") == caught.value.filename
    assert os.listdir(tmp_path) == []


def test_two_writers_of_one_file_leave_one_whole_result(tmp_path: Path) -> None:
    path = tmp_path / "out"
    texts = [f"{letter * 40_000}\n" for letter in "ab"]
    writers = [
        threading.Thread(target=lambda text=text: [save(path, [text]) for _ in range(20)])
        for text in texts
    ]
    for writer in writers:
        writer.start()
    seen = {path.read_text() for _ in range(50) if path.exists()}
    for writer in writers:
        writer.join()

    assert seen | {path.read_text()} <= set(texts)
    assert left(tmp_path) == []


def test_a_file_system_without_locks_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(number: int, operation: int) -> None:
        raise OSError(95, "Operation not supported")

    with lock(os.fspath(tmp_path)) as held:
        assert held
    monkeypatch.setattr("fcntl.flock", refuse)
    with lock(os.fspath(tmp_path), shared=True) as held:
        assert not held
