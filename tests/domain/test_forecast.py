"""Forecasts: how a period will probably end."""

from dataclasses import astuple
from datetime import date, timedelta

import pytest
from made_up_years import made_up_runs
from scipy import stats

from stridelog.domain.expectation import student
from stridelog.domain.forecast import (
    Forecast,
    average_forecast,
    rate_forecast,
    total_forecast,
)
from stridelog.domain.period import Span, month_of, quarter_of, year_of

FIRST = date(2024, 1, 1)

Days = dict[int, float]


def daily(amount: float, first: date = FIRST, last: date = date(2026, 12, 31)) -> Days:
    return dict.fromkeys(range(first.toordinal(), last.toordinal() + 1), amount)


def until(days: Days, today: date) -> Days:
    """Return what is known in the morning of a day."""
    return {day: amount for day, amount in days.items() if day < today.toordinal()}


def made(days: Days, span: Span, today: date, target: float | None = None) -> Forecast:
    forecast = total_forecast(days, span, today, target)
    assert forecast is not None
    return forecast


def test_who_does_the_same_every_day_will_go_on() -> None:
    today = date(2026, 6, 30)
    forecast = made(until(daily(5_000.0), today), year_of(today), today)
    assert forecast.value == pytest.approx(365 * 5_000.0)
    assert (forecast.low, forecast.high) == pytest.approx((forecast.value, forecast.value))


@pytest.mark.parametrize(
    ("target", "reached"),
    [
        (181 * 5_000.0, date(2026, 6, 30)),
        (100 * 5_000.0, date(2026, 4, 10)),
        (300 * 5_000.0 - 1, date(2026, 10, 27)),
        (365 * 5_000.0 + 49_999.0, date(2027, 1, 10)),
        (1000 * 5_000.0, None),
    ],
)
def test_the_day_on_which_a_target_is_reached(target: float, reached: date | None) -> None:
    today = date(2026, 6, 30)
    days = until(daily(5_000.0), today) | {today.toordinal(): 5_000.0}
    assert made(days, year_of(today), today, target).reached == reached


def test_the_day_on_which_a_target_was_reached_in_a_period_that_is_over() -> None:
    days, span = daily(1.0), month_of(date(2026, 3, 1))
    assert made(days, span, date(2026, 9, 1), 10).reached == date(2026, 3, 10)
    assert made(days, span, date(2026, 9, 1), 32).reached is None


def test_the_run_of_today_counts_at_once_and_takes_the_place_of_what_was_expected() -> None:
    today = date(2026, 6, 30)
    days, span = until(daily(5_000.0), today), year_of(today)
    value = made(days, span, today).value
    assert made(days | {today.toordinal(): 4_000.0}, span, today).value == pytest.approx(value)
    longer = made(days | {today.toordinal(): 12_000.0}, span, today).value
    assert longer == pytest.approx(value + 7_000.0)


def test_in_march_the_summer_is_expected_that_was_there_in_every_year() -> None:
    summers = ((date(year, 4, 1), date(year, 9, 30)) for year in range(2020, 2027))
    days = {day: 5_000.0 for summer in summers for day in daily(5_000.0, *summer)}
    today, end = date(2026, 3, 16), 183 * 5_000.0
    forecast = made(until(days, today), year_of(today), today, end / 2)
    assert forecast.low <= end <= forecast.high
    assert forecast.value > end / 2
    assert forecast.reached is not None
    assert date(2026, 6, 1) < forecast.reached < date(2026, 10, 1)


def next_year_after(summer: float) -> float:
    """Return what is expected in March after a summer that followed on summers of 5 km a day."""
    days: Days = {}
    for year in range(2019, 2026):
        amount = summer if year == 2025 else 5_000.0
        days |= daily(amount, date(year, 4, 1), date(year, 9, 30))
    return made(days, year_of(date(2026, 3, 16)), date(2026, 3, 16)).value


