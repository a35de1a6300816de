"""The rows of a file of Garmin Connect's, which may hold several tables, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from stridelog.domain.importing import ImportFileError, Problem, SourceFile
from stridelog.importers._table import Record, records, without_last
from stridelog.importers._text import encoding_of
from stridelog.importers.garmin.columns import (
    Column,
    Layout,
    is_activity,
    layout_of,
    names_activities,
    repeated_layout,
)


@dataclass(frozen=True, slots=True)
class Row:
    """An activity. ``number`` counts as ``Problem.row`` does."""

    number: int
    cells: Sequence[str]
    layout: Layout

    def cell(self, column: Column) -> str:
        """Return the cell of a column; empty where the row says nothing there."""
        return self.layout.cell(self.cells, column)


def rows_of(file: SourceFile) -> Iterator[Row | Problem]:
    """Yield the activities of all tables in the file, in its order. Raises ``ImportFileError``.

    A row of another width than its header is read by the columns that every table begins with,
    unless the file breaks off in it.
    """
    encoding = encoding_of(file)
    found = records(file, encoding)
    if not encoding.whole:
        found = without_last(found)
    layout, found = _begun(file, found)
    torn: Row | Problem | None = None
    for record in found:
        if torn is not None:
            yield torn
        torn = None
        if isinstance(record, Problem):
            yield record
        elif (other := _header(record, layout)) is not None:
            layout = other
        elif layout.fits(record.cells):
            yield Row(record.row, record.cells, layout)
        else:
            torn = _of_another_table(record, layout)
    if torn is not None:
        yield torn if encoding.ended else _uneven(torn, layout)


def _begun(
    file: SourceFile, found: Iterator[Record | Problem]
) -> tuple[Layout, Iterator[Record | Problem]]:
    """Return the layout of the first table, and the records under its header."""
    header, first = next(found, None), next(found, None)
    if header is None:
        raise ImportFileError(f"{file} is empty.")
    if isinstance(header, Problem):
        raise ImportFileError(f"{file} cannot be read as a table. {header.reason}")
    layout = layout_of(header.cells, first.cells if isinstance(first, Record) else ())
    if layout is None:
        raise ImportFileError(
            f"{file} is not a list of activities from Garmin Connect.",
            "Other tables can be read with --map FIELD=COLUMN.",
        )
    return layout, chain([] if first is None else [first], found)


def _header(record: Record, before: Layout) -> Layout | None:
    """Return the layout that a row begins if it is a header, be it the same once more."""
    if before.is_repeated(record.cells):
        return repeated_layout(record.cells)
    return layout_of(record.cells) if names_activities(record.cells[0]) else None


def _of_another_table(record: Record, layout: Layout) -> Row | Problem:
    row = Row(record.row, record.cells, layout.leading())
    return row if is_activity(record.cells) else _uneven(row, layout)


def _uneven(row: Row | Problem, layout: Layout) -> Problem:
    if isinstance(row, Problem):
        return row
    width = f"where the header has {layout.width}"
    return Problem(row.number, f"It has {len(row.cells)} columns, {width}.")
