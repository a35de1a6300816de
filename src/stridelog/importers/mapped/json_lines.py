"""JSON lines as a table: each line is an object, its members are the columns.

Members of members have names with dots: ``start.time``. Lists of texts and numbers are written
one after the other, with commas; lists of anything else are left out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from io import StringIO
from typing import TextIO, overload

from stridelog.domain.importing import ImportFileError, Problem, SourceFile
from stridelog.domain.quantity import DecimalMark
from stridelog.importers._table import HEAD, LONGEST_RECORD, Record, Table
from stridelog.importers._text import decode_head, encoding_of, open_text, readable

FIRST = 1_000
"""Lines that are looked at for the names of members, unless one is missing there."""

MOST_LABELS = 10_000
MOST_VALUES = 250_000
"""As many members are named, and as many values can stand in one line."""

_DEEPEST = 8
_LONGEST_LABEL = 200
_MOST_DIGITS = 40

Members = Mapping[str, object]


def is_json_lines(path: SourceFile) -> bool:
    """Tell whether a file begins like JSON. Raises ``ImportFileError``, also for a list."""
    with readable(path), path.open("rb") as file:
        head = decode_head(file.read(HEAD)).lstrip("\ufeff \t\r\n")
    if head.startswith(("[{", "[\n", "[\r", "[ ")):
        raise ImportFileError(
            f"{path} is one JSON list.",
            f"Write an object on each line, for example with: jq -c '.[]' {path.name}",
        )
    return head.startswith("{")


def read_json_lines(path: SourceFile, mark: DecimalMark, most: int | None = None) -> Table:
    """Read the names of members, and the lines as they are asked for. Raises ``ImportFileError``.

    The names are those of the first ``most`` lines, or of all. Numbers are written with ``mark``.
    A line that is no object is a ``Problem``.
    """
    encoding = encoding_of(path)
    with open_text(path, encoding) as file:
        labels = _labels(_objects(file, mark), most)
    if not labels:
        raise ImportFileError(
            f"{path} has no JSON object on a line of its own.",
            "JSON lines have one object on each line; a table can be saved as CSV.",
        )

    def rows() -> Iterator[Record | Problem]:
        places = tuple(labels)
        with open_text(path, encoding) as again:
            for row, found in _objects(again, mark):
                if isinstance(found, str):
                    yield Problem(row, found)
                else:
                    yield Record(row, _Cells(found, places))

    return Table(tuple(labels), rows(), encoding.ended)


def first_labels(head: str) -> tuple[str, ...]:
    """Return the names of members in the first line of ``head``, none if it is no whole object."""
    first = StringIO(head.lstrip("\ufeff \t\r\n").partition("\n")[0])
    return tuple(_labels(_objects(first, DecimalMark.DOT), 1))


class _Cells(Sequence[str]):
    """The members of one object, written when they are asked for."""

    def __init__(self, members: Members, labels: Sequence[str]) -> None:
        self._members = members
        self._labels = labels

    def __len__(self) -> int:
        return len(self._labels)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[one] for one in range(len(self))[place]]
        return _written(_member(self._members, self._labels[place]))


def _objects(file: TextIO, mark: DecimalMark) -> Iterator[tuple[int, Members | str]]:
    """Yield each line's number and its object, or why it is none; empty lines are left out."""
    decoder = json.JSONDecoder(
        parse_float=partial(_decimal, mark), parse_int=str, parse_constant=str
    )
    for row, line in enumerate(_lines(file), start=1):
        if line is None:
            yield row, f"It is longer than {LONGEST_RECORD:,} characters."
        elif sum(map(line.count, ",[{")) > MOST_VALUES:
            yield row, f"It has more than {MOST_VALUES:,} values."
        elif line.strip():
            try:
                found = decoder.decode(line)
            except (ValueError, RecursionError):
                found = None
            yield row, found if isinstance(found, dict) else "It is no whole JSON object."


def _lines(file: TextIO) -> Iterator[str | None]:
    """Yield lines; None for one that is too long, which is passed over in pieces."""
    while line := file.readline(LONGEST_RECORD + 1):
        if len(line) <= LONGEST_RECORD:
            yield line
            continue
        while line and not line.endswith(("\n", "\r")):
            line = file.readline(LONGEST_RECORD)
        yield None


def _decimal(mark: DecimalMark, digits: str) -> str:
    """Write a number as the person does: a dot in JSON is always the decimal mark."""
    if "e" in digits.lower() and len(digits) <= _MOST_DIGITS:
        whole = f"{float(digits):f}"
        digits = whole if len(whole) <= _MOST_DIGITS else digits
    return digits.replace(".", "," if mark is DecimalMark.COMMA else ".")


def _labels(objects: Iterator[tuple[int, Members | str]], most: int | None) -> dict[str, None]:
    """Return the names of members in the order in which they come."""
    labels: dict[str, None] = {}
    for row, found in objects:
        if isinstance(found, dict):
            for label in _names(found, "", _DEEPEST):
                if len(labels) < MOST_LABELS and len(label) <= _LONGEST_LABEL:
                    labels[label] = None
        if most is not None and row >= most and labels:
            break
    return labels


def _names(members: Members, before: str, deeper: int) -> Iterator[str]:
    for name, value in members.items():
        if isinstance(value, dict) and deeper:
            yield from _names(value, f"{before}{name}.", deeper - 1)
        elif not isinstance(value, dict):
            yield f"{before}{name}"


def _member(members: Members, label: str, deeper: int = _DEEPEST) -> object:
    """Return the member of that name, be the dots in it between members or in their names."""
    if label in members:
        return members[label]
    at = label.find(".")
    while at >= 0 and deeper:
        inner = members.get(label[:at])
        if isinstance(inner, dict):
            found = _member(inner, label[at + 1 :], deeper - 1)
            if found is not None:
                return found
        at = label.find(".", at + 1)
    return None


def _written(value: object) -> str:
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return ", ".join(text for text in map(_written, value) if text) if _flat(value) else ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _flat(values: list[object]) -> bool:
    return not any(isinstance(value, dict | list) for value in values)
