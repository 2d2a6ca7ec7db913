"""Colours, hatches, markers and fonts, and what keeps them legible on any ground.

The colours of data are those of Okabe and Ito (2008), which readers with colour-blindness can
tell apart. Where one has too little contrast with the ground of the style in use, it is moved
towards the colour of the text until it has enough.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    RGB = tuple[float, float, float]

__all__ = [
    "COLOURS", "EFFECTS", "FONTS", "GLOWING", "HATCHES", "LINES", "MARKERS", "WORDS", "contrast",
    "family", "legible", "line_contrast", "mixed",
]  # fmt: skip

#: Okabe and Ito without black and yellow, each of which one of the two grounds hides.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
#: One less than colours, and prime to them, so that a pair comes back after thirty.
HATCHES = ("", "///", "...", "\\\\\\", "xxx")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
#: The colour of each effect of a measure; extensions are grey, which the style gives.
EFFECTS = {
    "imposes": "#9B1C1C", "restores": "#9B1C1C", "widens": "#E69F00", "eases": "#56B4E9",
    "suspends": "#56B4E9", "lifts": "#004C99", "grants": "#009E73", "extends": "",
}  # fmt: skip
#: Families without serifs, the first that the machine has is taken.
FONTS = (
    "Inter", "Source Sans 3", "Source Sans Pro", "Helvetica Neue", "Helvetica", "Arial",
    "Liberation Sans", "DejaVu Sans",
)  # fmt: skip
#: The least contrast of lines and of words with their ground (WCAG 2.2, 1.4.11 and 1.4.3).
LINES, WORDS = 3.0, 4.5
#: That of lines on a dark ground, where thin dashes fade sooner.
GLOWING = 4.5


def contrast(one: RGB, two: RGB) -> float:
    """Return the contrast of two colours, from 1 to 21.

    Source: WCAG 2.2, contrast ratio.

    Examples:
        >>> contrast((0, 0, 0), (1, 1, 1))
        21.0
    """
    low, high = sorted((_luminance(one), _luminance(two)))
    return round((high + 0.05) / (low + 0.05), 6)


def _luminance(colour: RGB) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def line_contrast(ground: RGB) -> float:
    """Return the contrast that lines need on a ground."""
    return GLOWING if _luminance(ground) < 0.18 else LINES


def mixed(colour: RGB, ground: RGB, share: float) -> RGB:
    """Return a colour as it looks when it covers a share of the ground."""
    red, green, blue = (
        share * part + (1 - share) * below for part, below in zip(colour, ground, strict=True)
    )
    return red, green, blue


def legible(colour: RGB, ground: RGB, text: RGB, least: float) -> RGB:
    """Return a colour, moved towards that of the text until its contrast is enough.

    Examples:
        >>> legible((0, 0, 0), (1, 1, 1), (0, 0, 0), 3)
        (0, 0, 0)
        >>> contrast(legible((1, 1, 0), (1, 1, 1), (0, 0, 0), 3), (1, 1, 1)) >= 3
        True
    """
    found, share = colour, 0.0
    while contrast(found, ground) < least and share < 1:
        share += 0.02
        found = mixed(text, colour, min(share, 1.0))
    return found


def family(wanted: Iterable[str], usual: Iterable[str], installed: Iterable[str]) -> str:
    """Return the family of the letters of a picture.

    Args:
        wanted: The families that the style in use asks for.
        usual: Those that matplotlib asks for where nobody chose any.
        installed: The families that the machine has.

    Returns:
        A family of `FONTS`; empty where the user has chosen others.
    """
    if list(wanted) != list(usual):
        return ""
    here = set(installed)
    return next((name for name in FONTS if name in here), "")
