"""Build the wheel and the sdist twice, check both, and use the wheel as a stranger would.

    python tools/check_wheel.py                 # needs `build` and `hatchling` beside it
    python tools/check_wheel.py --out dist      # keep what was built
    python tools/check_wheel.py --python python3.12

Both builds must give the same bytes, from two places, at two times and under two umasks, and the
sdist must build the same wheel as the tree. Exit 1 with every fault.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "bynl_relations"
#: Files in a checkout that are not part of the project.
MADE = shutil.ignore_patterns(
    ".git", ".venv", ".nox", ".*_cache", ".hypothesis", "__pycache__", "dist", "build",
    "*.egg-info", "node_modules", "htmlcov", ".coverage*",
)  # fmt: skip
ABOUT = {"METADATA", "RECORD", "WHEEL", "entry_points.txt"}
LICENCES = {"licenses/LICENSE", "licenses/LICENSE-DATA"}
WANTED = (
    "py.typed",
    "_display/page/page.html",
    "_display/page/page.css",
    "_display/page/page.js",
    "_display/page/answer.js",
    "data/README.md",
    "data/dataset.json",
    "data/datapackage.json",
    "data/CITATION.cff",
)
#: What the sdist holds beside the package, so that whoever packages it can test it.
SOURCES = ("src/", "tests/", "docs/", "tools/", ".ci/run", "noxfile.py", "README.md",
           "CHANGELOG.md", "CITATION.cff", "LICENSE", "LICENSE-DATA", "pyproject.toml",
           "PKG-INFO")  # fmt: skip
#: What begins with a dot and belongs to the project; anything else of that kind is a tool's.
HIDDEN = {".ci", ".editorconfig", ".git-blame-ignore-revs", ".github", ".gitignore",
          ".pre-commit-config.yaml", ".zenodo.json"}  # fmt: skip

#: What a stranger does first, without any extra and with every warning an error.
USE = """
import sys, tempfile
import bynl_relations
assert bynl_relations.__file__.startswith(sys.argv[1]), bynl_relations.__file__
from bynl_relations import MissingExtra, Relations, relations
from bynl_relations.testing import make_relations
assert len(relations) > 500 and relations.missions("Нидерланды") == relations.missions("NL")
assert bynl_relations.__version__ == sys.argv[2]
for text in (repr(relations), relations.events(since="March 2006")._repr_html_(),
             relations.cite(), relations.missions().to_html(),
             relations.to_jsonld(), relations.visits().to_csv()):
    assert text
with tempfile.TemporaryDirectory() as folder:
    relations.write(folder)
    assert Relations.read(folder) == relations
assert Relations.from_json(make_relations().to_json()) == make_relations()
for name in ("to_pandas", "to_polars", "to_arrow"):
    try:
        getattr(relations.events(), name)()
    except MissingExtra as error:
        assert 'pip install "bynl-relations[' in str(error), error
    else:
        raise AssertionError(f"{name} works without its extra")
