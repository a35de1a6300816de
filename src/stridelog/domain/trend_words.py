"""Trends in words: ``csat slipping for 3 months, 92 → 87 %``."""

from collections.abc import Sequence

from stridelog.domain.course import DAYS_A_MONTH
from stridelog.domain.dates import format_span
from stridelog.domain.measure import Measure
from stridelog.domain.period import DAYS_A_WEEK, Span
from stridelog.domain.phrasing import difference, value
from stridelog.domain.quantity import Notation
from stridelog.domain.trend import Trend
from stridelog.domain.units import Dimension, UnitSystem

_FEWEST_MONTHS = 2
"""A shorter stretch is told in weeks."""


def days_of(trend: Trend, spans: Sequence[Span]) -> int:
    """Return how many days the stretch of a trend has, to the last span of which one knows."""
    known = (i for i, point in enumerate(trend.course.points) if point is not None)
    latest = spans[max(known, default=len(spans) - 1)]
    return latest.last.toordinal() - begin_of(trend, spans).first.toordinal() + 1


def months_of(trend: Trend, spans: Sequence[Span]) -> int:
    """Return how many months that is, to the nearest one."""
    return round(days_of(trend, spans) / DAYS_A_MONTH)


def begin_of(trend: Trend, spans: Sequence[Span]) -> Span:
    """Return the span with which the stretch of a trend begins, the first known one at least."""
    known = (i for i, p in enumerate(trend.course.points) if p is not None and i >= trend.begins)
    return spans[next(known, trend.begins)]


def how_long(trend: Trend, spans: Sequence[Span]) -> str:
    """Say for how long a trend has held: ``3 months``, ``6+ months`` where it may be longer."""
    months = months_of(trend, spans)
    more = "" if trend.begins else "+"
    if months < _FEWEST_MONTHS:
        return f"{round(days_of(trend, spans) / DAYS_A_WEEK)}{more} weeks"
    return f"{months}{more} months"


def since(trend: Trend, spans: Sequence[Span]) -> str:
    """Say since when a trend has held: ``since 23 Aug 2026``."""
    first = begin_of(trend, spans)
    before = "" if trend.begins else "at least "
    return f"since {before}{format_span(first.first, first.first)}"


def a_month(trend: Trend, notation: Notation) -> str:
    """Say by how much a trend goes in a month, and which way: ``1.7 points down``."""
    if trend.slope is None or trend.end is None:
        return ""
    return difference(trend.course.measure, trend.end - trend.slope.per_unit, trend.end, notation)


def now(trend: Trend, notation: Notation) -> str:
    """Say where a trend has come to; nothing where too little is known."""
    return "" if trend.end is None else _value(trend.course.measure, trend.end, notation)


def from_to(trend: Trend, notation: Notation) -> str:
    """Say from where to where a trend has gone: ``92 → 87 %``."""
    if trend.start is None or trend.end is None:
        return ""
    old, new = (_value(trend.course.measure, end, notation) for end in (trend.start, trend.end))
    bare, unit = _apart(old)
    return f"{bare if unit == _apart(new)[1] else old} → {new}"


def _value(measure: Measure, amount: float, notation: Notation) -> str:
    """Write a value; no distance at all is none of kilometres or miles, rather than of yards."""
    if measure.dimension is Dimension.DISTANCE and not measure.unit and not round(amount):
        return "0 km" if notation.system is UnitSystem.METRIC else "0 mi"
    return value(measure, amount, notation)


def _apart(text: str) -> tuple[str, str]:
    """Part ``92 %`` and ``5:04/km`` into the number and its unit."""
    mark = "/" if "/" in text else " "
    number, _, unit = text.partition(mark)
    return number, unit
