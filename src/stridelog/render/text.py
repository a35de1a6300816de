"""Pages of short plain lines, as after a log: drawn without Rich, which costs more than they do."""

from collections.abc import Sequence

from stridelog.page import Block, Calendar, Fact, Line, Page, Span, Text
from stridelog.render.calendar import drawing
from stridelog.render.facts import lines_of
from stridelog.render.paper import Paper
from stridelog.render.plain import spans_of

SIGNS = "✓▲▼·–…→★▒▓█○"
"""Signs beyond Latin that are one cell wide."""

FIRST_WIDE = "\u0300"
"""From here on a character may be wider than a cell, or join the one before it."""


def drawn(page: Page, paper: Paper) -> str:
    """Return ``page`` as it stands in a terminal; Rich is imported only where it is needed."""
    text = draw(page, paper)
    if text is not None:
        return text
    from stridelog.render import terminal

    return terminal.draw(page, paper)


def draw(page: Page, paper: Paper) -> str | None:
    """Return ``page`` as text, or None where a table, colour or a long line needs Rich."""
    if paper.colour:
        return None
    blocks = []
    for block in page.blocks:
        contents = _contents(block, paper)
        if contents is None:
            return None
        lines = ["".join(span.text for span in spans_of(line)).rstrip(" ") for line in contents]
        if not all(_fits(line, paper.width) for line in lines):
            return None
        blocks.append("".join(f"{paper.shown(line)}\n" for line in lines))
    return "\n".join(blocks)


def _contents(block: Block, paper: Paper) -> Sequence[Line | Span | str] | None:
    """Return the lines of a block, None of one that Rich must lay out."""
    if isinstance(block, Text):
        return [
            line
            for content in block.lines
            for line in (lines_of(content, paper) if isinstance(content, Fact) else (content,))
        ]
    if isinstance(block, Calendar):
        drawn = drawing(block, paper.width)
        return (drawn.title, *drawn.grid, *drawn.legend)
    return None


def _fits(line: str, width: int) -> bool:
    simple = all((" " <= c < FIRST_WIDE and c.isprintable()) or c in SIGNS for c in line)
    return simple and len(line) <= width
