"""Pages as HTML: one file with all that it needs, for a browser, light or dark, or for a mail.

Nothing in it is fetched, runs or can be clicked. Meaning never rests on colour, and the order of
things never on the style sheet, for some mail programs leave it out.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from stridelog.domain.visible_text import visible
from stridelog.page import (
    Block,
    Calendar,
    Cell,
    Column,
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
"""A space that HTML does not join with its neighbours."""

UNTITLED = "stride"
"""What a page without a heading is called."""

STYLE = """
:root { color-scheme: light dark; --muted: #59636e; --line: #d1d9e0; --accent: #0969da;
  --better: #1a7f37; --worse: #cf222e; --warning: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --muted: #9198a1; --line: #3d444d;
  --accent: #4493f8; --better: #3fb950; --worse: #f85149; --warning: #d29922; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 0; }
p, ul { margin: .5rem 0; } p.aside { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem 1rem .2rem 0; vertical-align: top; overflow-wrap: normal; }
thead th { border-bottom: 1px solid var(--line); font-weight: normal; color: var(--muted); }
tr.section th { padding-top: 1rem; }
pre { font: .8rem/1.2 ui-monospace, monospace; overflow-x: auto; }
.muted, .aside { color: var(--muted); } .accent { color: var(--accent); }
.better { color: var(--better); } .worse { color: var(--worse); }
.warning { color: var(--warning); } .level { color: inherit; }
"""
"""Colours of the eight styles, dark where the reader's machine is; a table scrolls by itself."""

HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
"""

FOOT = "</body>\n</html>\n"


def draw(page: Page) -> str:
    """Return ``page`` as a whole HTML document, whose title is that of its first heading."""
    titles = [block.text for block in page.blocks if isinstance(block, Heading)]
    head = HEAD.format(title=_shown(titles[0] if titles else UNTITLED), style=STYLE)
    lines = [
        line
        for at, block in enumerate(page.blocks)
        for line in _block(block, "h2" if _has_heading(page.blocks[:at]) else "h1")
    ]
    return head + "".join(f"{line}\n" for line in lines) + FOOT


def _has_heading(blocks: tuple[Block, ...]) -> bool:
    return any(isinstance(block, Heading) for block in blocks)


def _block(block: Block, heading: str) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"<{heading}>{_shown(block.text)}</{heading}>"
        if block.aside:
            yield f'<p class="aside">{_shown(block.aside)}</p>'
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Calendar):
        yield from _calendar(block)
    else:
        yield from _text(block)


def _text(text: Paragraph) -> Iterator[str]:
    """Yield paragraphs, in which lines stay apart, and facts as a list."""
    for are_items, group in groupby(text.lines, key=is_item):
        yield from (_list if are_items else _paragraphs)(group)


def _paragraphs(contents: Iterable[str | Span | Line | Fact]) -> Iterator[str]:
    """Yield a paragraph, and another one after each empty line."""
    lines = [_line(spans_of(content)).strip() for content in contents]
    for has_text, group in groupby(lines, key=bool):
        if has_text:
            yield f"<p>{'<br>'.join(group)}</p>"


def _list(contents: Iterable[str | Span | Line | Fact]) -> Iterator[str]:
    yield "<ul>"
    for item in items_of(contents):
        yield f"<li>{_line(item).strip()}</li>"
    yield "</ul>"


def _calendar(calendar: Calendar) -> Iterator[str]:
    drawn = drawing(calendar, USUAL_WIDTH)
    yield from _text(Paragraph((drawn.title,)))
    yield "<pre>" + "\n".join(_line(line).rstrip(" ") for line in drawn.grid) + "</pre>"
    yield from _text(Paragraph(drawn.legend))


def _table(table: Table) -> Iterator[str]:
    yield '<div class="wide"><table>'
    if any(column.title for column in table.columns):
        titles = (_field("th", column, _shown(column.title)) for column in table.columns)
        yield f"<thead><tr>{''.join(titles)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield _row(row, table.columns)
    yield "</tbody>"
    yield "</table></div>"


def _row(row: Row | Section, columns: tuple[Column, ...]) -> str:
    if isinstance(row, Section):
        across = f'colspan="{len(columns)}" style="text-align: left"'
        return f'<tr class="section"><th {across}>{_shown(row.title)}</th></tr>'
    cells: tuple[Cell, ...] = (*row.cells, *[""] * (len(columns) - len(row.cells)))
    fields = (_field("td", c, _cell(cell)) for c, cell in zip(columns, cells, strict=True))
    return f"<tr>{''.join(fields)}</tr>"


def _field(tag: str, column: Column, content: str) -> str:
    # Beside the content itself: a mail without its style sheet still has its numbers in a column.
    style = f"text-align: {column.align}"
    if not column.flexible:
        style += "; white-space: nowrap"
    return f'<{tag} style="{style}">{content}</{tag}>'


def _cell(cell: Cell) -> str:
    if isinstance(cell, Sparkline):
        return sparkline(cell.values).replace(GAP, SOLID_GAP)
    return _line(spans_of(cell))


def _line(line: Line) -> str:
    return "".join(map(_span, line))


def _span(span: Span) -> str:
    text = _shown(span.text)
    if span.style == "strong":
        return f"<strong>{text}</strong>"
    return f'<span class="{span.style}">{text}</span>' if span.style else text


def _shown(text: str) -> str:
    """Return text as it can stand anywhere in HTML: visible, and no markup."""
    return escape(visible(text))
