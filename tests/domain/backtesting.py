"""Forecasts of what is over by now, made on every Monday with what was known on that day."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import TypeVar

from stridelog.domain.forecast import Forecast, WeightedSum, average_forecast, total_forecast
from stridelog.domain.period import Bucket, Span, bucket_of

BUCKETS: tuple[Bucket, ...] = ("year", "quarter", "month")

ROUNDING = 1e-9

Day = TypeVar("Day", float, WeightedSum)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one forecast came out: where the end lay, and by how much two guesses missed it.

    Totals are missed by so many days' worth of the journal, whatever is measured. ``naive`` is the
    miss of *the same rate as so far this period*, for an average that of the average so far.
    """

    bucket: Bucket
    below: bool
    above: bool
    missed: float
    naive: float

    @property
    def held(self) -> bool:
        """Whether the range held the end."""
        return not self.below and not self.above


@dataclass(frozen=True, slots=True)
class Figures:
    """Forecasts taken together: how many, how often the range held, how the middle did.

    ``beside_naive`` is the mean absolute error of the middle as a part of the naive guess's.
    """

    forecasts: int
    held: float
    below: float
    above: float
    beside_naive: float


def figures(outcomes: list[Outcome]) -> Figures:
    """Take outcomes together."""
    count = len(outcomes)
    return Figures(
        count,
        sum(outcome.held for outcome in outcomes) / count,
        sum(outcome.below for outcome in outcomes) / count,
        sum(outcome.above for outcome in outcomes) / count,
        fsum(o.missed for o in outcomes) / fsum(o.naive for o in outcomes),
    )


def backtest_totals(days: Mapping[int, float], last: int) -> list[Outcome]:
    """Place yearly, quarterly and monthly totals at every Monday up to the day ``last``.

    Of periods that begin with or after the first day, and are over on the last one.
    """
    unit = fsum(days.values()) / (last - min(days) + 1)
    return [
        _outcome(bucket, forecast, end, so_far / over * span.days, unit)
        for bucket, span, monday, forecast in _forecasts(days, last, total_forecast)
        for so_far, end in [(_sum(days, span, monday), _sum(days, span, last + 1))]
        for over in [monday - span.first.toordinal()]
    ]


def backtest_averages(days: Mapping[int, WeightedSum], last: int) -> list[Outcome]:
    """Place yearly, quarterly and monthly averages at every Monday, where some is known by then."""
    sums = {day: total for day, (total, _) in days.items()}
    weights = {day: weight for day, (_, weight) in days.items()}
    return [
        _outcome(
            bucket,
            forecast,
            _sum(sums, span, last + 1) / _sum(weights, span, last + 1),
            _sum(sums, span, monday) / _sum(weights, span, monday),
            unit=1.0,
        )
        for bucket, span, monday, forecast in _forecasts(days, last, average_forecast)
        if _sum(weights, span, monday)
    ]


def _forecasts(
    days: Mapping[int, Day],
    last: int,
    forecast: Callable[[Mapping[int, Day], Span, date], Forecast | None],
) -> Iterator[tuple[Bucket, Span, int, Forecast]]:
    """Yield the forecasts of every Monday, made with the days before it and no other."""
    first = min(days)
    known: dict[int, Day] = {}
    for day in range(first, last + 1):
        if day % 7 == 1:
            today = date.fromordinal(day)
            for bucket in BUCKETS:
                span = bucket_of(today, bucket)
                if first <= span.first.toordinal() and span.last.toordinal() <= last:
                    made = forecast(known, span, today)
                    if made is not None:
                        yield bucket, span, day, made
        if day in days:
            known[day] = days[day]


def _sum(days: Mapping[int, float], span: Span, before: int) -> float:
    end = min(span.last.toordinal() + 1, before)
    return fsum(days.get(day, 0.0) for day in range(span.first.toordinal(), end))


def _outcome(bucket: Bucket, forecast: Forecast, end: float, naive: float, unit: float) -> Outcome:
    slack = ROUNDING * max(abs(end), 1.0)
    return Outcome(
        bucket,
        end < forecast.low - slack,
        end > forecast.high + slack,
        abs(forecast.value - end) / unit,
        abs(naive - end) / unit,
    )
