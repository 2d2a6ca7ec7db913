"""The classes of actors and sources, each imported when it is first asked for.

Many questions are answered from the ids, times and titles of records alone. A module that names
a class as `late.Citation`, in an annotation too, does not import it before somebody needs it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..actors import Actor, Participant, Place
    from ..provenance import Assertion, Citation, Quotation, Source

__all__ = ["Actor", "Assertion", "Citation", "Participant", "Place", "Quotation", "Source"]


def __getattr__(name: str) -> object:
    """Import a class when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .. import actors

    if (value := getattr(actors, name, None)) is None:
        from .. import provenance

        value = getattr(provenance, name)
    globals()[name] = value
    return value
