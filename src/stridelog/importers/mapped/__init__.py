"""Any table or JSON lines whose columns the person names, by words like ``FIELD=COLUMN[:UNIT]``.

FIELD is ``date``, ``activity``, ``tags``, ``place``, ``gear``, ``effort``, ``note``, or a measure
(``distance``, ``csat``). COLUMN is a label of the header; UNIT says what a measure's numbers are
in, and is the base unit where it is left out. ``FIELD:=TEXT`` gives every row the same activity,
tags, place, gear or note: ``activity:=run``.

Dates must be whole: ISO, with or without a time and an offset, or any other form that stride
reads, but nothing like ``yesterday``. A time without an offset is in the person's zone; a date
without a time is entered at noon. Cells that are empty, dashes or "n/a" are left out, as is a zero
where nothing cannot be something (a distance, a heart rate).
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice

from stridelog.domain.entry import Draft
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import ImportItem, ImportOptions, Problem, SourceFile
from stridelog.domain.understood import Understood, UnderstoodRow
from stridelog.importers._table import Record, Table, first_records, read_table
from stridelog.importers._text import decode_head
from stridelog.importers._times import evident_order
from stridelog.importers.mapped.json_lines import (
    FIRST,
    first_labels,
    is_json_lines,
    read_json_lines,
)
from stridelog.importers.mapped.mapping import ColumnMapping, MappingError, mapping_of
from stridelog.importers.mapped.rows import Reader

SUMMARY = "Any table or JSON lines, the columns named with --map FIELD=COLUMN[:UNIT]"

PREVIEWED = 3
"""Rows that are shown before anything is added."""

MOST_KNOWN_BY = 100
"""Columns by which a table is known again; of a wider one, those that are mapped."""


def sniff(_name: str, _head: bytes) -> bool:
    """Recognise nothing: only who knows the columns can say what they mean."""
    return False


def has_columns(head: bytes, columns: tuple[str, ...]) -> bool:
    """Tell whether a table that begins with ``head`` has all these columns, in whatever case.

    So that a saved mapping can say which files it is for. JSON lines are told by their first line.
    """
    text = decode_head(head)
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        header: list[str] = list(first_labels(text))
    else:
        header = next(iter(first_records(text)), [])
    there = {label.strip().casefold() for label in header}
    return bool(columns) and all(column.strip().casefold() in there for column in columns)


def read(path: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every row. Raises ``ImportFileError``, ``MappingError``."""
    mapped = _mapped(path, options)
    reader = mapped.reader(options)
    for row in mapped.tables().rows:
        if isinstance(row, Problem):
            yield row
            continue
        try:
            yield reader.draft_of(row)
        except StrideError as error:
            yield Problem(row.row, error.message)


def preview(path: SourceFile, options: ImportOptions, most: int = PREVIEWED) -> Understood:
    """Return how the first ``most`` rows are understood. Raises what ``read`` does."""
    mapped = _mapped(path, options)
    reader, table = mapped.reader(options), mapped.tables()
    places = mapped.mapping.places()
    rows: list[UnderstoodRow] = []
    for row in islice(table.rows, most):
        if isinstance(row, Problem):
            rows.append(UnderstoodRow(row.row, {}, row))
            continue
        cells = {field: row.cells[place].strip() for field, place in places.items()}
        try:
            found: Draft | Problem = reader.draft_of(row)
        except StrideError as error:
            found = Problem(row.row, error.message)
        rows.append(UnderstoodRow(row.row, cells, found))
    columns = {field: table.header[place].strip() for field, place in places.items()}
    # Lines need not have the same members, and a table may have more columns than a file should.
    whole = mapped.source == "csv" and len(table.header) <= MOST_KNOWN_BY
    header = map(str.strip, table.header) if whole else columns.values()
    return Understood(columns, tuple(rows), tuple(dict.fromkeys(filter(None, header))))


@dataclass(frozen=True, slots=True)
class _Mapped:
    """A file under a mapping: what reads it from its beginning, as often as need be."""

    source: str
    tables: Callable[[], Table]
    mapping: ColumnMapping

    def reader(self, options: ImportOptions) -> Reader:
        """Return what reads its rows."""
        rows = self.tables().rows
        dates = (row.cells[self.mapping.date] for row in rows if isinstance(row, Record))
        order = evident_order(dates, options.date_order)
        return Reader(self.mapping, options, order, self.source)


def _mapped(path: SourceFile, options: ImportOptions) -> _Mapped:
    words = options.mapping
    if not is_json_lines(path):
        tables = partial(read_table, path)
        return _Mapped("csv", tables, mapping_of(words, tables().header, options))
    lines = partial(read_json_lines, path, options.notation.decimal)
    # Members may come late, but mostly they are in the first lines.
    first = partial(lines, most=FIRST)
    with suppress(MappingError):
        return _Mapped("jsonl", first, mapping_of(words, first().header, options))
    return _Mapped("jsonl", lines, mapping_of(words, lines().header, options))
