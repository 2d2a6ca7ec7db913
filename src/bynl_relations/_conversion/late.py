"""The classes of actors and sources, each imported when it is first used; and the lock of that.

Many questions are answered from the ids, times and titles of records alone. A module that names
a class as `late.Citation`, also in an annotation, imports it only when it is used. The same lock
is held while bundled data is read.
"""

from __future__ import annotations

import os
from threading import RLock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..actors import Actor, Participant, Place
    from ..provenance import Assertion, Citation, Quotation, Source

__all__ = [
    "LOCK", "Actor", "Assertion", "Citation", "Participant", "Place", "Quotation", "Source"
]  # fmt: skip

#: Acquire it with `with`: a signal cannot then interrupt between the block and the release. A fork
#: waits for it, so a child never starts with a lock that another thread holds, or in the middle of
#: an import.
LOCK = RLock()
if hasattr(os, "register_at_fork"):  # pragma: no branch
    os.register_at_fork(
        before=LOCK.acquire, after_in_parent=LOCK.release, after_in_child=LOCK.release
    )


def __getattr__(name: str) -> object:
    """Import a class when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with LOCK:
        from .. import actors

        if (value := getattr(actors, name, None)) is None:
            from .. import provenance

            value = getattr(provenance, name)
        globals()[name] = value
    return value
