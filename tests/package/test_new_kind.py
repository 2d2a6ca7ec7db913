"""A new kind of record touches five source files: it is made in a copy of the package, and used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MODULE = '''"""A tour of an orchestra, a team, a company."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import field, frozen

from .._fields.shape import some
from ..actors import Actor
from ..vocabulary import as_word
from .record import Record


class Art(StrEnum):
    """What is performed."""

    MUSIC = "music"
    OTHER = "other"


def _art(word: Art | str) -> Art:
    return as_word(Art, word)


@frozen(kw_only=True, eq=False, repr=False)
class Tour(Record):
    """A tour of an orchestra, a team, a company.

    Attributes:
        art: What is performed.
        performers: Who travels, at least one.
        hosts: Who receives them.
        route: The towns, in their order.
    """

    collection: ClassVar[str] = "tours"
    who_fields: ClassVar[tuple[str, ...]] = ("performers",)
    to_fields: ClassVar[tuple[str, ...]] = ("hosts",)

    art: Art = field(converter=_art)
    performers: tuple[Actor, ...] = field(metadata=some("actor"))
    hosts: tuple[Actor, ...] = ()
    route: str = ""
'''
KEYWORDS = '''    class TourKeywords(Common, total=False):
        """What `Relations.tours` takes."""

        to: Who | None
        art: Word[Art] | None
        route: str | None

    class StatisticKeywords('''
METHOD = '''    def tours(
        self, who: Who | None = None, /, **keywords: Unpack[TourKeywords]
    ) -> Records[Tour]:
        """Find tours; `who` travels, `to` received them."""
        return cast("Records[Tour]", self._ask("tours", who, keywords))

    def statistics('''
#: Each source file that a new kind touches, with what is replaced by what. CONTRIBUTING lists them.
PLACES: dict[str, list[tuple[str, str]]] = {
    "model/tour.py": [("", MODULE)],
    "model/__init__.py": [
        ("from .statistic import", "from .tour import Art, Tour\n    from .statistic import"),
        ('    "Statistic",\n', '    "Art",\n    "Tour",\n    "Statistic",\n'),
    ],
    "model/collections.py": [
        ('    "statistics": (', '    "tours": ("tour", "Tour", "Art"),\n    "statistics": ('),
        ('    "statistics": ("ind', '    "tours": ("art", "route"),\n    "statistics": ("ind'),
    ],
    "__init__.py": [
        ("        Statistic,\n", "        Art,\n        Tour,\n        Statistic,\n"),
        ('    "Statistic",\n', '    "Art",\n    "Tour",\n    "Statistic",\n'),
    ],
    "_query/queries.py": [
        (
            "    from ..model.visit import",
            "    from ..model.tour import Art, Tour\n    from ..model.visit import",
        ),
        ("    class StatisticKeywords(", KEYWORDS),
        ("    def statistics(", METHOD),
    ],
}
USE = """
import contextlib, io, json, sys, tempfile
from pathlib import Path
import bynl_relations
from bynl_relations import Relations, Tour, UnknownName, relations
from bynl_relations.cli import main
from bynl_relations.testing import make, make_relations

assert bynl_relations.__file__.startswith(sys.argv[1])
tour = make(Tour, "a-tour", when="2009-03", art="music", performers=("NL",), hosts=("BY",),
            route="Minsk, Brest")
mine = make_relations(tour, make(Tour, "another-tour"), title="Tours")
assert mine.tours("NL", to="BY", since=2009, art="music").ids == ("a-tour",)
assert mine.tours(route="minsk, brest").ids == mine.all(collection="tours", at="2009").ids
try:
    mine.tours(art="painting")
except UnknownName as error:
    assert "music" in str(error)
with tempfile.TemporaryDirectory() as folder:
    mine.write(folder)
    assert Relations.read(folder) == mine
    assert json.loads(Path(folder, "schemas/tours.json").read_bytes())["title"] == "Tour"
    for arguments in ([], ["tours", "NL", "--art", "music"], ["show", "a-tour"]):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            assert not main(["--data", folder, *arguments])
        assert "our" in out.getvalue()
with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.suppress(SystemExit):
    main(["tours", "--help"])
assert "--route" in out.getvalue() and "WHO travels" in out.getvalue()
assert Relations.from_json(mine.to_json()) == mine
for text in (repr(mine.tours()), mine.tours()._repr_html_(), mine.tours().to_csv(),
             mine.tours().to_markdown(), mine.to_jsonld()):
    assert "our" in text
assert mine.kinds("tours") == ("music", "other")
assert not relations.tours()
assert Tour.from_dict(tour.to_dict()) == tour
print(json.dumps(mine.describe()["collection"]))
"""


@pytest.fixture(scope="module")
def copy(package: Path, files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory with a copy of the package to which the kind is added."""
    folder = tmp_path_factory.mktemp("kind")
    for path in files:
        if package in path.parents:
            made = folder / path.relative_to(package.parent)
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_bytes(path.read_bytes())
    for name, replacements in PLACES.items():
        made = folder / package.name / name
        text = made.read_text(encoding="utf-8") if made.exists() else ""
        for old, new in replacements:
            assert old in text, (name, old)
            text = text.replace(old, new, 1)
        made.write_text(text, encoding="utf-8")
    return folder


def test_a_kind_touches_at_most_five_source_files() -> None:
    assert len(PLACES) <= 5


def test_a_kind_that_is_made_in_these_places_works_everywhere(copy: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", USE, str(copy)],
        env=os.environ | {"PYTHONPATH": str(copy)},
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.stderr == ""
    assert json.loads(ran.stdout) == {"tours": 2}


def test_contributing_lists_these_places(root: Path) -> None:
    page = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    recipe = page.split("\n## Recipe: a kind of record\n")[1].split("\n## ")[0]

    names = {f"src/bynl_relations/{name}".replace("tour.py", "<noun>.py") for name in PLACES}
    assert {name for name in names if f"`{name}`" not in recipe} == set()


@pytest.mark.tools
def test_type_checkers_know_the_kind(copy: Path, root: Path) -> None:
    (copy / "client.py").write_text(
        "from typing import assert_type\n"
        "from bynl_relations import Art, Records, Tour, relations\n"
        'assert_type(relations.tours("NL", art=Art.MUSIC), Records[Tour])\n'
        'relations.tours(art="music", rout="Minsk")\n'
    )
    command = [sys.executable, "-m", "mypy", "--config-file", str(root / "pyproject.toml")]
    ran = subprocess.run(
        [*command, "--cache-dir", str(copy / "cache"), "bynl_relations", "client.py"],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.stdout.count("error:") == 1
    assert 'client.py:4: error: Unexpected keyword argument "rout"' in ran.stdout
