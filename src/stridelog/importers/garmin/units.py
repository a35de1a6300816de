"""What a file of Garmin Connect's is in: miles or kilometres, points or commas.

It has no column for its units. What tells is that steps make up the way: stride length (metres)
times cadence (a minute) times minutes is the distance in metres, 1609.344 for each that the file
shows where they are miles and 1000 where they are kilometres (measured in real files: 1607, and
998 to 999). Pace times distance against time, and speed times time against distance, tell
nothing: they are in the same unit. Of files without steps, temperatures that only Fahrenheit has
tell, which goes with miles.
"""

from dataclasses import dataclass

from stridelog.domain.importing import Problem, SourceFile
from stridelog.domain.units import METRES_PER_FOOT, METRES_PER_MILE, METRES_PER_YARD
from stridelog.importers._displayed import DisplayedError, decimal_mark, number, seconds
from stridelog.importers.garmin.columns import Column
from stridelog.importers.garmin.tables import Row, rows_of


@dataclass(frozen=True, slots=True)
class Units:
    """How many metres distances, climbs and swims of a file are shown in."""

    name: str
    symbol: str
    distance: float
    climb: float
    swim: float


KILOMETRES = Units("kilometres", "km", 1000.0, 1.0, 1.0)
MILES = Units("miles", "mi", METRES_PER_MILE, METRES_PER_FOOT, METRES_PER_YARD)

_TOLERANCE = 0.1
"""How far steps and way may be apart; miles and kilometres are six times that."""

_HOT = 45.0
"""Degrees that no activity stays above in Celsius, and most in summer do in Fahrenheit."""


@dataclass(frozen=True, slots=True)
class Written:
    """How the file is written. ``mark`` is its decimal mark, empty where nothing tells.

    ``remark`` says which units are assumed and why; empty where the file has no distances.
    """

    units: Units
    mark: str
    remark: str


@dataclass(slots=True)
class _Evidence:
    """What the rows of a file tell."""

    mark: str = ""
    distances: int = 0
    miles: int = 0
    kilometres: int = 0
    hot: int = 0


def written(file: SourceFile, asked: str) -> Written:
    """Find out how a file is written; ``asked``, ``mi`` or ``km``, overrules what it tells.

    The file is read once, in pieces. Raises ``ImportFileError``.
    """
    found = _Evidence()
    for row in rows_of(file):
        if not isinstance(row, Problem):
            _look(row, found)
    units, reason = _judged(found, asked)
    if not found.distances:
        return Written(units, found.mark, "")
    other = KILOMETRES if units is MILES else MILES
    advice = "" if asked else f"; --units {other.symbol} reads them as {other.name}"
    return Written(units, found.mark, f"Distances are read as {units.name}, {reason}{advice}.")


def _judged(found: _Evidence, asked: str) -> tuple[Units, str]:
    if asked:
        return (MILES if asked == MILES.symbol else KILOMETRES), "as --units says"
    if found.miles or found.kilometres:
        units = MILES if found.miles > found.kilometres else KILOMETRES
        return units, "since stride length and cadence agree with that"
    if found.hot:
        return MILES, "since temperatures are in Fahrenheit"
    return KILOMETRES, "as nothing in the file says otherwise"


def _look(row: Row, found: _Evidence) -> None:
    """Take in what a row tells of the decimal mark and of the unit."""
    text = row.cell(Column.DISTANCE)
    found.mark = found.mark or decimal_mark(text)
    distance = _value(text, found.mark)
    if distance == 0:
        return
    found.distances += 1
    steps = _steps(row, found.mark) / distance
    found.miles += abs(steps / MILES.distance - 1) < _TOLERANCE
    found.kilometres += abs(steps / KILOMETRES.distance - 1) < _TOLERANCE
    found.hot += _value(row.cell(Column.COLDEST), found.mark) > _HOT


def _steps(row: Row, mark: str) -> float:
    """Return how far the steps of a row go, in metres."""
    stride, cadence = (_value(row.cell(c), mark) for c in (Column.STRIDE, Column.CADENCE))
    try:
        return stride * cadence * seconds(row.cell(Column.TIME)) / 60.0
    except DisplayedError:
        return 0.0


def _value(text: str, mark: str) -> float:
    try:
        return number(text, mark) if text else 0.0
    except DisplayedError:
        return 0.0
