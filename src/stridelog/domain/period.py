"""Periods: spans of civil days, calendar buckets, lengths, and arithmetic with them.

A span holds its first and its last day: both ends are inclusive, everywhere. Weeks start on
Monday (``week_start=0``) unless another weekday is given (up to 6 for Sunday); a week that is
named, as 2026-W47, is the ISO week. Days are those of the proleptic Gregorian calendar from
0001-01-01 to 9999-12-31; buckets at either end of it are cut there.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from stridelog.domain.errors import UsageError
from stridelog.domain.plain_text import plain, shown

Unit = Literal["days", "weeks", "months", "years"]
"""What a length is counted in, and what days are shifted by."""

Bucket = Literal["week", "month", "quarter", "year"]
"""The calendar's own spans."""

MONTHS_A_YEAR, MONTHS_A_QUARTER, DAYS_A_WEEK = 12, 3, 7
LAST_ORDINAL = date.max.toordinal()

PERIOD_HINT = "Say 2026, 2026-Q4, 2026-11, 2026-W47 or 2026-11-20."
LENGTH_HINT = "Say 90d for days, 4w for weeks, 6mo for months or 1y for years."
LONGEST_COUNT = 5
"""Digits of the greatest count in a length: 99999 days are 273 years."""


class PeriodError(UsageError):
    """A period or a length that cannot be read, or that lies outside the calendar."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PeriodError(
                f"A period cannot end on {self.last} when it starts on {self.first}.",
                f"Turn them round: {self.last} to {self.first}.",
            )

    @property
    def days(self) -> int:
        """How many days it holds; at least one."""
        return self.last.toordinal() - self.first.toordinal() + 1

    def contains(self, day: date) -> bool:
        """Tell whether ``day`` is one of its days."""
        return self.first <= day <= self.last

    def shared_days(self, other: "Span") -> int:
        """Return how many days it has in common with ``other``."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return max(0, last.toordinal() - first.toordinal() + 1)

    def until(self, day: date) -> "Span | None":
        """Return the part of it up to and including ``day``; None where it starts later."""
        return None if day < self.first else Span(self.first, min(self.last, day))

    def shifted(self, count: int, unit: Unit) -> "Span":
        """Return as many days, of which the last lies ``count`` calendar units away.

        Raises PeriodError where that leaves the calendar.
        """
        return days_until(shift(self.last, count, unit), self.days)


@dataclass(frozen=True, slots=True)
class Length:
    """How long a window is: 4 weeks, 90 days, 6 months, 1 year."""

    count: int
    unit: Unit


_UNITS: dict[str, Unit] = {
    "d": "days",
    "day": "days",
    "days": "days",
    "w": "weeks",
    "week": "weeks",
    "weeks": "weeks",
    "mo": "months",
    "month": "months",
    "months": "months",
    "y": "years",
    "year": "years",
    "years": "years",
}


def parse_period(text: str) -> Span:
    """Read a year, quarter, month, ISO week or day: 2026, 2026-Q4, 2026-11, 2026-W47, 2026-11-20.

    Raises PeriodError for anything else.
    """
    year, *parts = plain(text).upper().split("-")
    try:
        span = _period(int(year), parts) if _digits(year, 4) else None
    except ValueError:
        span = None
    if span is None:
        raise PeriodError(f'"{shown(text)}" is not a period.', PERIOD_HINT)
    return span


def _period(year: int, parts: list[str]) -> Span | None:
    match parts:
        case []:
            return year_of(date(year, 1, 1))
        case [week] if week.startswith("W") and _digits(week[1:], 2):
            return week_of(date.fromisocalendar(year, int(week[1:]), 1))
        case ["Q1" | "Q2" | "Q3" | "Q4" as quarter]:
            return quarter_of(date(year, MONTHS_A_QUARTER * int(quarter[1]), 1))
        case [month] if _digits(month, 2):
            return month_of(date(year, int(month), 1))
        case [month, day] if _digits(month, 2) and _digits(day, 2):
            only = date(year, int(month), int(day))
            return Span(only, only)
    return None


def _digits(text: str, count: int) -> bool:
    return len(text) == count and text.isascii() and text.isdigit()