heavy = {"pandas", "polars", "pyarrow", "numpy", "matplotlib"} & set(sys.modules)
assert not heavy, heavy
"""


def wheel_faults(names: Iterable[str], package: Iterable[str], version: str) -> Iterator[str]:
    """Yield what a wheel lacks, and what it should not hold.

    Args:
        names: The files of the wheel.
        package: The files that the tree has below `src/bynl_relations`.
        version: The version of the project.
    """
    held, wanted = set(names), {f"{PACKAGE}/{name}" for name in package}
    wanted |= {f"{PACKAGE}/{name}" for name in WANTED}
    wanted |= {f"{PACKAGE}-{version}.dist-info/{name}" for name in ABOUT | LICENCES}
    yield from (f"the wheel lacks {name}" for name in sorted(wanted - held))
    yield from (f"the wheel holds {name}" for name in sorted(held - wanted))


def sdist_faults(names: Iterable[str], version: str) -> Iterator[str]:
    """Yield what an sdist lacks, and what it should not hold."""
    top = f"{PACKAGE}-{version}/"
    held = sorted(names)
    for wanted in SOURCES:
        whole = top + wanted
        if not any(name.startswith(whole) if whole[-1] == "/" else name == whole for name in held):
            yield f"the sdist lacks {wanted}"
    for name in held:
        parts = Path(name.removeprefix(top)).parts
        hidden = parts[0] not in HIDDEN and any(part[0] == "." for part in parts)
        if hidden or "__pycache__" in parts or not name.startswith(top):
            yield f"the sdist holds {name}"


def built(tree: Path, out: Path, *options: str, umask: int) -> dict[str, Path]:
    """Build a tree; return the built files by name."""
    run(sys.executable, "-m", "build", "-n", "--outdir", str(out), *options, str(tree), umask=umask)
    return {path.name: path for path in sorted(out.iterdir())}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(*command: str, umask: int = -1, **environment: str) -> str:
    """Run a command and return its output; exit with the output if it fails."""
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, umask=umask,
        env={**os.environ, **environment},
    )  # fmt: skip
    if ran.returncode:
        sys.exit(f"{' '.join(command)[:200]}\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def build_faults(work: Path, out: Path) -> Iterator[str]:
    """Build twice, and yield where the two differ; the built files are left in `out`."""
    trees = [work / "one", work / "another place" / "of another length"]
    for tree in trees:
        shutil.copytree(ROOT, tree, ignore=MADE)
    for path in trees[1].rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    # The first wheel is made from the sdist, the second from the tree.
    first = built(trees[0], out, umask=0o022)
    second = built(trees[1], work / "second", "--sdist", "--wheel", umask=0o077)
    if first.keys() != second.keys():
        yield f"one build gives {sorted(first)}, another {sorted(second)}"
    for name in first.keys() & second.keys():
        print(f"{digest(first[name])}  {name}  {first[name].stat().st_size:,} bytes")
        if digest(first[name]) != digest(second[name]):
            yield f"two builds give two {name}"


def use(wheel: Path, work: Path, interpreter: str, needs: list[str], version: str) -> None:
    """Install the wheel with the lowest versions it allows, use it, then use it as a zip."""
    lowest = [one.replace(">=", "==") for one in needs]
    run(interpreter, "-m", "venv", str(work / "venv"))
    python = str(work / "venv" / "bin" / "python")
    run(python, "-m", "pip", "install", "-qq", str(wheel), *lowest)
    run(python, "-m", "pip", "check")
    print("installed:", ", ".join(run(python, "-m", "pip", "freeze").split("\n")[:-1]))
    run(python, "-I", "-W", "error", "-c", USE, str(work / "venv"), version)
    run(python, "-I", "-W", "error", "-m", PACKAGE)
    run(str(work / "venv" / "bin" / "bynl-relations"), "missions", "NL", "--format", "csv")
    # A wheel is a zip, and stands on the path as one.
    run(python, "-m", "pip", "uninstall", "-qq", "-y", "bynl-relations")
    run(python, "-W", "error", "-c", USE, str(wheel), version, PYTHONPATH=str(wheel))
    run(python, "-W", "error", "-m", PACKAGE, PYTHONPATH=str(wheel))


def declared_version() -> str:
    """Return the version that the package declares; read, not imported."""
    code = (ROOT / "src" / PACKAGE / "__init__.py").read_text(encoding="utf-8")
    return re.search(r'^__version__ = "(.+)"$', code, re.MULTILINE)[1]  # type: ignore[index]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, help="where to leave the wheel and the sdist")
    parser.add_argument("--python", default=sys.executable, help="the interpreter to install on")
    asked = parser.parse_args()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = declared_version()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        out = (asked.out or work / "dist").resolve()
        if out.exists() and any(out.iterdir()):
            parser.error(f"{out} is not empty")
        faults = list(build_faults(work, out))
        (wheel,), (sdist,) = out.glob("*.whl"), out.glob("*.tar.gz")
        source = work / "one" / "src" / PACKAGE
        package = [path.relative_to(source).as_posix() for path in source.rglob("*")]
        files = [name for name in package if (source / name).is_file()]
        with zipfile.ZipFile(wheel) as archive:
            faults += wheel_faults(archive.namelist(), files, version)
        with tarfile.open(sdist) as tar:
            faults += sdist_faults(tar.getnames(), version)
        if not faults:
            use(wheel, work, asked.python, project["dependencies"], version)
    print("\n".join(faults) or "no faults in the wheel and the sdist")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
