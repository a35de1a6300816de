"""Trends: what is improving, what is slipping, since when, and by how much a month.

A trend is told from a course: a point for each of some spans of equal length. It is one where the
Mann-Kendall test says so after all measures of the journal were looked at together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum

from stridelog.domain.bend import bend, straight
from stridelog.domain.course import DAYS_A_MONTH, Course
from stridelog.domain.mann_kendall import (
    MannKendall,
    Slope,
    false_discovery_rates,
    likeness,
    mann_kendall,
    persistence,
    theil_sen,
)
from stridelog.domain.measure import Direction
from stridelog.domain.period import Span
from stridelog.domain.statistics import median

FEWEST = 6
"""Points in which something was logged that a trend needs, and points of its stretch."""

CHANCE = 0.05
"""Of what is called a trend, at most this part may be there by chance."""

OWN_SHARE = 0.5
"""How much its own course says of how its weeks resemble each other; the rest is said by all.

Some two dozen points tell little of it: those of all measures steady each other.
"""


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
    tests = _cautious(courses, [_tested(course) for course in courses])
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
    """Tell whether there are enough points, and one of them in the last third of the spans.

    What a season ago was the last that is known of something is not how it is now.
    """
    times, _ = _known(course)
    latest = times[-1] if times else 0
    return min(course.filled, len(times)) >= FEWEST and latest >= _last_third(len(course.points))


def _last_third(count: int) -> int:
    """Return with which of so many points the last third begins, at least the last six of them."""
    return count - max(count // 3, FEWEST)


def _tested(course: Course) -> MannKendall | None:
    """Test a course; None where there are too few points, or no way is better."""
    if not _has_enough(course) or course.measure.direction is Direction.NEUTRAL:
        return None
    return mann_kendall(_known(course)[1])


def _cautious(
    courses: Sequence[Course], tests: Sequence[MannKendall | None]
) -> list[MannKendall | None]:
    """Return the tests, less certain where weeks resemble the ones before them.

    It matters only where there may be a trend.
    """
    likely = [test is not None and test.p <= CHANCE for test in tests]
    if not any(likely):
        return list(tests)
    alike = [
        _likeness(course, bent=bent) if test else None
        for course, test, bent in zip(courses, tests, likely, strict=True)
    ]
    found = [r for r in alike if r is not None]
    common = (1 - OWN_SHARE) * fsum(found) / len(found)
    return [
        _less_certain(course, OWN_SHARE * r + common) if r is not None and bent else test
        for course, test, r, bent in zip(courses, tests, alike, likely, strict=True)
    ]


def _likeness(course: Course, *, bent: bool) -> float:
    times, values = _known(course)
    line = bend(times, values, FEWEST) if bent else straight(times, values)
    return likeness(line.left)


def _less_certain(course: Course, r: float) -> MannKendall:
    _, values = _known(course)
    return mann_kendall(values, persistence(r, len(values)))


def _trend(judged: _Judged, spans: Sequence[Span]) -> Trend:
    course, test = judged.course, judged.test
    if not _has_enough(course):
        return Trend(course, Tendency.TOO_FEW)
    unit = DAYS_A_MONTH / spans[0].days
    line = _line(course, 0, unit)
    slope = line[0].per_unit
    if test is None:
        return Trend(course, None, *line)
    if not judged.is_unlikely or slope * test.s <= 0 or _is_over(course, slope):
        return Trend(course, Tendency.LEVEL, *line, p=test.p, q=judged.rate)
    begins = bend(*_known(course), FEWEST).begins
    since = _line(course, begins, unit) if begins else line
    if since[0].per_unit * slope <= 0:
        begins, since = 0, line
    better = slope * course.measure.direction.sign > 0
    tendency = Tendency.IMPROVING if better else Tendency.SLIPPING
    return Trend(course, tendency, *since, begins=begins, p=test.p, q=judged.rate)


def _line(course: Course, begins: int, unit: float) -> tuple[Slope, float, float]:
    """Return the slope a month, and where the line is at the first and at the last point.

    It goes through the medians of times and values, as Conover (1980) puts it, but at neither end
    beyond what its six points there were: where a course flattens, the line runs past all of them.
    """
    times, values = _known(course, begins)
    slope = theil_sen(times, values)
    at = (median(values) or 0.0) - slope.per_unit * (median(times) or 0.0)
    monthly = Slope(slope.per_unit * unit, slope.low * unit, slope.high * unit)
    start = _within(at + slope.per_unit * times[0], values[:FEWEST])
    end = _within(at + slope.per_unit * times[-1], values[-FEWEST:])
    return monthly, start, end


def _within(value: float, values: Sequence[float]) -> float:
    return min(max(value, min(values)), max(values))


def _is_over(course: Course, slope: float) -> bool:
    """Tell whether the last third of the points goes back, or stands still: no trend any more."""
    _, values = _known(course)
    later = values[_last_third(len(values)) :]
    test = mann_kendall(later)
    return not test.variance or (test.s * slope < 0 and test.p <= CHANCE)
