"""What each command of the command line does."""

from __future__ import annotations

import os

from .datasets import canonical, check, dataset, write
from .terminal import Stop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Sequence

    from .._query.records import Records
    from .._query.relations import Relations
    from ..model import Record
    from .terminal import Terminal

__all__ = ["run"]

#: As wide as no table is.
_UNBOUNDED = 10_000
#: What the overview draws with, unless the terminal cannot show it.
_SKETCHED = "▁█≠–…"


def run(asked: Namespace, terminal: Terminal) -> int:
    """Carry out a command that was read.

    Args:
        asked: What `parse` gave.
        terminal: Where the answer goes.

    Returns:
        0, or 1 where problems were found.

    Raises:
        Stop: It cannot be done.
        RelationsError: A name, word or date is unknown.
        OSError: A file cannot be read or written.
    """
    return _RUN.get(asked.command, _query)(asked, terminal)


# Questions, answered with records.


def _query(asked: Namespace, terminal: Terminal) -> int:
    return _told(_asked(dataset(asked, terminal), asked.command, asked), asked, terminal)


def _asked(data: Relations, query: str, asked: Namespace) -> Records[Record]:
    """Put a query of the library, by its name, with the keywords that were written."""
    who = [asked.who] if getattr(asked, "who", None) is not None else []
    found: Records[Record] = getattr(data, query)(*who, **asked.keywords)
    return found


def _search(asked: Namespace, terminal: Terminal) -> int:
    found = dataset(asked, terminal).search(" ".join(asked.words))
    return _told(_narrowed(found, asked), asked, terminal)


def _disputes(asked: Namespace, terminal: Terminal) -> int:
    return _told(_narrowed(dataset(asked, terminal).disputes(), asked), asked, terminal)


def _according_to(asked: Namespace, terminal: Terminal) -> int:
    view = dataset(asked, terminal).according_to(asked.teller)
    return _told(_asked(view, "all", asked), asked, terminal)


def _at(asked: Namespace, terminal: Terminal) -> int:
    view = dataset(asked, terminal).at(asked.moment)
    return _told(_asked(view, "all", asked), asked, terminal)


def _narrowed(found: Records[Record], asked: Namespace) -> Records[Record]:
    return found.where(**asked.keywords) if asked.keywords else found


def _told(found: Records[Record], asked: Namespace, terminal: Terminal) -> int:
    """Write records in the format that was asked for."""
    if asked.format == "table":
        from .._display import records_text

        # The columns have widths of their own, so that a wide line is as long as it must be.
        terminal.say(records_text(found, terminal.width or _UNBOUNDED, max(len(found), 1)))
    elif asked.format == "bibtex":
        terminal.say(_method(found, "cite")("bibtex"))
    else:
        terminal.say(_method(found, f"to_{asked.format}")())
    return 0


def _method(found: Records[Record], name: str) -> Callable[..., str]:
    method: Callable[..., str] = getattr(found, name)
    return method


def _show(asked: Namespace, terminal: Terminal) -> int:
    import warnings

    data = dataset(asked, terminal)
    with warnings.catch_warnings(record=True) as replaced:
        warnings.simplefilter("always")
        ids = {data[one].id for one in asked.id}
    for one in replaced:
        terminal.warn(str(one.message))
    found = data.all(claims=True, where=lambda record: record.id in ids)
    if asked.format != "table":
        return _told(found, asked, terminal)
    from .card import card

    terminal.say("\n\n".join(card(one, terminal.width) for one in found))
    return 0


# What there is.


def _overview(asked: Namespace, terminal: Terminal) -> int:
    from .._display import overview

    data = dataset(asked, terminal)
    plain = not terminal.shows(_SKETCHED)
    terminal.say(overview(data, terminal.width or 100, ascii_only=plain))
    return 0


def _version(asked: Namespace, terminal: Terminal) -> int:
    from importlib.metadata import PackageNotFoundError, version

    from .terminal import PROGRAM

    try:
        program = version(PROGRAM)
    except PackageNotFoundError:
        program = "(not installed)"
    data = dataset(asked, terminal)
    checked = f" (checked {data.checked!s})" if data.checked is not None else ""
    terminal.say(f"{PROGRAM} {program}, data {data.version or 'without a version'}{checked}")
    return 0


def _actors(asked: Namespace, terminal: Terminal) -> int:
    data = dataset(asked, terminal)
    found = data.actors(type=asked.type)
    if asked.name is not None:
        named = data.actor(asked.name)
        found = tuple(one for one in found if one == named)
    rows = [(one.id, str(one.type), one.name, " ".join((*one.acts_for, one.home))) for one in found]
    return _listed(found, ("id", "type", "name", "acts for, home"), rows, asked, terminal)


