"""How a period will probably end: a total, times a week, or an average, with a range.

Days are ordinals. What is done today counts already, and today is still expected to hold as much
as a day usually does; what stands after today is not looked at. ``docs/forecasts.md`` tells how it
is worked out, and how often the range held.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import fsum

from stridelog.domain.expectation import (
    FEWEST_WEEKS,
    YEAR,
    Past,
    average_ahead,
    expected,
    past_of,
    range_of,
)
from stridelog.domain.goal import Target
from stridelog.domain.period import DAYS_A_WEEK, LAST_ORDINAL, Span

SOONEST = 3
"""The part of a period, in percent, that must be over before anything is said about its end."""

WeightedSum = tuple[float, float]
"""Of a day: the sum of its values times their weights, and the sum of the weights."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a period will probably end: at ``value``, in 8 of 10 cases from ``low`` to ``high``.

    ``low <= value <= high``; all three are the same where the period is over. ``reached`` is the
    day on which a total came to its target or is expected to, be it after the period: None where
    that takes more than a year, or where no target was named.
    """

    value: float
    low: float
    high: float
    reached: date | None = None


def total_forecast(
    days: Mapping[int, float], span: Span, today: date, target: float | None = None
) -> Forecast | None:
    """Return what ``span`` will hold in the end, of all ``days`` with their amounts or counts.

    Amounts are not negative; a day without one may be left out. None where less than 3 % of the
    span are over, or where it is less than eight weeks since the first day.
    """
    done = _done(days, span, today)
    if today > span.last:
        return _certain(fsum(done), _came_to(done, span, target))
    standing = _standing(days, min(days, default=0), span, today)
    limits = range_of(standing.past, standing.ahead) if standing else None
    if standing is None or limits is None:
        return None
    low, high = map(standing.in_all, limits)
    reached = _came_to(done, span, target) or standing.comes_to(target, today)
    return Forecast(standing.expected(), low, high, reached)


def rate_forecast(
    days: Mapping[int, float], span: Span, today: date, periods: float
) -> Forecast | None:
    """Return how many times, or how much, each of the ``periods`` of ``span`` will have held.

    None as in ``total_forecast``.
    """
    total = total_forecast(days, span, today)
    if total is None:
        return None
    return Forecast(total.value / periods, total.low / periods, total.high / periods)


def average_forecast(days: Mapping[int, WeightedSum], span: Span, today: date) -> Forecast | None:
    """Return the weighted average that ``span`` will have in the end, of all ``days``.

    What is known stays; the rest comes at the average of lately, with the weight that is expected
    of it. None as in ``total_forecast``, and where nothing weighs anything.
    """
    sums = {day: amount for day, (amount, _) in days.items()}
    weights = {day: weight for day, (_, weight) in days.items()}
    amount, weight = (fsum(_done(each, span, today)) for each in (sums, weights))
    if today > span.last:
        return _certain(amount / weight) if weight else None
    first = min(days, default=0)
    summed, weighed = (_standing(each, first, span, today) for each in (sums, weights))
    if summed is None or weighed is None:
        return None
    coming = average_ahead(summed.past, weighed.past, weighed.ahead)
    in_all = weighed.expected()
    if coming is None or not in_all:
        return None
    to_come = max(in_all - weight, 0.0)
    value, beside = (amount + to_come * coming[0]) / in_all, to_come / in_all * coming[1]
    return _within_seen(days, today, value, beside)


def _within_seen(
    days: Mapping[int, WeightedSum], today: date, value: float, beside: float
) -> Forecast:
    """Return a forecast whose range reaches no further than any day up to today was seen."""
    until = today.toordinal()
    seen = [total / heavy for day, (total, heavy) in days.items() if heavy and day <= until]
    low, high = max(value - beside, min(seen)), min(value + beside, max(seen))
    return Forecast(value, min(low, value), max(high, value))


def _certain(value: float, reached: date | None = None) -> Forecast:
    return Forecast(value, value, value, reached)


def _done(days: Mapping[int, float], span: Span, today: date) -> list[float]:
    """Return the amounts of the days of the span up to today, a day each."""
    until = min(today, span.last).toordinal()
    return [days.get(day, 0.0) for day in range(span.first.toordinal(), until + 1)]


def _came_to(done: Iterable[float], span: Span, target: float | None) -> date | None:
    """Return the day of the span on which what was done came to the target; None if it did not."""
    if target is None:
        return None
    first = span.first.toordinal()
    aim = Target(target)
    days = (first + day for day, total in enumerate(accumulate(done)) if aim.is_met_by(total))
    return next(map(date.fromordinal, days), None)


@dataclass(frozen=True, slots=True)
class _Standing:
    """A span as it stands: what was done in it ``before`` today and ``today``, and what is known.

    ``ahead`` is how many of its days are left, today included.
    """

    past: Past
    before: float
    today: float
    ahead: int

    def in_all(self, rest: float, ahead: int = 0) -> float:
        """Return what it comes to where the days from today on, ``ahead`` or all, hold ``rest``.

        What is done today takes the place of what was expected of today, where it is more.
        """
        ahead = ahead or self.ahead
        return self.before + max(rest, self.today + rest * (ahead - 1) / ahead)

    def expected(self, ahead: int = 0) -> float:
        """Return what it is expected to come to with the days from today on, ``ahead`` or all."""
        ahead = ahead or self.ahead
        return self.in_all(expected(self.past, ahead), ahead)

    def comes_to(self, target: float | None, today: date) -> date | None:
        """Return the day on which it is expected to come to the target, up to a year ahead."""
        if target is None:
            return None
        longest = min(max(self.ahead, YEAR), LAST_ORDINAL - today.toordinal() + 1)
        found = bisect_left(range(1, longest + 1), target, key=self.expected)
        return date.fromordinal(today.toordinal() + found) if found < longest else None


def _standing(days: Mapping[int, float], first: int, span: Span, today: date) -> _Standing | None:
    """Return how a span stands; None where too little of it, or since ``first``, is over."""
    over = today.toordinal() - span.first.toordinal()
    known = today.toordinal() - first
    if not days or known < FEWEST_WEEKS * DAYS_A_WEEK or over * 100 < SOONEST * span.days:
        return None
    *before, of_today = _done(days, span, today)
    ahead = span.last.toordinal() - today.toordinal() + 1
    return _Standing(past_of(days, first, today), fsum(before), of_today, ahead)
