"""Pages of short plain lines, as after a log: drawn without Rich, which costs more than they do."""

from stridelog.page import Page, Text
from stridelog.render.paper import Paper
from stridelog.render.plain import spans_of

SIGNS = "✓▲▼·–…→★"
"""Signs beyond Latin that are one cell wide."""

FIRST_WIDE = "\u0300"
"""From here on a character may be wider than a cell, or join the one before it."""


def draw(page: Page, paper: Paper) -> str | None:
    """Return ``page`` as text, or None where a table, colour or a long line needs Rich."""
    if paper.colour or not all(isinstance(block, Text) for block in page.blocks):
        return None
    blocks = [
        ["".join(span.text for span in spans_of(line)).rstrip(" ") for line in block.lines]
        for block in page.blocks
        if isinstance(block, Text)
    ]
    if not all(_fits(line, paper.width) for lines in blocks for line in lines):
        return None
    return "\n".join("".join(f"{paper.shown(line)}\n" for line in lines) for lines in blocks)


def _fits(line: str, width: int) -> bool:
    simple = all((" " <= c < FIRST_WIDE and c.isprintable()) or c in SIGNS for c in line)
    return simple and len(line) <= width
