"""What can be written on the command line: one parser a command, made when it is called."""

from __future__ import annotations

import argparse
from typing import cast

from .._query.conditions import allowed, own_fields
from .._spelling import nearest, words
from ..errors import shown
from ..model import COLLECTIONS, kind
from .manual import ABOUT, COMMANDS, FORMATS, KEYWORDS, PICTURES, PLAIN_FORMATS, notes, overview
from .terminal import PROGRAM, Stop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal
    from typing import NoReturn

__all__ = ["parse"]

_SWITCHES, _NUMBERS = ("claims", "exact"), ("low", "high")
_PAIRS = ("undated", "resident", "multilateral")
_SEVERAL = ("topic", "country", "scope", "confidence", "collection", "indicator")
#: An argument: its name, how help calls it, how many there are, what it is.
_Positional = tuple[str, str, "str | None", str]
_MANY = {None: "{}", "?": "[{}]", "+": "{}...", "*": "[{}...]"}
_WHO: _Positional = ("who", "WHO", "?", "whose act it is: an id, a name or an alias")
_SOME: _Positional = ("collection", "COLLECTION", "*", "only these collections")
_PATH: _Positional = ("path", "PATH", None, "a directory, or a JSON document")
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
#: The commands beside the collections that take the keywords of `all`.
_ASKING = ("all", "search", "disputes", "according-to", "at", "page")
_CHECK = "change nothing; tell what differs, exit 1"
#: The options that a command has for itself.
_OWN = {
    "actors": (("--type", "state, union, organisation, person, party or group"),),
    "sources": (("--tier", "primary, official, news, secondary or encyclopedia"),),
    "canonical": (("--check", _CHECK),),
}


class _Parser(argparse.ArgumentParser):
    """A parser that raises what it has to say, and makes the end of its help when asked."""

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
        """Read arguments in any order; of what is left, tell what it may have meant."""
        _, left = self.parse_known_intermixed_args(arguments, given)
        options = [one.partition("=")[0] for one in left if one.startswith("-")]
        if options:
            self.error(f"there is no option {options[0]}{self._hint(options[0])}")
        if left:
            self.error(f"{shown(left[0])} is one argument too many")

    def _hint(self, option: str) -> str:
        """Tell what an unknown option may have meant: a near one, or that of another command."""
        name = option.lstrip("-").replace("-", "_")
        others = [one for one in ("all", *COLLECTIONS) if name in allowed(one) and name != "where"]
        if others:
            return f" here; it is one of {words(others)}"
        near = nearest(option, [one for one in self._option_string_actions if one != "--help"], 1)
        return f"; did you mean {near[0]}?" if near else ""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read a command line.

    Args:
        arguments: The words after the name of the program.

    Returns:
        `command`, empty for the overview, `keywords` for the query, and what else the command
        takes.

    Raises:
        Stop: It is no command line, or it asks for help.
    """
    first = _first(arguments)
    given = argparse.Namespace(command="", data=None, max_bytes=None, format="table")
    top = _top()
    top.read(arguments[:first], given)
    if given.version:
        given.command = "version"
    elif first < len(arguments):
        given.command = arguments[first]
        if given.command not in COMMANDS:
            near = nearest(given.command, COMMANDS, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            top.error(f"{shown(given.command)} is no command; write one of {words(COMMANDS)}{hint}")
        if given.command in ("check", "canonical") and given.data is not None:
            top.error(f"{given.command} takes a PATH after it and no --data")
        _parser(given.command, arguments[first + 1 :]).read(arguments[first + 1 :], given)
    given.keywords = _keywords(given)
    return given


def _first(arguments: Sequence[str]) -> int:
    """Find the command: the first word that is no option and no value of one."""
    number = 0
    while number < len(arguments) and arguments[number].startswith("-"):
        number += 2 if arguments[number] in ("--data", "--max-bytes") else 1
    return min(number, len(arguments))


def _keywords(given: argparse.Namespace) -> dict[str, object]:
    """Gather the keywords of a query: those that were written."""
    found: dict[str, object] = {}
    for name in _all_keywords():
        value: object = getattr(given, name, None)
        if isinstance(value, list):
            several = tuple(cast("list[str]", value))
            value = several[0] if len(several) == 1 else several or None
        if value is not None:
            found[name] = value
    return found


def _all_keywords() -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for name in ("all", *COLLECTIONS) for one in allowed(name)))


def _top() -> _Parser:
    parser = _Parser("", f"{PROGRAM} [COMMAND] [ARGUMENTS] [OPTIONS]", ABOUT)
    parser.add_argument("--version", action="store_true", help="versions of program and data")
    _add_data(parser)
    parser.notes = overview
    return parser


def _parser(command: str, arguments: Sequence[str]) -> _Parser:
    """Make the parser of one command.

    Args:
        command: Its name.
        arguments: What was written after it: the options of a picture depend on the picture.
    """
    positional, query = _shape(command, arguments)
    usage = "".join(f" {_MANY[many].format(metavar)}" for _, metavar, many, _ in positional)
    said = COMMANDS[command]
    about = f"{said[0].upper()}{said[1:]}."
    parser = _Parser(command, f"{PROGRAM} {command}{usage} [OPTIONS]", about)
    for name, metavar, many, told in positional:
        parser.add_argument(name, metavar=metavar, nargs=many, help=told)
    if query:
        _add_keywords(parser, query, {name for name, *_ in positional})
    for option, told in _OWN.get(command, ()):
        if told == _CHECK:
            parser.add_argument(option, action="store_true", help=told)
        else:
            parser.add_argument(option, metavar="WORD", help=told)
    if command not in ("check", "canonical", "write", "plot", "page"):
        formats = PLAIN_FORMATS if command in ("actors", "sources", "describe") else FORMATS
        told = words(formats)
        parser.add_argument("--format", metavar="FORMAT", type=_one_of(formats), help=told)
    _add_data(parser, whole=command not in ("check", "canonical"))
    parser.notes = lambda: notes(command, query)
    return parser


def _shape(command: str, arguments: Sequence[str]) -> tuple[Sequence[_Positional], str]:
    """Tell a command's positional arguments, and the query whose keywords it takes."""
    if command in COLLECTIONS:
        return (_WHO,), command
    if command != "plot":
        return _POSITIONAL.get(command, ()), command if command in _ASKING else ""
    picture = next((one for one in arguments if not one.startswith("-")), "")
    query = PICTURES.get(picture, "")
    return (*_PLOT, _WHO) if query in COLLECTIONS else _PLOT, query


