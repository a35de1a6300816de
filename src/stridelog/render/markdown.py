"""Pages as GitHub-flavoured Markdown."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from stridelog.domain.markdown_text import escaped, opened
from stridelog.page import (
    Block,
    Calendar,
    Cell,
    Fact,
    Heading,
    Line,
    Page,
    Row,
    Section,
    Span,
    Sparkline,
    Table,
)
from stridelog.page import Text as Paragraph
from stridelog.render.calendar import drawing
from stridelog.render.facts import is_item, items_of
from stridelog.render.paper import USUAL_WIDTH
from stridelog.render.plain import spans_of
from stridelog.render.sparkline import GAP, sparkline

SOLID_GAP = "\u00a0"
"""A space that Markdown neither trims nor joins with its neighbours."""

RULES = {"left": ":---", "right": "---:"}


def draw(page: Page) -> str:
    """Return ``page`` as Markdown: tables with alignment, and sections as bold rows in them."""
    return "\n".join("".join(f"{line}\n" for line in _block(block)) for block in page.blocks)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"## {escaped(block.text).strip()}"
        if block.aside:
            yield ""
            yield opened(escaped(block.aside).strip())
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Calendar):
        yield from _calendar(block)
    else:
        yield from _text(block)


def _text(text: Paragraph) -> Iterator[str]:
    """Yield lines that stay apart, and facts as a list; an empty line begins a new paragraph."""
    for at, (are_items, group) in enumerate(groupby(text.lines, key=is_item)):
        if at:
            yield ""
        yield from (_list if are_items else _paragraphs)(group)


def _paragraphs(contents: Iterable[str | Span | Line | Fact]) -> Iterator[str]:
    lines = [opened(_line(spans_of(content)).strip()) for content in contents]
    for has_text, group in groupby(lines, key=bool):
        *earlier, last = group
        if has_text:
            yield from (f"{line}\\" for line in earlier)
        yield last


def _list(contents: Iterable[str | Span | Line | Fact]) -> Iterator[str]:
    for item in items_of(contents):
        yield f"- {opened(_line(item).strip())}"


def _calendar(calendar: Calendar) -> Iterator[str]:
    """Yield a calendar: only the grid, in which nobody's words stand, is shown as it is."""
    drawn = drawing(calendar, USUAL_WIDTH)
    yield from _text(Paragraph((drawn.title,)))
    yield from ("", "```text")
    yield from ("".join(span.text for span in line).rstrip(" ") for line in drawn.grid)
    yield from ("```", "")
    yield from _text(Paragraph(drawn.legend))


def _table(table: Table) -> Iterator[str]:
    count = len(table.columns)
    yield _row([escaped(column.title) for column in table.columns], count)
    yield _row([RULES[column.align] for column in table.columns], count)
    for row in table.rows:
        yield _row(_cells(row), count)


def _cells(row: Row | Section) -> list[str]:
    if isinstance(row, Section):
        return [_span(Span(row.title, "strong"))]
    return [_cell(cell) for cell in row.cells]


def _row(cells: list[str], count: int) -> str:
    filled = [*(cell.strip(" ") for cell in cells), *[""] * (count - len(cells))]
    return f"| {' | '.join(filled)} |"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Sparkline):
        return sparkline(cell.values).replace(GAP, SOLID_GAP)
    return _line(spans_of(cell))


def _line(line: Line) -> str:
    return "".join(map(_span, line))


def _span(span: Span) -> str:
    text = escaped(span.text)
    core = text.strip()
    # Bold that begins or ends with a space is not bold.
    return text.replace(core, f"**{core}**", 1) if span.style == "strong" and core else text
