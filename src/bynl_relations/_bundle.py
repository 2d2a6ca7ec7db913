"""The layout of a dataset: one JSON file a collection, or all of it in one document.

On disk actors and sources are ids; in memory they are shared objects.
"""

from __future__ import annotations

import os
from threading import RLock

from ._builder import Builder
from ._holdings import Holdings
from .model import Record, kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ._dataset import Dataset
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
        return self._part("dataset", self._said)  # type: ignore[return-value]

    def _said(self) -> Dataset:
        from ._dataset import Dataset

        return self._maker.build(Dataset, _rows("dataset"))  # type: ignore[arg-type]

    @property
    def actors(self) -> Mapping[str, Actor]:  # type: ignore[override]
        """Every actor by id, in the order of the ids."""
        return self._part("every actor", self._maker.all_actors)  # type: ignore[return-value]

    @property
    def sources(self) -> Mapping[str, Source]:  # type: ignore[override]
        """Every source by id, in the order of the ids."""
        return self._part("every source", self._maker.all_sources)  # type: ignore[return-value]

    @property
    def _maker(self) -> Builder:
        return self._part("maker", lambda: Builder(_Rows, self._lock))  # type: ignore[return-value]

    def records(self, collection: str) -> tuple[Record, ...]:
        """Give the records of a collection, by `sort_key` and id."""
        found = self._records.get(collection)
        if found is None:
            found = self._part(collection, lambda: self._build(collection))  # type: ignore[assignment]
            self._records[collection] = found  # type: ignore[assignment]
        return found  # type: ignore[return-value]

    def _build(self, collection: str) -> tuple[Record, ...]:
        return tuple(map(self._maker.maker(kind(collection)), _rows(collection)))

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


def _read(name: str) -> bytes:
    """Read a file of the data; an absent one is an empty list."""
    load = __spec__.loader.get_data  # type: ignore[union-attr]
    try:
        data: bytes = load(os.path.join(_FOLDER, f"{name}.json"))
    except FileNotFoundError:
        return b"[]"
    return data


def _rows(name: str) -> list[dict[str, object]]:
    import json

    rows: list[dict[str, object]] = json.loads(_read(name))
    return rows


class _Rows:
    """The rows of a file by id, each parsed once, when it is asked for, and then let go.

    The canonical form begins every row by the same lines, its id first; a file in any other
    form is parsed whole.
    """

    __slots__ = ("_decode", "_texts", "_whole")

    def __init__(self, name: str) -> None:
        from json import JSONDecoder, loads

        data = _read(name)
        self._decode = JSONDecoder().raw_decode
        head, *texts = data.split(_ROW)
        self._texts = {text[: text.index(b'"')].decode(): text for text in texts}
        whole: list[dict[str, object]] = [] if head == b"[" else loads(data)
        self._whole = {str(row["id"]): row for row in whole}

    def __getitem__(self, key: str) -> dict[str, object]:
        """Parse the row of an id."""
        if self._whole:
            return self._whole[key]
        row: dict[str, object] = self._decode('{"id": "' + self._texts[key].decode())[0]
        self._texts[key] = b""
        return row

    def __iter__(self) -> Iterator[str]:
        """Give every id, in the order of the file."""
        return iter(self._whole or self._texts)


_ROW = b'\n  {\n    "id": "'