def _sources(asked: Namespace, terminal: Terminal) -> int:
    data = dataset(asked, terminal)
    found = (data if asked.name is None else data.according_to(asked.name)).sources(tier=asked.tier)
    rows = [
        (one.id, str(one.tier), str(one.published or ""), one.publisher, one.title) for one in found
    ]
    return _listed(found, ("id", "tier", "published", "publisher", "title"), rows, asked, terminal)


def _listed(
    found: Sequence[object], heads: tuple[str, ...], rows: Iterable[tuple[str, ...]],
    asked: Namespace, terminal: Terminal,
) -> int:  # fmt: skip
    """Write actors or sources."""
    if asked.format == "table":
        terminal.say(_columns((heads, *rows), terminal.width))
        return 0
    from .._conversion.converter import converter
    from .._conversion.json_text import text

    plain = converter()
    values: list[object] = [plain.unstructure(one) for one in found]
    if asked.format == "json":
        terminal.say(text(values))
    else:
        terminal.say("".join(f"{text(one, None)}\n" for one in values))
    return 0


def _columns(rows: Sequence[tuple[str, ...]], width: int | None) -> str:
    """Set texts in columns; what has no room beside the others stands below, and none is cut."""
    from .._display.text import pad, width_of, wrapped

    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    beside = len(widths)
    while width is not None and beside > 1 and sum(widths[:beside]) + 2 * (beside - 1) > width:
        beside -= 1
    lines: list[str] = []
    for row in rows:
        lines.append("  ".join(map(pad, row[:beside], widths)).rstrip())
        below = ", ".join(text for text in row[beside:] if text)
        lines += [f"  {one}" for one in wrapped(below, (width or 0) - 2)] if below else []
    return "\n".join(lines)


def _describe(asked: Namespace, terminal: Terminal) -> int:
    from .._conversion.json_text import text

    counts = dataset(asked, terminal).describe()
    if asked.format == "table":
        terminal.say("\n\n".join(_counted(name, found) for name, found in counts.items()))
    elif asked.format == "json":
        terminal.say(text(counts))
    else:
        lines = [
            {"heading": name, "word": word, "count": count}
            for name, found in counts.items()
            for word, count in found.items()
        ]
        terminal.say("".join(f"{text(one, None)}\n" for one in lines))
    return 0


def _counted(name: str, found: dict[str, int]) -> str:
    return "\n".join([name, *(f"{count:7,}  {word}" for word, count in found.items())])


# Pictures.


def _plot(asked: Namespace, terminal: Terminal) -> int:
    from .._spelling import nearest, words
    from .manual import PICTURES

    if asked.picture not in PICTURES:
        near = nearest(asked.picture, PICTURES, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise Stop(f"{asked.picture!r} is no picture; write one of {words(PICTURES)}{hint}")
    end = os.path.splitext(asked.file)[1].lower()
    if end not in (".svg", ".png"):
        raise Stop(f"{asked.file!r} names no picture; write a file that ends in .svg or .png")
    data = dataset(asked, terminal)
    if asked.picture == "disputes":
        found = _narrowed(data.disputes(), asked)
    else:
        found = _asked(data, PICTURES[asked.picture], asked)
    from .. import plot

    draw: Callable[[Records[Record]], object] = getattr(plot, asked.picture)
    axes = draw(found)
    save: Callable[[object, str], None] = vars(plot)["save"]
    save(axes, asked.file)
    from .._display.excerpt import heading

    # Those without a date are not drawn, which the picture says.
    terminal.say(f"{asked.file}: {asked.picture} of {heading(len(found))}")
    return 0


def _page(asked: Namespace, terminal: Terminal) -> int:
    if os.path.splitext(asked.file)[1].lower() not in (".html", ".htm"):
        raise Stop(f"{asked.file!r} names no page; write a file that ends in .html")
    asked.keywords["claims"] = True
    found = _asked(dataset(asked, terminal), "all", asked)
    found.to_html(asked.file)
    from .._display.excerpt import heading

    terminal.say(f"{asked.file}: a page of {heading(len(found))}")
    return 0


_RUN: dict[str, Callable[[Namespace, Terminal], int]] = {
    "": _overview,
    "version": _version,
    "search": _search,
    "disputes": _disputes,
    "according-to": _according_to,
    "at": _at,
    "show": _show,
    "actors": _actors,
    "sources": _sources,
    "describe": _describe,
    "check": check,
    "canonical": canonical,
    "write": write,
    "plot": _plot,
    "page": _page,
}
