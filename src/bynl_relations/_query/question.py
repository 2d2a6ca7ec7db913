"""What a query asks, ready to be put to records."""

from __future__ import annotations

from .facets import keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .._protocols import RecordLike
    from .search import Phrase
    from .window import Window

__all__ = ["Question", "certain"]


class Question:
    """What a query asks, ready to be put to records.

    Attributes:
        windows: The spans of days; a record has to belong to each.
        match: any, certain or possible.
        undated: Whether records without any time belong; None for the default.
        claims: Whether claims belong.
        needs: Facets with the keys of which a record has to have one.
        phrase: The words that a record has to hold, or None.
        tests: Further tests.
        wording: The keywords as they were asked, for people.
        given: The keywords as they were given.
        who: Whose act it is, as it was given.
        others: Counts what fits in other collections; None where nothing can.
    """

    __slots__ = (
        "claims", "given", "match", "needs", "others", "phrase", "tests", "undated", "who",
        "windows", "wording",
    )  # fmt: skip

    def __init__(self) -> None:
        """Ask nothing."""
        self.windows: tuple[Window, ...] = ()
        self.match = "any"
        self.undated: bool | None = None
        self.claims = False
        self.needs: list[tuple[str, frozenset[str]]] = []
        self.phrase: Phrase | None = None
        self.tests: list[Callable[[RecordLike], object]] = []
        self.wording: tuple[str, ...] = ()
        self.given: Mapping[str, object] = {}
        self.who: object = None
        self.others: Callable[[], Mapping[str, int]] | None = None

    @property
    def lone(self) -> Window | None:
        """The window of a question that asks for one and nothing else; None of any other."""
        more = self.needs or self.phrase or self.tests or self.undated or self.match != "any"
        return None if more or len(self.windows) != 1 else self.windows[0]

    def wanted(self, *facets: str) -> frozenset[str]:
        """Return the keys that are needed under some facets."""
        return frozenset(key for facet, some in self.needs if facet in facets for key in some)

    def timely(self, record: RecordLike) -> bool:
        """Return whether a record belongs by its time."""
        if not self.windows:
            return self.undated is not False or record.began is not None
        for window in self.windows:
            if not (window.can(record) if window.knows(record) else self.undated):
                return False
        return self.match == "any" or certain(self.windows, record) is (self.match == "certain")

    def fitting(self, record: RecordLike) -> bool:
        """Return whether a record belongs by all but its time and its words."""
        if record.claimed and not self.claims:
            return False
        for facet, wanted in self.needs:
            if wanted.isdisjoint(keys(record, facet)):
                return False
        return all(test(record) for test in self.tests)


def certain(windows: Iterable[Window], record: RecordLike) -> bool:
    """Return whether a record must belong to every one of some windows."""
    for window in windows:  # noqa: SIM110 - it is asked of every record
        if not window.must(record):
            return False
    return True
