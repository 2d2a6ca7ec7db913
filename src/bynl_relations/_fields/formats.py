"""The form of an id, an address, a language tag, a string and a number."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

__all__ = [
    "ACTOR", "ADDRESS", "CELEX", "COUNTRY", "DIGITS", "GEONAMES", "ID", "INDICATOR", "LABEL",
    "LANGUAGE", "NAME", "RECORD", "TEXT", "TITLE", "UNFIT", "WORD", "Form", "is_number",
    "normalised", "plain_number", "text_fault",
]  # fmt: skip

#: The most significant digits that a number may have, so that every reader of JSON keeps it.
DIGITS = 15

#: Control characters, bidirectional overrides and isolates, lone surrogates, non-characters.
UNFIT = (
    r"[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_KEBAB = "[a-z0-9]+(?:-[a-z0-9]+)*"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first used: at import it would cost every user."""
    return re.compile(pattern)


class Form:
    """The form that a string must have.

    Attributes:
        expected: What fits, for a message.
        pattern: Regular expression of the whole string, which Python and JSON Schema read alike;
            empty for any string.
        most: The most characters.
        least: The fewest characters.

    Examples:
        >>> ID.fits("by-embassy-the-hague"), ID.fits("By_Embassy")
        (True, False)
        >>> ADDRESS.fits("https://example.org/a"), ADDRESS.fits("http://u:p@h/")
        (True, False)
        >>> LANGUAGE.fits("be-tarask"), LANGUAGE.fits("Dutch")
        (True, False)
    """

    __slots__ = ("expected", "least", "most", "pattern")

    def __init__(
        self, expected: str, pattern: str = "", most: int = 10_000, least: int = 0
    ) -> None:
        self.expected, self.pattern, self.most, self.least = expected, pattern, most, least

    def fits(self, text: str) -> bool:
        """Return whether a string has the form."""
        if not self.least <= len(text) <= self.most:
            return False
        return not self.pattern or _compiled(self.pattern).fullmatch(text) is not None


#: A string, a name that may be empty, one that may not, the title of a record.
TEXT = Form("a string of up to 10,000 characters")
NAME = Form("a name of up to 200 characters", most=200)
LABEL = Form("a name of 1 to 200 characters", most=200, least=1)
TITLE = Form("1 to 80 characters", most=80, least=1)
#: An id, the id of a record that something names, a topic, an indicator.
ID = Form("lowercase kebab-case of up to 100 characters", _KEBAB, 100)
RECORD = Form("the id of a record", _KEBAB, 100)
WORD = Form("lowercase kebab-case", _KEBAB, 100)
INDICATOR = Form("lowercase words joined by underscores", "[a-z0-9]+(?:[-_][a-z0-9]+)*", 100)
#: Source: ISO 3166-1 alpha-2.
COUNTRY = Form("two capital letters (ISO 3166-1 alpha-2)", "[A-Z]{2}", 2)
ACTOR = Form("two capital letters, or kebab-case of up to 100 characters", f"[A-Z]{{2}}|{_KEBAB}",
             100)  # fmt: skip
#: Source: BCP 47 (RFC 5646), language with script, region or variant.
LANGUAGE = Form(
    "a language tag (BCP 47) such as nl or be-tarask", "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", 40
)
#: A host or a bracketed IPv6 address, then a port, then the rest (RFC 3986).
ADDRESS = Form(
    "an http(s) address of up to 2,000 characters, without credentials",
    r"[Hh][Tt][Tt][Pp][Ss]?://(?:\[[0-9A-Fa-f:.]+\]|[^\[\]:/?#@ \t-\r\\]+)(?::[0-9]{0,5})?"
    r'(?:[/?#][^ \t-\r<>"\\]*)?',
    2000,
)
#: Sector, year, type and number, then the parts of a corrigendum or a consolidated text.
CELEX = Form(
    "a CELEX number such as 32008E0844",
    r"[0-9CE][0-9]{4}[A-Z]{1,2}[0-9]{4}(?:R?\([0-9]{2}\))*(?:-[0-9]{8})?",
)
GEONAMES = Form("a number of GeoNames in digits", "[1-9][0-9]{0,11}")


def text_fault(text: str) -> str:
    r"""Return the first character that no string may hold as `U+XXXX`, or an empty string.

    Examples:
        >>> text_fault("plain"), text_fault("a\u202eb")
        ('', 'U+202E')
    """
    if text.isprintable():
        return ""
    bad = _compiled(UNFIT).search(text)
    return f"U+{ord(bad.group()):04X}" if bad else ""


def is_number(value: Decimal) -> bool:
    """Return whether a number is finite, of up to 15 significant digits, and survives JSON.

    Examples:
        >>> from decimal import Decimal
        >>> is_number(Decimal("1.5")), is_number(Decimal("NaN")), is_number(Decimal("1e999"))
        (True, False, False)
    """
    if not value.is_finite():
        return False
    found = value.as_tuple().digits
    if len(found) <= DIGITS and found[0]:
        return -300 < value.adjusted() < 300
    digits = "".join(map(str, found)).strip("0")
    return len(digits) <= DIGITS and (not digits or -300 < value.adjusted() < 300)


def as_decimal(value: object) -> Decimal | None:
    """Return a number as the decimal that it is shown as; None for anything else.

    A float of another library, such as numpy, is a number too.

    Examples:
        >>> as_decimal(0.1), as_decimal("0.1"), as_decimal(True)
        (Decimal('0.1'), None, None)
    """
    from decimal import Decimal, InvalidOperation

    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return Decimal(int(value))
    if isinstance(value, float):
        return Decimal(float.__repr__(value))
    from numbers import Real

    try:
        return Decimal(str(value)) if isinstance(value, Real) else None
    except InvalidOperation:
        return None


def normalised(value: Decimal | float | None) -> Decimal | None:
    """Normalise a number. Any other value is returned unchanged, so that a check reports it.

    The context of `decimal` plays no part: its precision belongs to the user.

    Examples:
        >>> normalised(1.50), normalised(2000)
        (Decimal('1.5'), Decimal('2000'))
    """
    from decimal import Decimal

    number = as_decimal(value)
    if number is None or not is_number(number):
        return cast("Decimal | None", value if number is None else number)
    sign, digits, exponent = number.as_tuple()
    if digits[-1] and int(exponent) <= 0 and type(number) is Decimal:
        return number
    text = "".join(map(str, digits)).strip("0")
    if not text:
        return Decimal(0)
    shift = int(exponent) + len(digits) - len("".join(map(str, digits)).rstrip("0"))
    if 0 < shift <= DIGITS - len(text):
        text, shift = text + "0" * shift, 0
    return Decimal(f"{'-' if sign else ''}{text}E{shift}")


def plain_number(value: Decimal) -> int | float:
    """Return a number as JSON has it: whole where it is.

    Examples:
        >>> from decimal import Decimal
        >>> plain_number(Decimal("1E3")), plain_number(Decimal("1.5"))
        (1000, 1.5)
    """
    whole = value == value.to_integral_value() and abs(value) < 10**DIGITS
    return int(value) if whole else float(value)
