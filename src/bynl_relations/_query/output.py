# The optional libraries need not be there when types are checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false
"""The ways out of a result: for people, as text, as frames, as linked data, as citations."""

from __future__ import annotations

from itertools import chain
from typing import overload

from ..model import COLLECTIONS, Record, kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator
    from typing import Literal, TypeAlias

    import pandas
    import polars
    import pyarrow

    from .._display.protocols import RecordLike, RecordsLike
    from ..interop.citations import Style
    from ..interop.tables import Column
    from ..provenance import Source
    from .names import Names

    Path: TypeAlias = str | os.PathLike[str]
    Table: TypeAlias = Literal["records", "citations"]

__all__ = ["Output", "saved"]


class Output:
    """The ways out of a result; the parent of `Records`."""

    __slots__ = ()

    if TYPE_CHECKING:
        _collection: str
        _names: Names

        def __iter__(self) -> Iterator[Record]: ...
        @property
        def sources(self) -> tuple[Source, ...]: ...

    else:

        def __getattr__(self, name: str) -> object:
            """Refuse; `pd.DataFrame(records)` asks for these two, and reads what works."""
            if hasattr(type(self), name):
                # A property failed by an AttributeError of its own, of a predicate, say.
                return object.__getattribute__(self, name)
            hint = "; for a data frame write to_pandas()" if name in ("dtype", "ndim") else ""
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}{hint}",
                name=name,
                obj=self,
            )

    def __repr__(self: RecordsLike[RecordLike]) -> str:
        """Show a short table for people."""
        from .._display import records_text

        return records_text(self)

    def _repr_html_(self: RecordsLike[RecordLike]) -> str:
        from .._display import records_html

        return records_html(self)

    def _repr_markdown_(self: RecordsLike[RecordLike]) -> str:
        from .._display import records_markdown

        return records_markdown(self)

    def to_dicts(self) -> list[dict[str, object]]:
        """Return each record as `Record.to_dict` does."""
        return [record.to_dict() for record in self]

    @overload
    def to_json(self, path: None = None) -> str: ...
    @overload
    def to_json(self, path: Path) -> None: ...
    def to_json(self, path: Path | None = None) -> str | None:
        """Serialise the records as a JSON array, with actors and sources embedded.

        Args:
            path: A file to write to, or None.

        Returns:
            The text; None if it was written to a file.
        """
        from .._conversion.serializer import Writer, pieces

        whole = Writer(linked=False).whole
        rows = (whole(record, "\n  ") for record in self)
        return saved(chain(pieces("[", rows, "]", "\n"), "\n"), path)

    @overload
    def to_jsonl(self, path: None = None) -> str: ...
    @overload
    def to_jsonl(self, path: Path) -> None: ...
    def to_jsonl(self, path: Path | None = None) -> str | None:
        """Serialise the records as JSON Lines, one record per line, as in `to_json`.

        Args:
            path: A file to write to, line by line, or None.

        Returns:
            The text; None if it was written to a file.
        """
        from .._conversion.serializer import Writer

        whole = Writer(linked=False).whole
        return saved((f"{whole(record, '')}\n" for record in self), path)

    def to_markdown(self: RecordsLike[RecordLike]) -> str:
        """Return the records as a Markdown table, one row per record, below what was asked."""
        from .._display import records_markdown

        return records_markdown(self, None)

    @overload
    def to_csv(self, path: None = None, raw: bool = False) -> str: ...
    @overload
    def to_csv(self, path: Path, raw: bool = False) -> None: ...
    def to_csv(self, path: Path | None = None, raw: bool = False) -> str | None:
        """Return the records as CSV, one row per record, with the columns of `to_pandas`.

        Args:
            path: A file to write to, or None.
            raw: Whether to leave a text that a spreadsheet would run as a formula as it is;
                else it gets an apostrophe before it.

        Returns:
            The text: RFC 4180, UTF-8; what is not known is empty. None where it was written
            to a file.
        """
        from ..interop.sheets import to_csv

        return saved((to_csv(self._columns("records"), raw=raw),), path)

    @overload
    def to_jsonld(self, path: None = None) -> str: ...
    @overload
    def to_jsonld(self, path: Path) -> None: ...
    def to_jsonld(self, path: Path | None = None) -> str | None:
        """Serialise the records as JSON-LD with its context inside: schema.org, PROV, EDTF.

        Args:
            path: A file to write to, or None.

        Returns:
            The text; reading it fetches nothing. None where it was written to a file.
        """
        from ..interop.linked import to_jsonld

        return saved((to_jsonld(self, self._names.holdings.dataset),), path)

    def to_pandas(self, table: Table = "records") -> pandas.DataFrame:
        """Return the records as a flat data frame of pandas.

        The columns and their types depend on the kind that was asked for alone, so an empty
        result has the same ones. Records of several kinds have the common columns; ask one
        collection for those of its kind.

        Args:
            table: `records`, a row a record; `citations`, a row for what a source says of one.

        Raises:
            MissingExtra: pandas is not installed.
        """
        from ..interop.frames import to_pandas

        return to_pandas(self._columns(table))

    def to_polars(self, table: Table = "records") -> polars.DataFrame:
        """Return the records as a flat data frame of polars, with the columns of `to_pandas`.

        Raises:
            MissingExtra: polars is not installed.
        """
        from ..interop.frames import to_polars

        return to_polars(self._columns(table))

    def to_arrow(self, table: Table = "records") -> pyarrow.Table:
        """Return the records as a flat table of Arrow, with the columns of `to_pandas`.

        Raises:
            MissingExtra: pyarrow is not installed.
        """
        from ..interop.frames import to_arrow

        return to_arrow(self._columns(table))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the table of Arrow for a reader of its C stream interface.

        Raises:
            MissingExtra: pyarrow is not installed.
        """
        from ..interop.frames import to_arrow

        table = to_arrow(self._columns("records"), "reading records as an Arrow stream")
        stream: object = table.__arrow_c_stream__(requested_schema)
        return stream

    def cite(self, style: Style = "bibtex") -> str:
        """Cite the dataset, and the sources behind exactly these records, each once.

        Args:
            style: `bibtex`, `csl-json` or `text`.

        Returns:
            The text: the dataset with its version and the day of its last check, then the
            sources in the order of the records.

        Raises:
            UnknownName: There is no such style.
        """
        from ..interop.citations import cite

        return cite(self.sources, self._names.holdings.dataset, style)

    def _columns(self, table: str) -> list[Column]:
        from ..interop.tables import table_of

        collection = self._collection
        return table_of(table, self, kind(collection) if collection in COLLECTIONS else Record)


def saved(pieces: Iterable[str], path: Path | None) -> str | None:
    """Join the pieces of a text, or write them to a file, which changes once all are written."""
    if path is None:
        return "".join(pieces)
    from .._files import save

    save(path, pieces)
    return None
