"""Strava's ``activities.csv``, from its bulk export, of every era and language.

The order of its columns has hardly changed since 2014, and it is the same in every language;
labels, dates and decimal marks are not. So columns are found by position, counted from the two
labels that occur twice (see ``columns.py``). Every row counts, with or without a file of its own.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    ImportOptions,
    NothingToImportError,
    Problem,
    SourceFile,
)
from stridelog.importers._table import Record, first_records, read_table
from stridelog.importers._text import decode_head
from stridelog.importers._times import evident_order
from stridelog.importers.strava.columns import DATE, layout_of
from stridelog.importers.strava.rows import draft_of

GEAR = (
    ("Shoe Name", "Shoe Brand"),
    ("Bike Name", "Bike Brand"),
    ("Bike Name", "Component Type"),
)
"""How the tables of gear begin that lie beside the activities."""

SUMMARY = "Strava's activities.csv, of every year and language"


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is Strava's table of activities, or of gear."""
    header, *rows = first_records(decode_head(head)) or [[]]
    return layout_of(header, rows[0] if rows else ()) is not None or _lists_gear(header)


def read(path: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every activity, in the order of the file. Raises ``ImportFileError``."""
    table = read_table(path)
    if _lists_gear(table.header):
        raise NothingToImportError(
            f"{path} lists gear. What was worn or ridden stands beside each activity.",
            "Import activities.csv, or the whole export.",
        )
    beginning = list(islice(table.rows, 1))
    cells = next((row.cells for row in beginning if isinstance(row, Record)), ())
    layout = layout_of(table.header, cells)
    if layout is None:
        raise ImportFileError(
            f"{path} is not an activities.csv from Strava.",
            "Other tables can be read with --map FIELD=COLUMN.",
        )
    order = evident_order(_dates(path), options.date_order)
    for row in chain(beginning, table.rows):
        if isinstance(row, Problem):
            yield row
            continue
        try:
            yield draft_of(row, layout, options.zone, order)
        except StrideError as error:
            yield Problem(row.row, error.message)


def _dates(path: SourceFile) -> Iterator[str]:
    for row in read_table(path).rows:
        if isinstance(row, Record):
            yield row.cells[DATE]


def _lists_gear(header: Sequence[str]) -> bool:
    """Tell whether a table is ``shoes.csv``, ``bikes.csv`` or ``components.csv`` of the export."""
    return tuple(header[:2]) in GEAR
