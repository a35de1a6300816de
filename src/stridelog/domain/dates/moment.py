"""What was understood of a spoken date."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from stridelog.domain.errors import UsageError

OLDEST_YEAR = 1900
"""Nothing in a journal is older."""


class DateOrder(StrEnum):
    """What stands first in 5/6: the day or the month."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True)
class Moment:
    """A civil day, and the time on it where one was said.

    ``ambiguous`` where the order of day and month was settled by the person's setting alone, so
    that the day should be said back to them. ``counted`` where it is a day as they count days
    (``yesterday``), and no date of the calendar: without a time, one before their days start is
    of the next date. ``ago`` is how long before now it was, where that
    was said: then day and time are what clocks would show that were never changed since.
    """

    day: dt.date
    time: dt.time | None = None
    ambiguous: bool = False
    counted: bool = False
    ago: dt.timedelta | None = None


class DateError(UsageError):
    """The text is no day, or not one day."""


class Now(NamedTuple):
    """Where a spoken date is looked at from: the civil time, and the person's settings."""

    at: dt.datetime
    order: DateOrder
    week_start: int
    day_starts: dt.time = dt.time()

    @property
    def today(self) -> dt.date:
        """The day as the person counts it, which may begin later than the calendar's."""
        start = dt.timedelta(hours=self.day_starts.hour, minutes=self.day_starts.minute)
        return (self.at - start).date()


def shifted(day: dt.date, days: int) -> dt.date:
    """Return the day so many days later; an error where no calendar goes."""
    ordinal = day.toordinal() + days
    if not dt.date(OLDEST_YEAR, 1, 1).toordinal() <= ordinal <= dt.date.max.toordinal():
        raise out_of_time()
    return dt.date.fromordinal(ordinal)


def days_in_month(year: int, month: int) -> int:
    """Return 28 to 31: our own, as the standard calendar module is slow to import."""
    december = 12
    if month == december:
        return 31
    return (dt.date(year, month + 1, 1) - dt.date(year, month, 1)).days


def out_of_time() -> DateError:
    """Return the error of a year that no journal knows."""
    return DateError(
        f"Dates go from the year {OLDEST_YEAR} to {dt.date.max.year}.", "Say it like 2026-11-20."
    )
