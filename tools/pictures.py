"""Draw the pictures of the README into docs/pictures.

Run in an environment with the versions of tests/extras/pictures/requirements.txt:

    python tools/pictures.py

The same data and versions give the same files; tests/extras/pictures compares them.
"""

from __future__ import annotations

from pathlib import Path

import matplotlib
from matplotlib import pyplot

from bynl_relations import plot, relations

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
#: What the picture shows: the ban was suspended in 2008 and in 2015, for all but a few, and more
#: acts followed each time.
FINDING = "Twice the EU suspended most of its travel ban on Belarus, twice it built it up again"
#: The letters that matplotlib brings along, so that every machine draws the same.
LETTERS = {"font.family": ["DejaVu Sans"], "svg.fonttype": "path"}
STYLES: dict[str, dict[str, object]] = {"light": {}, "dark": dict(plot.DARK)}


def draw(folder: Path) -> list[Path]:
    """Draw the pictures; return their paths."""
    pyplot.switch_backend("agg")
    paths: list[Path] = []
    for name, style in STYLES.items():
        with matplotlib.rc_context():
            matplotlib.rcdefaults()
            matplotlib.rcParams.update({**LETTERS, **style, "backend": "agg"})
            axes = plot.regimes(relations.measures("EU"), title=FINDING)
            paths.append(folder / f"regimes-{name}.svg")
            plot.save(axes, paths[-1])
            pyplot.close(axes.figure)
    return paths


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path in draw(FOLDER):
        print(path)
