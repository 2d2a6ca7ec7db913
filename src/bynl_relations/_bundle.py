"""The layout of a dataset: one JSON file a collection, or all of it in one document.

On disk actors and sources are ids; in memory they are shared objects.
"""

from __future__ import annotations

import os
from threading import RLock

from ._builder import Builder
from ._dataset import Dataset, Holdings
from .model import COLLECTIONS, Record, kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from .actors import Actor
    from .provenance import Source

__all__ = ["Bundled"]

_FOLDER = os.path.join(os.path.dirname(__file__), "data")


class Bundled(Holdings):
    """The data that ships with the library, each part read when it is first asked for.

    It is read through the loader of the package, so that it also works from a zip.
    """

    def __init__(self) -> None:
        """Read nothing yet."""
        self._lock = RLock()
        self._parts: dict[str, object] = {}
        self._records: dict[str, tuple[Record, ...]] = {}

    @property
    def dataset(self) -> Dataset:  # type: ignore[override]
        """What the dataset says of itself."""
        found: Dataset = self._part("dataset", lambda: self._maker.build(Dataset, _rows("dataset")))  # type: ignore[assignment,type-var,arg-type]
        return found

    @property
    def actors(self) -> Mapping[str, Actor]:  # type: ignore[override]
        """Every actor by id, in the order of the ids."""
        return self._part("every actor", lambda: self._maker.all_actors())  # type: ignore[return-value]

    @property
    def sources(self) -> Mapping[str, Source]:  # type: ignore[override]
        """Every source by id, in the order of the ids."""
        return self._part("every source", lambda: self._maker.all_sources())  # type: ignore[return-value]

    @property
    def _maker(self) -> Builder:
        return self._part("maker", lambda: Builder(_by_id("actors"), _by_id("sources")))  # type: ignore[return-value]

    def records(self, collection: str) -> tuple[Record, ...]:
        """Give the records of a collection, by `sort_key` and id."""
        found = self._records.get(collection)
        if found is None:
            found = self._part(collection, lambda: self._build(collection))  # type: ignore[assignment]
            self._records[collection] = found  # type: ignore[assignment]
        return found  # type: ignore[return-value]

    def _build(self, collection: str) -> tuple[Record, ...]:
        build, cls = self._maker.build, kind(collection)
        return tuple([build(cls, row) for row in _rows(collection)])  # type: ignore[arg-type]

    def _part(self, name: str, make: object) -> object:
        """Make a part once, under the lock, with the cyclic collector paused."""
        found = self._parts.get(name)
        if found is None:
            import gc

            with self._lock:
                found = self._parts.get(name)
                if found is None:
                    paused = gc.isenabled()
                    gc.disable()
                    try:
                        found = self._parts[name] = make()  # type: ignore[operator]
                    finally:
                        if paused:
                            gc.enable()
        return found


def _rows(name: str) -> list[dict[str, object]]:
    import json

    try:
        data = __spec__.loader.get_data(os.path.join(_FOLDER, f"{name}.json"))  # type: ignore[name-defined]
    except FileNotFoundError:
        return []
    rows: list[dict[str, object]] = json.loads(data)
    return rows


def _by_id(name: str) -> dict[str, dict[str, object]]:
    return {row["id"]: row for row in _rows(name)}  # type: ignore[misc]
