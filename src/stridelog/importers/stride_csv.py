r"""Stride's own CSV export, read back: the entries, without the definitions of their activities.

An apostrophe at the beginning of a text is taken off: the export put it on so that no spreadsheet
runs the text. ``'\`` begins a text with JSON escapes, for characters that a table cannot hold.
"""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stridelog.domain.definition import SUMMED
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    ImportOptions,
    NewMeasures,
    Problem,
    SourceFile,
)
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.plain_text import shown
from stridelog.domain.units import BASE_UNIT, Dimension
from stridelog.importers._export import (
    EntryError,
    day_near,
    effort_of,
    label_of,
    name_of,
    number_of,
    time_of,
)
from stridelog.importers._table import Record, first_records, read_table, without_last
from stridelog.importers._text import decode_head

SUMMARY = "stride's own export as CSV"

_OWN = ("uid", "activity", "at", "day")
"""Columns by which the export is known."""

_COLUMNS = frozenset({*_OWN, "number", "place", "tags", "gear", "effort", "note", "origins"})

_MEASURE = re.compile(r"(.+) \(([^()]+)\)", re.DOTALL)
_UNTABLED = re.compile("[\0\r\ud800-\udfff]")
_ESCAPE = re.compile(r"%([0-9a-f]{4})")
_MOST_DIGITS = 20


_BY_UNIT = {BASE_UNIT[dimension]: dimension for dimension in reversed(Dimension)}


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each column stands, and which of them holds which measure.

    ``made`` are those measures that the journal does not have, with what their unit tells.
    """

    places: Mapping[str, int]
    measures: tuple[tuple[int, Measure], ...]
    made: frozenset[Measure]

    def text(self, name: str, cells: Sequence[str]) -> str:
        """Return the text in a column, as it was before the export; empty without the column."""
        place = self.places.get(name)
        return "" if place is None else _text(cells[place])

    def values(self, cells: Sequence[str]) -> dict[Measure, float]:
        """Return what was measured."""
        return {measure: _value(cells[place]) for place, measure in self.measures if cells[place]}


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is stride's export as CSV."""
    header = next(iter(first_records(decode_head(head))), [])
    return set(_OWN) <= set(header)


def read(path: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every row. Raises ``ImportFileError``.

    Before the first one that has a measure unknown to the journal comes its activity, with that
    measure: a dimension is all that the table knows of it.
    """
    table = read_table(path)
    if not set(_OWN) <= set(table.header):
        raise ImportFileError(
            f"{path} is not stride's export as CSV.", "Other tables can be read with --map."
        )
    try:
        columns = _columns(table.header, options.measures)
    except StrideError as error:
        raise ImportFileError(
            f"{path} has a column that stride does not write. {error.message}",
            "Take it out, or name the columns with --map.",
        ) from error
    told: set[tuple[str, Measure]] = set()
    # The export ends every line; where the last one has no end, something is missing.
    for row in table.rows if table.ended else without_last(table.rows):
        if isinstance(row, Problem):
            yield row
            continue
        try:
            values = columns.values(row.cells)
            draft = _draft(row, columns, values)
        except StrideError as error:
            yield Problem(row.row, error.message)
            continue
        new = tuple(m for m in values if m in columns.made and (draft.activity, m) not in told)
        if new:
            told.update((draft.activity, measure) for measure in new)
            yield NewMeasures(draft.activity, new)
        yield draft


def _columns(header: Sequence[str], known: Mapping[str, Measure]) -> _Columns:
    places: dict[str, int] = {}
    measures: list[tuple[int, Measure]] = []
    for place, label in enumerate(map(_text, header)):
        match = _MEASURE.fullmatch(label)
        if match and match[2] in _BY_UNIT:
            measures.append((place, _measure(match[1], match[2], known)))
        elif label in _COLUMNS:
            places[label] = place
        else:
            raise EntryError(f'It is called "{shown(label)}".')
    made = frozenset(measure for _, measure in measures if known.get(measure.name) != measure)
    return _Columns(places, tuple(measures), made)


def _measure(name: str, unit: str, known: Mapping[str, Measure]) -> Measure:
    """Return the measure that the journal has, or one of the dimension that the unit tells."""
    measure = known.get(name)
    if measure is not None and measure.base_unit == unit:
        return measure
    dimension = _BY_UNIT[unit]
    kind = Kind.ADDITIVE if dimension in SUMMED else Kind.INTENSIVE
    return Measure(name_of(name, "a measure"), kind, dimension)


def _draft(record: Record, columns: _Columns, values: Mapping[Measure, float]) -> Draft:
    cells = record.cells
    derived = next((m.name for m in values if m.kind is Kind.DERIVED), "")
    if derived:
        raise EntryError(f"{derived} is worked out from other measures, and has no value itself.")
    at = time_of(columns.text("at", cells))
    day = columns.text("day", cells)
    return Draft(
        activity=name_of(columns.text("activity", cells), "an activity"),
        at=at,
        measurements={measure.name: value for measure, value in values.items()},
        tags=tuple(_unescaped(tag) for tag in columns.text("tags", cells).split(" ") if tag),
        place=columns.text("place", cells),
        gear=columns.text("gear", cells),
        effort=_whole(effort_of, columns.text("effort", cells)),
        note=columns.text("note", cells),
        origins=tuple(map(_origin, filter(None, columns.text("origins", cells).split(" ")))),
        uid=label_of(columns.text("uid", cells)),
        number=_whole(number_of, columns.text("number", cells)),
        row=record.row,
        day=day_near(day, at) if day else None,
    )


def _value(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise EntryError(f'"{shown(text)}" is no number.')
    return value


def _whole(check: Callable[[int], int], text: str) -> int | None:
    """Return the whole number that ``text`` is, if ``check`` has nothing against it."""
    if not text:
        return None
    if not text.isdecimal() or len(text) > _MOST_DIGITS:
        raise EntryError(f'"{shown(text)}" is no whole number.')
    return check(int(text))


def _origin(word: str) -> Origin:
    source, colon, key = word.partition(":")
    if not colon:
        raise EntryError(f'"{shown(word)}" does not say where the entry came from.')
    return Origin(label_of(_unescaped(source)), label_of(_unescaped(key)))


def _unescaped(word: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), word)


def _text(cell: str) -> str:
    """Return the text that the export made ``cell`` of."""
    if cell.startswith("'\\"):
        try:
            text = str(json.loads(f'"{cell[2:]}"'))
        except ValueError:
            text = ""
        if _UNTABLED.search(text):
            return text  # else a person wrote this into the table
    return cell.removeprefix("'")
