"""Colours that can be seen, and the family of the letters."""

from __future__ import annotations

import pytest

from bynl_relations.plot._ink import (
    COLOURS,
    EFFECTS,
    GLOWING,
    HATCHES,
    LINES,
    MARKERS,
    WORDS,
    contrast,
    family,
    legible,
    line_contrast,
    mixed,
)

WHITE, BLACK, NIGHT = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0), (0.05, 0.07, 0.09)


def rgb(name: str) -> tuple[float, float, float]:
    red, green, blue = (int(name[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


NAMES = sorted({*COLOURS, *(colour for colour in EFFECTS.values() if colour)})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("ground", "text"), [(WHITE, BLACK), (BLACK, WHITE), (NIGHT, WHITE)])
def test_every_colour_is_moved_until_it_can_be_seen(
    name: str, ground: tuple[float, float, float], text: tuple[float, float, float]
) -> None:
    line, words = (legible(rgb(name), ground, text, least) for least in (LINES, WORDS))

    assert contrast(line, ground) >= 3
    assert contrast(words, ground) >= 4.5


def test_a_colour_that_can_be_seen_stays_as_it_is() -> None:
    assert rgb("#0072B2") == legible(rgb("#0072B2"), WHITE, BLACK, LINES)


def test_a_ground_on_which_nothing_can_be_seen_ends_the_search_at_the_text() -> None:
    grey = (0.5, 0.5, 0.5)

    assert grey == pytest.approx(legible((0.4, 0.4, 0.4), grey, grey, WORDS))


def test_lines_glow_on_a_dark_ground() -> None:
    assert (LINES, GLOWING) == (line_contrast(WHITE), line_contrast(NIGHT))


def test_a_mixture_lies_between() -> None:
    assert (0.25, 0.25, 0.25) == mixed(WHITE, BLACK, 0.25)


def test_black_on_white_is_the_most() -> None:
    assert contrast(BLACK, WHITE) == 21
    assert contrast(WHITE, WHITE) == 1


def test_the_first_family_that_the_machine_has_is_taken() -> None:
    usual = ["sans-serif", "DejaVu Sans"]

    assert family(usual, usual, ["DejaVu Sans", "Arial", "Inter"]) == "Inter"
    assert family(usual, usual, ["DejaVu Sans"]) == "DejaVu Sans"
    assert family(usual, usual, []) == ""


def test_a_family_that_the_user_chose_is_not_replaced() -> None:
    assert family(["serif"], ["sans-serif"], ["Inter"]) == ""


def test_pairs_of_colour_and_pattern_come_back_late() -> None:
    for others in (HATCHES, MARKERS):
        pairs = {
            (COLOURS[number % len(COLOURS)], others[number % len(others)]) for number in range(30)
        }

        assert len(pairs) == 30
