"""Months by their number."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.month import days_of_month, month_number


@given(st.dates())
def test_a_day_lies_among_the_days_of_its_month(day: date) -> None:
    assert days_of_month(month_number(day)).contains(day)


@given(st.dates(max_value=date(9999, 11, 30)))
def test_the_day_after_the_last_of_a_month_is_in_the_one_with_the_next_number(day: date) -> None:
    last = days_of_month(month_number(day)).last
    assert month_number(last + timedelta(1)) == month_number(day) + 1
