"""Answers about a goal, as people type them: ``at most 3/week``, ``this year``, ``in 12 weeks``."""

import re
from dataclasses import dataclass
from datetime import date

from stridelog.domain.dates import DateOrder, format_day
from stridelog.domain.goal import Way
from stridelog.domain.goal_line.days import coming_day
from stridelog.domain.goal_line.line import Claim, GoalError, GoalTime
from stridelog.domain.period import (
    Bucket,
    PeriodError,
    Span,
    bucket_of,
    name_of,
    parse_period,
    shift,
)

_WAYS: tuple[tuple[str, Way], ...] = (("at least ", "at least"), ("at most ", "at most"))

_NONE = re.compile(r"(?:no|none of|without|avoid)\s+", re.IGNORECASE)

_CLAIMS: tuple[tuple[re.Pattern[str], Claim], ...] = (
    (re.compile(r"\s+(?:on |in )?average\b", re.IGNORECASE), "average"),
    (re.compile(r"\s+(?:once|in one go|at once)\b", re.IGNORECASE), "once"),
)

_BUCKET = re.compile(r"(this|next) (week|month|quarter|year)")

_BEFORE_A_DAY = re.compile(r"(?:by|until|till|before)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HowMuch:
    """The words for an amount, and what was said around them."""

    words: tuple[str, ...]
    claim: Claim = ""
    way: Way | str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """The same as options of ``stride goals add``."""
        said = (self.claim, self.way.replace(" ", "-"))
        return tuple(f"--{option}" for option in said if option)


def how_much(text: str) -> HowMuch:
    """Take an amount apart from words that options say in one line."""
    left, claim, way = text.strip(), "", ""
    for begun, side in _WAYS:
        if left.lower().startswith(begun):
            left, way = left[len(begun) :], side
    if begun_none := _NONE.match(left):
        left, claim = left[begun_none.end() :], "avoid"
    for pattern, named in _CLAIMS:
        if pattern.search(f" {left}"):
            left, claim = pattern.sub("", f" {left}").strip(), named
    return HowMuch(tuple(left.split()), claim, way)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Calendar:
    """How somebody reads dates: what today is, and the settings."""

    today: date
    order: DateOrder
    week_start: int


def until_when(text: str, calendar: Calendar) -> GoalTime:
    """Return the days that are meant. Raises ``GoalError`` and ``DateError``."""
    said, today = text.strip(), calendar.today
    span = _period(said.lower(), calendar)
    if span is None:
        day = _BEFORE_A_DAY.sub("", said, count=1)
        deadline = coming_day(day, today, calendar.order, calendar.week_start)
        span = Span(today, deadline) if deadline >= today else None
    else:
        deadline = span.last
        if deadline >= today:
            return GoalTime(span.first, deadline, is_period=True)
    if span is None or deadline < today:
        later = deadline
        while later < today:
            later = shift(later, 1, "years")
        raise GoalError(f"{format_day(deadline)} is over.", f"Say {later} or in 12 weeks.")
    return GoalTime(today, deadline)


def options_of(time: GoalTime) -> tuple[str, ...]:
    """Return the same days as options of ``stride goals add``."""
    if time.deadline is None:
        return ()
    name = name_of(Span(time.first, time.deadline)) if time.is_period else None
    if name:
        return ("--period", name)
    begins = ("--from", time.first.isoformat()) if time.is_period else ()
    return (*begins, "--by", time.deadline.isoformat())


def _period(said: str, calendar: Calendar) -> Span | None:
    if named := _BUCKET.fullmatch(said):
        bucket: Bucket = named[2]  # type: ignore[assignment]
        span = bucket_of(calendar.today, bucket, calendar.week_start)
        if named[1] == "this":
            return span
        return bucket_of(shift(span.last, 1, "days"), bucket, calendar.week_start)
    try:
        return parse_period(said.removeprefix("in ").upper())
    except PeriodError:
        return None
