"""The checks that a change must pass, one session each.

nox -l                  list them
nox -s lint types       run some, each in an environment of its own
nox -R -s lint          run one again in the environment that it has
nox -j 2                run all, two at a time

`.ci/run` runs all of them on a fresh copy of the tree, the workflow on GitHub runs each of them,
and the hooks of pre-commit run the quick ones.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PYTHONS = ["3.11", "3.12", "3.13"]
OLDEST = PYTHONS[0]
PROJECT = nox.project.load_toml("pyproject.toml")["project"]
#: Everything that needs the extra `test` alone; the installed package is tested, not the tree.
WHOLE = ["tests", "docs", "README.md", "CONTRIBUTING.md", "--pyargs", "bynl_relations"]
#: The pages whose examples need the libraries of a directory of tests/extras.
PAGES = {
    "frames": [f"docs/how-to/{name}.md" for name in ("pandas", "polars-arrow-duckdb",
                                                     "parquet-duckdb")],
    "plot": ["docs/how-to/plot.md", "docs/how-to/article-chart.md"],
}  # fmt: skip
#: The environments of tests/extras: each file of requirements is one, so that a new directory with
#: such a file needs no edit here. `browser` has a session of its own.
EXTRAS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in ROOT.glob("tests/extras/*/*.txt")
    if path.parent.name != "browser"
)
EXTRA_NAMES = [
    re.sub(r"tests/extras/|(/requirements)?\.txt", "", requirements) for requirements in EXTRAS
]
#: The tools that write files which git holds; with `--check` they report what is out of date.
GENERATORS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in ROOT.glob("tools/*.py")
    if '"--check"' in path.read_text(encoding="utf-8")
)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

nox.options.error_on_missing_interpreters = True
nox.options.download_python = "never"
nox.options.allow_parallel = True
os.environ.setdefault("PYRIGHT_PYTHON_IGNORE_WARNINGS", "1")


def install(session: nox.Session, *requirements: str) -> None:
    """Install packages; the tools of the checks in the versions of tools/versions.txt."""
    session.install("-c", "tools/versions.txt", *requirements)


def pytest(session: nox.Session, *arguments: str) -> None:
    """Run pytest. Sessions may run side by side, so none writes a cache."""
    session.run("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests on the built package, on each supported Python."""
    install(session, ".[test]")
    pytest(session, *(session.posargs or WHOLE))


@nox.session(python=OLDEST)
def lowest(session: nox.Session) -> None:
    """Run the tests with the lowest versions of the dependencies."""
    lowest_versions = [need.replace(">=", "==") for need in PROJECT["dependencies"]]
    install(session, ".[test]", *lowest_versions)
    pytest(session, *WHOLE)


@nox.session(python=OLDEST)
def coverage(session: nox.Session) -> None:
    """Run the tests and those of frames and pictures; every line and branch must be run."""
    newest = [f"tests/extras/{name}/newest.txt" for name in PAGES]
    install(session, "-e", ".[test,pandas,polars,arrow,plot]", *(f"-r{file}" for file in newest))
    measured = ["python", "-m", "coverage", "run", "--append", "-m", "pytest", "-q"]
    session.run("python", "-m", "coverage", "erase")
    session.run(*measured, "-p", "no:cacheprovider")
    for name, pages in PAGES.items():
        session.run(*measured, "-p", "no:cacheprovider", f"tests/extras/{name}", *pages)
    session.run("python", "-m", "coverage", "report")


@nox.session(python=OLDEST)
@nox.parametrize("requirements", EXTRAS, ids=EXTRA_NAMES)
def extras(session: nox.Session, requirements: str) -> None:
    """Run a directory of tests/extras in one of its environments."""
    folder = Path(requirements).parent
    install(session, ".[test]", "-r", requirements)
    pytest(session, str(folder), *PAGES.get(folder.name, ()))


