"""What each command of the command line does."""

from __future__ import annotations

from shlex import join
from typing import cast

from ..errors import UnknownName, UnknownRecord, shown
from ..interop.citations import STYLES
from ..model.collections import COLLECTIONS
from .manual import PICTURES
from .terminal import PROGRAM
from .wording import shell_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Sequence

    from .._query.keywords import Common, WhereKeywords
    from .._query.records import Records
    from .._query.relations import Relations
    from ..model.record import Record
    from .terminal import Terminal

__all__ = ["run"]

#: What the overview draws with, unless the terminal cannot show it.
_SKETCHED = "▁█≠–…"


def run(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    """Carry out a command on a dataset.

    Args:
        data: The dataset.
        asked: What `parse` returned.
        terminal: Where the answer goes.

    Returns:
        The exit code.

    Raises:
        RelationsError: A name, word or date is unknown.
        OSError: A file cannot be written.
    """
    return _RUN.get(asked.command, _query)(data, asked, terminal)


# Questions, answered with records.


def _query(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    return _write_records(_asked(data, asked.command, asked), asked, terminal)


def _asked(data: Relations, query: str, asked: Namespace) -> Records[Record]:
    """Ask a query of the library, by its name, with the keywords that were written."""
    who = [asked.who] if getattr(asked, "who", None) is not None else []
    found: Records[Record] = getattr(data, query)(*who, **asked.keywords)
    return found


def _search(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    keywords, collection = _parted(asked)
    search: Callable[..., Records[Record]] = data.search
    found = search(" ".join(asked.words), **keywords)
    return _write_records(_of(found, collection), asked, terminal)


def _disputes(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    return _write_records(_disputed(data, asked), asked, terminal)


def _disputed(data: Relations, asked: Namespace) -> Records[Record]:
    keywords, collection = _parted(asked)
    return _of(data.disputes(**keywords), collection)


def _parted(asked: Namespace) -> tuple[Common, dict[str, object]]:
    """Split the keywords into those of every query and `collection`."""
    keywords: dict[str, object] = dict(asked.keywords)
    collection = {name: keywords.pop(name) for name in ("collection",) if name in keywords}
    return cast("Common", keywords), collection


def _of(found: Records[Record], collection: dict[str, object]) -> Records[Record]:
    """Keep the records of some collections, if any are asked for."""
    return found.where(**cast("WhereKeywords", collection)) if collection else found


def _gaps(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    who = [] if asked.who is None else [asked.who]
    found = data.gaps(*who, **asked.keywords)
    rows = [
        (gap.id, gap.collection, str(gap.when or ""), gap.question, ", ".join(gap.looked_in))
        for gap in found
    ]
    heads = ("id", "collection", "when", "question", "looked in")
    return _listed(found, heads, rows, asked, terminal)


def _counts(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    from .._display.counts import counts_markdown, counts_text

    found = _asked(data, asked.counted, asked)
    counts = found.counts(by=asked.by or "year", of=asked.of or "began")
    if asked.format == "table":
        text = counts_text(counts, None).replace(counts.asked, asked.line, 1)
        terminal.say(terminal.paint(text))
    elif asked.format == "csv":
        terminal.say(counts.to_csv())
    elif asked.format == "markdown":
        terminal.say(counts_markdown(counts, None))
    else:
        _write([row._asdict() for row in counts], asked, terminal)
    return 0


def _according_to(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    view = data.according_to(asked.teller)
    return _write_records(_asked(view, "all", asked), asked, terminal)


def _at(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    view = data.at(asked.moment)
    return _write_records(_asked(view, "all", asked), asked, terminal)


def _write_records(found: Records[Record], asked: Namespace, terminal: Terminal) -> int:
    """Write records in the format that was asked for."""
    if asked.format == "table":
        from .._display.table import records_text

        def reword(text: str) -> str:
            return asked.line if text == found.asked else shell_words(text)

        terminal.say(terminal.paint(records_text(found, terminal.width, None, reword)))
    elif asked.format in STYLES:
        terminal.say(_method(found, "cite")(asked.format))
    else:
        terminal.say(_method(found, f"to_{asked.format}")())
    return 0


def _method(found: Records[Record], name: str) -> Callable[..., str]:
    method: Callable[..., str] = getattr(found, name)
    return method


def _show(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    import warnings

    with warnings.catch_warnings(record=True) as replaced:
        warnings.simplefilter("always")
        ids = {_record(data, name).id for name in asked.id}
    for warning in replaced:
        terminal.warn(str(warning.message))
    found = data.all(claims=True, where=lambda record: record.id in ids)
    if asked.format != "table":
        return _write_records(found, asked, terminal)
    from .._display.card import record_text

    titles = {record.id: record.title for record in data.all(claims=True)}
    cards = (record_text(record, terminal.width, titles) for record in found)
    terminal.say("\n\n".join(map(terminal.paint, cards)))
    return 0


def _record(data: Relations, name: str) -> Record:
    """Return a record by its id.

    Raises:
        UnknownRecord: No record has that id; the message says if it is an actor or a source.
    """
    try:
        return data[name]
    except UnknownRecord as error:
        meant = _meant(data, name)
        if meant:
            raise UnknownRecord(f"no record with the id {shown(name)}; {meant}") from None
        raise UnknownRecord(f"{error}; try {join(['search', name])}") from None


def _meant(data: Relations, name: str) -> str:
    """Suggest a command for a name that is not the id of a record; empty if none fits."""
    if name in COLLECTIONS:
        return f"that is a collection: try {name}"
    if any(source.id == name for source in data.sources()):
        return f"that is a source: try according-to {name}"
    try:
        actor = data.actor(name)
    except UnknownName:
        return ""
    return f"{actor.name} is an actor: try {join(['all', actor.id])}"


# What there is.


def _overview(data: Relations, _: Namespace, terminal: Terminal) -> int:
    from .._display.overview import overview

    plain = not terminal.shows(_SKETCHED)
    text = overview(data, terminal.width or 80, ascii_only=plain, program=PROGRAM)
    terminal.say(terminal.paint(text))
    return 0


def _version(data: Relations, _: Namespace, terminal: Terminal) -> int:
    from importlib.metadata import PackageNotFoundError, version

    try:
        program = version(PROGRAM)
    except PackageNotFoundError:
        program = "(not installed)"
    checked = f" (checked {data.checked!s})" if data.checked is not None else ""
    terminal.say(f"{PROGRAM} {program}, data {data.version or 'without a version'}{checked}")
    return 0


def _actors(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    found = data.actors(type=asked.type)
    if asked.name is not None:
        named = data.actor(asked.name)
        found = tuple(actor for actor in found if actor == named)
    rows = [
        (actor.id, str(actor.type), actor.name, " ".join((*actor.acts_for, actor.home)))
        for actor in found
    ]
    return _listed(found, ("id", "type", "name", "acts for, home"), rows, asked, terminal)


def _sources(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    found = (data if asked.name is None else data.according_to(asked.name)).sources(tier=asked.tier)
    rows = [
        (source.id, str(source.tier), str(source.published or ""), source.publisher, source.label)
        for source in found
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

    plain = converter()
    _write([plain.unstructure(row) for row in found], asked, terminal)
    return 0


def _write(values: list[object], asked: Namespace, terminal: Terminal) -> None:
    """Write plain values as JSON or JSON Lines."""
    from .._conversion.json_text import text

    if asked.format == "json":
        terminal.say(text(values))
    else:
        terminal.say("".join(f"{text(value, None)}\n" for value in values))


def _columns(rows: Sequence[tuple[str, ...]], width: int | None) -> str:
    """Set texts in columns; a column without room stands below the others, and none is cut."""
    from .._display.text import pad, width_of, wrapped

    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    beside = len(widths)
    while width is not None and beside > 1 and sum(widths[:beside]) + 2 * (beside - 1) > width:
        beside -= 1
    lines: list[str] = []
    for row in rows:
        lines.append("  ".join(map(pad, row[:beside], widths)).rstrip())
        below = ", ".join(text for text in row[beside:] if text)
        lines += [f"  {text}" for text in wrapped(below, (width or 0) - 2)] if below else []
    return "\n".join(lines)


def _describe(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    from .._conversion.json_text import text

    counts = data.describe()
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
        terminal.say("".join(f"{text(line, None)}\n" for line in lines))
    return 0


def _counted(name: str, found: dict[str, int]) -> str:
    return "\n".join([name, *(f"{count:7,}  {word}" for word, count in found.items())])


# Pictures.


def _plot(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    if asked.picture == "disputes":
        found = _disputed(data, asked)
    else:
        found = _asked(data, PICTURES[asked.picture], asked)
    from .. import plot

    draw: Callable[..., object] = getattr(plot, asked.picture)
    split = {name: getattr(asked, name, None) for name in ("by", "of")}
    axes = draw(found, **{name: word for name, word in split.items() if word is not None})
    save: Callable[[object, str], None] = vars(plot)["save"]
    save(axes, asked.file)
    from .._display.excerpt import heading

    # Those without a date are not drawn, which the picture says.
    terminal.say(f"{asked.file}: {asked.picture} of {heading(len(found))}")
    return 0


def _page(data: Relations, asked: Namespace, terminal: Terminal) -> int:
    asked.keywords["claims"] = True
    found = _asked(data, "all", asked)
    found.to_html(asked.file)
    from .._display.excerpt import heading

    terminal.say(f"{asked.file}: a page of {heading(len(found))}")
    return 0


_RUN: dict[str, Callable[[Relations, Namespace, Terminal], int]] = {
    "": _overview,
    "version": _version,
    "search": _search,
    "disputes": _disputes,
    "gaps": _gaps,
    "counts": _counts,
    "according-to": _according_to,
    "at": _at,
    "show": _show,
    "actors": _actors,
    "sources": _sources,
    "describe": _describe,
    "plot": _plot,
    "page": _page,
}
