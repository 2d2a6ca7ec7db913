"""A dataset at rest: what it says of itself, its parts, read, checked and written."""

from __future__ import annotations


def hook_dirs() -> list[str]:
    """Return where PyInstaller finds the hook of this package; an entry point names this."""
    from os.path import dirname, join

    return [join(dirname(__file__), "pyinstaller")]
