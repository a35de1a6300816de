"""Forecasts of averages: how satisfied they will have been in the quarter."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_years import made_up_shifts

from stridelog.domain.forecast import Forecast, WeightedSum, average_forecast
from stridelog.domain.period import Span, quarter_of

FIRST = date(2026, 1, 1)

QUARTER = quarter_of(date(2026, 4, 1))

TODAY = date(2026, 5, 16)

Shifts = dict[int, WeightedSum]


def shifts(*averages: tuple[date, date, float, float]) -> Shifts:
    """Return shifts of each day from the first to the last, of an average and a weight."""
    return {
        day: (average * weight, weight)
        for first, last, average, weight in averages
        for day in range(first.toordinal(), last.toordinal() + 1)
    }


def made(days: Shifts, span: Span = QUARTER, today: date = TODAY) -> Forecast:
    forecast = average_forecast(days, span, today)
    assert forecast is not None
    return forecast


@st.composite
def histories(draw: st.DrawFn) -> Shifts:
    days, day = {}, FIRST.toordinal()
    drawn = st.tuples(st.integers(1, 9), st.floats(-1.0, 1.0), st.floats(0.1, 50.0))
    for gap, average, weight in draw(st.lists(drawn, min_size=8)):
        days[day] = average * weight, weight
        day += gap
    return days


@given(histories())
def test_the_range_holds_the_middle_and_nothing_that_was_never_seen(days: Shifts) -> None:
    forecast = average_forecast(days, QUARTER, TODAY)
    seen = [total / weight for day, (total, weight) in days.items() if day <= TODAY.toordinal()]
    if forecast is not None:
        assert forecast.low <= forecast.value <= forecast.high
        assert min(seen) - 1e-9 <= forecast.low
        assert forecast.high <= max(seen) + 1e-9


@given(histories(), st.floats(0.1, 10.0), st.floats(-5.0, 5.0))
def test_on_another_scale_it_is_the_same_forecast(days: Shifts, by: float, more: float) -> None:
    moved = {day: (total * by + weight * more, weight) for day, (total, weight) in days.items()}
    one, other = (average_forecast(each, QUARTER, TODAY) for each in (days, moved))
    assert (one is None) is (other is None)
    if one is not None and other is not None:
        for said, same in ((one.value, other.value), (one.low, other.low), (one.high, other.high)):
            assert same == pytest.approx(said * by + more, rel=1e-6, abs=1e-6)


@given(histories())
def test_what_is_over_is_exact(days: Shifts) -> None:
    over = QUARTER.last + timedelta(1)
    first, last = QUARTER.first.toordinal(), QUARTER.last.toordinal()
    inside = [each for day, each in days.items() if first <= day <= last]
    forecast = average_forecast(days, QUARTER, over)
    if not inside:
        assert forecast is None
    else:
        average = sum(total for total, _ in inside) / sum(weight for _, weight in inside)
        assert forecast is not None
        assert forecast.low == forecast.value == forecast.high == pytest.approx(average)


def test_what_was_always_so_will_be_so() -> None:
    forecast = made(shifts((FIRST, TODAY - timedelta(1), 0.9, 10.0)))
    assert (forecast.value, forecast.low, forecast.high) == pytest.approx((0.9, 0.9, 0.9))


def test_what_is_known_counts_by_its_weight() -> None:
    change, end = date(2026, 5, 1), QUARTER.last
    before = (FIRST, change - timedelta(1), 0.8, 30.0)
    days = shifts(before, (change, end - timedelta(1), 1.0, 10.0))
    known = (30 * 0.8 * 30.0 + 60 * 1.0 * 10.0) / (30 * 30.0 + 60 * 10.0)
    assert made(days, today=end).value == pytest.approx(known, abs=0.002)
    assert made(days, today=date(2026, 6, 1)).value < known


def test_what_is_to_come_is_expected_to_be_as_it_was_lately() -> None:
    change = QUARTER.first - timedelta(weeks=12)
    long_ago = (date(2024, 1, 1), change - timedelta(1), 0.8, 10.0)
    days = shifts(long_ago, (change, QUARTER.first - timedelta(1), 1.0, 10.0))
    assert 0.93 < made(days, today=QUARTER.first + timedelta(7)).value < 0.97


def test_a_quarter_without_an_answer_so_far_takes_the_average_of_lately() -> None:
    forecast = made(shifts((FIRST, QUARTER.first - timedelta(1), 0.9, 10.0)))
    assert forecast.value == pytest.approx(0.9)


def test_nothing_is_said_where_nobody_answered() -> None:
    assert average_forecast(shifts((FIRST, TODAY, 0.0, 0.0)), QUARTER, TODAY) is None


def test_the_last_day_leaves_little_open() -> None:
    days = made_up_shifts(0.004, 1, 3)
    span = quarter_of(date(2016, 5, 1))
    known = {day: each for day, each in days.items() if day < span.last.toordinal()}
    early, late = (made(known, span, day) for day in (date(2016, 4, 8), span.last))
    assert late.high - late.low < (early.high - early.low) / 4
