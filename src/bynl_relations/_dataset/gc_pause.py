"""Pause cyclic garbage collection during bulk reads and writes."""

from __future__ import annotations

from typing import TypeVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["uncollected"]

T = TypeVar("T")


def uncollected(task: Callable[..., T], *arguments: object) -> T:
    """Run a task with the cyclic collector paused: bulk reading makes no garbage of cycles.

    A function and no context manager: an interrupt could stop the `__exit__` of one before it
    does anything, and would leave the collector off.
    """
    import gc

    paused = gc.isenabled()
    try:
        try:
            gc.disable()
            return task(*arguments)
        finally:
            if paused:
                gc.enable()
    finally:
        # Once more, as an interrupt may have come in between.
        if paused:
            gc.enable()
