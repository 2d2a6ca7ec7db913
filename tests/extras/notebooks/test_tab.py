"""What the Tab key offers in IPython, which notebooks ask."""

from __future__ import annotations

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell


@pytest.fixture(scope="module")
def shell() -> InteractiveShell:
    """Return a shell in which the dataset is at hand, and the extension loaded."""
    made = InteractiveShell.instance(history_length=0)
    made.run_line_magic("load_ext", "bynl_relations")
    made.ex("from bynl_relations import plot, relations")
    made.ex("result = relations.missions()")
    made.ex("record = result[0]")
    return made


@pytest.mark.parametrize("jedi", [False, True])
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('relations["dip', "diplomatic-relations"),
        ("relations.mis", "missions"),
        ("relations.missions(ki", "kind="),
        ('relations.missions(kind="emb', "embassy_office"),
        ('relations.events(topic="tr', "trade"),
        ('relations.statistics(indicator="goods_', "goods_by_to_nl"),
        ('relations.missions("N', "NL"),
        ('result.where(kind="emb', "embassy"),
        ("result.to_m", "to_markdown"),
        ("record.sea", "seat"),
        ("plot.time", "timeline"),
        ("relations.events(since=2006).fir", "first"),
        ('relations.missions("NL")[0].sea', "seat"),
        ('relations.missions("Nether', "Netherlands"),
    ],
)
def test_tab_offers(shell: InteractiveShell, text: str, word: str, jedi: bool) -> None:
    shell.Completer.use_jedi = jedi
    with provisionalcompleter():
        found = [one.text.lstrip(".") for one in shell.Completer.completions(text, len(text))]

    assert word in found


def test_of_the_pictures_it_offers_nothing_else(shell: InteractiveShell) -> None:
    with provisionalcompleter():
        found = {one.text.lstrip(".") for one in shell.Completer.completions("plot.", 5)}

    pictures = {"counts", "disputes", "missions", "regimes", "statistics", "timeline"}
    assert found == {"DARK", "save", *pictures}
