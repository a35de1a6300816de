"""The calendar that the person of the demo lives by: local time, public holidays, race days.

The place is one with the European Union's summer time (directive 2000/84/EC): from the last
Sunday of March to the last Sunday of October, an hour after UTC otherwise.
"""

from datetime import date, datetime, time, timedelta, timezone

from stridelog.domain.period import DAYS_A_WEEK

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(DAYS_A_WEEK)

DAYS_A_YEAR = 365.25

_MARCH, _APRIL, _MAY, _AUGUST, _OCTOBER, _NOVEMBER, _DECEMBER = 3, 4, 5, 8, 10, 11, 12
_STANDARD = timezone(timedelta(hours=1))
_SUMMER = timezone(timedelta(hours=2))
_WEEKS_OF_SUMMER_LEAVE = 3
_HOLIDAYS = {(1, 1), (1, 6), (5, 1), (10, 3), (12, 31)}
_CHRISTMAS = range(23, 30)


def at_minute(day: date, minute: float) -> datetime:
    """Return the local time so many minutes after midnight of ``day``, to the whole minute.

    The clocks change at night, before anything in this journal happens.
    """
    begins, ends = last_sunday(day.year, _MARCH), last_sunday(day.year, _OCTOBER)
    zone = _SUMMER if begins <= day < ends else _STANDARD
    hour, minutes = divmod(int(minute), 60)
    return datetime.combine(day, time(hour, minutes), zone)


def last_sunday(year: int, month: int) -> date:
    """Return the last Sunday of a month that has 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() - SUNDAY) % DAYS_A_WEEK)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """Return the ``n``-th Monday (0) to Sunday (6) of a month."""
    first = date(year, month, 1)
    to_weekday = (weekday - first.weekday()) % DAYS_A_WEEK
    return first + timedelta(days=to_weekday + DAYS_A_WEEK * (n - 1))


def turkey_trot(year: int) -> date:
    """Return the day of the 10k that is run each year: the fourth Thursday of November."""
    return nth_weekday(year, _NOVEMBER, THURSDAY, 4)


def marathon_day(year: int) -> date:
    """Return the day of the marathon: the second Sunday of May."""
    return nth_weekday(year, _MAY, SUNDAY, 2)


def is_holiday(day: date) -> bool:
    """Tell whether there is no work: public holidays, Christmas, leave, the day of the race."""
    if (day.month, day.day) in _HOLIDAYS or (day.month == _DECEMBER and day.day in _CHRISTMAS):
        return True
    if day.month == _NOVEMBER:
        return day == turkey_trot(day.year)
    if day.month == _APRIL:
        spring = nth_weekday(day.year, _APRIL, MONDAY, 2)
        return spring <= day < spring + timedelta(weeks=1)
    summer = nth_weekday(day.year, _AUGUST, MONDAY, 1)
    return summer <= day < summer + timedelta(weeks=_WEEKS_OF_SUMMER_LEAVE)
