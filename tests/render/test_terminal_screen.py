"""Pages on the screen of a real (pseudo) terminal."""

import os
import pty
import subprocess
import sys
import termios

import pyte
import pytest

ROWS = 24

DRAWING = """
import os, sys
from stridelog.page import Column, Heading, Page, Row, Span, Sparkline, Table, Text
from stridelog.render.paper import paper_of
from stridelog.render.terminal import draw

page = Page((
    Heading("Then vs. now", "today"),
    Table(
        (Column("note", flexible=True), Column("now", "right"), Column("change"), Column("road")),
        (
            Row(("plain", "5:04/km", (Span("▲", "better"), Span(" faster")), Sparkline((1, 2, 3)))),
            Row(("\\x1b[31mred\\x1b[2J\\r\\x07 走る " + "long " * 30, "4:55/km", "= level")),
        ),
    ),
    Text(("the end",)),
))
paper = paper_of(sys.stdout, os.environ, colour=sys.argv[1] == "colour")
sys.stdout.write(draw(page, paper))
"""


def screen_after(colour: str, width: int, **environ: str) -> tuple[pyte.Screen, bytes]:
    """Draw the page on a terminal of ``width`` columns; return its screen, and what was sent."""
    controller, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (ROWS, width))
    inherited = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    with os.fdopen(controller, "rb", buffering=0) as sent:
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", DRAWING, colour],
            stdin=subprocess.DEVNULL,
            stdout=terminal,
            env={**inherited, "TERM": "xterm", **environ},
            check=True,
        )
        output = sent.read(100_000)
        os.close(terminal)
    screen = pyte.Screen(width, ROWS)
    pyte.ByteStream(screen).feed(output)
    return screen, output


@pytest.mark.parametrize("colour", ["colour", "plain"])
def test_a_page_stands_on_a_screen_of_80_columns(colour: str) -> None:
    screen, _ = screen_after(colour, 80)
    assert [line.rstrip() for line in screen.display[:7]] == [
        "Then vs. now                                                               today",
        "",
        "note                                                         now  change    road",
        "plain                                                    5:04/km  ▲ faster  ▁▅█",
        "␛[31mred␛[2J␍␇ 走る long long long long long long long…  4:55/km  = level",
        "",
        "the end",
    ]


def test_a_page_is_as_wide_as_the_screen() -> None:
    screen, _ = screen_after("plain", 60)
    assert screen.display[4].rstrip().endswith("…  4:55/km  = level")
    assert screen.display[6].rstrip() == "the end"


def test_columns_overrule_the_screen() -> None:
    screen, _ = screen_after("plain", 132, COLUMNS="60")
    assert screen.display[4].rstrip().endswith("…  4:55/km  = level")


def test_without_colour_no_escape_sequence_is_sent() -> None:
    _, sent = screen_after("plain", 80)
    assert b"\x1b" not in sent


def test_with_colour_only_what_has_a_meaning_is_coloured() -> None:
    screen, _ = screen_after("colour", 80)
    better = screen.display[3].index("▲")
    assert screen.buffer[3][better].fg == "green"
    assert screen.buffer[3][better + 2].fg == "default"
    assert screen.buffer[0][0].bold
    assert {screen.buffer[4][column].fg for column in range(80)} == {"default"}
