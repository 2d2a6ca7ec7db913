"""The bundled data is read through the loader, part by part, once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bynl_relations import Citation, Event, Relations, Source
from bynl_relations._dataset import bundled as _bundle

SOURCE = Source("s", "S", tier="news")


def test_a_part_of_the_bundled_data_that_is_absent_is_empty(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(_bundle, "_FOLDER", str(tmp_path))
    fresh = _bundle.Bundled()

    assert fresh.records("events") == ()
    assert fresh.actors == {}


def test_bundled_data_in_another_form_is_read_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = Relations.of([Event(id="a", title="A", kind="call", citations=(Citation(SOURCE),))])
    for part, value in json.loads(made.to_json()).items():
        (tmp_path / f"{part}.json").write_text(json.dumps(value))
    monkeypatch.setattr(_bundle, "_FOLDER", str(tmp_path))
    fresh = _bundle.Bundled()

    assert [one.id for one in fresh.records("events")] == ["a"]
    assert dict(fresh.sources) == {"s": SOURCE}


def test_a_part_is_read_once() -> None:
    fresh = _bundle.Bundled()

    assert fresh.records("events") is fresh.records("events")
    assert fresh.dataset is fresh.dataset


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled: bool) -> None:
    import gc

    (gc.enable if enabled else gc.disable)()
    try:
        _bundle.Bundled().records("missions")
        assert gc.isenabled() is enabled
    finally:
        gc.enable()


def test_what_another_thread_made_meanwhile_is_taken() -> None:
    fresh = _bundle.Bundled()

    class Late:
        def __enter__(self) -> None:
            fresh._parts["part"] = "made by another"

        def __exit__(self, *_: object) -> None:
            pass

    fresh._lock = Late()  # type: ignore[assignment]

    assert fresh._part("part", lambda: "made here") == "made by another"


@pytest.mark.parametrize("error", [FileNotFoundError(2, "no such file"), OSError(0, "")])
def test_a_file_that_is_not_there_is_an_empty_list(
    monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    monkeypatch.setattr(_bundle.__spec__.loader, "get_data", raising(error))

    assert _bundle._read("events") == b"[]"


def test_a_file_that_cannot_be_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_bundle.__spec__.loader, "get_data", raising(PermissionError(13, "no")))

    with pytest.raises(PermissionError):
        _bundle._read("events")


def raising(error: OSError) -> Callable[[str], bytes]:
    """Return a function that raises an error."""

    def get_data(path: str) -> bytes:
        raise error

    return get_data
