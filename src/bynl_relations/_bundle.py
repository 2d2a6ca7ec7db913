"""The data that ships with the library, read part by part when it is asked for.

On disk actors and sources are ids; in memory they are shared objects.
"""

from __future__ import annotations

import os
from threading import RLock
from typing import TypeVar, cast

from ._builder import Builder
from ._collector import uncollected
from ._holdings import Holdings
from .model import Record, kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ._dataset import Dataset
    from .actors import Actor
    from .provenance import Source

__all__ = ["Bundled"]

T = TypeVar("T")

_FOLDER = os.path.join(os.path.dirname(__file__), "data")


class Bundled(Holdings):
    """The data that ships with the library, each part read when it is first asked for.

    It is read through the loader of the package, so that it also works from a zip.
    """

    def __init__(self) -> None:
        """Read nothing yet."""
        self._lock = RLock()
        self._parts: dict[str, object] = {}

    @property
    def dataset(self) -> Dataset:  # type: ignore[override]
        """What the dataset says of itself."""
        return self._part("dataset", self._said)

    def _said(self) -> Dataset:
        import json

        from ._dataset import Dataset

        return self._maker.build(Dataset, json.loads(_read("dataset")))

    @property
    def actors(self) -> Mapping[str, Actor]:  # type: ignore[override]
        """Every actor by id, in the order of the ids."""
        return self._part("every actor", self._maker.all_actors)

    @property
    def sources(self) -> Mapping[str, Source]:  # type: ignore[override]
        """Every source by id, in the order of the ids."""
        return self._part("every source", self._maker.all_sources)

    @property
    def _maker(self) -> Builder:
        return self._part("maker", lambda: Builder(_Rows, self._lock))

    def records(self, collection: str) -> tuple[Record, ...]:
        """Give the records of a collection, by `sort_key` and id."""
        return self._part(collection, lambda: self._build(collection))

    def _build(self, collection: str) -> tuple[Record, ...]:
        return tuple(map(self._maker.maker(kind(collection)), _rows(collection)))

    def _part(self, name: str, make: Callable[[], T]) -> T:
        """Make a part once, under the lock, with the cyclic collector paused."""
        if name not in self._parts:
            with self._lock:
                if name not in self._parts:
                    with uncollected():
                        self._parts[name] = make()
        return cast("T", self._parts[name])


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
