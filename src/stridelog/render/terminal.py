"""Pages in a terminal, drawn with Rich: it lays out tables, folds lines and writes colours.

Rich gets text as its ``Text`` only (``Words`` here): in a string it would look for markup.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import compress

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.table import Table as Grid
from rich.text import Text as Words

from stridelog.page import (
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
    Text,
)
from stridelog.render.calendar import drawing
from stridelog.render.facts import label_of, lines_of
from stridelog.render.fallback import has_all, written_in
from stridelog.render.paper import USUAL_WIDTH, Paper
from stridelog.render.plain import spans_of
from stridelog.render.sparkline import BARS, sparkline
from stridelog.render.theme import THEME
from stridelog.render.unbroken import apart, joined

GAP = 2
"""Cells between two columns, and the fewest between a heading and its aside."""

INDENT = "  "
"""What the rows of a section stand behind."""

_BEGINNING = re.compile(r" *(?:[★·*.] )?")
"""What a line begins with that goes on in other rows: its mark, too, where ASCII stands for it."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The lines of a table, and its width in cells."""

    lines: list[str]
    width: int


@dataclass(frozen=True, slots=True)
class _Field:
    """What Rich draws in one field of a table: how wide it would be, and how it fits a width."""

    width: int
    fitted: Callable[[int], Words]

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(self.width, self.width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.fitted(options.max_width)


def draw(page: Page, paper: Paper) -> str:
    """Return ``page`` as text for ``paper``, each line ending with a newline.

    Colours are escape sequences of ANSI's 16 colours, and only there where ``paper`` wants them.
    """
    prepared = [_table(b, paper) if isinstance(b, Table) else b for b in page.blocks]
    widths = [block.width for block in prepared if isinstance(block, _Drawn)]
    measure = min(max(widths, default=USUAL_WIDTH), paper.width)
    blocks = [_lines(block, measure, paper) for block in prepared]
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in blocks if lines)


def _lines(block: _Drawn | Heading | Text | Calendar, measure: int, paper: Paper) -> list[str]:
    if isinstance(block, _Drawn):
        return block.lines
    if isinstance(block, Heading):
        rows = _heading(block, measure, paper)
    elif isinstance(block, Calendar):
        rows = _calendar(block, paper)
    else:
        rows = [row for line in block.lines for row in _text_line(line, paper)]
    return [line for row in rows for line in _written(row, paper.width, paper)]


def _heading(heading: Heading, measure: int, paper: Paper) -> Iterable[Words]:
    """Return a heading, its aside flush with the tables' right edge or on a line of its own."""
    title, aside = Span(heading.text, "strong"), Span(heading.aside, "muted")
    if not heading.aside:
        return _folded(title, paper)
    needed = _words((title, aside), paper).cell_len
    if needed + GAP > paper.width:
        return [*_folded(title, paper), *_folded(aside, paper)]
    return [_words((title, Span(" " * max(measure - needed, GAP)), aside), paper)]


def _calendar(calendar: Calendar, paper: Paper) -> Iterable[Words]:
    """Return a calendar, its grid in one piece: rows of Rich cost more than what is in them."""
    drawn = drawing(calendar, paper.width)
    grid = Words("\n").join(_words(line, paper) for line in drawn.grid)
    legend = (row for line in drawn.legend for row in _folded(line, paper))
    return [*_folded(drawn.title, paper), grid, *legend]


def _text_line(content: str | Span | Line | Fact, paper: Paper) -> Iterable[Words]:
    """Return a line of a text folded; what is said in a fact stays beside its label."""
    if not isinstance(content, Fact):
        return _folded(content, paper)
    begins = len(label_of(content, paper).text)
    return [row for line in lines_of(content, paper) for row in _folded(line, paper, begins)]


