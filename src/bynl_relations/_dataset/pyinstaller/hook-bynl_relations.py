"""What PyInstaller has to add to a program that uses this package: its files and every module.

Modules are imported when they are first needed, by a name that is put together, which
PyInstaller cannot see.
"""

from __future__ import annotations

import os

import bynl_relations

_PACKAGE = os.path.dirname(os.path.abspath(bynl_relations.__file__))


def _modules() -> list[str]:
    """Return the name of every module of the package."""
    names: list[str] = []
    for folder, _, files in os.walk(_PACKAGE):
        parts = os.path.relpath(folder, os.path.dirname(_PACKAGE)).split(os.sep)
        names += [
            ".".join([*parts, file[:-3]]).removesuffix(".__init__")
            for file in files
            if file.endswith(".py") and file[:-3].isidentifier()
        ]
    return sorted(names)


hiddenimports = _modules()
datas = [
    (os.path.join(_PACKAGE, "data"), os.path.join("bynl_relations", "data")),
    *(
        (
            os.path.join(_PACKAGE, "_display", "page", name),
            os.path.join("bynl_relations", "_display", "page"),
        )
        for name in ("answer.js", "page.css", "page.html", "page.js")
    ),
]
