"""The style in use rules the colours of text and ground; a saved picture is always the same."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import matplotlib.style
import pytest
from matplotlib import colors
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bynl_relations import Mission, plot, relations
from bynl_relations.cli import main
from bynl_relations.plot._ink import EFFECTS, contrast
from bynl_relations.testing import make, make_relations

from .paper import collisions, inside, outside, texts

PICTURES: dict[str, Callable[[], Axes]] = {
    "timeline": lambda: plot.timeline(relations.missions() + relations.measures("EU", at="2008")),
    "missions": lambda: plot.missions(relations.missions() + relations.appointments()),
    "statistics": lambda: plot.statistics(relations.statistics(topic="trade")),
    "regimes": lambda: plot.regimes(relations.measures("EU")),
    "counts": lambda: plot.counts(relations.visits()),
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
        lambda ax: plot.statistics(relations.statistics(topic="trade"), ax), "Share of the",
    ),
    "disputes": (lambda ax: plot.disputes(relations.disputes(), ax), "in force"),
}  # fmt: skip


STYLES = ["default", "dark_background", "ggplot", "grayscale", "dark"]


def styled(name: str) -> AbstractContextManager[None]:
    return matplotlib.style.context(dict(plot.DARK) if name == "dark" else name)


def rgb(colour: object) -> tuple[float, float, float]:
    return colors.to_rgb(colour)


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("style", STYLES)
def test_every_word_can_be_read_on_its_ground(picture: str, style: str) -> None:
    with styled(style):
        axes = PICTURES[picture]()
        ground, text = rgb(axes.get_facecolor()), rgb(matplotlib.rcParams["text.color"])
        # A style whose own text is paler than that cannot be mended here.
        least = min(4.5, contrast(text, ground))
        pale = [
            (word.get_text(), round(contrast(rgb(word.get_color()), ground), 2))
            for panel in inside(axes)
            for word in panel.texts
            if word.get_text() and contrast(rgb(word.get_color()), ground) < least - 0.01
        ]

    assert pale == []


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("style", STYLES)
def test_every_line_and_edge_can_be_seen_on_its_ground(picture: str, style: str) -> None:
    with styled(style):
        axes = PICTURES[picture]()
        ground = rgb(axes.get_facecolor())
        drawn = [
            rgb(line.get_color()) for panel in inside(axes) for line in panel.lines
            if line.get_linewidth() > 0.5
        ] + [
            rgb(patch.get_edgecolor()) for panel in inside(axes) for patch in panel.patches
            if patch.get_linewidth() and patch.get_zorder() >= 3
        ]  # fmt: skip

    assert drawn
    assert min(contrast(colour, ground) for colour in drawn) >= 2.99


def test_a_pale_colour_would_be_found_out() -> None:
    assert contrast(rgb(EFFECTS["widens"]), (1, 1, 1)) < 3


def test_the_style_rules_the_colour_of_numbers_at_the_axes() -> None:
    with styled("dark"):
        axes = PICTURES["missions"]()
        numbers = {colors.to_hex(tick.label1.get_color()) for tick in axes.xaxis.get_major_ticks()}

    assert numbers == {plot.DARK["xtick.color"].lower()}


@pytest.mark.parametrize("picture", PICTURES)
def test_headline_and_source_stand_above_and_below(picture: str) -> None:
    function = getattr(plot, picture)
    records = {"regimes": relations.measures("EU", at="2008"), "counts": relations.visits(),
               "statistics": relations.statistics(indicator="persons_listed"),
               "disputes": relations.disputes()}.get(picture, relations.missions())  # fmt: skip
    headed, own = function(records, title="A finding"), function(records, source="From here.")
    bare = function(records, source="")

    assert headed.get_title(loc="left") == "A finding"
    assert bare.get_title(loc="left") == ""
    assert f"version {relations.version}" in " ".join(texts(headed))
    assert "From here." in " ".join(texts(own))
    assert not [text for text in texts(bare) if "Source:" in text]
    assert outside(headed) == []


def test_a_long_headline_is_broken_into_lines() -> None:
    axes = plot.missions(relations.missions(), title="A finding that takes many words " * 6)

    assert "\n" in axes.get_title(loc="left")
    assert outside(axes) == []


def test_a_list_of_records_has_no_source_unless_it_is_given() -> None:
    assert "Source:" not in " ".join(texts(plot.missions(list(relations.missions()))))


def test_a_family_that_the_user_chose_is_kept() -> None:
    with matplotlib.rc_context({"font.family": ["DejaVu Serif"]}):
        axes = plot.missions(relations.missions())
        families = {word.get_fontname() for word in axes.texts}

    assert families == {"DejaVu Serif"}


def test_numbers_and_words_are_set_in_one_family(monkeypatch: pytest.MonkeyPatch) -> None:
    from bynl_relations.plot import _ink

    monkeypatch.setattr(_ink, "FONTS", ("DejaVu Sans Mono",))
    axes = PICTURES["missions"]()
    axes.figure.canvas.draw()
    words = {word.get_fontname() for word in [*axes.texts, *axes.get_xticklabels()]}

    assert words == {"DejaVu Sans Mono"}


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
    names = " ".join(texts(ax))

    assert expected in names
    assert collisions(ax) == []
    assert outside(ax) == []


@pytest.mark.parametrize("picture", PICTURES)
def test_the_same_data_gives_the_same_svg(picture: str, tmp_path: Path) -> None:
    for name in ("one.svg", "two.svg"):
        plot.save(PICTURES[picture](), tmp_path / name)
    text = (tmp_path / "one.svg").read_text(encoding="utf-8")

    assert text == (tmp_path / "two.svg").read_text(encoding="utf-8")
    assert "<dc:date>" not in text


def test_a_file_without_an_ending_takes_the_format_of_the_settings(tmp_path: Path) -> None:
    with matplotlib.rc_context({"savefig.format": "svg"}):
        plot.save(PICTURES["missions"](), tmp_path / "picture")

    assert ["picture.svg"] == [path.name for path in tmp_path.iterdir()]


def test_on_transparent_axes_the_ground_is_that_of_the_figure() -> None:
    with matplotlib.rc_context({"axes.facecolor": "none", "text.color": "white",
                                "figure.facecolor": "black"}):  # fmt: skip
        axes = PICTURES["missions"]()
        drawn = [rgb(line.get_color()) for line in axes.lines if line.get_linewidth() > 0.5]

    assert min(contrast(colour, (0, 0, 0)) for colour in drawn) >= 4.49


def test_saving_leaves_the_settings_alone(tmp_path: Path) -> None:
    plot.save(PICTURES["missions"](), tmp_path / "one.svg")

    assert matplotlib.rcParams["svg.hashsalt"] is None


@pytest.mark.parametrize("picture", ["disputes", "missions", "statistics", "timeline"])
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
