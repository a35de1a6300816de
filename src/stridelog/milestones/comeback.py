"""Back after a pause, in what had been a habit."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.milestone import Found, History, Size, State, Stretch
from stridelog.domain.period import DAYS_A_WEEK, MONTHS_A_YEAR, shift
from stridelog.domain.quantity import Notation

SUMMARY = "Comebacks: the first entry after four weeks or more without any, where one had a habit"

ORDER = 35

EACH: Literal["day", "month"] = "day"

LEAST_DAYS = 28
"""So many days lie between the last entry and a comeback at least."""

HABIT_DAYS, HABIT_WITHIN = 8, 84
"""A habit is what one did on 8 days of the 12 weeks that ended with the last entry."""

LONG_MONTHS = 6
"""Back after half a year is a big one, and is told in months."""


def begin() -> State:
    """Return that nothing was done yet: the last days on which there was something."""
    return {"days": []}


def step(state: State, stretch: Stretch, _history: History) -> Iterator[Found]:
    """Give the first entry of a day that ends a pause; totals count it, whatever it was like."""
    days, today = state["days"], stretch.first.toordinal()
    if _is_comeback(days, today):
        first, last = stretch.entries[0], date.fromordinal(days[-1])
        size: Size = "big" if _months(last, first.day) >= LONG_MONTHS else "small"
        said = {"since": last.isoformat(), "days": today - days[-1]}
        yield Found(first.day, size, (first.number,), said)
    days.append(today)
    del days[:-HABIT_DAYS]


def _is_comeback(days: list[int], today: int) -> bool:
    """Tell whether a pause ends today that a habit came before."""
    if not days or today - days[-1] < LEAST_DAYS:
        return False
    return len(days) == HABIT_DAYS and days[-1] - days[0] < HABIT_WITHIN


def sentence(found: Found, activity: Activity, _notation: Notation) -> str:
    """Say it: ``back after 7 weeks: the first run since 3 May 2021``."""
    since = date.fromisoformat(found.said["since"])
    pause = _pause(since, found.day)
    return f"back after {pause}: the first {activity.name} since {format_span(since, since)}"


def _pause(since: date, until: date) -> str:
    """Say how long it was, in whole weeks, months from half a year on, or years from two on."""
    months = _months(since, until)
    if months < LONG_MONTHS:
        return f"{(until - since).days // DAYS_A_WEEK} weeks"
    return f"{months} months" if months < 2 * MONTHS_A_YEAR else f"{months // MONTHS_A_YEAR} years"


def _months(since: date, until: date) -> int:
    """Return how many whole months lie between two days."""
    months = (until.year - since.year) * MONTHS_A_YEAR + until.month - since.month
    return months - (shift(since, months, "months") > until)
