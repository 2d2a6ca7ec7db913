"""What can be written on the command line: one parser a command, made when it is called."""

from __future__ import annotations

import argparse
import os
from shlex import join
from typing import cast

from .._query.conditions import allowed, own_fields
from .._query.relations import relations
from .._spelling import hint, nearest, words
from ..errors import UnknownName, shown
from ..model.collections import COLLECTIONS
from ..model.kinds import kind
from .manual import ABOUT, COMMANDS, FORMATS, KEYWORDS, OTHER_FORMATS, PICTURES, notes, overview
from .terminal import PROGRAM, Stop
from .wording import keywords, option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal
    from typing import NoReturn

__all__ = ["parse"]

_SWITCHES, _NUMBERS = ("claims", "exact"), ("low", "high")
_PAIRS = ("undated", "resident", "multilateral")
_SEVERAL = ("topic", "country", "city", "scope", "confidence", "collection", "indicator", "actor",
            "all_of")  # fmt: skip
#: An argument: its name, how help calls it, how many there are, what it is.
_Positional = tuple[str, str, "str | None", str]
_MANY = {None: "{}", "?": "[{}]", "+": "{}...", "*": "[{}...]"}
_WHO: _Positional = ("who", "WHO", "?", "whose act it is: an id, a name or an alias")
_SOME: _Positional = ("collection", "COLLECTION", "*", "only these collections")
_PATH: _Positional = ("path", "PATH", None, "a directory, or a JSON document")
_COUNTED: _Positional = ("counted", "COLLECTION", None, "a collection, contacts or all")
_PLOT: tuple[_Positional, ...] = (
    ("picture", "PICTURE", None, words(PICTURES)),
    ("file", "FILE", None, "name of the file, ending in .svg or .png"),
)
_POSITIONAL: dict[str, tuple[_Positional, ...]] = {
    "show": (("id", "ID", "+", "ids of records"),),
    "search": (("words", "TEXT", "+", "words, or the beginnings of words"),),
    "according-to": (
        ("teller", "SOURCE", None, "id of a source, else a voice, else a publisher"),
        _SOME,
    ),
    "at": (("moment", "MOMENT", None, "a day, month, year or span"), _SOME),
    "actors": (("name", "NAME", "?", "an id, a name, an alias or a surname"),),
    "sources": (("name", "NAME", "?", "an id, else a voice, else a publisher"),),
    "page": (("file", "FILE", None, "name of the file, ending in .html"),),
    "check": (_PATH,),
    "canonical": (_PATH,),
    "write": (("directory", "DIRECTORY", None, "new, empty, or with a dataset in it"),),
}
#: The commands beside the collections that ask a query; of those that have WHO first.
_WITH_WHO = ("all", "contacts", "gaps")
_ASKING = (*_WITH_WHO, "search", "disputes", "according-to", "at", "page")
_CHECK = "change nothing; list the files that differ, exit 1"
#: How the file of a command can end, and that in words.
_ENDINGS = {"plot": ((".svg", ".png"), ".svg or .png"), "page": ((".html", ".htm"), ".html")}
#: What `counts` can count.
_COUNTABLE = (*COLLECTIONS, "contacts", "all")
#: The options that a command has for itself.
_OWN = {
    "actors": (("--type", "state, union, organisation, person, party or group"),),
    "sources": (("--tier", "primary, official, news, secondary or encyclopedia"),),
    "canonical": (("--check", _CHECK),),
    "counts": (
        ("--by", "year (default), month, day, or a field such as kind"),
        ("--of", "began (default) or stood"),
    ),
}


