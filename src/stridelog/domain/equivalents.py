"""Race equivalents: what a time over one distance is worth over another, and how sure that is.

Two models answer: VDOT (``vdot``), and Riegel's power law, T2 = T1 (D2 / D1)^1.06: Peter Riegel,
"Athletic records and human endurance", American Scientist 69 (1981), 285-290. Where a runner's own
races tell how the time grows with the distance, their exponent takes the place of 1.06.

Vickers and Vertosick, "An empirical study of race times in recreational endurance runners", BMC
Sports Science, Medicine and Rehabilitation 8 (2016), 26: among 2303 runners Riegel's formula was
well calibrated up to the half, but for the marathon at least ten minutes too fast for half of them,
with a mean squared error of 381 square minutes. So the range of a marathon that is worked out from
shorter races reaches above the estimate by the root of that error.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum, log, sqrt

from stridelog.domain.distance import STANDARD_DISTANCES, distance_class
from stridelog.domain.vdot import time_at, vdot

USUAL = 1.06
"""Riegel's exponent for runners."""

SPREAD = 0.02
"""How far off 1.06 a runner's exponent may well be: from 1.04 to 1.08."""

LEAST_SPREAD = 0.01
"""Three races that happen to agree do not make an exponent any surer than this."""

FEWEST_RACES = 3

APART = 1.5
"""The longest of the races is at least so many times as long as the shortest."""

POSSIBLE = (1.0, 1.2)
"""An exponent beyond these comes of races that cannot be compared: longer ones are run slower."""

MARATHON_ERROR = 60.0 * sqrt(381.0)
"""Seconds that a marathon's estimate is off, as a root mean square (Vickers, Vertosick 2016)."""

MARATHON = STANDARD_DISTANCES["marathon"]

SHORTEST_RACE = 1_500.0
"""Metres from which the equations hold; below, speed decides and not endurance."""

TARGETS = ("5k", "10k", "half", "marathon")


@dataclass(frozen=True, slots=True)
class Race:
    """A time over a distance; ``number`` and ``day`` where it is an entry of the journal.

    ``measured`` are the metres of that entry, which counts for ``metres``.
    """

    metres: float
    seconds: float
    number: int | None = None
    day: date | None = None
    measured: float | None = None

    @property
    def vdot(self) -> float:
        """What it is worth."""
        return vdot(self.metres, self.seconds)


@dataclass(frozen=True, slots=True)
class Exponent:
    """How the time grows with the distance, and how far off that may be.

    ``races`` is how many of the runner's own it comes from; 0 where it is Riegel's. ``longest`` is
    the longest of them in metres.
    """

    value: float
    low: float
    high: float
    races: int = 0
    longest: float = 0.0


RIEGEL = Exponent(USUAL, USUAL - SPREAD, USUAL + SPREAD)
"""Where a runner's own races do not tell."""


@dataclass(frozen=True, slots=True)
class Equivalent:
    """What a race is worth over a distance, in seconds: by each model, and between which times.

    ``cautious`` tells that it is a marathon worked out from shorter races.
    """

    name: str
    metres: float
    vdot: float
    riegel: float
    fastest: float
    slowest: float
    cautious: bool


def riegel(race: Race, metres: float, exponent: float = USUAL) -> float:
    """Return the seconds that the race is worth over ``metres``: T1 (D2 / D1)^exponent."""
    return float(race.seconds * (metres / race.metres) ** exponent)


def own_exponent(races: Sequence[Race]) -> Exponent | None:
    """Return the runner's exponent: the slope of a line through log time over log distance.

    By least squares, give or take the slope's standard error, over races of 1500 m and more. None
    of fewer than three of them, of distances that lie too near each other, or of an exponent that
    cannot be.
    """
    races = [race for race in races if race.metres >= SHORTEST_RACE]
    if len(races) < FEWEST_RACES:
        return None
    longest = max(race.metres for race in races)
    if longest < APART * min(race.metres for race in races):
        return None
    slope, error = _line([(log(race.metres), log(race.seconds)) for race in races])
    if not POSSIBLE[0] <= slope <= POSSIBLE[1]:
        return None
    spread = max(error, LEAST_SPREAD)
    return Exponent(slope, slope - spread, slope + spread, len(races), longest)


def _line(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the slope of the line of least squares, and the standard error of the slope."""
    count = len(points)
    middle = fsum(x for x, _ in points) / count
    height = fsum(y for _, y in points) / count
    width = fsum((x - middle) ** 2 for x, _ in points)
    slope = fsum((x - middle) * (y - height) for x, y in points) / width
    left = fsum((y - height - slope * (x - middle)) ** 2 for x, y in points)
    return slope, sqrt(left / (count - 2) / width)


def equivalents(race: Race, exponent: Exponent) -> tuple[Equivalent, ...]:
    """Return what a race is worth over each of the usual distances."""
    return tuple(_equivalent(race, exponent, name) for name in TARGETS)


def _equivalent(race: Race, exponent: Exponent, name: str) -> Equivalent:
    metres = STANDARD_DISTANCES[name]
    if metres == race.metres:
        itself = race.seconds
        return Equivalent(name, metres, itself, itself, itself, itself, cautious=False)
    by_vdot, by_riegel = time_at(race.vdot, metres), riegel(race, metres, exponent.value)
    ends = (riegel(race, metres, exponent.low), riegel(race, metres, exponent.high))
    known_to = max(race.metres, exponent.longest)
    cautious = name == "marathon" and distance_class(known_to) != name and known_to < MARATHON
    slowest = max(by_vdot, by_riegel, *ends)
    if cautious:
        slowest = max(slowest, by_riegel + MARATHON_ERROR)
    fastest = min(by_vdot, by_riegel, *ends)
    return Equivalent(name, metres, by_vdot, by_riegel, fastest, slowest, cautious)


def best(races: Iterable[Race]) -> Race | None:
    """Return the race that is worth most; of equals, the later one; None of none that is any."""
    running = [race for race in races if race.metres >= SHORTEST_RACE and race.vdot > 0]
    return max(running, key=lambda race: (race.vdot, race.day or date.min), default=None)


def raced(metres: float) -> float:
    """Return the metres that an entry counts for as a race.

    A watch measures a course long: what belongs to a standard distance is no more than that.
    """
    name = distance_class(metres)
    return metres if name is None else min(metres, STANDARD_DISTANCES[name])
