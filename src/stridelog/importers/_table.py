"""Tables in text files: delimiter found out, read record by record in bounded memory."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import count, islice
from typing import TextIO

from stridelog.domain.importing import ImportFileError, Problem, SourceFile
from stridelog.importers._text import Encoding, encoding_of, open_text

LONGEST_RECORD = 1 << 24
"""Characters that one record may have; a longer one is a quote that was never closed."""

HEAD = 1 << 16
"""Characters that are looked at to find the delimiter."""

DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table. ``row`` counts as ``Problem.row`` does."""

    row: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows under it, which can be gone through once.

    Records have as many cells as the header. ``ended`` is false where the file's last line has
    no end.
    """

    header: tuple[str, ...]
    rows: Iterator[Record | Problem]
    ended: bool


def read_table(path: SourceFile) -> Table:
    """Read a table's header, and its rows as they are asked for. Raises ``ImportFileError``.

    A row that has not the header's number of cells, or whose quotes do not close, is a
    ``Problem``; empty rows are left out.
    """
    encoding = encoding_of(path)
    found = records(path, encoding)
    first = next(found, None)
    if first is None:
        raise ImportFileError(f"{path} is empty.")
    if isinstance(first, Problem):
        raise ImportFileError(f"{path} cannot be read as a table. {first.reason}")
    rows = _even(found, len(first.cells))
    if not encoding.whole:
        rows = without_last(rows)
    return Table(tuple(first.cells), rows, encoding.ended)


def first_records(head: str) -> list[list[str]]:
    """Return the first few records of a table's beginning, the last of which may be cut."""
    return _parsed(head, _delimiter(head))


def without_last(rows: Iterable[Record | Problem]) -> Iterator[Record | Problem]:
    """Give all rows but the last, which is a problem: the file stops inside it."""
    held: Record | Problem | None = None
    for row in rows:
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield Problem(held.row, "The file is cut off in this row.")


def records(path: SourceFile, encoding: Encoding) -> Iterator[Record | Problem]:
    """Give all records of a file, however many cells they have; the first may be a header.

    For files that hold several tables; of others, ``read_table``. Raises ``ImportFileError``.
    """
    with open_text(path, encoding) as file:
        delimiter = _delimiter(file.read(HEAD))
        file.seek(0)
        lines = _Lines(file)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        for row in count(1):
            lines.taken = 0
            try:
                cells = _next(reader)
            except StopIteration:
                return
            except _TooLongError:
                yield Problem(row, _unclosed(f"is longer than {LONGEST_RECORD:,} characters"))
                return
            except csv.Error:
                yield Problem(row, _badly_quoted(lines))
                continue
            if any(cells):
                yield Record(row, cells)


class _TooLongError(Exception):
    """A record has more characters than any record of a table."""


class _Lines:
    """The lines of a file, for a CSV reader, as long as the record at hand is not too long."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.taken = 0
        self.over = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(LONGEST_RECORD - self.taken + 1)
        if not line:
            self.over = True
            raise StopIteration
        self.taken += len(line)
        if self.taken > LONGEST_RECORD:
            raise _TooLongError
        return line


def _next(reader: Iterator[list[str]]) -> list[str]:
    """Return the next record. The limit on a field's size is one for the whole program."""
    limit = csv.field_size_limit(LONGEST_RECORD)
    try:
        return next(reader)
    finally:
        csv.field_size_limit(limit)


def _badly_quoted(lines: _Lines) -> str:
    if lines.over:
        return _unclosed("has a quote that is never closed")
    return "Its quotes do not match."


def _unclosed(what: str) -> str:
    return f"It {what}. Nothing from there on was read."


def _even(found: Iterable[Record | Problem], width: int) -> Iterator[Record | Problem]:
    """Give the records that have ``width`` cells, not counting empty ones at the end."""
    for record in found:
        if isinstance(record, Problem) or len(record.cells) == width:
            yield record
        elif len(record.cells) > width and not any(record.cells[width:]):
            yield Record(record.row, record.cells[:width])
        else:
            yield Problem(
                record.row, f"It has {len(record.cells)} columns, where the header has {width}."
            )


def _delimiter(head: str) -> str:
    """Return the delimiter under which most rows are as wide as the first, and that is wide."""

    def fitness(delimiter: str) -> tuple[float, int]:
        widths = [len(record) for record in _parsed(head, delimiter) if record]
        if not widths or widths[0] == 1:
            return (0.0, 0)
        return (widths.count(widths[0]) / len(widths), widths[0])

    return max(DELIMITERS, key=fitness)


def _parsed(head: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(StringIO(head, newline=""), delimiter=delimiter)
    try:
        return list(islice(reader, 20))
    except csv.Error:
        return []
