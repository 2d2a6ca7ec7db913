"""A dataset and its queries, and the one that ships with the library."""

from __future__ import annotations

from typing import overload

from .._dataset.bundled import Bundled
from .._dataset.holdings import InMemory
from ..errors import shown
from ..when import When
from .queries import Queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from typing import Self

    from .._dataset.files import Path
    from .._dataset.holdings import Holdings
    from .._dataset.metadata import Metadata
    from ..actors import Actor
    from ..interop.citations import Style
    from ..model.gaps import Gap
    from ..model.gazetteer import City
    from ..model.record import Record
    from ..provenance import Source
    from ..when import Moment
    from .names import Names
    from .window import Window

__all__ = ["Relations", "relations"]


class Relations(Queries):
    """A dataset of records, and the queries that are put to it.

    `relations` is the one that ships with the library; `Relations.of`, `read` and `from_json`
    make one of your own.

    Examples:
        >>> from bynl_relations import relations
        >>> relations.missions("NL") == relations.missions("Nederland")
        True
        >>> relations["by-embassy-the-hague"] in relations.missions("BY")
        True
    """

    # People import it from the package: `help`, tracebacks and pickles name that address.
    __module__ = "bynl_relations"

    def __init__(
        self, holdings: Holdings, *, windows: tuple[Window, ...] = (), asked: str = "relations",
        voices: frozenset[str] | None = None, names: Names | None = None,
        seen: tuple[Relations, str, str] | None = None,
    ) -> None:  # fmt: skip
        """Hold a dataset; use `Relations.of`, `read` or `from_json` to make one."""
        super().__init__(holdings, windows, asked, names)
        self._voices = voices
        #: Of a view: the dataset that it is one of, the method and its argument.
        self._seen = seen

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse, but for the tables that the dataset makes when they are first needed."""
        if not name.startswith("_"):
            raise AttributeError(f"Relations cannot be changed: {name!r} stays as it is")
        object.__setattr__(self, name, value)

    def at(self, moment: Moment) -> Relations:
        """Return the dataset as of a moment: what lasts and was in effect then.

        These are missions, appointments, memberships, agreements, measures and programmes.

        Args:
            moment: A day, or anything that `When.parse` reads.

        Returns:
            A dataset whose results are split by this window into certain and possible.
        """
        from .views import standing
        from .window import windows

        window = windows({"at": moment}, self._names)
        return Relations(
            standing(self._holdings, window[0]),
            windows=(*self._windows, *window),
            asked=f"{self._asked}.at({shown(str(moment))})",
            voices=self._voices,
            names=self._names,
            seen=(self, "at", When.parse(moment).edtf),
        )

    def according_to(self, source: Source | str) -> Relations:
        """Return the dataset as one source reports it.

        Args:
            source: A source, or its id, else a voice, else a publisher.

        Returns:
            A dataset of the records that the source speaks of (claims included), with the
            values that it asserts, citing it alone. A field that it does not assert is ours.

        Raises:
            UnknownName: No such source.
        """
        from .views import as_stated_by

        ids = self._names.sources(source)
        if ids == self._voices:
            return self
        name = source if isinstance(source, str) else source.id
        return Relations(
            as_stated_by(self._holdings, ids),
            windows=self._windows,
            asked=f"{self._asked}.according_to({name!r})",
            voices=ids,
            names=self._names,
            seen=(self, "according_to", name),
        )

    @property
    def digest(self) -> str:
        """SHA-256 of the dataset in canonical form, in hexadecimal."""
        from hashlib import sha256

        return sha256(self.to_json().encode()).hexdigest()

    # In and out.

    @classmethod
    def of(
        cls,
        records: Iterable[Record],
        *,
        title: str = "",
        version: str = "",
        checked: Moment | None = None,
    ) -> Relations:
        """Build a dataset of records; its topics and indicators are the words in use.

        Args:
            records: Of any kinds.
            title: What to call it.
            version: Its version.
            checked: Day of the last check, or None; nothing is certain after it.

        Raises:
            InvalidData: An id stands for two things.
        """
        from .._dataset.assembly import gather
        from .._dataset.metadata import Metadata

        day = None if checked is None else When.parse(checked)
        return cls(
            gather(records, Metadata(title=title, version=version, checked=day)),
            asked=Relations._name(title),
        )

    @classmethod
    def read(cls, path: str | os.PathLike[str], *, max_bytes: int | None = None) -> Relations:
        """Read a dataset from a directory in the layout of `write`.

        Args:
            path: The directory.
            max_bytes: The most bytes of a file; None for 16 MiB.

        Raises:
            InvalidData: Something is wrong; `.problems` lists each, and nothing is half-loaded.
        """
        from .._conversion.json_text import MAX_BYTES
        from .._dataset.reader import read

        held = read(path, MAX_BYTES if max_bytes is None else max_bytes)
        return cls(held, asked=Relations._name(held.dataset.title))

    @classmethod
    def from_json(cls, text: str | bytes, *, max_bytes: int | None = None) -> Relations:
        """Read what `to_json` wrote.

        Args:
            text: One JSON document.
            max_bytes: The most bytes; None for 16 MiB.

        Raises:
            InvalidData: Something is wrong; `.problems` lists each.
        """
        from .._conversion.json_text import MAX_BYTES
        from .._dataset.reader import read_document

        held = read_document(text, MAX_BYTES if max_bytes is None else max_bytes)
        return cls(held, asked=Relations._name(held.dataset.title))

    def write(self, directory: str | os.PathLike[str]) -> None:
        """Write the dataset into a directory, a file a collection, in canonical form.

        Beside it lies what describes it to machines: `datapackage.json`, JSON Schemas, and
        `CITATION.cff` where the dataset says who made it.

        Args:
            directory: Made where it is missing. Files of collections that the dataset does not
                have are removed.
        """
        from .._dataset.writer import write

        write(self._portable(), directory)

    @overload
    def to_json(self, path: None = None) -> str: ...
    @overload
    def to_json(self, path: Path) -> None: ...
    def to_json(self, path: Path | None = None) -> str | None:
        """Serialise the dataset as one JSON document in canonical form.

        Args:
            path: A file to write to, or None.

        Returns:
            The text; None where it was written to a file.
        """
        from .._dataset.document import document
        from .._dataset.files import saved

        return saved(document(self._portable()), path)

    @overload
    def to_jsonld(self, path: None = None) -> str: ...
    @overload
    def to_jsonld(self, path: Path) -> None: ...
    def to_jsonld(self, path: Path | None = None) -> str | None:
        """Serialise the dataset as JSON-LD with its context inside: schema.org, PROV, EDTF.

        Args:
            path: A file to write to, or None.

        Returns:
            The text; it holds every record, claims included. None where it was written to a
            file.
        """
        return self.all(claims=True).to_jsonld(path)

    @overload
    def to_html(self, path: None = None) -> str: ...
    @overload
    def to_html(self, path: Path) -> None: ...
    def to_html(self, path: Path | None = None) -> str | None:
        """Write the dataset as one page of HTML that searches, filters and draws its records.

        Args:
            path: A file to write to, or None.

        Returns:
            The text; it holds every record, claims included, and makes no request. None if it
            was written to a file.
        """
        return self.all(claims=True).to_html(path)

    def cite(self, style: Style | str = "bibtex", *, annotated: bool = False) -> str:
        """Cite the dataset, and every source that its records cite, each once.

        Args:
            style: As for `Records.cite`.
            annotated: Whether to add what each source says.

        Raises:
            UnknownName: There is no such style.
            MissingExtra: The style needs citeproc-py, which is not installed.
        """
        return self.all(claims=True).cite(style, annotated=annotated)

    def __or__(self, other: Relations) -> Relations:
        """Join two datasets: title and version from the left, `checked` the earlier.

        Records are compared by the ids of the actors and sources that they name, and take the
        left one's.

        Raises:
            InvalidData: Two records of one id differ.
        """
        if not isinstance(other, Relations):
            return NotImplemented
        from .merging import joined

        return Relations(
            joined(self._holdings, other._holdings), asked=f"{self._asked} | {other._asked}"
        )

    def __eq__(self, other: object) -> bool:
        """Compare what is said and held, in whatever order it stands."""
        if not isinstance(other, Relations):
            return NotImplemented
        import attrs

        mine, theirs = self._holdings, other._holdings
        words = [
            (dict(one.dataset.topics), dict(one.dataset.indicators), dict(one.dataset.licences))
            for one in (mine, theirs)
        ]
        left, right = (
            attrs.evolve(one.dataset, topics=(), indicators=(), licences=(), elsewhere=())
            for one in (mine, theirs)
        )
        return self is other or (
            left == right
            and words[0] == words[1]
            and dict(mine.actors) == dict(theirs.actors)
            and dict(mine.sources) == dict(theirs.sources)
            and (mine.gaps, mine.places) == (theirs.gaps, theirs.places)
            and self._ids() == other._ids()
        )

    def __copy__(self) -> Self:
        """Return itself, as no query changes it."""
        return self

    def __deepcopy__(self, memo: object) -> Self:
        """Return itself, as no query changes it."""
        return self

    def __hash__(self) -> int:
        """Hash the title and the ids."""
        return hash((self.title, self.version, tuple(self._ids())))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the bundled dataset by name, a view by its call, another by its content."""
        if self is globals().get("relations"):
            return "relations"  # type: ignore[return-value]
        if self._seen is not None:
            return Relations._view, self._seen
        held = self._holdings
        return Relations._unpickled, (held.dataset, dict(held.actors), dict(held.sources),
                            tuple(held.every()), held.gaps, held.places, self._asked)  # fmt: skip

    def __repr__(self) -> str:
        """Show what the dataset holds, for people."""
        from .._display.summary import relations_text

        return relations_text(self)

    def _repr_html_(self) -> str:
        from .._display.summary import relations_html

        return relations_html(self)

    def _repr_markdown_(self) -> str:
        from .._display.summary import relations_markdown

        return relations_markdown(self)

    def _portable(self) -> Holdings:
        """Return the holdings with every dangling id listed as elsewhere."""
        if not isinstance(self._holdings, InMemory):
            return self._holdings
        from .views import closed

        return closed(self._holdings)

    @staticmethod
    def _name(title: str) -> str:
        return f"<{title}>" if title else "<dataset>"

    @staticmethod
    def _view(of: Relations, method: str, argument: str) -> Relations:
        view: Relations = getattr(of, method)(argument)
        return view

    @classmethod
    def _unpickled(
        cls, dataset: Metadata, actors: dict[str, Actor], sources: dict[str, Source],
        records: tuple[Record, ...], gaps: tuple[Gap, ...], places: tuple[City, ...], asked: str,
    ) -> Relations:  # fmt: skip
        from .._dataset.holdings import InMemory

        collections: dict[str, list[Record]] = {}
        for record in records:
            collections.setdefault(record.collection, []).append(record)
        return cls(InMemory(dataset, actors, sources, collections, gaps, places), asked=asked)


#: The dataset that ships with the library; nothing is read until it is asked.
relations: Relations = Relations(Bundled())

# doctest looks for the examples of a class where `__module__` points; this names it here.
__test__ = {"Relations": Relations}
