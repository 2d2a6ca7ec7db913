"""What `%load_ext bynl_relations` adds to IPython and Jupyter.

Words inside quotes complete (`relations.missions(kind="em`), and names after a call or a
subscript (`relations.events(since=2006).`). Records name the titles of related records.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from .._display.card import record_html
from .._display.wording import fields, mentioned
from .._query.queries import Queries
from ..model.record import Record
from .chains import after
from .quotes import complete

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol, TypedDict

    class Context(Protocol):
        """The text before the cursor, as IPython passes it."""

        @property
        def text_until_cursor(self) -> str: ...

    class Found(TypedDict):
        """What IPython takes: completions of a fragment, which replace all others if `suppress`."""

        completions: list[Word]
        matched_fragment: str
        suppress: bool

    class Completer(Protocol):
        """The completer of IPython."""

        custom_matchers: list[Callable[[Context], Found]]

    class Formatter(Protocol):
        """The formatter of IPython for one type of display."""

        def for_type(self, typ: type[Record], func: Callable[[Record], str], /) -> object: ...

    class DisplayFormatter(Protocol):
        """The formatters of IPython by type of display."""

        formatters: dict[str, Formatter]

    class Shell(Protocol):
        """The part of the shell of IPython that is used."""

        user_ns: dict[str, object]

        @property
        def Completer(self) -> Completer: ...  # noqa: N802
        @property
        def display_formatter(self) -> DisplayFormatter: ...


__all__ = ["Word", "after", "complete", "load"]


@frozen
class Word:
    """A completion, as IPython takes it.

    Attributes:
        text: The text.
        type: What the menu shows beside it.
    """

    text: str
    type: Literal["value", "instance"] = "value"


def load(shell: Shell) -> None:
    """Add the completions and the display of records to a shell of IPython.

    Args:
        shell: The shell.
    """

    def words(context: Context) -> Found:
        fragment, found = complete(context.text_until_cursor, shell.user_ns)
        return _answer(fragment, [Word(text) for text in found])

    def names(context: Context) -> Found:
        fragment, found = after(context.text_until_cursor, shell.user_ns)
        return _answer(fragment, [Word(text, "instance") for text in found])

    for number, matcher in enumerate((words, names)):
        matcher.matcher_api_version = 2  # type: ignore[attr-defined]
        matcher.matcher_identifier = f"bynl_relations.{number}"  # type: ignore[attr-defined]
        shell.Completer.custom_matchers.append(matcher)
    shell.display_formatter.formatters["text/html"].for_type(
        Record, lambda record: record_html(record, _titles(record, shell.user_ns))
    )


def _answer(fragment: str, found: list[Word]) -> Found:
    return {"completions": found, "matched_fragment": fragment, "suppress": bool(found)}


def _titles(record: Record, names: dict[str, object]) -> dict[str, str]:
    """Return the titles of the records that a record mentions, from the datasets at hand."""
    ids = {key for label, _ in fields(record) for key in mentioned(record, label)}
    datasets = [held._ids() for held in list(names.values()) if isinstance(held, Queries)]
    return {key: known[key].title for known in datasets for key in ids if key in known}
