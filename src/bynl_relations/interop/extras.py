"""Optional libraries, imported when they are needed."""

from __future__ import annotations

from importlib import import_module

from ..errors import MissingExtra

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["library"]


def library(name: str, extra: str, asked: str) -> ModuleType:
    """Import an optional library when it is needed.

    Args:
        name: Its module.
        extra: The extra of this package that installs it.
        asked: What needs it, for the message.

    Raises:
        MissingExtra: It is not installed; the message names the pip command.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
    raise MissingExtra(
        f'{asked} needs {name}, which is not installed: pip install "bynl-relations[{extra}]"',
        name=name,
    )
