"""Streams that are closed, full, narrow, or no terminal at all."""

from __future__ import annotations

import errno
import io
import os
import sys
import time

import pytest

from bynl_relations.cli import terminal as _terminal
from bynl_relations.cli.paint import has_colour, has_links, painted
from bynl_relations.cli.terminal import Terminal


class Screen(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


class Refusing(io.StringIO):
    """A stream that refuses whatever is written."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, text: str) -> int:
        raise OSError(self.number, os.strerror(self.number))


class Late(Refusing):
    """A stream that refuses only when what it held back is to be written."""

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        raise OSError(self.number, os.strerror(self.number))


def test_an_answer_ends_in_a_newline_and_nothing_is_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal = Terminal()
    terminal.say("one")
    terminal.say("")
    terminal.say("two\n")

    assert terminal.finish()
    assert capsys.readouterr().out == "one\ntwo\n"


def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "77")
    monkeypatch.setattr(sys, "stdout", Screen())

    assert Terminal().width == 77


def test_a_pipe_has_no_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "77")
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert Terminal().width is None

    monkeypatch.setattr(sys, "stdout", None)
    assert Terminal().width is None


def test_a_terminal_shows_its_own_encoding_and_escapes_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = io.BytesIO()

    class Plain(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Plain(raw, encoding="ascii"))
    terminal = Terminal()
    terminal.say("1992 ≠ 1994")

    assert terminal.finish()
    assert raw.getvalue().strip() == b"1992 \\u2260 1994"
    assert not terminal.shows("≠")
    assert terminal.shows("=")


def test_a_file_holds_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    terminal = Terminal()
    terminal.say("1992 ≠ 1994")
    terminal.say("a\r\nb")

    assert terminal.finish()
    assert raw.getvalue() == "1992 ≠ 1994\na\r\nb\n".encode()
    assert terminal.shows("≠")


@pytest.mark.parametrize("number", [errno.EPIPE, errno.EINVAL])
@pytest.mark.parametrize("stream", [Refusing, Late])
def test_a_reader_that_left_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stream: type[Refusing],
    number: int,
) -> None:
    monkeypatch.setattr(sys, "stdout", stream(number))
    terminal = Terminal()
    terminal.say("one")
    terminal.say("two")

    assert terminal.finish()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("stream", [Refusing, Late])
def test_a_full_disk_is_reported(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stream: type[Refusing]
) -> None:
    monkeypatch.setattr(sys, "stdout", stream(errno.ENOSPC))
    terminal = Terminal()
    terminal.say("one")

    assert not terminal.finish()
    assert capsys.readouterr().err == (
        f"bynl-relations: the answer cannot be written: {os.strerror(errno.ENOSPC)}\n"
    )


def test_a_broken_stream_leads_nowhere_so_that_the_last_flush_succeeds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read, write = os.pipe()
    with os.fdopen(write, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        os.close(read)
        terminal = Terminal()
        terminal.say("one")

        assert terminal.finish()
        stream.write("two")
        stream.flush()


def test_streams_that_were_closed_at_the_start_take_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    terminal = Terminal()
    terminal.say("one")
    terminal.warn("two")
    with terminal.waiting("reading"):
        terminal.leave()

    assert terminal.finish()


def test_messages_that_nobody_can_hear_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Refusing(errno.EPIPE))
    terminal = Terminal()
    terminal.warn("one")
    terminal.warn("two")

    assert terminal.finish()


def test_leaving_spares_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Screen())
    monkeypatch.setattr(_terminal, "_muffle", lambda _: pytest.fail("it was redirected"))
    terminal = Terminal()
    terminal.leave()

    assert terminal.finish()


def test_what_takes_long_is_shown_and_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(_terminal, "PATIENCE", 0.001)
    with Terminal().waiting("reading mine"):
        while "reading mine … 0 s" not in screen.getvalue():
            time.sleep(0.001)

    assert screen.getvalue().startswith("\rbynl-relations: reading mine … ")
    assert screen.getvalue().endswith(" \r")


def test_what_takes_long_is_shown_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(_terminal, "PATIENCE", 0.001)
    monkeypatch.setenv("COLUMNS", "40")
    with Terminal().waiting(f"reading {'long' * 20}"):
        while " … 0 s" not in screen.getvalue():
            time.sleep(0.001)

    lines = screen.getvalue().split("\r")
    assert lines[1] == "bynl-relations: reading longlongl … 0 s"
    assert max(map(len, lines)) == 39


def test_what_is_quick_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(_terminal, "PATIENCE", 60.0)
    with Terminal().waiting("reading mine"):
        pass

    assert screen.getvalue() == ""


def test_a_log_shows_no_progress(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(_terminal, "PATIENCE", 0.0)
    with Terminal().waiting("reading mine"):
        pass

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("variables", "colour", "links"),
    [
        ({}, False, False),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "xterm"}, True, False),
        ({"TERM": "xterm", "NO_COLOR": "1", "VTE_VERSION": "7000"}, False, False),
        ({"TERM": "xterm", "VTE_VERSION": "7000"}, True, True),
        ({"TERM": "xterm", "TERM_PROGRAM": "vscode"}, True, True),
        ({"WT_SESSION": "a"}, True, True),
    ],
)
def test_colour_and_links_are_for_terminals_that_have_them(
    variables: dict[str, str], colour: bool, links: bool
) -> None:
    assert (has_colour(variables), has_links(variables)) == (colour, links)


def test_labels_are_dim_and_doubts_are_coloured() -> None:
    lines = painted(
        "Title\nwhen            1992 ≠ 1994\n? 2006  meeting\n  when  kind  title  id", links=False
    ).split("\n")

    assert lines == [
        "\x1b[1mTitle\x1b[0m",
        "\x1b[2mwhen            \x1b[0m1992 \x1b[33m≠\x1b[0m 1994",
        "\x1b[33m?\x1b[0m 2006  meeting",
        "\x1b[2m  when  kind  title  id\x1b[0m",
    ]
