"""What drawing imports: start-up is a feature."""

import subprocess
import sys

import pytest

DRAWING = """
import sys
from stridelog.page import Column, Page, Row, Span, Table
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw
draw(Page((Table((Column("n"),), (Row((Span("▲ 走", "better"),)),)),)), Paper(colour={colour}))
print(*sys.modules)
"""


@pytest.mark.parametrize(
    ("colour", "absent"),
    [
        (True, {"rich.console", "rich.table", "rich.markup", "rich.markdown", "rich.traceback"}),
        (False, {"rich.console", "rich.table", "rich.style", "rich.color", "rich.text"}),
    ],
)
def test_a_table_takes_no_more_of_rich_than_it_needs(colour: bool, absent: set[str]) -> None:  # noqa: FBT001
    command = [sys.executable, "-X", "utf8", "-c", DRAWING.format(colour=colour)]
    imported = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert absent.isdisjoint(imported.split())
