"""The cyclic collector, which rests while much is read or written."""

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
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()
