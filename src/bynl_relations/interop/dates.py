"""EDTF as the numbers that are certain.

No date becomes more precise than it is: a decade has no year, a month no day.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..when import When

__all__ = ["MONTHS", "numbers", "sides"]

MONTHS = (
    "January February March April May June July August September October November December"
).split()


def sides(when: When) -> tuple[tuple[str, str], ...]:
    """Split a date into its sides: of each the text without its flag, and the flag.

    Returns:
        One side for a date, two for an interval, none for one out of a range; `..` and the
        empty string stand for no date.

    Examples:
        >>> from bynl_relations import When
        >>> sides(When("1994~")), sides(When("2008-10/.."))
        ((('1994', '~'),), (('2008-10', ''), ('..', '')))
    """
    if when.edtf.startswith("["):
        return ()
    return tuple(
        (side[:-1], side[-1]) if side.endswith(("~", "?", "%")) else (side, "")
        for side in when.edtf.split("/")
    )


def numbers(side: str) -> tuple[int, ...]:
    """Return year, month and day of a side, as many of them as it has.

    Examples:
        >>> numbers("2008-10"), numbers("2004-XX"), numbers("201X"), numbers("..")
        ((2008, 10), (2004,), (), ())
    """
    found: list[int] = []
    for part in side.split("-"):
        if not part.isdigit():
            break
        found.append(int(part))
    return tuple(found)
