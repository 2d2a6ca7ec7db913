# The optional libraries need not be there when types are checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false
"""The ways out of a result: text for people, files, frames, linked data, citations."""

from __future__ import annotations

from itertools import chain
from typing import overload

from ..model.collections import COLLECTIONS
from ..model.kinds import kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal, TypeAlias

    import pandas
    import polars
    import pyarrow

    from .._dataset.files import Path
    from .._protocols import RecordLike, RecordsLike
    from ..interop.citations import Style
    from ..interop.columns import Column
    from ..model.gaps import Gap
    from ..provenance import Source
    from .names import Names
    from .window import Window

    Table: TypeAlias = Literal[
        "records", "citations", "participants", "sources", "actors", "disputes", "spans"
    ]

__all__ = ["Output"]


class Output:
    """Turn records into something else; the parent of `Records`."""

    __slots__ = ()

    if TYPE_CHECKING:
        _collection: str
        _names: Names

        def __iter__(self) -> Iterator[RecordLike]: ...
        @property
        def certain(self) -> Output: ...
        @property
        def ids(self) -> tuple[str, ...]: ...
        @property
        def windows(self) -> tuple[Window, ...]: ...
        @property
        def sources(self) -> tuple[Source, ...]: ...
        @property
        def asked(self) -> str: ...
        @property
        def gaps(self) -> tuple[Gap, ...]: ...

    else:

        def __getattr__(self, name: str) -> object:
            """Refuse; `pd.DataFrame(records)` asks for these two, and learns what works."""
            if hasattr(type(self), name):
                # A property failed by an AttributeError of its own, of a predicate, say.
                return object.__getattribute__(self, name)
            hint = "; for a data frame use to_pandas()" if name in ("dtype", "ndim") else ""
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}{hint}",
                name=name,
                obj=self,
            )

    def __repr__(self: RecordsLike[RecordLike]) -> str:
        """Return a short table for people."""
        from .._display.table import records_text

        return records_text(self)

    def _repr_html_(self: RecordsLike[RecordLike]) -> str:
        from .._display.table_markup import records_html

        return records_html(self)

    def _repr_markdown_(self: RecordsLike[RecordLike]) -> str:
        from .._display.table_markup import records_markdown

        return records_markdown(self)

    def to_dicts(self, *, defaults: bool = False) -> list[dict[str, object]]:
        """Return each record as `Record.to_dict` does.

        Args:
            defaults: Whether fields at their default are written too.
        """
        return [record.to_dict(defaults=defaults) for record in self]

    @overload
    def to_json(self, path: None = None, *, defaults: bool = False) -> str: ...
    @overload
    def to_json(self, path: Path, *, defaults: bool = False) -> None: ...
    def to_json(self, path: Path | None = None, *, defaults: bool = False) -> str | None:
        """Serialise the records as a JSON array, with actors and sources embedded.

        Args:
            path: A file to write to, or None.
            defaults: Whether fields at their default are written too.

        Returns:
            The text; None if it was written to a file.
        """
        from .._conversion.serializer import pieces
        from .._dataset.files import saved

        rows = self._written("\n  ", defaults=defaults)
        return saved(chain(pieces("[", rows, "]", "\n"), "\n"), path)

    @overload
    def to_jsonl(self, path: None = None, *, defaults: bool = False) -> str: ...
    @overload
    def to_jsonl(self, path: Path, *, defaults: bool = False) -> None: ...
    def to_jsonl(self, path: Path | None = None, *, defaults: bool = False) -> str | None:
        """Serialise the records as JSON Lines, a record in each line, as in `to_json`.

        Args:
            path: A file to write to, line by line, or None.
            defaults: Whether fields at their default are written too, so that every record of
                a kind has the same keys, as SQL needs.

        Returns:
            The text; None if it was written to a file.
        """
        from .._dataset.files import saved

        return saved((f"{row}\n" for row in self._written("", defaults=defaults)), path)

    def _written(self, pad: str, *, defaults: bool) -> Iterator[str]:
        """Yield each record as JSON text that begins with its collection."""
        from .._conversion.serializer import Writer

        whole = Writer(linked=False, defaults=defaults).whole
        start, between = (f"{{{pad}  ", f",{pad}  ") if pad else ("{", ", ")
        for record in self:
            named = f'{start}"collection": "{record.collection}"{between}'
            yield named + whole(record, pad)[len(start) :]

    def to_markdown(self: RecordsLike[RecordLike]) -> str:
        """Write the records as a Markdown table below what was asked, a row for each record."""
        from .._display.table_markup import records_markdown

        return records_markdown(self, None)

    @overload
    def to_csv(self, path: None = None, raw: bool = False, bom: bool = False) -> str: ...
    @overload
    def to_csv(self, path: Path, raw: bool = False, bom: bool = False) -> None: ...
    def to_csv(self, path: Path | None = None, raw: bool = False, bom: bool = False) -> str | None:
        """Write the records as CSV, a row for each record, with the columns of `to_pandas`.

        Args:
            path: A file to write to, or None.
            raw: Whether to leave a text that a spreadsheet would run as a formula as it is;
                otherwise an apostrophe is put before it.
            bom: Whether to begin with a byte order mark, by which Excel recognises UTF-8.

        Returns:
            The text: RFC 4180, UTF-8; a value that is not known is empty. None if it was
            written to a file.
        """
        from .._dataset.files import saved
        from ..interop.sheets import to_csv

        return saved((to_csv(self._columns("records"), raw=raw, bom=bom),), path)

    @overload
    def to_html(self, path: None = None) -> str: ...
    @overload
    def to_html(self, path: Path) -> None: ...
    def to_html(self, path: Path | None = None) -> str | None:
        """Write the records as one page of HTML that searches, filters and draws them.

        Args:
            path: A file to write to, or None.

        Returns:
            The text; the page holds everything in one file and makes no request. None if it was
            written to a file.
        """
        from .._dataset.files import saved
        from .._display.page.document import page
        from .contents import contents

        return saved(page(contents(self)), path)

    @overload
    def to_jsonld(self, path: None = None) -> str: ...
    @overload
    def to_jsonld(self, path: Path) -> None: ...
    def to_jsonld(self, path: Path | None = None) -> str | None:
        """Write the records as JSON-LD with its context inside: schema.org, PROV, EDTF.

        Args:
            path: A file to write to, or None.

        Returns:
            The text; reading it fetches nothing. None if it was written to a file.
        """
        from .._dataset.files import saved
        from ..interop.linked import to_jsonld

        holdings = self._names.holdings
        text = to_jsonld(self, holdings.dataset, holdings.places, holdings.actors)
        return saved((text,), path)

    @overload
    def to_geojson(self, path: None = None) -> str: ...
    @overload
    def to_geojson(self, path: Path) -> None: ...
    def to_geojson(self, path: Path | None = None) -> str | None:
        """Write the records as GeoJSON, a feature for each, with the columns of `to_pandas`.

        Args:
            path: A file to write to, or None.

        Returns:
            The text. Coordinates come from the gazetteer of the dataset; a record without a
            place, or with one that the gazetteer lacks, has no geometry. None if it was
            written to a file.
        """
        from .._dataset.files import saved
        from ..interop.geojson import to_geojson

        return saved((to_geojson(self._columns("records"), self._names.holdings.places),), path)

    def to_pandas(self, table: Table = "records") -> pandas.DataFrame:
        """Return a flat data frame of pandas.

        The columns and their types depend only on the kind that was asked for, so an empty
        result has the same ones. Records of several kinds have the common columns; ask one
        collection for those of its kind.

        Args:
            table: `records`, a row for each record; `citations`, for what each source says of
                one; `participants`, for each part that an actor takes; `sources` and `actors`,
                for each that the records name; `disputes`, for each value that differs from
                ours; `spans`, for each period in which a record stood.

        Raises:
            MissingExtra: pandas is not installed.
        """
        from ..interop.frames import to_pandas

        return to_pandas(self._columns(table))

    def to_polars(self, table: Table = "records") -> polars.DataFrame:
        """Return a flat data frame of polars, with the columns of `to_pandas`.

        Raises:
            MissingExtra: polars is not installed.
        """
        from ..interop.frames import to_polars

        return to_polars(self._columns(table))

    def to_arrow(self, table: Table = "records") -> pyarrow.Table:
        """Return a flat table of Arrow, with the columns of `to_pandas`.

        Raises:
            MissingExtra: pyarrow is not installed.
        """
        from ..interop.frames import to_arrow

        return to_arrow(self._columns(table))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the table of Arrow through its C stream interface.

        Raises:
            MissingExtra: pyarrow is not installed.
        """
        from ..interop.frames import to_arrow

        table = to_arrow(self._columns("records"), "reading records as an Arrow stream")
        stream: object = table.__arrow_c_stream__(requested_schema)
        return stream

    def cite(self, style: Style | str = "bibtex", *, annotated: bool = False) -> str:
        """Cite the dataset, and the sources behind exactly these records, each once.

        Args:
            style: `bibtex`, `biblatex`, `csl-json`, `ris` or `text`, or the name of a style of
                the Citation Style Language such as `apa`, which needs the extra `cite`.
            annotated: Whether to add what each source says of these records.

        Returns:
            The text: the dataset with its version and the day of its last check, then the
            sources by author or publisher, date and title.

        Raises:
            UnknownName: There is no such style.
            MissingExtra: The style needs citeproc-py, which is not installed.
        """
        from ..interop.citations import cite

        return cite(self.sources, self._names.holdings.dataset, style, self if annotated else None)

    def _columns(self, table: str) -> list[Column]:
        from ..interop.tables import table_of
        from ..model.record import Record

        collection = self._collection
        cls = kind(collection) if collection in COLLECTIONS else Record
        certain = set(self.certain.ids) if self.windows else None
        return table_of(table, self, cls, certain, self._names.holdings.dataset.checked)