class _Parser(argparse.ArgumentParser):
    """A parser that raises its messages, and builds the end of its help when it is needed."""

    def __init__(self, command: str, usage: str, description: str) -> None:
        super().__init__(
            prog=f"{PROGRAM} {command}".rstrip(),
            usage=usage,
            description=description,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self.color = False
        self.notes: Callable[[], str] = str

    def print_help(self, file: object = None) -> NoReturn:  # noqa: ARG002
        self.epilog = self.notes()
        raise Stop(self.format_help(), 0)

    def error(self, message: str) -> NoReturn:
        raise Stop(f"{message}\ntry: {self.prog} --help")

    def read(self, arguments: Sequence[str], given: argparse.Namespace) -> None:
        """Read arguments in any order; suggest what those may have meant that are left."""
        _, left = self.parse_known_intermixed_args(arguments, given)
        options = [word.partition("=")[0] for word in left if word.startswith("-")]
        if options:
            self.error(f"no option {options[0]}{self._hint(options[0])}")
        if left:
            self.error(f"{shown(left[0])} is one argument too many")

    def _hint(self, option: str) -> str:
        """Suggest what an unknown option may have meant: a near one, or that of another command."""
        name = option.lstrip("-").replace("-", "_")
        others = [
            query for query in ("all", *COLLECTIONS) if name in allowed(query) and name != "where"
        ]
        if others:
            return f" here; it is one of {words(others)}"
        known = [name for name in self._option_string_actions if name != "--help"]
        near = nearest(option, known, 1)
        return f"; did you mean {near[0]}?" if near else ""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read a command line.

    Args:
        arguments: The words after the name of the program.

    Returns:
        `command`, empty for the overview, `line` as it was written, `keywords` for the query,
        and the other arguments of the command.

    Raises:
        Stop: The command line is wrong, or asks for help.
    """
    first = _first(arguments)
    line = f"{PROGRAM} {join(arguments)}".rstrip()
    given = argparse.Namespace(command="", data=None, max_bytes=None, format="table", line=line)
    top = _top()
    top.read(arguments[:first], given)
    if given.version:
        given.command = "version"
    elif first < len(arguments):
        given.command = arguments[first]
        if given.command not in COMMANDS:
            top.error(
                f"no command {shown(given.command)}; use one of {words(COMMANDS, len(COMMANDS))}"
                f"{_hint(given.command)}"
            )
        if given.command in ("check", "canonical") and given.data is not None:
            top.error(f"{given.command} takes a PATH after it and no --data")
        _parser(given.command, arguments[first + 1 :]).read(arguments[first + 1 :], given)
        _check(given)
    given.keywords = _keywords(given)
    return given


def _check(given: argparse.Namespace) -> None:
    """Check what argparse does not: the collection, the picture, the ending of the file.

    Raises:
        Stop: There is no such collection or picture, or the file ends otherwise.
    """
    if given.command == "counts":
        _refuse("collection", given.counted, _COUNTABLE)
    elif given.command == "plot":
        _refuse("picture", given.picture, tuple(PICTURES))
    if given.command in _ENDINGS:
        endings, said = _ENDINGS[given.command]
        if os.path.splitext(given.file)[1].lower() not in endings:
            raise Stop(f"the file {given.file!r} does not end in {said}")


def _refuse(sort: str, word: str, allowed: Sequence[str]) -> None:
    """Raise a `Stop` if a word is not one of those that are allowed."""
    if word not in allowed:
        raise Stop(f"no {sort} {word!r}; use one of {words(allowed)}{hint(word, allowed)}")


def _first(arguments: Sequence[str]) -> int:
    """Return the position of the command: the first word that belongs to no option."""
    number = 0
    while number < len(arguments) and arguments[number].startswith("-"):
        number += 2 if arguments[number] in ("--data", "--max-bytes") else 1
    return min(number, len(arguments))


def _keywords(given: argparse.Namespace) -> dict[str, object]:
    """Return the keywords of a query that were written."""
    found: dict[str, object] = {}
    for name in keywords():
        value: object = getattr(given, name, None)
        if isinstance(value, list):
            several = tuple(cast("list[str]", value))
            value = several[0] if len(several) == 1 else several or None
        if value is not None:
            found[name] = value
    return found


def _hint(command: str) -> str:
    """Suggest what an unknown command may have meant: a near one, or a name after it."""
    near = nearest(command, COMMANDS, 1)
    if near:
        return f"; did you mean {near[0]}?"
    if command in relations:
        return f"; that is a record: show {command}"
    try:
        relations.actor(command)
    except UnknownName:
        return ""
    return f"; that is an actor: all {join([command])}"


def _top() -> _Parser:
    parser = _Parser("", f"{PROGRAM} [COMMAND] [ARGUMENTS] [OPTIONS]", ABOUT)
    parser.add_argument("--version", action="store_true", help="versions of program and data")
    _add_data(parser)
    parser.notes = overview
    return parser


def _parser(command: str, arguments: Sequence[str]) -> _Parser:
    """Build the parser of one command.

    Args:
        command: Its name.
        arguments: The words after it, as options depend on the picture or the collection.
    """
    positional, query = _shape(command, arguments)
    usage = "".join(f" {_MANY[many].format(metavar)}" for _, metavar, many, _ in positional)
    summary = COMMANDS[command]
    about = f"{summary[:1].upper()}{summary[1:]}."
    parser = _Parser(command, f"{PROGRAM} {command}{usage} [OPTIONS]", about)
    for name, metavar, many, said in positional:
        parser.add_argument(name, metavar=metavar, nargs=many, help=said)
    if query:
        _add_keywords(parser, query, {name for name, *_ in positional})
    counted = command == "plot" and "counts" in arguments[:1]
    for flag, said in _OWN.get("counts" if counted else command, ()):
        if said == _CHECK:
            parser.add_argument(flag, action="store_true", help=said)
        else:
            parser.add_argument(flag, metavar="WORD", help=said)
    if command not in ("check", "canonical", "write", "plot", "page"):
        formats = OTHER_FORMATS.get(command, FORMATS)
        said = words(formats, len(formats))
        parser.add_argument("--format", metavar="FORMAT", type=_one_of(formats), help=said)
    _add_data(parser, whole=command not in ("check", "canonical"))
    parser.notes = lambda: notes(command, query, relations)
    return parser


def _shape(command: str, arguments: Sequence[str]) -> tuple[Sequence[_Positional], str]:
    """Return the positional arguments of a command, and the query whose keywords it takes."""
    if command in COLLECTIONS or command in _WITH_WHO:
        return (_WHO,), command
    if command == "counts":
        return (_COUNTED, _WHO), next((word for word in arguments if word in _COUNTABLE), "all")
    if command != "plot":
        return _POSITIONAL.get(command, ()), command if command in _ASKING else ""
    picture = next((word for word in arguments if not word.startswith("-")), "")
    query = PICTURES.get(picture, "")
    return (*_PLOT, _WHO) if query in COLLECTIONS else _PLOT, query


def _add_data(parser: _Parser, *, whole: bool = True) -> None:
    """Add the options of own data; those written before the command stay."""
    if whole:
        said = "use this dataset instead of the bundled one: a directory or a JSON file"
        parser.add_argument("--data", metavar="PATH", help=said)
    said = "the largest file, or line of JSON Lines, of --data in bytes (default: 16 MiB)"
    parser.add_argument("--max-bytes", metavar="NUMBER", type=_whole, help=said)


def _add_keywords(parser: _Parser, query: str, taken: set[str]) -> None:
    # Disputes and a page hold the claims already.
    taken = taken | {"where"} | ({"claims"} if query in ("disputes", "page") else set())
    own = own_fields(query)
    asked = parser.add_argument_group("which records")
    fields = parser.add_argument_group(f"fields of {query}") if own else asked
    several = (*_SEVERAL, *(kind(query).word_fields() if own else ()))
    for name in allowed(query if query in (*COLLECTIONS, "contacts", "gaps") else "all"):
        if name not in taken:
            metavar, said = KEYWORDS.get(name, ("WORD", "one of the words below; may be repeated"))
            group = fields if name in own else asked
            flag = option(name)
            if name in _SWITCHES:
                group.add_argument(flag, action="store_const", const=True, help=said)
            elif name in _PAIRS:
                group.add_argument(flag, action=argparse.BooleanOptionalAction, help=said)
            elif name in _NUMBERS:
                group.add_argument(flag, metavar=metavar, type=_number, help=said)
            else:
                group.add_argument(flag, metavar=metavar, help=said,
                                   action="append" if name in several else "store")  # fmt: skip


def _one_of(known: tuple[str, ...]) -> Callable[[str], str]:
    def read(word: str) -> str:
        if word in known:
            return word
        near = nearest(word, known, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise argparse.ArgumentTypeError(
            f"no format {shown(word)}; use one of {words(known, len(known))}{hint}"
        )

    return read


def _number(text: str) -> Decimal:
    from decimal import Decimal, InvalidOperation

    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise argparse.ArgumentTypeError(f"{shown(text)} is not a number such as 1500 or 0.5")
    return number


def _whole(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{shown(text)} is not a whole number above 0")
    return number
