"""Dates as people type and read them: ``yesterday``, ``last thursday 7:30``, ``20 nov``.

All of them are civil: a day and a time as the wall calendar and the wall clock show them, with
no zone. English names, whatever the locale. What reads them is loaded only when something is
read: most commands only write dates.
"""

from datetime import date, datetime, time

from stridelog.domain.dates.moment import DateError, DateOrder, Moment, Now
from stridelog.domain.dates.writing import format_day, format_moment, format_span

__all__ = [
    "DateError",
    "DateOrder",
    "Moment",
    "format_day",
    "format_moment",
    "format_span",
    "parse_day",
    "parse_moment",
]


def parse_moment(
    text: str, now: datetime, order: DateOrder, week_start: int = 0, day_starts: time = time()
) -> Moment:
    """Return the civil day, and the time where one is said, that ``text`` means.

    ``now`` is the civil time that it is seen from (a zone on it is ignored). A bare weekday is
    the latest one before today; a bare time is today's; a date without a year is the latest that
    is at most four weeks ahead. ``order`` decides between 5 June and 6 May, and ``week_start``
    (Monday is 0) what ``thursday last week`` is. Where days start later than at midnight,
    ``today`` and all that is counted from it are the person's days: at 2:30 ``23:00`` was the
    evening before; dates of the calendar are the calendar's. Raises `DateError`.
    """
    from stridelog.domain.dates.parsing import read_moment

    return read_moment(text, Now(now.replace(tzinfo=None), order, week_start, day_starts))


def parse_day(text: str, today: date, order: DateOrder, week_start: int) -> date:
    """Return the day that ``text`` means, in the language of `parse_moment` without times.

    Raises `DateError`, also where a time is said.
    """
    from stridelog.domain.dates.parsing import read_day

    return read_day(text, today, order, week_start)
