"""What drawing imports: start-up is a feature."""

import subprocess
import sys

TO_BE_READ_ELSEWHERE = """
import sys
from stridelog.page import Column, Page, Row, Span, Table
from stridelog.render import csv, json, markdown, paper
page = Page((Table((Column("n"),), (Row((Span("▲ 走", "better"),)),)),))
markdown.draw(page)
"""
DRAWN = """
from stridelog.render import terminal
terminal.draw(page, paper.Paper(colour=True))
"""
PRINT_IMPORTED = "print(*sys.modules)"


def imported(*programs: str) -> set[str]:
    """Run programs in a fresh interpreter; return the names of all modules that it imported."""
    command = [sys.executable, "-X", "utf8", "-c", "".join((*programs, PRINT_IMPORTED))]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_rich_is_imported_only_when_a_page_is_drawn() -> None:
    assert "rich" not in imported(TO_BE_READ_ELSEWHERE)
    assert "rich" in imported(TO_BE_READ_ELSEWHERE, DRAWN)


def test_a_page_takes_no_more_of_rich_than_it_needs() -> None:
    heavy = {"rich.pretty", "rich.traceback", "rich.markdown", "rich.syntax", "rich.live"}
    assert heavy.isdisjoint(imported(TO_BE_READ_ELSEWHERE, DRAWN))
