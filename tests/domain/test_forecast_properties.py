"""Forecasts of totals: what holds of all of them."""

from dataclasses import astuple
from datetime import date, timedelta
from math import fsum

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stridelog.domain.forecast import Forecast, total_forecast
from stridelog.domain.period import Span

FIRST = date(2024, 1, 1)

AMOUNTS = st.one_of(st.just(0.0), st.floats(0.5, 50_000.0))

Days = dict[int, float]

Case = tuple[Days, Span, date]


def made(days: Days, span: Span, today: date, target: float | None = None) -> Forecast:
    forecast = total_forecast(days, span, today, target)
    assert forecast is not None
    return forecast


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a history of some months or years, and a period that today lies in."""
    days, day = {}, FIRST.toordinal()
    for gap, amount in draw(st.lists(st.tuples(st.integers(1, 40), AMOUNTS), min_size=8)):
        days[day] = amount
        day += gap
    today = date.fromordinal(max(day, FIRST.toordinal() + 70))
    over, ahead = draw(st.integers(7, 200)), draw(st.integers(0, 150))
    return days, Span(today - timedelta(over), today + timedelta(ahead)), today


def done(days: Days, span: Span, today: date) -> float:
    first, last = span.first.toordinal(), min(span.last, today).toordinal()
    return fsum(amount for day, amount in days.items() if first <= day <= last)


@given(cases())
def test_the_middle_lies_in_the_range_and_nothing_that_is_done_is_lost(case: Case) -> None:
    forecast = made(*case)
    assert forecast.low <= forecast.value <= forecast.high
    assert forecast.low >= done(*case) * (1 - 1e-12)


@given(cases(), st.floats(0.001, 1000.0))
def test_in_miles_it_is_the_same_forecast(case: Case, unit: float) -> None:
    days, span, today = case
    forecast = made(days, span, today, 1e5)
    other = made({day: amount * unit for day, amount in days.items()}, span, today, 1e5 * unit)
    for one, same in zip(astuple(forecast)[:3], astuple(other)[:3], strict=True):
        assert same == pytest.approx(one * unit, rel=1e-6, abs=1e-9 * forecast.high * unit)


@given(cases(), st.data())
def test_the_order_of_logging_is_of_no_importance(case: Case, data: st.DataObject) -> None:
    days, span, today = case
    mixed = dict(data.draw(st.permutations(list(days.items()))))
    assert made(mixed, span, today, 1e5) == made(days, span, today, 1e5)


@given(cases(), st.data())
def test_more_done_in_the_period_never_lowers_the_middle(case: Case, data: st.DataObject) -> None:
    days, span, today = case
    first = max(span.first.toordinal(), min(days))
    day = data.draw(st.integers(first, today.toordinal()))
    more = days | {day: days.get(day, 0.0) + data.draw(st.floats(0.0, 100_000.0))}
    assert made(more, span, today).value >= made(days, span, today).value * (1 - 1e-12)


@given(cases(), AMOUNTS)
def test_what_comes_after_today_is_not_looked_at(case: Case, amount: float) -> None:
    days, span, today = case
    later = days | {today.toordinal() + 1: amount, today.toordinal() + 100: amount}
    assert made(later, span, today, 1e5) == made(days, span, today, 1e5)


@given(cases())
def test_what_is_over_is_exact(case: Case) -> None:
    days, span, today = case
    total = done(days, span, today)
    forecast = made(days, span, span.last + timedelta(1))
    assert forecast == Forecast(total, total, total)


@given(cases(), st.floats(1.0, 1e6))
def test_the_target_is_reached_in_the_period_where_the_middle_says_so(
    case: Case, target: float
) -> None:
    forecast = made(*case, target)
    assume(abs(forecast.value - target) > 1e-9 * target)
    in_time = forecast.reached is not None and forecast.reached <= case[1].last
    assert in_time is (forecast.value > target)
