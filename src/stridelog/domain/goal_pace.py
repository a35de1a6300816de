"""What is said of a goal's pace: what it takes from now on, how it goes lately, what to expect."""

from datetime import date
from math import inf

from stridelog.domain.comparison import FREQUENCY, Sample
from stridelog.domain.goal_amounts import lately_a_week
from stridelog.domain.goal_saying import about, amount
from stridelog.domain.goal_words import about_said, is_limit, stretch_said
from stridelog.domain.measure import Measure
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.plausible import LARGEST, SMALLEST
from stridelog.domain.quantity import Notation
from stridelog.domain.review_words import range_said
from stridelog.domain.standing import Judged
from stridelog.domain.units import Dimension

MOST_DECIMALS = 9
"""Decimals up to which a share that is worked out is told from the whole."""


def pace_said(one: Judged, notation: Notation) -> tuple[str, str]:
    """Say what is needed from now on, or is still allowed, and what it was lately.

    ``("needed", "33 km a week, lately 34 km")``; the first word is what it is about. Both are ""
    where nothing is to be said.
    """
    standing = one.standing
    if standing.needed_average is not None:
        said = _average(one, standing.needed_average, notation)
        return "needed" if said else "", said
    parts = []
    if standing.needed_per_week is not None:
        allowed = " still allowed" if is_limit(one) else ""
        parts.append(f"{_needed(one, standing.needed_per_week, notation)}{allowed}")
    if standing.rate_per_week or (parts and standing.rate_per_week is not None):
        unit = "" if parts and " a week" in parts[0] else " a week"
        parts.append(f"lately {about_said(one, standing.rate_per_week, notation)}{unit}")
    is_needed = standing.needed_per_week is not None and not is_limit(one)
    return ("needed" if is_needed else "pace") if parts else "", ", ".join(parts)


def _needed(one: Judged, needed: float, notation: Notation) -> str:
    """Say what is needed a week; in the last one, in the days that are left, today among them."""
    deadline, target = one.version.deadline, one.version.target
    left = (deadline - one.standing.at).days + 1 if deadline else DAYS_A_WEEK
    if left >= DAYS_A_WEEK or (target and target.per):
        return f"{about_said(one, needed, notation)} a week"
    return f"{about_said(one, needed * left / DAYS_A_WEEK, notation)} in {stretch_said(left)}"


def _average(one: Judged, needed: float, notation: Notation) -> str:
    """Say what the rest has to average; "" where any value would do."""
    least, most = _possible(one.measure)
    value = round(needed, MOST_DECIMALS)
    if value < least or value > most:
        is_too_much = (value < least) == is_limit(one)
        return "more than the days that are left can bring" if is_too_much else ""
    limit = "at most " if is_limit(one) else ""
    return f"{limit}{about_said(one, needed, notation)} on average from now on"


def _possible(measure: Measure) -> tuple[float, float]:
    """Return the least and the most that a value can be."""
    least = -inf if measure.dimension is Dimension.SCORE else SMALLEST.get(measure.dimension, 0.0)
    return least, LARGEST.get(measure.dimension, inf)


def lately_said(
    often: Sample, measure: Measure | None, much: Sample, today: date, notation: Notation
) -> str:
    """Say how much of a measure, and how often, is done a week lately: ``34.2 km and 3 times``.

    "" where nothing was done lately.
    """
    times, total = (lately_a_week(sample, today) for sample in (often, much))
    if not times:
        return ""
    said = [amount(measure, total, notation)] if measure and total else []
    count = about(FREQUENCY, times, notation)
    return " and ".join((*said, f"{count} time" if count == "1" else f"{count} times")) + " a week"


def forecast_said(one: Judged, notation: Notation) -> str:
    """Say what is to be expected, with its range: ``350 km (290 - 423)``; "" where nobody knows."""
    forecast = one.standing.forecast
    if forecast is None:
        return ""
    low, value, high = (
        about_said(one, number, notation)
        for number in (forecast.low, forecast.value, forecast.high)
    )
    return value if low == high else f"{value} ({range_said(low, high, value)})"
