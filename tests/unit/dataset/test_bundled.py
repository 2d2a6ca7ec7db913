"""The bundled data is read through the loader, part by part, once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bynl_relations import Citation, Event, InvalidData, Relations, Source
from bynl_relations._conversion import late
from bynl_relations._dataset import bundled as _bundle
from bynl_relations._dataset import rows

SOURCE = Source("s", "S", tier="news")


def test_a_part_that_does_not_ship_is_empty(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "datapackage.json").write_text('{"resources": [{"path": "visits.json"}]}')
    monkeypatch.setattr(rows, "_FOLDER", str(tmp_path))
    fresh = _bundle.Bundled()

    assert fresh.records("events") == ()
    assert fresh.actors == {}


@pytest.mark.parametrize("package", ['{"resources": [\n{"path": "events.json"}]}', None])
def test_a_missing_file_of_the_installation_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, package: str | None
) -> None:
    if package is not None:
        (tmp_path / "datapackage.json").write_text(package)
    monkeypatch.setattr(rows, "_FOLDER", str(tmp_path))

    with pytest.raises(InvalidData, match=r"events\.json: .*installation .* is damaged"):
        _bundle.Bundled().records("events")


def test_bundled_data_in_another_form_is_read_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = Relations.of([Event(id="a", title="A", kind="call", citations=(Citation(SOURCE),))])
    for part, value in json.loads(made.to_json()).items():
        (tmp_path / f"{part}.json").write_text(json.dumps(value))
    monkeypatch.setattr(rows, "_FOLDER", str(tmp_path))
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


def test_what_another_thread_made_meanwhile_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = _bundle.Bundled()

    class Late:
        def __enter__(self) -> None:
            fresh._parts["part"] = "made by another"

        def __exit__(self, *_: object) -> None:
            """Release nothing."""

    monkeypatch.setattr(late, "LOCK", Late())

    assert fresh._part("part", lambda: "made here") == "made by another"


@pytest.mark.parametrize(
    "error", [FileNotFoundError(2, "no such file"), OSError(0, ""), PermissionError(13, "denied")]
)
def test_a_file_that_cannot_be_read_is_a_damaged_installation(
    monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    # A zip archive reports a file that it lacks without an error number.
    def get_data(path: str) -> bytes:
        raise error

    monkeypatch.setattr(rows.__spec__.loader, "get_data", get_data)

    with pytest.raises(InvalidData, match="this installation of bynl-relations is damaged"):
        rows.contents("events")
