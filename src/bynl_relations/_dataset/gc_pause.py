"""Pause cyclic garbage collection during bulk reads and writes."""

from __future__ import annotations

from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Generator[None, None, None]:
    """Pause the cyclic collector: what is read or written in bulk makes no garbage of cycles."""
    import gc

    paused = gc.isenabled()
    try:
        try:
            # Inside the block: an interrupt right after it must not leave the collector off.
            gc.disable()
            yield
        finally:
            if paused:
                gc.enable()
    finally:
        # Once more, as an interrupt may have come in between.
        if paused:
            gc.enable()
