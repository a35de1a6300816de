"""Days by their place in the calendar: ``2026-11-20``, ``20 nov``, ``20.11.``, ``2026-W47-4``."""

import re
from datetime import date

from stridelog.domain.dates.moment import (
    OLDEST_YEAR,
    DateError,
    DateOrder,
    Moment,
    Now,
    days_in_month,
    out_of_time,
)
from stridelog.domain.dates.names import MONTHS, month_number

_NUMBERS = r"([0-9]{1,4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,4})?)?"
_COMPACT = r"([0-9]{4})([0-9]{2})([0-9]{2})"
_WEEK = r"([0-9]{4})-?w([0-9]{1,2})(?:-?([0-9]))?"
_PIECE = r"[0-9]+|[a-z]+"
_ORDINALS = frozenset({"st", "nd", "rd", "th"})

_FUTURE = 28
"""A date without a year is never more than so many days ahead."""

_NEAR_YEARS = 20
"""A year of two digits is at most so many years ahead."""

_MONTHS_IN_A_YEAR = 12
_DAYS_IN_A_MONTH = 31
_YEAR_DIGITS = 4


def calendar_day(words: list[str], now: Now) -> Moment | None:
    """Return the day that the words name by the calendar; None when they name none."""
    text = "".join(words) if all(w.endswith(".") for w in words[:-1]) else " ".join(words)
    return _numeric(text, now) or _week_day(text) or _with_month(text, now)


def _numeric(text: str, now: Now) -> Moment | None:
    match = re.fullmatch(_COMPACT, text)
    if match:
        return Moment(_day(int(match[1]), int(match[2]), int(match[3])))
    if text.isdecimal() and len(text) == _YEAR_DIGITS:
        if int(text) < OLDEST_YEAR:  # no year, but perhaps a clock without its colon
            raise DateError(f'"{text}" is no date.', f"Say {text[:2]}:{text[2:]} for a time.")
        raise _which_day(text, f"{text}-01-01")
    match = re.fullmatch(_NUMBERS, text)
    if match is None:
        return None
    first, mark, second, third = match.groups("")
    if len(first) != _YEAR_DIGITS:
        return _day_and_month(first, mark, second, third, now)
    if not third:
        raise _which_day(text, f"{first}-{second}-01")
    return Moment(_day(int(first), int(second), int(third)))


def _day_and_month(first: str, mark: str, second: str, year: str, now: Now) -> Moment:
    one, other = int(first), int(second)
    day_first = _is_day_first(one, other, now.order)
    if mark == "." and not year and not day_first and other > _MONTHS_IN_A_YEAR:
        raise DateError(
            f"{first}.{second} is no day of the year.",
            f"Say {first}:{second} for a time, or {first}/{second}.",
        )
    day, month = (one, other) if day_first else (other, one)
    ambiguous = one != other and max(one, other) <= _MONTHS_IN_A_YEAR
    return Moment(_dated(day, month, year, now), ambiguous=ambiguous)


def _is_day_first(first: int, second: int, order: DateOrder) -> bool:
    """Tell whether a day and its month stand in this order; the setting decides if both can."""
    day_first = first <= _DAYS_IN_A_MONTH and 1 <= second <= _MONTHS_IN_A_YEAR
    month_first = second <= _DAYS_IN_A_MONTH and 1 <= first <= _MONTHS_IN_A_YEAR
    if day_first == month_first:
        return order is DateOrder.DAY_FIRST
    return day_first


def _week_day(text: str) -> Moment | None:
    match = re.fullmatch(_WEEK, text)
    if match is None:
        return None
    year, week, weekday = match.groups("")
    if not weekday:
        raise _which_day(f"week {int(week)} of {year}", f"{year}-W{week}-1 for its Monday")
    try:
        found = date.fromisocalendar(int(year), int(week), int(weekday))
    except ValueError:
        raise DateError(
            f"There is no {text.upper()}.",
            "Weeks go from 1 to 52 or 53 and their days from 1 to 7: 2026-W47-4 is a Thursday.",
        ) from None
    if found.year < OLDEST_YEAR:
        raise out_of_time()
    return Moment(found)


def _with_month(text: str, now: Now) -> Moment | None:
    pieces = re.findall(_PIECE, text)
    months = [piece for piece in pieces if month_number(piece)]
    numbers = [piece for piece in pieces if piece.isdecimal()]
    others = [p for p in pieces if not p.isdecimal() and p not in months and p not in _ORDINALS]
    if others or len(months) != 1 or re.sub(_PIECE, "", text).strip(" .-/'"):
        return None
    month = month_number(months[0]) or 0
    years = [number for number in numbers if len(number) >= _YEAR_DIGITS]
    days = [number for number in numbers if number not in years]
    if not days:
        year = years[0] if years else str(now.today.year)
        raise _which_day(MONTHS[month - 1], f"1 {months[0]} {year}")
    if len(numbers) > 2:  # noqa: PLR2004
        return None
    year = (years or days[1:] or [""])[0]
    return Moment(_dated(int(days[0]), month, year, now))


def _dated(day: int, month: int, year: str, now: Now) -> date:
    if not year:
        return _without_year(day, month, now.today)
    return _day(_full_year(year, now.today), month, day)


def _full_year(digits: str, today: date) -> int:
    if len(digits) == _YEAR_DIGITS:
        return int(digits)
    if len(digits) != 2:  # noqa: PLR2004
        raise DateError(f"{digits} is no year.", "Years have four digits, as in 2026-11-20.")
    century = today.year // 100 * 100
    year = century + int(digits)
    return year if year <= today.year + _NEAR_YEARS else year - 100


def _without_year(day: int, month: int, today: date) -> date:
    """Return the latest such day that is at most four weeks ahead."""
    last = date.fromordinal(min(today.toordinal() + _FUTURE, date.max.toordinal()))
    year = last.year if (month, day) <= (last.month, last.day) else last.year - 1
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date:
    if not OLDEST_YEAR <= year <= date.max.year:
        raise out_of_time()
    if not 1 <= month <= _MONTHS_IN_A_YEAR:
        raise DateError(
            f"There is no month {month}.", "Months go from 1 to 12, or by name: 20 nov 2026."
        )
    length = days_in_month(year, month)
    if not 1 <= day <= length:
        name = MONTHS[month - 1]
        raise DateError(
            f"There is no {day} {name} {year}.",
            f"{name} {year} has {length} days: say {min(max(day, 1), length)} {name[:3]} {year}.",
        )
    return date(year, month, day)


def _which_day(period: str, example: str) -> DateError:
    return DateError(f"Which day of {period}?", f"Say {example}.")
