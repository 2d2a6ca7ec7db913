"""The classes of actors and sources, each imported when it is first asked for.

Many questions are answered from the ids, times and titles of records alone. A module that names
a class as `late.Citation` does not import it before somebody needs it. The fields of records call
this module `bynl`, as people read their annotations in signatures: `bynl.Citation`.
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

#: Held, by `with`, while a class is imported here or bundled data is read: no signal comes between
#: the end of a block and the release. A fork waits for it, so that no child begins with a lock
#: that a thread of its parent holds, or in the middle of an import.
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
