"""Averages that goals ask for: of their days, beside what is usual, and how far they vary."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from math import fsum, sqrt
from operator import mul

from stridelog.domain.comparison import Sample
from stridelog.domain.forecast import WeightedSum, average_forecast
from stridelog.domain.goal import Target, Version
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.standing import Demand, Standing, State
from stridelog.domain.statistics import weighted_mean

USUAL = 13 * DAYS_A_WEEK
"""Days up to now whose weeks tell how far averages vary, and what is usual where none are said."""

FEWEST = 3
"""Weeks that show how far they vary."""


def average_of(sample: Sample, first: int, last: int) -> float | None:
    """Return the weighted average of the days from ``first`` to ``last``; None without any."""
    begin, end = bisect_left(sample.days, first), bisect_left(sample.days, last + 1)
    return weighted_mean(sample.values[begin:end], sample.weights[begin:end])


def sums_by_day(sample: Sample) -> dict[int, WeightedSum]:
    """Return the weighted sum and the weight of each day, as forecasts take them."""
    sums, begin = dict[int, WeightedSum](), 0
    while begin < len(sample.days):
        end = bisect_right(sample.days, sample.days[begin], begin)
        weights = sample.weights[begin:end]
        sums[sample.days[begin]] = fsum(map(mul, sample.values[begin:end], weights)), fsum(weights)
        begin = end
    return sums


def weekly_averages(sample: Sample, last: int, days: int) -> list[float]:
    """Return the averages of the weeks within the ``days`` up to ``last`` that hold any."""
    ends = range(last, last - days + DAYS_A_WEEK - 1, -DAYS_A_WEEK)
    averages = (average_of(sample, end - DAYS_A_WEEK + 1, end) for end in ends)
    return [average for average in averages if average is not None]


def spread_of(averages: list[float]) -> float | None:
    """Return the standard deviation of some averages; None of fewer than three."""
    if len(averages) < FEWEST:
        return None
    mean = fsum(averages) / len(averages)
    return sqrt(fsum((each - mean) ** 2 for each in averages) / (len(averages) - 1))


def stands_by_average(
    version: Version, target: Target, start: float | None, sample: Sample, at: date
) -> Standing:
    """Judge the average so far; it is decided when its days are over."""
    span = version.span
    last = version.last_until(at).toordinal()
    current = average_of(sample, version.first.toordinal(), last)
    latest = sample.until(last).days
    return Standing(
        at=at,
        state=_state(version, target, current, sample, at),
        target=target.value,
        start=start,
        current=current,
        expected=target.value,
        progress=_progress(start, current, target.value),
        needed_average=_needed(version, target, current, at),
        forecast=average_forecast(sums_by_day(sample), span, at) if span else None,
        latest=date.fromordinal(latest[-1]) if latest else None,
    )


def _progress(start: float | None, current: float | None, target: float) -> float | None:
    if start is None or current is None or start == target:
        return None
    return (current - start) / (target - start)


def _needed(version: Version, target: Target, current: float | None, at: date) -> float | None:
    """Return what the days that are left have to average, as heavy each as those so far."""
    if version.deadline is None or current is None or not version.first <= at < version.deadline:
        return None
    gone = (at - version.first).days + 1
    return target.value + (target.value - current) * gone / (version.deadline - at).days


def _state(
    version: Version, target: Target, current: float | None, sample: Sample, at: date
) -> State:
    if at < version.first:
        return "not begun"
    if current is None:
        return "missed" if version.is_over(at) else "open"
    is_met = target.is_met_by(current)
    if version.is_over(at):
        return "reached" if is_met else "missed"
    if abs(current - target.value) <= _by_chance(version, sample, at):
        return "on course"
    return "ahead" if is_met else "behind"


def _by_chance(version: Version, sample: Sample, at: date) -> float:
    """Return how far off the average so far may be by chance: the standard error of its weeks."""
    spread = spread_of(weekly_averages(sample, at.toordinal(), USUAL))
    weeks = ((version.last_until(at) - version.first).days + 1) / DAYS_A_WEEK
    return spread / sqrt(max(weeks, 1.0)) if spread is not None else 0.0


def demand_of_average(version: Version, target: Target, sample: Sample) -> Demand:
    """Set a target beside the average of as many days before, and beside the best change ever."""
    span = version.span
    days = span.days if span else USUAL
    first = version.first.toordinal()
    known = sample.until(first - 1)
    before = average_of(known, first - days, first - 1)
    if before is None or not before:
        return Demand(span.days if span else None)
    changes = list(_changes(known, first - 1, days))
    better = max if target.value > before else min
    best = better(changes) if changes else None
    if before < 0:  # a score can be: a share of it says nothing
        return Demand(span.days if span else None, before)
    return Demand(span.days if span else None, before, target.value / before - 1, best)


def _changes(sample: Sample, last: int, days: int) -> Iterator[float]:
    """Give the changes from as many days to the next, for each week, as shares."""
    for end in range(last, sample.days[0] + 2 * days - 2, -DAYS_A_WEEK):
        later = average_of(sample, end - days + 1, end)
        earlier = average_of(sample, end - 2 * days + 1, end - days)
        if earlier and earlier > 0 and later is not None:
            yield later / earlier - 1
