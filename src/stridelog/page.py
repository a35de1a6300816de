"""Pages: what to show, not how. Reports build them, renderers draw them.

Text in a page is plain text: a renderer escapes it for its medium. Styles name a meaning
(better, muted), never a colour.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Style = Literal["", "strong", "muted", "accent", "better", "worse", "level", "warning"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text with one meaning."""

    text: str
    style: Style = ""


Line = tuple[Span, ...]
"""Spans that stand one after the other."""


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A row of values, oldest first; None where there is none. Drawn from lowest to highest."""

    values: tuple[float | None, ...]


Cell = str | Span | Line | Sparkline
"""What stands in one field of a table."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Where space is short, ``flexible`` ones give way: they are cut with … down to ``least`` cells.
    Where that is not enough, ``spare`` ones are left out, those with the highest number first, and
    of the same number the last.
    """

    title: str
    align: Literal["left", "right"] = "left"
    flexible: bool = False
    spare: int = 0
    least: int = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; cells may be fewer than columns."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A line inside a table that heads the rows after it."""

    title: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A title, and what stands at the other end of its line."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line that says something about what stands above it, or, without ``indent``, a title.

    The ``label`` has so many ``columns``, so that what is ``said`` stands below each other; one
    without a label goes on with the fact before it. The ``aside`` stands at the line's other end.
    """

    said: Line | Span | str
    aside: Span = Span("")
    label: Span = Span("")
    columns: int = 0
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``lines`` are kept apart."""

    lines: tuple[Line | Span | str | Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; without titles in any column, no header is drawn."""

    columns: tuple[Column, ...]
    rows: tuple[Row | Section, ...]


Mark = Literal["nothing", "once", "twice", "often", "protected", "open"]
"""What a calendar says of a day: how often something was done (``often`` is three times or more),
that nothing was, nor had to be (protected), or that it may still be done (open).
"""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A mark for each day from ``first`` on, without gaps: a column a week, a row a weekday.

    Weeks start on ``week_start``, 0 for Monday. The ``legend`` says what each mark means, in the
    order in which they are explained; where space is short, the latest weeks are shown.
    """

    title: str
    first: date
    marks: tuple[Mark, ...]
    legend: tuple[tuple[Mark, str], ...]
    week_start: int = 0


Block = Heading | Text | Table | Calendar


@dataclass(frozen=True, slots=True)
class Page:
    """Blocks from top to bottom, an empty line between them."""

    blocks: tuple[Block, ...]
