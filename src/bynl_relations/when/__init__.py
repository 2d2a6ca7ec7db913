"""Dates as precise as their source: `When`, its bounds, and the rules of time."""

from __future__ import annotations

from .moment import FOREVER, NEVER, Moment, When

__all__ = ["FOREVER", "NEVER", "Moment", "When"]
