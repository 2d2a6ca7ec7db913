"""Marks on paper: how what is sure, possible and unknown looks, and the key that explains it."""

from __future__ import annotations

from attrs import frozen

from ._pen import LINE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from ._marks import Mark, Stretch
    from ._pen import Pen

__all__ = ["DOT", "FADE", "Scale", "draw", "extent", "key", "signs"]

#: Points: the width of a marker, and how far a bar fades out.
DOT = 5.0
FADE = 22.0
_ARROW = 5.0
#: How strong each piece of a fading bar is.
_FADING = (0.5, 0.38, 0.26, 0.16, 0.08)

#: The signs that marks are made of, in the order of the key.
_SIGNS = {
    "day": "on that day or those few days",
    "about": "about then, or within a month",
    "sure": "surely then",
    "maybe": "some time within, or between sightings",
    "seen": "seen standing",
    "fade": "unknown from or until when",
    "arrow": "goes on, or lies beyond the edge",
}
#: Points from the left of a sign in the key to its words.
_AFTER = {"day": 10, "about": 10, "sure": 25, "maybe": 25, "seen": 10, "fade": 26, "arrow": 25}


@frozen
class Scale:
    """Where days lie on paper.

    Attributes:
        first: The first day.
        last: The last day.
        left: Where the first day begins, in points.
        right: Where the last day ends, in points.
    """

    first: int
    last: int
    left: float
    right: float

    def at(self, day: float) -> float:
        """Give where a day begins; days beyond the edges lie on them."""
        inside = min(max(day, self.first), self.last + 1)
        share = (inside - self.first) / (self.last + 1 - self.first)
        return self.left + share * (self.right - self.left)

    def ends(self, stretch: Stretch) -> tuple[float, float]:
        """Give where a stretch of days begins and ends."""
        return self.at(stretch[0]), self.at(stretch[1] + 1)


def _dotted(mark: Mark, scale: Scale) -> bool:
    """Tell whether a happening is so short on paper that a marker hides its bounds."""
    left, right = scale.ends(mark.reach)
    limit = DOT if mark.sure else 1.8 * DOT
    return right - left <= limit and not (mark.before or mark.after or _beyond(mark, scale))


def _beyond(mark: Mark, scale: Scale) -> bool:
    return mark.reach[0] < scale.first or mark.reach[1] > scale.last


def extent(mark: Mark, scale: Scale) -> tuple[float, float]:
    """Give from where to where a mark reaches on paper."""
    left, right = scale.ends(mark.reach)
    if right - left < DOT:
        left, right = (left + right - DOT) / 2, (left + right + DOT) / 2
    left -= FADE if mark.before else 0
    right += FADE if mark.after else 0
    return left, right


def signs(mark: Mark, scale: Scale) -> set[str]:
    """Name the signs that a mark is made of."""
    if _dotted(mark, scale):
        return {"day" if mark.sure else "about"}
    found = {"sure"} if mark.sure else set[str]()
    if mark.maybe:
        found.add("maybe")
    if mark.seen:
        found.add("seen")
    if mark.before or mark.after:
        found.add("fade")
    if _beyond(mark, scale):
        found.add("arrow")
    return found


def draw(
    pen: Pen, mark: Mark, scale: Scale, y: float, height: float, colour: str, *,
    hatch: str = "", alpha: float = 1.0, seen: bool = True,
) -> None:  # fmt: skip
    """Draw a mark around a height."""
    left, right = scale.ends(mark.reach)
    middle = (left + right) / 2
    if _dotted(mark, scale):
        pen.dots([(middle, y)], colour, filled=mark.sure is not None, alpha=alpha)
        return
    for stretch in mark.maybe:
        one, two = scale.ends(stretch)
        pen.bar(one, two, y, height, colour, sure=False, alpha=alpha)
    if mark.sure:
        one, two = scale.ends(mark.sure)
        pen.bar(one, max(two, one + 1.5), y, height, colour, hatch=hatch, alpha=alpha)
        right = max(right, one + 1.5)
    for on, edge, way in ((mark.before, left, -1), (mark.after, right, 1)):
        if on:
            _fade(pen, edge, way, y, height, colour, alpha)
    first, last = mark.reach
    if first < scale.first:
        pen.triangle((scale.left - _ARROW, y), -_ARROW, height + 4, colour)
    if last > scale.last:
        pen.triangle((scale.right + _ARROW, y), _ARROW, height + 4, colour)
    if seen:
        _seen(pen, mark, scale, y, height, colour)


def _seen(pen: Pen, mark: Mark, scale: Scale, y: float, height: float, colour: str) -> None:
    """Draw the sightings that are short on paper; a long one is a stretch of its own."""
    for stretch in mark.seen:
        one, two = scale.ends(stretch)
        if two - one <= DOT:
            pen.dots([((one + two) / 2, y)], pen.ink, size=3.5, shape="D")
        elif (stretch,) != mark.maybe:
            pen.bar(one, two, y, height + 3, colour, sure=False)


def _fade(pen: Pen, edge: float, way: int, y: float, height: float, colour: str,
          alpha: float) -> None:  # fmt: skip
    step = FADE / len(_FADING)
    for number, strength in enumerate(_FADING):
        near = edge + way * (number * step + 0.8)
        far = near + way * (step - 1.2)
        pen.block(min(near, far), max(near, far), y, height, colour, strength * alpha)


def key(
    pen: Pen, used: Iterable[str], notes: Iterable[str], top: float, *, paint: bool = True
) -> float:
    """Write what the signs in use mean, and what else there is to say.

    In low axes the signs go without an explanation where it would take more than a third.

    Args:
        pen: Where to.
        used: The names of the signs.
        notes: Sentences.
        top: At which height it begins, in points.
        paint: Whether to draw, or only to measure.

    Returns:
        The height that it takes.
    """
    line = pen.size("x-small") * LINE
    rows = _rows(pen, set(used))
    if not pen.own and len(rows) * line > pen.height / 3:
        rows = []
    y = top + line * 0.8
    for row in rows:
        for name, x in row:
            if paint:
                _sample(pen, name, x, y)
                words = pen.shortened(_SIGNS[name], pen.width - x - _AFTER[name], "x-small")
                pen.text(x + _AFTER[name], y, words, "x-small")
        y += line
    for note in notes:
        for text in pen.folded(note, pen.width, "x-small"):
            if paint:
                pen.text(0, y, text, "x-small", faint=True)
            y += line
    return y - line * 0.8 - top


def _rows(pen: Pen, wanted: Container[str]) -> list[list[tuple[str, float]]]:
    """Set the explanations of signs into rows, each with where it begins."""
    rows: list[list[tuple[str, float]]] = []
    x = pen.width
    for name in (one for one in _SIGNS if one in wanted):
        width = _AFTER[name] + pen.wide(_SIGNS[name], "x-small")
        if x + width > pen.width:
            rows.append([])
            x = 0.0
        rows[-1].append((name, x))
        x += width + 16
    return rows


def _sample(pen: Pen, name: str, x: float, y: float) -> None:
    colour = pen.ink
    if name in ("day", "about"):
        pen.dots([(x + 3, y)], colour, filled=name == "day")
    elif name in ("sure", "maybe"):
        pen.bar(x, x + 20, y, DOT, colour, sure=name == "sure")
    elif name == "seen":
        pen.dots([(x + 3, y)], colour, size=3.5, shape="D")
    elif name == "fade":
        _fade(pen, x, 1, y, DOT, colour, 1.0)
    else:
        pen.bar(x, x + 14, y, DOT, colour)
        pen.triangle((x + 14 + _ARROW, y), _ARROW, DOT + 4, colour)
