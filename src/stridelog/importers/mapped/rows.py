"""A row of a mapped table as a draft."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256

from stridelog.domain.dates import DateOrder
from stridelog.domain.definition_name import definition_name
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import ImportOptions
from stridelog.domain.plain_text import plain, shown
from stridelog.domain.quantity import parse_in_unit
from stridelog.domain.quantity.unit import MAY_BE_ZERO
from stridelog.importers._dates import Time, time_of
from stridelog.importers._names import kebab
from stridelog.importers._table import Record
from stridelog.importers.mapped.mapping import ColumnMapping, MeasureColumn

_MISSING = frozenset({"", "-", "--", "n/a", "na", "nan", "null", "none", "--:--", "--:--:--"})
_ZERO = re.compile(r"[0:.,]+")
_EFFORT = re.compile(r"(10|[1-9])(?:[.,]0+)?")


class RowError(StrideError):
    """A cell does not say what its column should."""


class Reader:
    """Reads the rows of one table.

    A row is known again, whatever the file is called and whatever the zone of the machine, by its
    activity, its time to the second, and what is mapped of its distance to the metre or else its
    duration. Without a time of day that may well happen twice: then distance, duration and note
    tell rows apart, and of those that are alike, how many came before.
    """

    def __init__(
        self, mapping: ColumnMapping, options: ImportOptions, order: DateOrder, source: str
    ) -> None:
        self._source = source
        self._mapping = mapping
        self._options = options
        self._order = order
        self._seen: Counter[str] = Counter()

    def draft_of(self, record: Record) -> Draft:
        """Return the entry of one row. Raises ``StrideError`` where it cannot be made out."""
        cells, text = record.cells, self._mapping.text
        activity = kebab(text("activity", cells))
        if not activity:
            raise RowError("It does not say what was done.")
        definition_name(activity, "an activity")
        time = time_of(cells[self._mapping.date], self._options.zone, self._order)
        measurements = dict(self._measurements(cells))
        note = text("note", cells).replace("\r\n", "\n").replace("\r", "\n")
        return Draft(
            activity=activity,
            at=time.at,
            measurements=measurements,
            tags=_tags(text("tags", cells)),
            place=text("place", cells).removeprefix("@"),
            gear=text("gear", cells),
            effort=_effort(text("effort", cells)),
            note=note,
            origins=(Origin(self._source, self._key(activity, time, measurements, note)),),
            row=record.row,
        )

    def _measurements(self, cells: Sequence[str]) -> list[tuple[str, float]]:
        columns = ((column, cells[column.column]) for column in self._mapping.measures)
        return [
            (column.measure.name, self._value(column, cell))
            for column, cell in columns
            if not _is_missing(column, cell)
        ]

    def _value(self, column: MeasureColumn, cell: str) -> float:
        dimension, notation = column.measure.dimension, self._options.notation
        try:
            return parse_in_unit(cell, column.unit, dimension, notation)
        except StrideError as error:
            raise RowError(f"{column.measure.name}: {error.message}") from error

    def _key(self, activity: str, time: Time, measurements: Mapping[str, float], note: str) -> str:
        amounts = [
            f"{round(measurements[name])}{unit}"
            for name, unit in (("distance", "m"), ("duration", "s"))
            if name in measurements
        ]
        if time.of_day:
            return " ".join((activity, time.name, *amounts[:1]))
        key = " ".join((activity, time.name, *amounts, *_digest(note)))
        self._seen[key] += 1
        return key if self._seen[key] == 1 else f"{key} #{self._seen[key]}"


def _digest(note: str) -> tuple[str, ...]:
    """Return what stands for a note in a key, which is one short line; nothing for no note."""
    return (sha256(note.encode(errors="surrogatepass")).hexdigest()[:16],) if note else ()


def _is_missing(column: MeasureColumn, cell: str) -> bool:
    text = plain(cell)
    if text in _MISSING:
        return True
    return column.measure.dimension not in MAY_BE_ZERO and _ZERO.fullmatch(text) is not None


def _tags(text: str) -> tuple[str, ...]:
    words = (word.lstrip("+#") for word in re.split(r"[,;\s]+", text))
    return tuple(dict.fromkeys(word for word in words if word))


def _effort(text: str) -> int | None:
    if plain(text) in _MISSING or _ZERO.fullmatch(text):
        return None
    match = _EFFORT.fullmatch(text)
    if match is None:
        raise RowError(f'"{shown(text)}" is no effort: it goes from 1 to 10.')
    return int(match[1])
