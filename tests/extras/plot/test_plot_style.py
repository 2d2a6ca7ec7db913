"""The style in use rules the colours of text and ground; a saved picture is always the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import matplotlib.style
import pytest
from matplotlib import colors
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from bynl_relations import Mission, plot, relations
from bynl_relations.cli import main
from bynl_relations.plot._pen import COLOURS, HATCHES, MARKERS
from bynl_relations.testing import make, make_relations

from .paper import collisions, inside, outside, texts

PICTURES: dict[str, Callable[[], Axes]] = {
    "timeline": lambda: plot.timeline(relations.missions() + relations.measures("EU", at="2008")),
    "missions": lambda: plot.missions(relations.missions() + relations.appointments()),
    "statistics": lambda: plot.statistics(relations.statistics(topic="trade")),
    "disputes": lambda: plot.disputes(relations.disputes()),
}


#: The same, in axes that are given, and what names some of the data.
IN_AXES: dict[str, tuple[Callable[[Axes], Axes], str]] = {
    "timeline": (lambda ax: plot.timeline(relations.visits(), ax), "visits"),
    "missions": (
        lambda ax: plot.missions(relations.missions() + relations.appointments(), ax),
        "sent by: Belarus",
    ),
    "statistics": (
        lambda ax: plot.statistics(relations.statistics(topic="trade"), ax), "billion USD",
    ),
    "disputes": (lambda ax: plot.disputes(relations.disputes(), ax), ": in force"),
}  # fmt: skip


def luminance(colour: object) -> float:
    parts = colors.to_rgb(colour)
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: object, two: object) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("style", ["default", "dark_background", "ggplot", "grayscale"])
def test_text_takes_the_colour_of_the_style(picture: str, style: str) -> None:
    with matplotlib.style.context(style):
        axes = PICTURES[picture]()
        wanted = {
            colors.to_hex(matplotlib.rcParams[name])
            for name in ("text.color", "axes.labelcolor", "xtick.color", "ytick.color")
        }
        found = {
            colors.to_hex(one.get_color()) for one in axes.figure.findobj(Text) if one.get_text()
        }

    assert found <= wanted


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("size", [6, 16])
def test_small_and_large_letters_stay_in_the_picture_and_apart(picture: str, size: float) -> None:
    with matplotlib.rc_context({"font.size": size}):
        axes = PICTURES[picture]()

        assert collisions(axes) == []
        assert outside(axes) == []


@pytest.mark.parametrize("picture", IN_AXES)
@pytest.mark.parametrize("centimetres", [(8, 5), (12, 8)])
def test_a_column_of_a_paper_shows_some_of_the_data(
    picture: str, centimetres: tuple[float, float]
) -> None:
    draw, expected = IN_AXES[picture]
    width, height = (one / 2.54 for one in centimetres)
    ax = Figure(figsize=(width, height)).subplots(gridspec_kw={"bottom": 0.15})
    draw(ax)
    names = " ".join([*texts(ax), *(panel.get_ylabel() for panel in inside(ax))])

    assert expected in names
    assert collisions(ax) == []
    assert outside(ax) == []


@pytest.mark.parametrize("ground", ["white", "black"])
def test_the_colours_stand_out_from_a_light_and_a_dark_ground(ground: str) -> None:
    assert [one for one in COLOURS if contrast(one, ground) < 2] == []


def test_pairs_of_colour_and_pattern_come_back_late() -> None:
    for others in (HATCHES, MARKERS):
        pairs = {
            (COLOURS[number % len(COLOURS)], others[number % len(others)]) for number in range(30)
        }

        assert len(pairs) == 30


@pytest.mark.parametrize("picture", PICTURES)
def test_the_same_data_gives_the_same_svg(picture: str, tmp_path: Path) -> None:
    for name in ("one.svg", "two.svg"):
        plot.save(PICTURES[picture](), tmp_path / name)
    text = (tmp_path / "one.svg").read_text(encoding="utf-8")

    assert text == (tmp_path / "two.svg").read_text(encoding="utf-8")
    assert "<dc:date>" not in text


def test_saving_leaves_the_settings_alone(tmp_path: Path) -> None:
    plot.save(PICTURES["missions"](), tmp_path / "one.svg")

    assert matplotlib.rcParams["svg.hashsalt"] is None


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("end", ["svg", "png"])
def test_the_command_line_draws_each(picture: str, end: str, tmp_path: Path) -> None:
    file = tmp_path / f"picture.{end}"

    assert main(["plot", picture, str(file), "--since", "2008", "--until", "2009"]) == 0
    assert file.stat().st_size > 1_000


def test_the_command_line_says_of_how_many_records_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, mine = str(tmp_path / "one.svg"), str(tmp_path / "mine")
    make_relations(make(Mission, when="1996")).write(mine)
    main(["plot", "missions", file, "--data", mine])
    main(["plot", "missions", file, "--data", mine, "--since", "9999"])

    assert capsys.readouterr().out == (
        f"{file}: missions of 1 record\n{file}: missions of no records\n"
    )


def test_a_style_that_lays_figures_out_does_no_harm() -> None:
    with matplotlib.rc_context({"figure.constrained_layout.use": True}):
        axes = PICTURES["missions"]()
        axes.figure.canvas.draw()

    assert axes.figure.get_size_inches()[0] == 10
