"""The same day in other years."""

from calendar import isleap
from collections.abc import Iterator
from datetime import date

from stridelog.domain.period import shift

_FEBRUARY, _LAST_OF_FEBRUARY = 2, 28
_29TH = (_FEBRUARY, 29)


def past_years(day: date, before: date, first_year: int) -> Iterator[date]:
    """Yield the day in each year from ``first_year`` on, newest first, as far as it is ``before``.

    29 February is 28 February where there is none, and has its turn on 28 February then.
    """
    is_last = (day.month, day.day) == (_FEBRUARY, _LAST_OF_FEBRUARY)
    is_last = is_last and not _has_29th(day)
    for year in range(before.year, first_year - 1, -1):
        there = shift(day, year - day.year, "years")
        if is_last and _has_29th(there) and (leap := shift(there, 1, "days")) < before:
            yield leap
        if there < before:
            yield there


def latest_29_february(today: date) -> date:
    """Return the latest 29 February up to ``today``."""
    year = next(y for y in range(today.year, 0, -1) if isleap(y) and date(y, *_29TH) <= today)
    return date(year, *_29TH)


def _has_29th(day: date) -> bool:
    """Tell whether 29 February follows on this 28 February."""
    return shift(day, 1, "days").month == _FEBRUARY
