"""Marks on paper: how what is sure, possible and unknown looks, and the key that explains it."""

from __future__ import annotations

from attrs import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from ._ink import RGB
    from ._marks import Mark, Stretch
    from ._pen import Pen

__all__ = ["DOT", "FADE", "Scale", "draw", "extent", "fade", "gap", "key", "signs"]

#: Points: the width of a marker, and how far a bar fades out.
DOT = 5.0
FADE = 22.0
_ARROW = 5.0
#: How strong each piece of a fading bar is.
_FADING = (0.75, 0.6, 0.46, 0.34, 0.24)

#: The signs that marks are made of, in the order of the key.
_SIGNS = {
    "day": "on that day or those few days",
    "about": "about then, or within a month",
    "sure": "surely then",
    "maybe": "some time within, or between sightings",
    "seen": "seen standing",
    "fade": "unknown from or until when",
    "arrow": "goes on, or lies beyond the edge",
    "gap": "not researched: looked for, not found",
}
#: Points from the left of a sign in the key to its words.
_AFTER = {
    "day": 10,
    "about": 10,
    "sure": 25,
    "maybe": 25,
    "seen": 10,
    "fade": 26,
    "arrow": 25,
    "gap": 25,
}


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
        """Return where a day begins; days beyond the edges lie on them."""
        inside = min(max(day, self.first), self.last + 1)
        share = (inside - self.first) / (self.last + 1 - self.first)
        return self.left + share * (self.right - self.left)

    def ends(self, stretch: Stretch) -> tuple[float, float]:
        """Return where a stretch of days begins and ends."""
        return self.at(stretch[0]), self.at(stretch[1] + 1)


def _dotted(mark: Mark, scale: Scale) -> bool:
    """Return whether a happening is so short on paper that a marker hides its bounds."""
    left, right = scale.ends(mark.reach)
    limit = DOT if mark.sure else 1.8 * DOT
    return right - left <= limit and not (mark.before or mark.after or _beyond(mark, scale))


def _beyond(mark: Mark, scale: Scale) -> bool:
    return mark.reach[0] < scale.first or mark.reach[1] > scale.last


def extent(mark: Mark, scale: Scale) -> tuple[float, float]:
    """Return from where to where a mark reaches on paper."""
    left, right = scale.ends(mark.reach)
    if right - left < DOT:
        left, right = (left + right - DOT) / 2, (left + right + DOT) / 2
    left -= FADE if mark.before else 0
    right += FADE if mark.after else 0
    return left, right


def signs(mark: Mark, scale: Scale) -> set[str]:
    """Return the names of the signs that a mark is made of."""
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
    pen: Pen, mark: Mark, scale: Scale, y: float, height: float, colour: RGB, *,
    hatch: str = "", seen: bool = True,
) -> None:  # fmt: skip
    """Draw a mark around a height."""
    left, right = scale.ends(mark.reach)
    if _dotted(mark, scale):
        pen.dots([((left + right) / 2, y)], colour, filled=mark.sure is not None)
        return
    for stretch in mark.maybe:
        start, end = scale.ends(stretch)
        pen.bar(start, end, y, height, colour, sure=False)
    if mark.sure:
        start, end = scale.ends(mark.sure)
        pen.bar(start, max(end, start + 1.5), y, height, colour, hatch=hatch)
        right = max(right, start + 1.5)
    for fades, edge, way in ((mark.before, left, -1), (mark.after, right, 1)):
        if fades:
            fade(pen, edge, way, y, height, colour)
    first, last = mark.reach
    if first < scale.first:
        pen.triangle((scale.left - _ARROW, y), -_ARROW, height + 4, colour)
    if last > scale.last:
        pen.triangle((scale.right + _ARROW, y), _ARROW, height + 4, colour)
    if seen:
        _seen(pen, mark, scale, y, height, colour)


def _seen(pen: Pen, mark: Mark, scale: Scale, y: float, height: float, colour: RGB) -> None:
    """Draw the sightings that are short on paper; a long one is a stretch of its own."""
    for stretch in mark.seen:
        start, end = scale.ends(stretch)
        if end - start <= DOT:
            pen.dots([((start + end) / 2, y)], pen.ink, size=3.5, shape="D")
        elif (stretch,) != mark.maybe:
            pen.bar(start, end, y, height + 3, colour, sure=False)


def fade(
    pen: Pen, edge: float, way: int, y: float, height: float, colour: RGB, *, free: bool = False
) -> None:
    """Draw a bar that fades out to the left (`way` is -1) or to the right (1)."""
    step = FADE / len(_FADING)
    for number, strength in enumerate(_FADING):
        near = edge + way * (number * step + 0.8)
        far = near + way * (step - 1.2)
        pen.block(min(near, far), max(near, far), y, height, colour, strength, free=free)


def gap(
    pen: Pen, left: float, right: float, y: float, height: float, *, free: bool = False
) -> None:
    """Hatch a time that was looked into without a result."""
    pen.block(left, right, y, height, pen.ink, 0.03, hatch="\\\\\\\\", hatched=pen.colour(""),
              free=free)  # fmt: skip


def key(
    pen: Pen, used: Iterable[str], notes: Iterable[str], top: float, *, paint: bool = True
) -> float:
    """Write what the signs in use mean, and what else there is to say.

    In low axes the signs go without an explanation if it would take more than a third, and only
    the first of the notes stays, which counts what is missing.

    Args:
        pen: What to draw with.
        used: The names of the signs.
        notes: Sentences, and the source line; empty ones are skipped.
        top: The height at which it begins, in points.
        paint: Whether to draw, or only to measure.

    Returns:
        The height that it takes.
    """
    line = pen.line()
    rows = _rows(pen, set(used))
    if not pen.own and len(rows) * line > pen.height / 3:
        rows = []
    folded = [pen.folded(note, pen.width, "x-small") for note in notes]
    if not pen.own and sum(map(len, folded)) * line > pen.height / 3:
        folded = folded[:1]
    y = top + line * 0.8
    for row in rows:
        for name, x in row:
            if paint:
                _sample(pen, name, x, y)
                words = pen.shortened(_SIGNS[name], pen.width - x - _AFTER[name], "x-small")
                pen.text(x + _AFTER[name], y, words, "x-small")
        y += line
    for text in (text for lines in folded for text in lines):
        if paint:
            pen.text(0, y, text, "x-small", faint=True)
        y += line
    return y - line * 0.8 - top


def _rows(pen: Pen, wanted: Container[str]) -> list[list[tuple[str, float]]]:
    """Set the explanations of signs into rows, each with where it begins."""
    rows: list[list[tuple[str, float]]] = []
    x = pen.width
    for name in (name for name in _SIGNS if name in wanted):
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
        pen.bar(x, x + 20, y, DOT, colour, sure=name == "sure", free=True)
    elif name == "seen":
        pen.dots([(x + 3, y)], colour, size=3.5, shape="D")
    elif name == "fade":
        fade(pen, x, 1, y, DOT, colour, free=True)
    elif name == "gap":
        gap(pen, x, x + 20, y, DOT + 2, free=True)
    else:
        pen.bar(x, x + 14, y, DOT, colour, free=True)
        pen.triangle((x + 14 + _ARROW, y), _ARROW, DOT + 4, colour)