def test_what_grew_over_the_year_is_carried_on_to_the_same_days_within_bounds() -> None:
    level = next_year_after(5_000.0)
    assert next_year_after(6_000.0) > 1.2 * level
    assert next_year_after(4_000.0) < 0.8 * level
    assert next_year_after(10_000.0) < 2 * level


def test_who_has_stopped_is_not_expected_to_go_on_as_before() -> None:
    today = date(2026, 7, 2)
    rested = until(daily(5_000.0), today - timedelta(weeks=6))
    forecast = made(rested, month_of(today), today)
    assert 0 < forecast.value < 30 * 5_000.0 / 2
    assert forecast.low < forecast.value / 2


def test_a_range_narrows_as_the_year_goes_by() -> None:
    days = made_up_runs("irregular", 1, 6)
    widths = []
    for month in (2, 5, 8, 11):
        today = date(2020, month, 3)
        forecast = made(until(days, today), year_of(today), today)
        widths.append(forecast.high - forecast.low)
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(("day", "said"), [(11, False), (12, True)])
def test_nothing_is_said_before_three_percent_are_over(day: int, said: bool) -> None:  # noqa: FBT001
    today = date(2026, 1, day)
    assert (total_forecast(daily(1.0), year_of(today), today) is not None) is said


def test_exactly_three_percent_are_enough() -> None:
    span, today = Span(date(2026, 5, 1), date(2026, 8, 8)), date(2026, 5, 4)
    assert span.days == 100
    assert total_forecast(daily(1.0), span, today) is not None
    assert total_forecast(daily(1.0), span, today - timedelta(1)) is None


@pytest.mark.parametrize(("weeks", "said"), [(7, False), (8, True)])
def test_eight_weeks_must_be_known(weeks: int, said: bool) -> None:  # noqa: FBT001
    today = date(2026, 6, 30)
    days = daily(1.0, first=today - timedelta(weeks=weeks))
    assert (total_forecast(days, year_of(today), today) is not None) is said
    assert (rate_forecast(days, year_of(today), today, 52.0) is not None) is said


def test_nothing_is_said_of_an_empty_journal_or_a_period_to_come() -> None:
    today = date(2026, 6, 30)
    assert total_forecast({}, year_of(today), today) is None
    assert average_forecast({}, year_of(today), today) is None
    assert total_forecast(daily(1.0), month_of(date(2026, 9, 1)), today) is None


def test_a_period_that_is_over_and_empty_held_nothing() -> None:
    assert made({}, month_of(FIRST), date(2025, 1, 1)) == Forecast(0.0, 0.0, 0.0)


def test_a_period_of_several_years_has_a_forecast_too() -> None:
    span = Span(FIRST, date(2030, 12, 31))
    forecast = made(until(daily(1.0), date(2026, 6, 30)), span, date(2026, 6, 30), span.days - 0.5)
    assert forecast.value == pytest.approx(span.days)
    assert forecast.reached == span.last


def test_the_last_days_of_the_calendar_are_no_trouble() -> None:
    span = year_of(date(9999, 1, 1))
    days = daily(1.0, first=date(9998, 1, 1), last=date(9999, 12, 30))
    forecast = made(days, span, span.last, 400.0)
    assert forecast.value == pytest.approx(365)
    assert forecast.reached is None


def test_a_rate_is_the_total_of_the_period_by_its_weeks() -> None:
    days, today = made_up_runs("steady", 1, 4), date(2018, 2, 12)
    span = quarter_of(today)
    rate, total = (
        rate_forecast(until(days, today), span, today, span.days / 7),
        made(until(days, today), span, today),
    )
    assert rate is not None
    weeks = span.days / 7
    assert astuple(rate) == (total.value / weeks, total.low / weeks, total.high / weeks, None)


@pytest.mark.parametrize("freedom", [3, 4, 6, 10, 30, 200])
def test_students_quantile_is_scipys(freedom: int) -> None:
    assert student(freedom) == pytest.approx(float(stats.t.ppf(0.9, freedom)), rel=0.01)
