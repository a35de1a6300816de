"""Months of the calendar, numbered without gaps: ``year * 12 + month - 1``."""

from datetime import date

from stridelog.domain.period import MONTHS_A_YEAR, Span, month_of


def month_number(day: date) -> int:
    """Return the number of the month that a day lies in."""
    return day.year * MONTHS_A_YEAR + day.month - 1


def days_of_month(number: int) -> Span:
    """Return the days of the month that has a number."""
    year, month = divmod(number, MONTHS_A_YEAR)
    return month_of(date(year, month + 1, 1))
