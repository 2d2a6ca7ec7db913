"""The forms that an id, an address, a language tag, a text and a number must have."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

__all__ = [
    "DIGITS",
    "is_address",
    "is_geonames",
    "is_language",
    "is_number",
    "kebab",
    "normalised",
    "pattern",
    "plain_number",
    "text_fault",
]

#: The most significant digits that a number may have, so that every reader of JSON keeps it.
DIGITS = 15

#: Control characters, bidirectional overrides and isolates, lone surrogates, non-characters.
_UNFIT = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
_LANGUAGE = "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
_KEBAB = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ADDRESS = r"(?ai)https?://[^/?#@\s\\]+(?:[/?#][^\s<>\"\\]*)?"


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern when it is first used: at import it would cost every user."""
    return re.compile(text)


def kebab(text: str) -> bool:
    """Tell whether a text is lowercase kebab-case of up to 100 characters.

    Examples:
        >>> kebab("by-embassy-the-hague"), kebab("By_Embassy")
        (True, False)
    """
    return len(text) <= 100 and pattern(_KEBAB).fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Tell whether a text is an http(s) address with a host and without credentials.

    Examples:
        >>> is_address("https://example.org/a"), is_address("file:///a"), is_address("http://u:p@h/")
        (True, False, False)
    """
    return len(text) <= 2000 and pattern(_ADDRESS).fullmatch(text) is not None


def is_language(text: str) -> bool:
    """Tell whether a text has the form of a language tag.

    Source: BCP 47 (RFC 5646), language with script, region or variant.

    Examples:
        >>> is_language("nl"), is_language("be-tarask"), is_language("Dutch")
        (True, True, False)
    """
    return len(text) <= 40 and pattern(_LANGUAGE).fullmatch(text) is not None


def is_geonames(text: str) -> bool:
    """Return whether a text has the form of a GeoNames number.

    Examples:
        >>> is_geonames("625144"), is_geonames("0625144")
        (True, False)
    """
    return len(text) <= 12 and pattern("[1-9][0-9]*").fullmatch(text) is not None


def text_fault(text: str) -> str:
    r"""Name the first character that no text may hold, or give an empty text.

    Examples:
        >>> text_fault("plain"), text_fault("a\u202eb")
        ('', 'U+202E')
    """
    if text.isprintable():
        return ""
    bad = pattern(_UNFIT).search(text)
    return f"U+{ord(bad.group()):04X}" if bad else ""


def is_number(value: Decimal) -> bool:
    """Tell whether a number is finite, of up to 15 significant digits, and keeps its value in JSON.

    Examples:
        >>> from decimal import Decimal
        >>> is_number(Decimal("1.5")), is_number(Decimal("NaN")), is_number(Decimal("1e999"))
        (True, False, False)
    """
    if not value.is_finite():
        return False
    digits = "".join(map(str, value.as_tuple().digits)).strip("0")
    return len(digits) <= DIGITS and (not digits or -300 < value.adjusted() < 300)


def normalised(value: Decimal | float | None) -> Decimal | None:
    """Normalise a number. Any other value is returned unchanged, so that a check reports it.

    The context of `decimal` plays no part: its precision belongs to the user.

    Examples:
        >>> normalised(1.50), normalised(2000)
        (Decimal('1.5'), Decimal('2000'))
    """
    from decimal import Decimal

    if isinstance(value, bool):
        return cast("Decimal", value)
    if isinstance(value, float):
        value = Decimal(repr(value))
    elif isinstance(value, int):
        value = Decimal(value)
    if not isinstance(value, Decimal) or not is_number(value):
        return value
    sign, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits)).strip("0")
    if not text:
        return Decimal(0)
    shift = int(exponent) + len(digits) - len("".join(map(str, digits)).rstrip("0"))
    if 0 < shift <= DIGITS - len(text):
        text, shift = text + "0" * shift, 0
    return Decimal(f"{'-' if sign else ''}{text}E{shift}")


def plain_number(value: Decimal) -> int | float:
    """Give a number as JSON has it: whole where it is.

    Examples:
        >>> from decimal import Decimal
        >>> plain_number(Decimal("1E3")), plain_number(Decimal("1.5"))
        (1000, 1.5)
    """
    whole = value == value.to_integral_value() and abs(value) < 10**DIGITS
    return int(value) if whole else float(value)
