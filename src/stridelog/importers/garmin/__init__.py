"""Garmin Connect's ``Activities.csv``, the list of activities, in any language.

Its dates are local times without a zone, and nothing in it says whether distances are miles or
kilometres: ``units.py`` finds that out, and a remark tells it. An activity has no number there: it
is known by when it began, what it was, how long it took and how far it went.
"""

from collections.abc import Iterator

from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    ImportItem,
    ImportOptions,
    NothingToImportError,
    Problem,
    Remark,
    SourceFile,
)
from stridelog.importers._table import first_records
from stridelog.importers._text import decode_head
from stridelog.importers._times import evident_order
from stridelog.importers.garmin.columns import Column, layout_of
from stridelog.importers.garmin.rows import draft_of
from stridelog.importers.garmin.tables import rows_of
from stridelog.importers.garmin.units import written

SUMMARY = "Garmin Connect's Activities.csv, in every language"


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is Garmin Connect's list of activities."""
    rows = filter(any, first_records(decode_head(head)))
    return layout_of(next(rows, []), next(rows, [])) is not None


def read(file: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every activity, in the order of the file. Raises ``ImportFileError``."""
    how = written(file, options.units)
    order = evident_order(_dates(file), options.date_order)
    if how.remark:
        yield Remark(how.remark)
    empty = True
    for row in rows_of(file):
        empty = False
        if isinstance(row, Problem):
            yield row
            continue
        try:
            yield draft_of(row, how, options.zone, order)
        except StrideError as error:
            yield Problem(row.number, error.message)
    if empty:
        raise NothingToImportError(f"{file} holds no activities.")


def _dates(file: SourceFile) -> Iterator[str]:
    for row in rows_of(file):
        if not isinstance(row, Problem):
            yield row.cell(Column.DATE)
