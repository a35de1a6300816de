"""Reading dates: a day, and a time of day where one is said."""

import re
from datetime import date, datetime, time

from stridelog.domain.dates.calendar_day import calendar_day
from stridelog.domain.dates.moment import DateError, DateOrder, Moment, Now
from stridelog.domain.dates.names import MONTHS, WEEKDAYS, month_number, weekday_number
from stridelog.domain.dates.relative import relative_day
from stridelog.domain.dates.times import split_time
from stridelog.domain.dates.writing import format_day
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import plain, shown

LONGEST = 100
"""No date has more characters."""

_ISO_TIME = r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})t([0-9].*)"
_HOURS = 12
_VOCABULARY = (
    "today yesterday tomorrow now ago last this next in a an half day days before after week weeks "
    "weekend month months year years hour hours minute minutes noon midnight morning evening"
)
"""Words of a date that are spelled right, beside the names of months and weekdays."""

_UNSAID = frozenset({"at", "on", "the", "of", "@"})
_HINT = "Dates look like yesterday, last thursday 7:30, 3 days ago, 20 nov or 2026-11-20."


def read_moment(text: str, now: datetime, order: DateOrder, week_start: int) -> Moment:
    """Do what `stridelog.domain.dates.parse_moment` promises."""
    words = _words(text)
    at = now.replace(tzinfo=None)
    if words == ["now"]:
        return Moment(at.date(), at.time().replace(microsecond=0))
    days, spoken = split_time(words)
    if not days and spoken is None:
        raise DateError(f'"{shown(text)}" is no date.', _HINT)
    found = _day(days, Now(at, order, week_start)) if days else Moment(at.date())
    if found is None:
        raise DateError(f'"{shown(text)}" is no date.', _nearest(days))
    if spoken and found.time:
        raise DateError("There are two times in that.", "Say one of them, as in yesterday 7:30.")
    return Moment(found.day, found.time or spoken, found.ambiguous)


def read_day(text: str, today: date, order: DateOrder, week_start: int) -> date:
    """Do what `stridelog.domain.dates.parse_day` promises."""
    moment = read_moment(text, datetime.combine(today, time(12)), order, week_start)
    if moment.time is not None and plain(text) != "now":
        raise DateError(f'"{shown(text)}" has a time; a day is asked for.', "Leave the time out.")
    return moment.day


def _words(text: str) -> list[str]:
    if len(text) > LONGEST:
        raise DateError("That is too long for a date.", _HINT)
    said = plain(text).replace(",", " ").replace("a.m.", "am").replace("p.m.", "pm")
    words = re.sub(_ISO_TIME, r"\1 \2", said).split()
    return [word for word in words if word not in _UNSAID]


def _day(words: list[str], now: Now) -> Moment | None:
    """Read the words of a day; a weekday beside a date must be right."""
    spread = re.sub(r"([0-9])(?=[dwmyh])", r"\1 ", " ".join(words)) if "ago" in words else ""
    found = relative_day(spread.split() or words, now) or calendar_day(words, now)
    if found or len(words) == 1:
        return found
    for weekday, others in ((words[0], words[1:]), (words[-1], words[:-1])):
        number = weekday_number(weekday)
        found = calendar_day(others, now) if number is not None else None
        if found and found.day.weekday() != number:
            raise DateError(
                f"{format_day(found.day)[4:]} is a {WEEKDAYS[found.day.weekday()]}.",
                f"Say {format_day(found.day)}.",
            )
        if found:
            return found
    return None


def _nearest(words: list[str]) -> str:
    """Return a hint: what was probably meant, or what dates look like."""
    numbers = [word for word in words if word.isdecimal()]
    if len(numbers) == 1 and 1 <= int(numbers[0]) <= _HOURS:
        hour = int(numbers[0])
        return f"Say {hour}:00, {hour}am or {hour}pm for a time, {hour} nov for a day."
    right = [word for word in words if month_number(word) or weekday_number(word) is not None]
    known = [name.lower() for name in (*WEEKDAYS, *MONTHS)] + _VOCABULARY.split() + right
    better = [nearest(word, known) or word for word in words]
    return f"Did you mean {' '.join(better)}?" if better != words else _HINT
