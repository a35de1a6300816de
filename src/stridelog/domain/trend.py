"""Trends: what is improving, what is slipping, since when, and by how much a month.

A trend is told from a course: a point for each of some spans of equal length. It is one where the
Mann-Kendall test says so after all measures of the journal were looked at together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import fsum, log

from stridelog.domain.course import DAYS_A_MONTH, Course
from stridelog.domain.mann_kendall import (
    MannKendall,
    Slope,
    false_discovery_rates,
    mann_kendall,
    persistence_of,
    theil_sen,
)
from stridelog.domain.measure import Direction
from stridelog.domain.period import Span
from stridelog.domain.statistics import median

FEWEST = 6
"""Points in which something was logged that a trend needs, and points of its stretch."""

CHANCE = 0.05
"""Of what is called a trend, at most this part may be there by chance."""

_LEFT_OVER = 1e-9
"""What is left of a series below this part of its spread is rounding."""


class Tendency(StrEnum):
    """What a course amounts to, by the direction of its measure."""

    IMPROVING = "improving"
    LEVEL = "level"
    SLIPPING = "slipping"
    TOO_FEW = "too few"


@dataclass(frozen=True, slots=True)
class Trend:
    """A course, and what it amounts to.

    ``slope`` is the change a month over the stretch that begins with the point ``begins`` (0 where
    it may have begun before all of them), and ``start`` and ``end`` are where its line begins and
    ends. ``p`` is the probability by chance, ``q`` the same after all measures that were tested;
    both are None where nothing was tested, as are slope and line of too few points. A neutral
    measure has a slope and no tendency.
    """

    course: Course
    tendency: Tendency | None
    slope: Slope | None = None
    start: float | None = None
    end: float | None = None
    begins: int = 0
    p: float | None = None
    q: float | None = None

    @property
    def is_change(self) -> bool:
        """Whether it is improving or slipping."""
        return self.tendency in {Tendency.IMPROVING, Tendency.SLIPPING}


def trends(courses: Sequence[Course], spans: Sequence[Span]) -> tuple[Trend, ...]:
    """Return what each course amounts to, with the false discoveries of all of them in check."""
    return tuple(_trend(judged, spans) for judged in _judged(courses))


def changes(courses: Sequence[Course], spans: Sequence[Span]) -> tuple[Trend, ...]:
    """Return only what is improving or slipping: the same trends, sooner."""
    likely = (judged for judged in _judged(courses) if judged.is_unlikely)
    return tuple(trend for judged in likely if (trend := _trend(judged, spans)).is_change)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A course with its test and the rate of false discoveries; None where nothing is tested."""

    course: Course
    test: MannKendall | None
    rate: float | None

    @property
    def is_unlikely(self) -> bool:
        """Whether chance alone hardly makes it."""
        return self.rate is not None and self.rate <= CHANCE


def _judged(courses: Sequence[Course]) -> list[_Judged]:
    tests = [_tested(course) for course in courses]
    rates = iter(false_discovery_rates([test.p for test in tests if test]))
    return [
        _Judged(course, test, next(rates) if test else None)
        for course, test in zip(courses, tests, strict=True)
    ]


def _known(course: Course, begins: int = 0) -> tuple[list[float], list[float]]:
    """Return the times and the values of the points from ``begins`` on that are known."""
    known = [(float(time), value) for time, value in enumerate(course.points) if value is not None]
    later = [(time, value) for time, value in known if time >= begins]
    return [time for time, _ in later], [value for _, value in later]


def _has_enough(course: Course) -> bool:
    return course.filled >= FEWEST and len(_known(course)[0]) >= FEWEST


def _tested(course: Course) -> MannKendall | None:
    """Test a course; None where there are too few points, or no way is better.

    Persistence only makes a trend less certain: it matters where there may be one.
    """
    if not _has_enough(course) or course.measure.direction is Direction.NEUTRAL:
        return None
    times, values = _known(course)
    test = mann_kendall(values)
    if test.p > CHANCE:
        return test
    return mann_kendall(values, persistence_of(_bend(times, values).left))


def _trend(judged: _Judged, spans: Sequence[Span]) -> Trend:
    course, test = judged.course, judged.test
    if not _has_enough(course):
        return Trend(course, Tendency.TOO_FEW)
    unit = DAYS_A_MONTH / spans[0].days
    line = _line(course, 0, unit)
    slope = line[0].per_unit
    if test is None:
        return Trend(course, None, *line)
    if not judged.is_unlikely or slope * test.s <= 0 or _has_turned(course, slope):
        return Trend(course, Tendency.LEVEL, *line, p=test.p, q=judged.rate)
    begins = _bend(*_known(course)).begins
    since = _line(course, begins, unit) if begins else line
    if since[0].per_unit * slope <= 0:
        begins, since = 0, line
    better = slope * course.measure.direction.sign > 0
    tendency = Tendency.IMPROVING if better else Tendency.SLIPPING
    return Trend(course, tendency, *since, begins=begins, p=test.p, q=judged.rate)


def _line(course: Course, begins: int, unit: float) -> tuple[Slope, float, float]:
    """Return the slope a month, and where the line is at the first and at the last point.

    It goes through the medians of times and values, as Conover (1980) puts it.
    """
    times, values = _known(course, begins)
    slope = theil_sen(times, values)
    at = (median(values) or 0.0) - slope.per_unit * (median(times) or 0.0)
    monthly = Slope(slope.per_unit * unit, slope.low * unit, slope.high * unit)
    return monthly, at + slope.per_unit * times[0], at + slope.per_unit * times[-1]


def _has_turned(course: Course, slope: float) -> bool:
    """Tell whether the last third of the points goes back: then there is no trend any more."""
    _, values = _known(course)
    later = values[-max(len(values) // 3, FEWEST) :]
    test = mann_kendall(later)
    return test.s * slope < 0 and test.p <= CHANCE


@dataclass(frozen=True, slots=True)
class _Bend:
    """The line that fits best: level up to the point ``begins``, straight from there on.

    ``left`` is what it leaves of the values.
    """

    squares: float
    begins: int
    left: list[float]


def _bend(times: Sequence[float], values: Sequence[float]) -> _Bend:
    """Return from which point on values go up or down; 0 where they may have done so before.

    Of all lines that are level up to a point and go on straight from there (Hinkley 1971), the
    one with the least squares; it must leave at least six points, and earn its additional
    parameter beside the straight line by Schwarz's criterion (1978).
    """
    count = len(times)
    # Beside the largest of them: squares of large numbers are too large.
    largest = max(map(abs, values)) or 1.0
    values = [value / largest for value in values]
    straight = _bent(times, values, times[0])
    bent = [_bent(times, values, start) for start in times[1 : count - FEWEST + 1]]
    best = min(bent, key=lambda bend: bend.squares, default=straight)
    least = _LEFT_OVER * fsum(value * value for value in values)
    if not least:
        return replace(straight, begins=0)
    gained = count * log(max(straight.squares, least) / max(best.squares, least))
    return best if gained > log(count) else replace(straight, begins=0)


def _bent(times: Sequence[float], values: Sequence[float], start: float) -> _Bend:
    """Return the line of least squares that is level up to ``start``."""
    count = len(times)
    along = [max(0.0, time - start) for time in times]
    middle, mean = fsum(along) / count, fsum(values) / count
    width = fsum((x - middle) ** 2 for x in along)
    together = fsum((x - middle) * (y - mean) for x, y in zip(along, values, strict=True))
    slope = together / width
    left = [y - mean - slope * (x - middle) for x, y in zip(along, values, strict=True)]
    return _Bend(fsum(rest * rest for rest in left), int(start), left)
