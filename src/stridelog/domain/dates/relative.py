"""Days by their distance from today: ``yesterday``, ``last thursday``, ``3 days ago``."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from stridelog.domain.dates.moment import (
    OLDEST_YEAR,
    DateError,
    Moment,
    Now,
    days_in_month,
    out_of_time,
    shifted,
)
from stridelog.domain.dates.names import NUMBERS, WEEKDAYS, weekday_number
from stridelog.domain.dates.writing import format_day

_DAYS = {
    ("today",): 0,
    ("yesterday",): -1,
    ("tomorrow",): 1,
    ("day", "before", "yesterday"): -2,
    ("day", "after", "tomorrow"): 2,
}
_AMOUNTS = {word: at + 1 for at, word in enumerate(NUMBERS)} | {"a": 1, "an": 1}
_UNITS = {
    **dict.fromkeys(("d", "day", "days"), "day"),
    **dict.fromkeys(("w", "wk", "week", "weeks"), "week"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnight"),
    **dict.fromkeys(("mo", "month", "months"), "month"),
    **dict.fromkeys(("y", "yr", "year", "years"), "year"),
    **dict.fromkeys(("h", "hr", "hour", "hours"), "hour"),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), "minute"),
}
_PARTS_OF_HOURS = {
    ("half", "an", "hour", "ago"): 0.5,
    ("an", "hour", "and", "a", "half", "ago"): 1.5,
}
_WEEK = 7
_IN_DAYS = {"day": 1, "week": _WEEK, "fortnight": 2 * _WEEK}
_MONTHS_IN_A_YEAR = 12
_LONGEST_NUMBER = 6


def relative_day(words: Sequence[str], now: Now) -> Moment | None:
    """Return the day that the words name as seen from now; None when they name none."""
    away = _DAYS.get(tuple(words))
    if away is not None:
        return Moment(shifted(now.today, away))
    _refuse_periods(words, now)
    return _weekday(words, now) or _distance(words, now)


def _weekday(words: Sequence[str], now: Now) -> Moment | None:
    """Read ``thursday``, ``last thursday``, ``thursday last week``, ``this week thursday``."""
    days = [number for number in map(weekday_number, words) if number is not None]
    others = [word for word in words if weekday_number(word) is None]
    if len(days) != 1:
        return None
    today = now.today
    if others in ([], ["last"]):
        return Moment(shifted(today, -((today.weekday() - days[0] - 1) % _WEEK) - 1))
    if others in (["last", "week"], ["this", "week"]):
        first = _first_of_week(now) - (_WEEK if others[0] == "last" else 0)
        return Moment(shifted(today, first + (days[0] - now.week_start) % _WEEK))
    if others in (["next"], ["this"], ["coming"]):
        ahead = (days[0] - today.weekday() - 1) % _WEEK + 1
        dates = [format_day(shifted(today, ahead + more)) for more in (0, _WEEK)]
        raise DateError(
            f"{others[0].capitalize()} {WEEKDAYS[days[0]]} could be two days.",
            f"Say {dates[0]} or {dates[1]}.",
        )
    return None


def _first_of_week(now: Now) -> int:
    """Return how many days from today the week began: 0 to -6."""
    return -((now.today.weekday() - now.week_start) % _WEEK)


def _distance(words: Sequence[str], now: Now) -> Moment | None:
    """Read ``3 days ago``, ``a week ago``, ``1h30 ago``, ``in 2 weeks``."""
    hours = _hours_ago(words)
    if hours is not None:
        return _hours_away(-hours, now)
    match list(words):
        case [number, unit, "ago"]:
            sign = -1
        case ["in", number, unit]:
            sign = 1
        case _:
            return None
    amount, name = _amount(number), _UNITS.get(unit)
    if amount is not None and unit == "m":
        raise DateError(
            f"{number}m could be minutes or months.", f"Say {number} minutes or {number} months."
        )
    return None if amount is None or name is None else _away(sign * amount, name, now)


def _hours_ago(words: Sequence[str]) -> float | None:
    """Read ``half an hour ago``, ``1h30 ago``."""
    hours = _PARTS_OF_HOURS.get(tuple(words))
    clock = re.fullmatch(r"([0-9]{1,2}) ?h ?([0-5]?[0-9]) ?(?:m|min)? ago", " ".join(words))
    return int(clock[1]) + int(clock[2]) / 60 if clock else hours


def _amount(word: str) -> int | None:
    if word.isdecimal():
        if len(word) > _LONGEST_NUMBER:
            raise out_of_time()
        return int(word)
    return _AMOUNTS.get(word)


def _away(amount: int, unit: str, now: Now) -> Moment:
    if unit in {"hour", "minute"}:
        return _hours_away(amount if unit == "hour" else amount / 60, now)
    if unit in _IN_DAYS:
        return Moment(shifted(now.today, amount * _IN_DAYS[unit]))
    return Moment(_months_away(now.today, amount * (_MONTHS_IN_A_YEAR if unit == "year" else 1)))


def _hours_away(hours: float, now: Now) -> Moment:
    try:
        at = now.at + timedelta(hours=hours)
    except OverflowError:
        raise out_of_time() from None
    shifted(at.date(), 0)
    return Moment(
        at.date(), at.time().replace(second=0, microsecond=0), ago=timedelta(hours=-hours)
    )


def _months_away(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month if it is shorter."""
    year, month = divmod(day.year * _MONTHS_IN_A_YEAR + day.month - 1 + months, _MONTHS_IN_A_YEAR)
    if not OLDEST_YEAR <= year <= date.max.year:
        raise out_of_time()
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def _refuse_periods(words: Sequence[str], now: Now) -> None:
    """Raise for periods that are not one day, with a day of theirs."""
    match list(words):
        case ["last" | "this" | "next" as which, "week" | "month" | "year" | "weekend" as period]:
            weeks = {"last": -1, "this": 0, "next": 1}[which]
            example = format_day(shifted(now.today, _first_of_week(now) + weeks * _WEEK))
            raise DateError(
                f"{which.capitalize()} {period} is not one day.",
                f"Say {example}." if period == "week" else "Say the day, as in 20 nov.",
            )