def _folded(content: str | Span | Line, paper: Paper, begins: int | None = None) -> Iterable[Words]:
    """Return a line folded between words, each row indented as its beginning is, mark and all.

    A single word that is longer stays whole: an address must remain one to be followed. So does a
    number with its unit.
    """
    words = _words(content, paper)
    if words.cell_len <= paper.width:
        return [words]
    words.overflow = "ignore"
    if begins is None:
        mark = _BEGINNING.match(words.plain)
        begins = mark.end() if mark else 0
    indent = min(begins, paper.width // 2)
    rest = words[indent:]
    whole = rest.plain
    rest.plain = joined(whole)
    rows = rest.wrap(_console(paper.width, paper), paper.width - indent)
    for row in rows:
        row.plain = apart(row.plain, whole)
        row.rstrip()
        row.pad_left(indent)
    rows[0] = words[:indent] + rows[0][indent:]
    return rows


def _table(table: Table, paper: Paper) -> _Drawn:
    """Draw ``table``, wider than ``paper`` only where nothing may be cut."""
    rows = list(_rows(table, paper))
    natural = [max(field.width for field in column) for column in zip(*rows, strict=True)]
    least = [
        min(width, column.least) if column.flexible else width
        for width, column in zip(natural, table.columns, strict=True)
    ]
    spare = sorted(((c.spare, index) for index, c in enumerate(table.columns)), reverse=True)
    for number, index in spare:
        if number and _total(least) > paper.width:
            natural[index] = least[index] = 0
    # In less space than this, Rich would cut the other columns, too.
    limit = max(paper.width, _total(least))
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    for column, width in zip(table.columns, natural, strict=True):
        if width:
            grid.add_column(justify=column.align, width=None if column.flexible else width)
    for row in rows:
        grid.add_row(*compress(row, natural))
    titles, *body = _written(grid, limit, paper)
    lines = [titles] if titles else []
    following = iter(body)
    for line in table.rows:
        lines += [next(following, "")] if isinstance(line, Row) else _section(line, paper)
    return _Drawn(lines, min(_total(natural), limit))


def _rows(table: Table, paper: Paper) -> Iterator[list[_Field]]:
    """Yield the titles, then the rows, each in all columns; those of a section are indented."""
    yield [_field(Span(column.title, "muted"), paper) for column in table.columns]
    indent = ""
    for row in table.rows:
        if isinstance(row, Section):
            indent = INDENT
            continue
        missing = len(table.columns) - len(row.cells)
        if missing < 0:
            message = f"A row has {len(row.cells)} cells for {len(table.columns)} columns."
            raise ValueError(message)
        cells: tuple[Cell, ...] = (*row.cells, *[""] * missing)
        yield [_field(cell, paper, "" if index else indent) for index, cell in enumerate(cells)]


def _section(section: Section, paper: Paper) -> list[str]:
    """Return the line of a section, which stands across all columns."""
    return _written(_field(Span(section.title, "strong"), paper), paper.width, paper)


def _total(widths: Iterable[int]) -> int:
    """Return how wide columns of ``widths`` are together."""
    filled = [width for width in widths if width]
    return sum(filled) + GAP * (len(filled) - 1)


def _field(cell: Cell, paper: Paper, indent: str = "") -> _Field:
    if isinstance(cell, Sparkline):
        return _Field(len(cell.values), partial(_bars, cell.values, paper))
    words = _words((Span(indent), *spans_of(cell)), paper)
    return _Field(words.cell_len, partial(_cut, words, paper.shown("…")))


def _bars(values: tuple[float | None, ...], paper: Paper, width: int) -> Words:
    bars = sparkline(values, width)
    # A mixture of bars and signs has no order: an encoding that lacks one bar gets signs only.
    shown = bars if has_all(paper.encoding, BARS) else written_in("ascii", bars)
    # Flush right, Rich would move the bars over the gaps at the end, to another time.
    return Words.assemble((shown, "accent"), justify="left")


def _cut(words: Words, mark: str, width: int) -> Words:
    """Return ``words`` in at most ``width`` cells, ending with ``mark`` where they were cut."""
    if words.cell_len <= width:
        return words
    cut = words.copy()
    cut.plain = set_cell_size(words.plain, max(width - cell_len(mark), 0)).rstrip(" ") + mark
    return cut


def _words(content: str | Span | Line, paper: Paper) -> Words:
    return Words.assemble(*((paper.shown(s.text), s.style) for s in spans_of(content)))


def _console(width: int, paper: Paper) -> Console:
    """Return a console that asks the environment nothing: ``paper`` has all the answers."""
    return Console(
        width=width,
        height=1,
        color_system="standard" if paper.colour else None,
        theme=THEME,
        soft_wrap=True,
        force_terminal=False,
        no_color=False,
        legacy_windows=False,
    )


def _written(what: RenderableType, width: int, paper: Paper) -> list[str]:
    """Return the lines that Rich writes for ``what``."""
    console = _console(width, paper)
    with console.capture() as output:
        console.print(what)
    return [line.rstrip(" ") for line in output.get().split("\n")[:-1]]
