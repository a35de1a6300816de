"""Amounts that goals ask for: what was done in their days, lately, and ever in as many days."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import fsum

from stridelog.domain.comparison import Sample
from stridelog.domain.forecast import Forecast, total_forecast
from stridelog.domain.goal import Target, Version, Way
from stridelog.domain.goal_progress import (
    TOLERANCE_DAYS,
    TOLERANCE_SHARE,
    buffer_on,
    by_day,
    by_the_line,
    decided,
    expected_on,
    line_of,
    weeks_left,
)
from stridelog.domain.period import DAYS_A_WEEK, Span, days_until, shift
from stridelog.domain.standing import OVER, Demand, Standing, State

LATELY = 4 * DAYS_A_WEEK
"""Days before today that tell the rate."""

A_TENTH_MORE = 1.1
"""Times the most that was ever done: what lies beyond is out of reach as planned."""

A_YEAR = 52 * DAYS_A_WEEK
"""Days of a journal that show what is possible in any season."""


def daily(sample: Sample) -> Sample:
    """Return the sums of the days: what many entries a day come to is worked out once."""
    sums = by_day(sample)
    return Sample(list(sums), list(sums.values()), [1.0] * len(sums))


def amount_of(sample: Sample, first: int, last: int) -> float:
    """Return the sum of the days from ``first`` to ``last``, both included."""
    begin, end = bisect_left(sample.days, first), bisect_left(sample.days, last + 1)
    values: Sequence[float] = sample.values[begin:end]
    return fsum(values)


def span_lately(today: date) -> Span:
    """Return the 28 days up to yesterday."""
    return days_until(shift(today, -1, "days"), LATELY)


def lately_a_week(sample: Sample, at: date) -> float:
    """Return the amount a week of the 28 days up to yesterday."""
    today = at.toordinal()
    return amount_of(sample, today - LATELY, today - 1) * DAYS_A_WEEK / LATELY


def best_stretch(sample: Sample, days: int) -> float:
    """Return the largest sum of so many days in a row."""
    best, running, begin = 0.0, 0.0, 0
    for end, day in enumerate(sample.days):
        running += sample.values[end]
        while sample.days[begin] <= day - days:
            running -= sample.values[begin]
            begin += 1
        best = max(best, running)
    return best


def least_stretch(sample: Sample, days: int, last: int) -> float | None:
    """Return the least sum of so many days in a row, from the first value to a day; None of fewer.

    The values are a day each.
    """
    if not sample.days:
        return None
    ends = range(sample.days[0] + days - 1, last + 1)
    return min((amount_of(sample, end - days + 1, end) for end in ends), default=None)


def most_or_least(sample: Sample, way: Way, days: int, last: int) -> float:
    """Return the best sum of so many days in a row up to a day: the least of what is limited."""
    if way == "at least":
        return best_stretch(sample, days)
    return least_stretch(daily(sample), days, last) or 0.0


def is_out_of_reach(
    target: Target, missing: float, standing: Standing, version: Version, sample: Sample
) -> bool:
    """Tell whether a sum is not to be expected, and was never done in as many days as are left.

    ``missing`` is what is left to do up to the target, or what is still allowed. Of what is not to
    be passed, nothing is said before it is beyond its line.
    """
    if not is_beyond(standing.forecast, target) or not _is_short(target, standing):
        return False
    at = standing.at
    return _was_never_done(sample.until(at.toordinal()), target.way, missing, version, at)


def behind_a_limit(target: Target, standing: Standing, state: State) -> State:
    """Return the state; beyond the line, and with nothing less to expect, a limit is not kept."""
    is_lost = target.way == "at most" and is_beyond(standing.forecast, target)
    return "behind" if is_lost and _is_short(target, standing) else state


def _is_short(target: Target, standing: Standing) -> bool:
    return target.way == "at least" or (standing.buffer_days or 0.0) < 0


def _was_never_done(sample: Sample, way: Way, missing: float, version: Version, at: date) -> bool:
    """Tell whether nothing near it was ever done in as many days as are left, today among them.

    Of less than a year, not even the best week does, week after week. It cannot be told where the
    journal is not older than twice the days that are left.
    """
    if version.deadline is None or not sample.days:
        return False
    days, known = (version.deadline - at).days + 1, at.toordinal() - sample.days[0]
    if known < 2 * days:
        return False
    stretches = {days, DAYS_A_WEEK if known < A_YEAR else days}
    if way == "at least":
        most = max(best_stretch(sample, each) * days / each for each in stretches)
        return missing > A_TENTH_MORE * most
    eve = at.toordinal() - 1
    least = min((least_stretch(sample, each, eve) or 0.0) * days / each for each in stretches)
    return A_TENTH_MORE * missing < least


def is_beyond(forecast: Forecast | None, target: Target) -> bool:
    """Tell whether a target lies beyond all that is to be expected.

    Where there is no forecast none denies that of what is to be done, and none says so of a limit.
    """
    if target.way == "at most":
        return forecast is not None and forecast.low > target.value
    return forecast is None or forecast.high < target.value


def stands_by_amount(version: Version, target: Target, sample: Sample, at: date) -> Standing:
    """Judge the sum so far against the line from nothing to the target."""
    today, sample = at.toordinal(), daily(sample)
    current = amount_of(sample, version.first.toordinal(), version.last_until(at).toordinal())
    line = line_of(version, 0.0, target.value)
    ahead = buffer_on(line, today, current)
    buffer = None if ahead is None else (ahead if target.way == "at least" else 0.0 - ahead)
    standing = Standing(
        at=at,
        state="open",
        target=target.value,
        start=0.0,
        current=current,
        expected=expected_on(line, today, current),
        progress=current / target.value if target.value else None,
        rate_per_week=lately_a_week(sample, at),
        buffer_days=buffer,
        forecast=_forecast(version, target, sample, at),
    )
    state = _state(version, target, standing, sample)
    needed = None if state in OVER else _needed(version, target.value - current, at)
    return replace(standing, state=state, needed_per_week=needed)


def _forecast(version: Version, target: Target, sample: Sample, at: date) -> Forecast | None:
    span = version.span
    return total_forecast(by_day(sample), span, at, target.value) if span else None


def _needed(version: Version, missing: float, at: date) -> float | None:
    """Return how much a week is missing in the weeks that are left; None where none is."""
    left = weeks_left(version, at)
    return max(0.0, missing) / left if left else None


def _state(version: Version, target: Target, standing: Standing, sample: Sample) -> State:
    current, at = standing.current or 0.0, standing.at
    state = decided(target, current, over=version.is_over(at))
    if state:
        return state
    if at < version.first:
        return "not begun"
    # More than ever is what goals are for: where a forecast can be told, it must say so, too.
    if is_out_of_reach(target, target.value - current, standing, version, sample):
        return "out of reach"
    return behind_a_limit(target, standing, by_the_line(version, standing.buffer_days))


def reaches_back(known: Sample, first: int, days: int) -> bool:
    """Tell whether there are values of as many days before; the first few may have been idle."""
    idle = min(TOLERANCE_DAYS, TOLERANCE_SHARE * days)
    return bool(known.days) and known.days[0] <= first - days + idle


def demand_of_amount(version: Version, target: Target, sample: Sample) -> Demand:
    """Set a target beside the amount of as many days before, and beside the best stretch."""
    span = version.span
    if span is None:
        return Demand(None)
    first = version.first.toordinal()
    known = sample.until(first - 1)
    before = amount_of(known, first - span.days, first - 1)
    if not before or not reaches_back(known, first, span.days):
        return Demand(span.days)
    best = most_or_least(known, target.way, span.days, first - 1)
    return Demand(span.days, before, target.value / before - 1, best / before - 1)


def best_change(sample: Sample, way: Way, version: Version, base: float) -> float | None:
    """Return the best change from as many days as a goal has to the next, as a share.

    The last such change is that to its eve. One from less than half of what it sets out from tells
    nothing; None where there is no other.
    """
    known, span = daily(sample.until(version.first.toordinal() - 1)), version.span
    if span is None or not known.days:
        return None
    changes = [
        later / earlier - 1
        for end in range(
            span.first.toordinal() - 1, known.days[0] + 2 * span.days - 2, -DAYS_A_WEEK
        )
        if (earlier := amount_of(known, end - 2 * span.days + 1, end - span.days)) >= base / 2
        for later in [amount_of(known, end - span.days + 1, end)]
    ]
    better = max if way == "at least" else min
    return better(changes, default=None)
