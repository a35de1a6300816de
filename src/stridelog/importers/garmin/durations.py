"""How long an activity took.

A spreadsheet that opens ``01:07:35.3`` and saves it writes ``07:35.3``: the hours are gone. Pace
and distance say how many there were.
"""

from dataclasses import dataclass
from math import ceil, floor, isfinite

from stridelog.importers._displayed import DisplayedError, number, seconds
from stridelog.importers.garmin.columns import Column
from stridelog.importers.garmin.tables import Row
from stridelog.importers.garmin.units import Written

_HOUR = 3600.0
_TOLERANCE = 0.02
"""How far, in parts of it, pace times distance may be from the time: pace is rounded."""


@dataclass(frozen=True, slots=True)
class Durations:
    """In seconds; 0 where the row does not say it.

    ``time`` is what the watch counted, ``moving`` what counts as duration: the time in motion
    where there is a way, else ``time``.
    """

    time: float
    moving: float
    elapsed: float


def durations_of(row: Row, distance: float, sport: str, file: Written) -> Durations:
    """Return the durations of a row that shows ``distance``. Raises ``DisplayedError``."""
    time, moving, elapsed = (
        _seconds(row, column) for column in (Column.TIME, Column.MOVING, Column.ELAPSED)
    )
    if _lacks_hours(row, Column.TIME):
        time = _whole(time, _expected(row, distance, sport, file))
    if time and moving and _lacks_hours(row, Column.MOVING):
        moving += max(floor((time - moving + 1.0) / _HOUR), 0) * _HOUR
    if time and elapsed and _lacks_hours(row, Column.ELAPSED):
        elapsed += max(ceil((time - elapsed - 1.0) / _HOUR), 0) * _HOUR
    time = time or elapsed
    return Durations(time, (distance and moving) or time, elapsed)


def _seconds(row: Row, column: Column) -> float:
    text = row.cell(column)
    return seconds(text) if text else 0.0


def _lacks_hours(row: Row, column: Column) -> bool:
    return row.cell(column).count(":") == 1


def _whole(time: float, expected: float) -> float:
    """Return ``time`` with the full hours that are missing from what is expected, if that fits."""
    if not isfinite(expected):
        return time
    whole = time + round((expected - time) / _HOUR) * _HOUR
    return whole if time < whole and abs(whole - expected) <= _TOLERANCE * expected else time


def _expected(row: Row, distance: float, sport: str, file: Written) -> float:
    """Return the time that pace or speed and distance come to; 0 where the row has neither.

    What is labelled speed holds the pace of runs, and the other way round: a colon tells.
    """
    text = row.cell(Column.PACE) or row.cell(Column.SPEED)
    try:
        if ":" in text:
            return seconds(text) * distance / (100.0 if sport == "swim" else 1.0)
        speed = number(text, file.mark) if text else 0.0
        return distance / speed * _HOUR if speed else 0.0
    except DisplayedError:
        return 0.0
