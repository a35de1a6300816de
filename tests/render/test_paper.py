"""What a page is drawn on."""

import io
import os
import pty
import termios
from collections.abc import Iterator
from typing import TextIO

import pytest

from stridelog.render.paper import Paper, paper_of, write


@pytest.fixture
def terminal() -> Iterator[TextIO]:
    controller, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, 100))
    with os.fdopen(controller, "rb"), os.fdopen(terminal, "w", encoding="utf-8") as stream:
        yield stream


def test_a_terminal_tells_its_width(terminal: TextIO) -> None:
    assert paper_of(terminal, {}, colour=True) == Paper(100, colour=True, encoding="utf-8")


def test_columns_overrule_the_terminal(terminal: TextIO) -> None:
    assert paper_of(terminal, {"COLUMNS": "72"}, colour=False).width == 72


def test_columns_hold_where_there_is_no_terminal() -> None:
    assert paper_of(io.StringIO(), {"COLUMNS": "120"}, colour=False).width == 120


@pytest.mark.parametrize("columns", ["", "0", "-5", "wide", "8.5", "²", "9" * 5000])
def test_columns_that_are_no_width_are_ignored(columns: str) -> None:
    assert paper_of(io.StringIO(), {"COLUMNS": columns}, colour=False).width == 80


def test_no_terminal_is_wider_than_a_thousand_columns() -> None:
    assert paper_of(io.StringIO(), {"COLUMNS": "999999"}, colour=False).width == 1000


def test_a_terminal_that_tells_no_width_is_80_wide(terminal: TextIO) -> None:
    termios.tcsetwinsize(terminal, (0, 0))
    assert paper_of(terminal, {}, colour=False).width == 80


def test_a_file_is_80_wide_and_keeps_its_encoding() -> None:
    file = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    assert paper_of(file, {}, colour=False) == Paper(80, colour=False, encoding="latin-1")


def test_writing_never_fails_for_want_of_a_character() -> None:
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding="ascii")
    write("▲ better → 走\n", stream)
    stream.flush()
    assert written.getvalue().split() == [b"^", b"better", b"->", b"?"]
