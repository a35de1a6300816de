"""Any table whose columns the person names, by words of the form ``FIELD=COLUMN[:UNIT]``.

FIELD is ``date``, ``activity``, ``tags``, ``place``, ``gear``, ``effort``, ``note``, or a measure
(``distance``, ``csat``). COLUMN is a label of the header; UNIT says what a measure's numbers are
in, and is the base unit where it is left out. ``FIELD:=TEXT`` gives every row the same activity,
tags, place, gear or note: ``activity:=run``.

Dates must be whole: ISO, with or without a time and an offset, or any other form that stride
reads, but nothing like ``yesterday``. A time without an offset is in the person's zone; a date
without a time is entered at noon. Cells that are empty, dashes or "n/a" are left out, as is a zero
where nothing cannot be something (a distance, a heart rate).
"""

from collections.abc import Iterator

from stridelog.domain.errors import StrideError
from stridelog.domain.importing import ImportItem, ImportOptions, Problem, SourceFile
from stridelog.importers._table import Record, read_table
from stridelog.importers._times import evident_order
from stridelog.importers.mapped_csv.mapping import mapping_of
from stridelog.importers.mapped_csv.rows import Reader

SUMMARY = "Any table of comma-separated values, its columns named with --map FIELD=COLUMN[:UNIT]"


def sniff(_name: str, _head: bytes) -> bool:
    """Recognise nothing: only who knows the columns can say what they mean."""
    return False


def read(path: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every row. Raises ``ImportFileError``, ``MappingError``."""
    table = read_table(path)
    mapping = mapping_of(options.mapping, table.header, options)
    order = evident_order(_dates(path, mapping.date), options.date_order)
    reader = Reader(mapping, options, order)
    for row in table.rows:
        if isinstance(row, Problem):
            yield row
            continue
        try:
            yield reader.draft_of(row)
        except StrideError as error:
            yield Problem(row.row, error.message)


def _dates(path: SourceFile, column: int) -> Iterator[str]:
    for row in read_table(path).rows:
        if isinstance(row, Record):
            yield row.cells[column]
