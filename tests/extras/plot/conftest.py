"""Every test draws without a screen, in the default style, and leaves no figure open."""

from __future__ import annotations

from collections.abc import Iterator

import matplotlib
import pytest
from matplotlib import pyplot


@pytest.fixture(autouse=True)
def canvas() -> Iterator[None]:
    """Draw without a screen."""
    pyplot.switch_backend("agg")
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        pyplot.switch_backend("agg")
        yield
        pyplot.close("all")
