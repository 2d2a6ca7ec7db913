"""What a picture is asked to show: the records, what their dataset says, the words around them."""

from __future__ import annotations

from attrs import field, frozen

from .._dataset.metadata import Metadata
from .._spelling import hint
from ..errors import UnknownName
from ..when import FOREVER, NEVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .._dataset.holdings import Holdings
    from .._protocols import RecordLike
    from .._query.window import Window
    from ..model.gaps import Gap
    from ._pen import Pen

__all__ = ["Request", "last_check"]


@frozen
class Request:
    """What a picture is asked to show.

    Attributes:
        records: The records.
        title: The headline, or empty.
        source: The source line, or empty.
        asked: The call that gave the records, or empty.
        collection: The collection that was asked, or of all the records; else `all`.
        windows: The windows of days with which the records were asked.
        dataset: What the dataset says of itself; of a list of records it is empty.
        holdings: What the dataset holds; None of a list of records.
        gaps: What was looked for and not found, as far as the question touches it.
        highlight: What stands out, by id or word; empty where everything does.
    """

    records: Sequence[RecordLike]
    title: str = ""
    source: str = ""
    asked: str = ""
    collection: str = "all"
    windows: tuple[Window, ...] = ()
    dataset: Metadata = field(factory=Metadata)
    holdings: Holdings | None = None
    gaps: tuple[Gap, ...] = ()
    highlight: frozenset[str] = frozenset()

    @property
    def checked(self) -> int | None:
        """The day of the last check, after which nothing is drawn; None where not known."""
        day = self.dataset.checked.span[3] if self.dataset.checked is not None else FOREVER
        return day if NEVER < day < FOREVER else None

    @property
    def nothing(self) -> str:
        """That there is nothing to draw, and what was asked."""
        return f"No records: {self.asked}" if self.asked else "No records"

    def recedes(self, *names: str) -> bool:
        """Return whether others stand out, and what bears these names does not."""
        return bool(self.highlight) and self.highlight.isdisjoint(names)

    def highlights(self, allowed: Iterable[str]) -> None:
        """Refuse a highlight that is in no part of the picture.

        Raises:
            UnknownName: It is not one of the names in the picture.
        """
        known = set(allowed)
        for name in sorted(self.highlight - known):
            near = hint(name, known)
            raise UnknownName(f"highlight={name!r} is in no part of this picture{near}")


def last_check(pen: Pen, request: Request, last: int, floor: float) -> None:
    """Draw a rule at the day of the last check, where the picture reaches it."""
    if last == request.checked and request.dataset.checked is not None:
        pen.rule(pen.width, floor, f"last check, {request.dataset.checked.edtf}")
