"""Pages in a terminal."""

from collections.abc import Sequence

from stridelog.page import Heading, Line, Page, Span, Table, Text
from stridelog.render.paper import USUAL_WIDTH, Paper
from stridelog.render.plain import spans_of
from stridelog.render.terminal.cells import line_width
from stridelog.render.terminal.prose import folded
from stridelog.render.terminal.table import DrawnTable, lay_out

LEAST_SPACE = 2
"""Cells between a heading and what stands at the other end of its line."""


def draw(page: Page, paper: Paper) -> str:
    """Return ``page`` as text for ``paper``, each line ending with a newline.

    Colours are escape sequences of ANSI's 16 colours, and only there where ``paper`` wants them.
    """
    prepared = [lay_out(b, paper) if isinstance(b, Table) else b for b in page.blocks]
    widths = [block.width for block in prepared if isinstance(block, DrawnTable)]
    measure = min(max(widths, default=USUAL_WIDTH), paper.width)
    blocks = [_lines(block, measure, paper) for block in prepared]
    return "\n".join(
        "".join(f"{_written(line, paper)}\n" for line in lines) for lines in blocks if lines
    )


def _lines(block: DrawnTable | Heading | Text, measure: int, paper: Paper) -> Sequence[Line]:
    if isinstance(block, DrawnTable):
        return block.lines
    return _heading(block, measure, paper) if isinstance(block, Heading) else _text(block, paper)


def _heading(heading: Heading, measure: int, paper: Paper) -> list[Line]:
    """Return a heading, its aside flush with the tables' right edge or on a line of its own."""
    title = (Span(paper.shown(heading.text), "strong"),)
    if not heading.aside:
        return folded(title, paper.width)
    aside = (Span(paper.shown(heading.aside), "muted"),)
    needed = line_width(title) + line_width(aside)
    if needed + LEAST_SPACE > paper.width:
        return [*folded(title, paper.width), *folded(aside, paper.width)]
    space = max(measure - needed, LEAST_SPACE)
    return [(*title, Span(" " * space), *aside)]


def _text(text: Text, paper: Paper) -> list[Line]:
    return [
        row
        for content in text.lines
        for row in folded(
            tuple(Span(paper.shown(s.text), s.style) for s in spans_of(content)), paper.width
        )
    ]


def _written(line: Line, paper: Paper) -> str:
    if not paper.colour:
        return "".join(span.text for span in line).rstrip(" ")
    # Only colour needs Rich's styles: a page without pays nothing for them.
    from stridelog.render.theme import painted

    return "".join(painted(span) for span in line)