@nox.session(python=OLDEST)
def types(session: nox.Session) -> None:
    """Check the types: mypy and pyright in strict mode, and what dependents see."""
    install(session, "-e", ".[test]", "mypy", "pyright[nodejs]", "types-python-dateutil")
    session.run("mypy")
    interpreter = str(Path(session.bin) / "python")
    session.run("pyright", "--project", "pyproject.toml", "--pythonpath", interpreter)
    pytest(session, "-m", "tools")


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style with ruff."""
    install(session, "ruff")
    session.run("ruff", "check", "--no-cache")
    session.run("ruff", "format", "--no-cache", "--check")


@nox.session(python=OLDEST)
def floors(session: nox.Session) -> None:
    """Check that no module imports from a floor above it."""
    install(session, "-e", ".", "import-linter")
    session.run("lint-imports", "--no-cache")


@nox.session(python=OLDEST)
def data(session: nox.Session) -> None:
    """Check the data: its canonical form, its rules, and every file that is made from it."""
    install(session, "-e", ".[test]")
    session.run("bynl-relations", "canonical", "--check", "src/bynl_relations/data")
    for tool in GENERATORS:
        session.run("python", tool, "--check")
    pytest(session, "tests/facts")


@nox.session(python=OLDEST)
def docs(session: nox.Session) -> None:
    """Check the pages, their examples and the reference, and build the site of them."""
    install(session, "-e", ".[test]", "-r", "docs/requirements.txt")
    pytest(session, "tests/package/test_docs.py", "tests/package/test_reference.py",
           "README.md", "CONTRIBUTING.md", "docs", "docs/how-to/network.md")  # fmt: skip
    folder = Path(session.create_tmp()).resolve() / "site"
    session.run("python", "tools/website/assemble.py", str(folder / "source"))
    session.run("sphinx-build", "-q", "-W", "-n", "--keep-going", "-E", "-d",
                str(folder / "doctrees"), str(folder / "source"), str(folder / "html"))  # fmt: skip
    session.run("python", "tools/website/check_links.py", str(folder / "html"))
    session.log(f"the site is {folder / 'html' / 'index.html'}")


@nox.session(python=OLDEST)
def wheel(session: nox.Session) -> None:
    """Build twice, look through what was built, use it, and test a package that depends on it."""
    install(session, "build", "hatchling")
    folder = Path(session.create_tmp()).resolve() / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "tools/check_wheel.py", "--out", str(folder))
    (built,) = folder.glob("*.whl")
    session.run("tools/downstream.sh", str(built), "python", external=True)


@nox.session(python=OLDEST)
def instructions(session: nox.Session) -> None:
    """Count the instructions of a first answer and of JSON, where valgrind is installed."""
    if shutil.which("valgrind") is None:
        session.skip("valgrind is not installed")
    install(session, ".[test]")
    pytest(session, "-m", "instructions", "tests/growth")


@nox.session(python=OLDEST)
def hostile(session: nox.Session) -> None:
    """Kill, interrupt and starve the library at every point, where the tests take a sample."""
    install(session, ".[test]")
    pytest(session, "-m", "long", "tests/hostile")


@nox.session(python=OLDEST)
def browser(session: nox.Session) -> None:
    """Use the written page in Chromium, through Playwright."""
    folder = ROOT / "tests" / "extras" / "browser"
    if not folder.is_dir():
        session.skip("there are no tests in tests/extras/browser")
    requirements = folder / "requirements.txt"
    listed = ["-r", str(requirements)] if requirements.is_file() else ["playwright"]
    install(session, ".[test]", *listed)
    session.env["CHROMIUM"] = chromium(session)
    pytest(session, str(folder))


def chromium(session: nox.Session) -> str:
    """Return the path of a Chromium; install that of Debian where there is none."""
    found = [path for name in CHROMIUM if (path := shutil.which(name))]
    if found:
        return found[0]
    if sys.platform != "linux" or os.geteuid() or shutil.which("apt-get") is None:
        session.error("no Chromium found: install `chromium`, or run as root on Debian")
    unasked = {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        session.run("apt-get", "-qq", *command, external=True, silent=True, env=unasked)
    return shutil.which("chromium") or session.error("apt-get installed no `chromium`")