def _add_data(parser: _Parser, *, whole: bool = True) -> None:
    """Add the options of own data; what was written before the command stays."""
    if whole:
        said = "own data, not that which ships: a directory or a JSON document"
        parser.add_argument("--data", metavar="PATH", help=said)
    said = "the most bytes of a file, or a line of JSON Lines, of own data (default: 16 MiB)"
    parser.add_argument("--max-bytes", metavar="NUMBER", type=_whole, help=said)


def _add_keywords(parser: _Parser, query: str, taken: set[str]) -> None:
    collection = query if query in COLLECTIONS else "all"
    # What these give is chosen already: disputes and a page hold the claims, a search does not.
    taken = taken | {"where"} | ({"claims"} if query in ("search", "disputes", "page") else set())
    own = own_fields(collection)
    asked = parser.add_argument_group("which records")
    fields = parser.add_argument_group(f"fields of {collection}") if own else asked
    several = (*_SEVERAL, *(kind(collection).word_fields() if own else ()))
    for name in allowed(collection):
        if name not in taken:
            metavar, said = KEYWORDS.get(name, ("WORD", "one of the words below; may be repeated"))
            group = fields if name in own else asked
            option = f"--{name.replace('_', '-')}"
            if name in _SWITCHES:
                group.add_argument(option, action="store_const", const=True, help=said)
            elif name in _PAIRS:
                group.add_argument(option, action=argparse.BooleanOptionalAction, help=said)
            elif name in _NUMBERS:
                group.add_argument(option, metavar=metavar, type=_number, help=said)
            else:
                group.add_argument(option, metavar=metavar, help=said,
                                   action="append" if name in several else "store")  # fmt: skip


def _one_of(known: tuple[str, ...]) -> Callable[[str], str]:
    def read(word: str) -> str:
        if word in known:
            return word
        near = nearest(word, known, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise argparse.ArgumentTypeError(
            f"{shown(word)} is none; write one of {words(known)}{hint}"
        )

    return read


def _number(text: str) -> Decimal:
    from decimal import Decimal, InvalidOperation

    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise argparse.ArgumentTypeError(f"{shown(text)} is no number such as 1500 or 0.5")
    return number


def _whole(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{shown(text)} is no whole number above 0")
    return number
