"""Runkeeper's ``cardioActivities.csv``, with and without the column ``Activity Id``.

Dates are local times without a zone. The unit stands in the label: ``Distance (km)``,
``Climb (ft)``. The GPX files that its last column names lie beside it and are read by themselves.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from stridelog.domain.circumstances import place_name
from stridelog.domain.dates import DateOrder
from stridelog.domain.definition_name import definition_name
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    ImportOptions,
    NothingToImportError,
    Problem,
    SourceFile,
)
from stridelog.domain.units import METRES_PER_FOOT, METRES_PER_MILE
from stridelog.importers._dates import time_of
from stridelog.importers._displayed import number, seconds
from stridelog.importers._names import kebab
from stridelog.importers._sports import sport_of
from stridelog.importers._table import Record, first_records, read_table
from stridelog.importers._text import decode_head
from stridelog.importers._times import evident_order

SUMMARY = "Runkeeper's cardioActivities.csv"

_METRES = {
    "distance-km": 1000.0,
    "distance-mi": METRES_PER_MILE,
    "climb-m": 1.0,
    "climb-ft": METRES_PER_FOOT,
}
"""How many metres the columns that say their unit count in."""

_NEEDED = frozenset({"date", "type", "route-name", "duration"})
_LONGEST_LABEL = 100
_KEY = re.compile(r"[\w-]{1,100}", re.ASCII)


class RowError(StrideError):
    """A cell does not say what its column should."""


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is Runkeeper's table of activities."""
    header = next(filter(any, first_records(decode_head(head))), [])
    return _is_runkeepers(_places(header))


def read(file: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every activity, in the order of the file. Raises ``ImportFileError``."""
    table = read_table(file)
    places = _places(table.header)
    if not _is_runkeepers(places):
        raise ImportFileError(
            f"{file} is not a cardioActivities.csv from Runkeeper.",
            "Other tables can be read with --map FIELD=COLUMN.",
        )
    order = evident_order(_dates(file, places["date"]), options.date_order)
    empty = True
    for row in table.rows:
        empty = False
        if isinstance(row, Problem):
            yield row
            continue
        try:
            yield _draft(row, places, options, order)
        except StrideError as error:
            yield Problem(row.row, error.message)
    if empty:
        raise NothingToImportError(f"{file} holds no activities.")


def _places(header: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, label in enumerate(header):
        # A label longer than any of Runkeeper's is a text, and need not be looked at.
        places.setdefault(kebab(label) if len(label) <= _LONGEST_LABEL else "", place)
    return places


def _is_runkeepers(places: Mapping[str, int]) -> bool:
    return places.keys() >= _NEEDED and not {"distance-km", "distance-mi"}.isdisjoint(places)


def _dates(file: SourceFile, column: int) -> Iterator[str]:
    for row in read_table(file).rows:
        if isinstance(row, Record):
            yield row.cells[column]


def _draft(
    row: Record, places: Mapping[str, int], options: ImportOptions, order: DateOrder
) -> Draft:
    cells = {label: row.cells[place].strip() for label, place in places.items()}
    sport = sport_of(cells["type"])
    if not sport:
        raise RowError("It does not say what kind of activity it is.")
    definition_name(sport, "an activity")
    time = time_of(cells["date"], options.zone, order)
    key = cells.get("activity-id", "")
    place, note = _words(cells)
    return Draft(
        activity=sport,
        at=time.at,
        measurements=_measurements(cells),
        place=place,
        note=note,
        origins=(Origin("runkeeper", key if _KEY.fullmatch(key) else f"{time.name}/{sport}"),),
        row=row.row,
        wall_clock=not time.name.endswith("Z"),
    )


def _measurements(cells: Mapping[str, str]) -> dict[str, float]:
    """Return what was measured, in base units; what is zero or empty was not."""
    found = {"duration": seconds(cells["duration"]) if cells["duration"] else 0.0}
    for label, metres in _METRES.items():
        name = label.partition("-")[0]
        found[name] = found.get(name) or _number(cells.get(label, "")) * metres
    found["heart-rate"] = _number(cells.get("average-heart-rate-bpm", ""))
    return {name: value for name, value in found.items() if value}


def _number(text: str) -> float:
    return number(text) if text else 0.0


def _words(cells: Mapping[str, str]) -> tuple[str, str]:
    """Return place and note: a course is a place, and noted where its name is too long for one."""
    route = " ".join(cells["route-name"].split())
    notes = cells.get("notes", "").replace("\r\n", "\n").replace("\r", "\n")
    try:
        return (place_name(kebab(route)) if route else ""), notes
    except StrideError:
        return "", "\n".join(filter(None, (route, notes)))
