"""Tables in a terminal: columns that stand straight, and numbers that are never cut.

Rich's own tables shrink every column when space runs out, and with them the numbers; here only
the columns give way that say so.
"""

from dataclasses import dataclass

from stridelog.page import Cell, Column, Line, Row, Section, Span, Sparkline, Table
from stridelog.render.fallback import has_all, written_in
from stridelog.render.paper import Paper
from stridelog.render.plain import spans_of
from stridelog.render.sparkline import BARS, sparkline
from stridelog.render.terminal.cells import cut, line_width, pad

GAP = 2
"""Cells between two columns."""

INDENT = "  "
"""What the rows of a section stand behind."""

NARROWEST = 10
"""Cells that a flexible column keeps, however little space there is."""


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """The lines of a table, and the width of the widest one in cells."""

    lines: tuple[Line, ...]
    width: int


@dataclass(frozen=True, slots=True)
class _Field:
    """A cell made ready for its paper; a sparkline keeps its values to be drawn to measure."""

    line: Line
    values: tuple[float | None, ...] = ()

    @property
    def width(self) -> int:
        return len(self.values) or line_width(self.line)

    def fitted(self, size: int, paper: Paper) -> Line:
        if self.values:
            return (Span(_bars(self.values, size, paper), "accent"),)
        return cut(self.line, size, paper.shown("…"))


def lay_out(table: Table, paper: Paper) -> DrawnTable:
    """Return ``table`` as lines for ``paper``; wider than it only where nothing may be cut."""
    titles = tuple(_Field((Span(paper.shown(c.title), "muted"),)) for c in table.columns)
    body = _body(table, paper)
    fields = [titles, *(row for row in body if isinstance(row, tuple))]
    natural = [max(field.width for field in column) for column in zip(*fields, strict=True)]
    widths = _widths(natural, table.columns, paper.width)
    header = [titles] if any(column.title for column in table.columns) else []
    lines = tuple(
        _drawn(row, table.columns, widths, paper)
        if isinstance(row, tuple)
        else cut(row.line, paper.width, paper.shown("…"))
        for row in (*header, *body)
    )
    return DrawnTable(lines, max(map(line_width, lines), default=0))


def _body(table: Table, paper: Paper) -> list[tuple[_Field, ...] | _Field]:
    """Return the rows as fields, and each section as one field."""
    body: list[tuple[_Field, ...] | _Field] = []
    indent = ""
    for row in table.rows:
        if isinstance(row, Section):
            body.append(_Field((Span(paper.shown(row.title), "strong"),)))
            indent = INDENT
        else:
            body.append(_fields(row, len(table.columns), indent, paper))
    return body


def _fields(row: Row, count: int, indent: str, paper: Paper) -> tuple[_Field, ...]:
    missing = count - len(row.cells)
    if missing < 0:
        message = f"A row has {len(row.cells)} cells for {count} columns."
        raise ValueError(message)
    first, *others = [_field(cell, paper) for cell in (*row.cells, *[""] * missing)]
    if indent:
        first = _Field((Span(indent), *first.line), first.values)
    return (first, *others)


def _field(cell: Cell, paper: Paper) -> _Field:
    if isinstance(cell, Sparkline):
        return _Field((), cell.values)
    return _Field(tuple(Span(paper.shown(s.text), s.style) for s in spans_of(cell)))


def _bars(values: tuple[float | None, ...], size: int, paper: Paper) -> str:
    bars = sparkline(values, size)
    # A mixture of bars and signs has no order: an encoding that lacks one bar gets signs only.
    return bars if has_all(paper.encoding, BARS) else written_in("ascii", bars)


def _widths(natural: list[int], columns: tuple[Column, ...], limit: int) -> list[int]:
    """Return the width of each column: the widest flexible ones are made equally narrow."""

    def capped(cap: int) -> list[int]:
        return [
            min(size, cap) if column.flexible else size
            for size, column in zip(natural, columns, strict=True)
        ]

    for cap in range(min(max(natural, default=0), limit), NARROWEST, -1):
        widths = capped(cap)
        if _total(widths) <= limit:
            return widths
    return capped(NARROWEST)


def _total(widths: list[int]) -> int:
    filled = [size for size in widths if size]
    return sum(filled) + GAP * (len(filled) - 1)


def _drawn(
    row: tuple[_Field, ...], columns: tuple[Column, ...], widths: list[int], paper: Paper
) -> Line:
    spans: list[Span] = []
    for field, column, size in zip(row, columns, widths, strict=True):
        if not size:
            continue
        if spans:
            spans.append(Span(" " * GAP))
        spans.extend(pad(field.fitted(size, paper), size, column.align))
    while spans and not spans[-1].text.strip(" "):
        spans.pop()
    return tuple(span for span in spans if span.text)
