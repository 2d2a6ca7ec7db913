"""The ways out of a result: for people, as JSON, as text."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from .model import Record

__all__ = ["Output", "save"]


class Output:
    """What turns records into something else; the parent of `Records`."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __iter__(self) -> Iterator[Record]: ...

    def __repr__(self) -> str:
        """Show a short table for people."""
        from ._display import records_text

        return records_text(self)

    def _repr_html_(self) -> str:
        from ._display import records_html

        return records_html(self)

    def _repr_markdown_(self) -> str:
        from ._display import records_markdown

        return records_markdown(self)

    def to_dicts(self) -> list[dict[str, object]]:
        """Give each record as `Record.to_dict` does."""
        return [record.to_dict() for record in self]

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """Write the records as a JSON list, their actors and sources embedded.

        Args:
            path: Where given, the text is also written there.

        Returns:
            The text.
        """
        from ._document import text

        return save(text(self.to_dicts()) + "\n", path)

    def to_jsonl(self, path: str | os.PathLike[str] | None = None) -> str:
        """Write the records as JSON Lines, a record a line."""
        from ._document import text

        return save("".join(text(one, None) + "\n" for one in self.to_dicts()), path)

    def to_markdown(self) -> str:
        """Write the records as a Markdown table."""
        return self._repr_markdown_()


def save(text: str, path: str | os.PathLike[str] | None) -> str:
    """Write a text where a path is given, and give it back."""
    if path is not None:
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    return text
