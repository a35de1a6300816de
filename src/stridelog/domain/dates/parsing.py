"""Reading dates: a day, and a time of day where one is said."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from stridelog.domain.dates.calendar_day import calendar_day
from stridelog.domain.dates.moment import DateError, DateOrder, Moment, Now, shifted
from stridelog.domain.dates.names import MONTHS, WEEKDAYS, month_number, weekday_number
from stridelog.domain.dates.relative import relative_day
from stridelog.domain.dates.times import Said, split_time
from stridelog.domain.dates.writing import format_day
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import plain, shown

LONGEST = 100
"""No date has more characters."""

_ISO_TIME = r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})t([0-9].*)"
_HOURS = 12
_VOCABULARY = (
    "today yesterday tomorrow now ago last this next in a an half day days before after week weeks "
    "weekend month months year years hour hours minute minutes noon midnight morning afternoon "
    "evening tonight night fortnight half quarter past to o'clock just"
)
"""Words of a date that are spelled right, beside the names of months and weekdays."""

_AT_ONCE = (["now"], ["just", "now"], ["right", "now"])
_UNSAID = frozenset({"at", "on", "the", "of", "@"})
_HINT = "Dates look like yesterday, last thursday 7:30, 3 days ago, 20 nov or 2026-11-20."


def read_moment(text: str, now: Now) -> Moment:
    """Do what `stridelog.domain.dates.parse_moment` promises."""
    words = _words(text)
    if words in _AT_ONCE:
        return Moment(now.at.date(), now.at.time().replace(microsecond=0), ago=timedelta())
    said = split_time(words)
    if not said.days and said.at is None:
        raise DateError(f'"{shown(text)}" is no date.', _HINT)
    found = _day(said.days or ["today"], now)
    if found is None:
        raise DateError(f'"{shown(text)}" is no date.', _nearest(said.days))
    if said.at and found.time:
        raise DateError("There are two times in that.", "Say one of them, as in yesterday 7:30.")
    return found if found.time else _at_its_time(found, said, now)


def read_day(text: str, today: date, order: DateOrder, week_start: int) -> date:
    """Do what `stridelog.domain.dates.parse_day` promises."""
    words = _words(text)
    moment = read_moment(text, Now(datetime.combine(today, time(12)), order, week_start))
    if words not in _AT_ONCE and (moment.ago is not None or split_time(words).at is not None):
        raise DateError(f'"{shown(text)}" has a time; a day is asked for.', "Leave the time out.")
    return moment.day


def _words(text: str) -> list[str]:
    if len(text) > LONGEST:
        raise DateError("That is too long for a date.", _HINT)
    said = plain(text).replace(",", " ").replace("a.m.", "am").replace("p.m.", "pm")
    words = re.sub(_ISO_TIME, r"\1 \2", said).split()
    return [word for word in words if word not in _UNSAID]


def _at_its_time(found: Moment, said: Said, now: Now) -> Moment:
    """Return the moment at the time that was said, or that the part of the day has.

    Who is still up counts the hours after midnight to the evening before, and so does who set
    when days start: their yesterday at 1:30 is early today by the calendar.
    """
    at, part = said.at, said.part
    is_today = found.counted and found.day == now.today
    if at is None and part and not (is_today and part.holds(now.at.hour)):
        return replace(found, time=part.usual)
    if at is None:
        # Today without a time is now.
        return replace(found, day=now.at.date()) if is_today else found
    in_the_night = part is not None and part.goes_over_midnight and at.hour <= part.last
    if not in_the_night and not (found.counted and at < now.day_starts):
        return replace(found, time=at)
    later = shifted(found.day, 1)
    still_to_come = is_today and datetime.combine(later, at) > now.at
    return replace(found, day=found.day if still_to_come else later, time=at)


def _day(words: list[str], now: Now) -> Moment | None:
    """Read the words of a day."""
    spread = re.sub(r"([0-9])(?=[dwmyh])", r"\1 ", " ".join(words)) if "ago" in words else ""
    counted = relative_day(spread.split() or words, now)
    if counted:
        return replace(counted, counted=True)
    return calendar_day(words, now) or _with_weekday(words, now)


def _with_weekday(words: list[str], now: Now) -> Moment | None:
    """Read a date with a weekday beside it, which must be right."""
    if len(words) == 1:
        return None
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
    ordinal = re.fullmatch("([0-9]{1,2})(st|nd|rd|th)", words[-1]) if words else None
    if ordinal:
        return f"Say the month as well, as in {ordinal[1]} nov."
    numbers = [word for word in words if word.isdecimal()]
    if len(numbers) == 1 and 1 <= int(numbers[0]) <= _HOURS:
        hour = int(numbers[0])
        return f"Say {hour}:00, {hour}am or {hour}pm for a time, {hour} nov for a day."
    right = [word for word in words if month_number(word) or weekday_number(word) is not None]
    known = [name.lower() for name in (*WEEKDAYS, *MONTHS)] + _VOCABULARY.split() + right
    better = [nearest(word, known) or word for word in words]
    return f"Did you mean {' '.join(better)}?" if better != words else _HINT
