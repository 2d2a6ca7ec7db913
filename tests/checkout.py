"""Which files of a checkout belong to the project."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

#: Directories that tools make, where there is no git to tell what belongs to the project.
MADE = re.compile(
    r"\.(?!ci$|github$)|__pycache__$|(dist|build|node_modules|htmlcov)$|.*\.egg-info$"
)


def project_files(folder: Path) -> list[Path]:
    """Return the files that git tracks, or every file but those that tools make without git."""
    names = tracked(folder)
    if names is None:
        return list(every(folder))
    return [path for name in names if (path := folder / name).is_file()]


def tracked(folder: Path) -> list[str] | None:
    """Return the names that git tracks, or None if the folder is not the root of a repository."""
    try:
        prefix = git(folder, "rev-parse", "--show-prefix")
        names = git(folder, "ls-files", "-z")
    except (OSError, subprocess.CalledProcessError):
        return None
    return None if prefix.strip() else names.split("\0")[:-1]


def git(folder: Path, *command: str) -> str:
    """Run git in a folder; the variables by which a hook names its own repository are left out."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    ran = subprocess.run(
        ["git", *command], cwd=folder, env=kept, capture_output=True, check=True, text=True
    )
    return ran.stdout


def every(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder but those that tools make."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if not MADE.match(path.name):
                yield from every(path)
        elif path.name != ".coverage":
            yield path