def parse_length(text: str) -> Length:
    """Read a length such as 4w, 90d, 6mo or 1y. Raises PeriodError for anything else."""
    typed = plain(text)
    digits = typed.rstrip("abcdefghijklmnopqrstuvwxyz ")
    unit = typed[len(digits) :].strip()
    counted = digits.isascii() and digits.isdigit()
    if counted and unit == "m":
        raise PeriodError(
            f'"{shown(text)}" could be months or minutes.', f"Say {digits}mo for months."
        )
    if not counted or unit not in _UNITS:
        raise PeriodError(f'"{shown(text)}" is not a length of time.', LENGTH_HINT)
    if len(digits.lstrip("0")) > LONGEST_COUNT:
        raise PeriodError(f'"{shown(text)}" is longer than any journal.', LENGTH_HINT)
    if int(digits) == 0:
        raise PeriodError(f'"{shown(text)}" holds no day.', LENGTH_HINT)
    return Length(int(digits), _UNITS[unit])


def shift(day: date, count: int, unit: Unit) -> date:
    """Return the day ``count`` calendar units after ``day`` (before it, where negative).

    Months and years keep the day of the month, or take the month's last one where it is
    shorter: 29 February a year on is 28 February, 31 March a month back is the end of
    February. Raises PeriodError where that leaves the calendar.
    """
    try:
        if unit in {"days", "weeks"}:
            return day + timedelta(days=count * (DAYS_A_WEEK if unit == "weeks" else 1))
        months = count * (MONTHS_A_YEAR if unit == "years" else 1)
        year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
        first = date(year, month + 1, 1)
    except (ValueError, OverflowError):
        raise PeriodError(
            f"{abs(count)} {unit} from {day} is outside the calendar.",
            "The years from 1 to 9999 can be used.",
        ) from None
    return first.replace(day=min(day.day, month_of(first).days))


def days_until(last: date, count: int) -> Span:
    """Return the ``count`` days that end with ``last``. Raises PeriodError before year 1."""
    return Span(shift(last, 1 - count, "days"), last)


def length_until(last: date, length: Length) -> Span:
    """Return the span of ``length`` that ends with ``last``.

    A length in months or years starts on the day after the same day that much earlier:
    a month up to 31 March is 1 to 31 March (the day a month back is 28 February).
    """
    before = shift(last, -length.count, length.unit)
    return Span(shift(before, 1, "days"), last)


def length_from(first: date, length: Length) -> Span:
    """Return the span of ``length`` that starts with ``first``."""
    after = shift(first, length.count, length.unit)
    return Span(first, shift(after, -1, "days"))


def week_of(day: date, week_start: int = 0) -> Span:
    """Return the week that ``day`` lies in; ``week_start`` is 0 for Monday to 6 for Sunday."""
    first = day.toordinal() - (day.weekday() - week_start) % DAYS_A_WEEK
    last = min(first + DAYS_A_WEEK - 1, LAST_ORDINAL)
    return Span(date.fromordinal(max(first, 1)), date.fromordinal(last))


def month_of(day: date) -> Span:
    """Return the calendar month that ``day`` lies in."""
    first = day.replace(day=1)
    if day.month == MONTHS_A_YEAR:
        return Span(first, day.replace(day=31))
    return Span(first, date(day.year, day.month + 1, 1) - timedelta(days=1))


def quarter_of(day: date) -> Span:
    """Return the calendar quarter that ``day`` lies in (January to March is the first)."""
    last = -(-day.month // MONTHS_A_QUARTER) * MONTHS_A_QUARTER
    first = date(day.year, last - MONTHS_A_QUARTER + 1, 1)
    return Span(first, month_of(date(day.year, last, 1)).last)


def year_of(day: date) -> Span:
    """Return the calendar year that ``day`` lies in."""
    return Span(date(day.year, 1, 1), date(day.year, MONTHS_A_YEAR, 31))


def bucket_of(day: date, bucket: Bucket, week_start: int = 0) -> Span:
    """Return the week, month, quarter or year that ``day`` lies in."""
    if bucket == "week":
        return week_of(day, week_start)
    return {"month": month_of, "quarter": quarter_of, "year": year_of}[bucket](day)


def buckets(span: Span, bucket: Bucket, week_start: int = 0) -> tuple[Span, ...]:
    """Return the whole calendar buckets that touch ``span``, oldest first."""
    found = [bucket_of(span.first, bucket, week_start)]
    while found[-1].last < span.last:
        found.append(bucket_of(shift(found[-1].last, 1, "days"), bucket, week_start))
    return tuple(found)


def name_of(span: Span) -> str | None:
    """Return how people type a calendar span (2026, 2026-Q4, 2026-11, 2026-W47), else None."""
    first = span.first
    if span == year_of(first):
        return f"{first.year:04}"
    if span == quarter_of(first):
        return f"{first.year:04}-Q{(first.month + 2) // MONTHS_A_QUARTER}"
    if span == month_of(first):
        return f"{first.year:04}-{first.month:02}"
    if span == week_of(first) and span.days == DAYS_A_WEEK:
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    return None
