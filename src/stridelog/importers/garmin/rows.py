"""A row of Garmin Connect's table as a draft."""

from collections.abc import Iterator
from datetime import tzinfo

from stridelog.domain.dates import DateOrder
from stridelog.domain.definition_name import definition_name
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.errors import StrideError
from stridelog.importers._dates import time_of
from stridelog.importers._displayed import number
from stridelog.importers._sports import on_wheels
from stridelog.importers.garmin.columns import Column
from stridelog.importers.garmin.durations import durations_of
from stridelog.importers.garmin.sports import activity_of
from stridelog.importers.garmin.tables import Row
from stridelog.importers.garmin.units import Units, Written

FAVORITE = "favorite"
"""The tag of an activity that was starred."""

_TRUE = frozenset({"true", "wahr", "sand", "sandt", "vrai", "verdadero", "verdadeiro", "vero"})
"""Yes, as Garmin writes it, and as spreadsheets of several languages do."""

SHORTEST_SWIM = 25.0
"""Swims are shown in metres. Less than a short pool's length is kilometres after all."""

FASTEST = 343.0
"""Metres a second, the speed of sound: what goes beyond it was shown in metres, as on a track."""


class RowError(StrideError):
    """A cell does not say what its column should."""


def draft_of(row: Row, file: Written, zone: tzinfo, order: DateOrder) -> Draft:
    """Return the activity of one row. Raises ``StrideError`` where it cannot be made out."""
    sport = activity_of(row.cell(Column.TYPE))
    if not sport:
        raise RowError("It does not say what kind of activity it is.")
    definition_name(sport, "an activity")
    time = time_of(row.cell(Column.DATE), zone, order)
    shown = _number(row, Column.DISTANCE, file)
    spent = durations_of(row, shown, sport, file)
    measured = {
        "distance": _metres(shown, spent.time, sport, file.units),
        "duration": spent.moving,
        "elapsed": spent.elapsed,
        "climb": _number(row, Column.CLIMB, file) * file.units.climb,
        "heart-rate": _number(row, Column.HEART_RATE, file),
        "power": _number(row, Column.POWER, file) if on_wheels(sport) else 0.0,
    }
    return Draft(
        activity=sport,
        at=time.at,
        measurements={name: value for name, value in measured.items() if value},
        tags=tuple(_tags(row)),
        note=" ".join(row.cell(Column.TITLE).split()),
        origins=(Origin("garmin", f"{time.name}/{sport}/{int(spent.time)}/{shown:g}"),),
        row=row.number,
        wall_clock=not time.name.endswith("Z"),
    )


def _number(row: Row, column: Column, file: Written) -> float:
    text = row.cell(column)
    return number(text, file.mark) if text else 0.0


def _metres(shown: float, seconds: float, sport: str, units: Units) -> float:
    """Return a distance in metres, whatever the sport shows it in."""
    if sport == "swim" and shown >= SHORTEST_SWIM:
        return shown * units.swim
    metres = shown * units.distance
    return shown if metres > seconds * FASTEST > 0 else metres


def _tags(row: Row) -> Iterator[str]:
    if row.cell(Column.FAVORITE).lower() in _TRUE:
        yield FAVORITE
