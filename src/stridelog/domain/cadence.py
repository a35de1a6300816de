"""Cadences: how often something is to be done, and the rest, pauses and skips that excuse it.

A period is a day, a week or a month of the calendar. Days are proleptic ordinals.

- A cadence asks for a number of entries in each period: one, unless set. Where it changes
  inside a period, the gentler one holds for that period.
- A budget of skips lets some misses of each month pass. Where it changes inside a month, the
  larger one holds for that month.
- A period that was not kept is *excused* where a pause left it fewer days than the cadence asks
  for entries (one a day, if that is enough), or where it ended in a pause and could still have
  been kept when that began. Rest weekdays alone excuse it only where they leave too few days as
  well, and it holds an entry for each of those days.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from stridelog.domain.month import month_number
from stridelog.domain.period import DAYS_A_WEEK, LAST_ORDINAL, MONTHS_A_YEAR, Span

CadenceUnit = Literal["day", "week", "month"]

CADENCE_UNITS: tuple[CadenceUnit, ...] = ("day", "week", "month")

EVERY_WEEKDAY = frozenset(range(DAYS_A_WEEK))


@dataclass(frozen=True, slots=True)
class Cadence:
    """So many entries in each day, week or month."""

    times: int
    unit: CadenceUnit

    def __str__(self) -> str:
        return f"{self.times}/{self.unit}"


@dataclass(frozen=True, slots=True)
class CadenceChange:
    """A cadence, and the day from which it holds until the next change for the same unit.

    ``uid`` tells apart what is kept in a journal; it is empty for what is not kept yet, here as
    in the other rules.
    """

    since: date
    cadence: Cadence
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Protection:
    """Days that break no streak: a pause, or the rest weekdays (0 for Monday) of a span.

    Without an end, the span goes on to the last day of the calendar.
    """

    span: Span
    weekdays: frozenset[int] = EVERY_WEEKDAY
    reason: str = ""
    uid: str = ""

    @property
    def is_pause(self) -> bool:
        """Whether every day of the span is protected."""
        return self.weekdays >= EVERY_WEEKDAY

    @property
    def is_endless(self) -> bool:
        """Whether no end was said."""
        return self.span.last == date.max


@dataclass(frozen=True, slots=True)
class SkipChange:
    """A budget of skips a month, and the day from which it holds until the next change.

    It is how many missed days, and how many missed weeks, of each calendar month break nothing.
    Months know no skips, which are their own.
    """

    since: date
    skips: int
    uid: str = ""


AnyRule = CadenceChange | Protection | SkipChange


@dataclass(frozen=True, slots=True)
class Rules:
    """What a person set for the streaks of one activity; by default nothing."""

    cadences: tuple[CadenceChange, ...] = ()
    protections: tuple[Protection, ...] = ()
    skips: tuple[SkipChange, ...] = ()

    @property
    def each(self) -> tuple[AnyRule, ...]:
        """All of them, one after the other."""
        return (*self.cadences, *self.protections, *self.skips)


NO_RULES = Rules()


@dataclass(frozen=True, slots=True)
class Periods:
    """The days, weeks or months of the calendar, numbered without gaps."""

    unit: CadenceUnit
    week_start: int = 0

    def number(self, day: int) -> int:
        """Return the number of the period that ``day`` lies in."""
        if self.unit == "day":
            return day
        if self.unit == "week":
            return (day - 1 - self.week_start) // DAYS_A_WEEK
        return month_number(date.fromordinal(min(day, LAST_ORDINAL)))

    def first(self, number: int) -> int:
        """Return the first day of a period; the calendar's last week may reach beyond it."""
        if self.unit == "day":
            return number
        if self.unit == "week":
            return number * DAYS_A_WEEK + 1 + self.week_start
        year, month = divmod(number, MONTHS_A_YEAR)
        return date(year, month + 1, 1).toordinal() if year <= date.max.year else LAST_ORDINAL + 1

    def last(self, number: int) -> int:
        """Return the last day of a period."""
        return self.first(number + 1) - 1


MONTHS = Periods("month")


@dataclass(frozen=True, slots=True)
class Terms:
    """What the rules ask of the periods of one unit.

    ``changes`` are the days on which its cadence changes, ascending, with the times it then
    asks for; ``skips`` likewise, with the skips a month; ``protected`` are spans of days, with
    the weekdays in them that are meant.
    """

    periods: Periods
    changes: tuple[tuple[int, int], ...] = ()
    protected: tuple[tuple[range, frozenset[int]], ...] = ()
    skips: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, rules: Rules, periods: Periods) -> "Terms":
        """Return what ``rules`` mean for ``periods``."""
        ours = (c for c in rules.cadences if c.cadence.unit == periods.unit)
        changes = tuple(sorted((c.since.toordinal(), c.cadence.times) for c in ours))
        protected = tuple(
            (range(p.span.first.toordinal(), p.span.last.toordinal() + 1), p.weekdays)
            for p in rules.protections
        )
        budgets = () if periods.unit == "month" else rules.skips
        skips = tuple(sorted((b.since.toordinal(), b.skips) for b in budgets))
        return cls(periods, changes, protected, skips)

    def asked(self, number: int) -> int:
        """Return how many entries a period needs: the fewest that held on any of its days."""
        if not self.changes:
            return 1
        return min(_held(self.changes, self.periods.first(number), self.periods.last(number), 1))

    def skips_in(self, month: int) -> int:
        """Return how many misses of a month break nothing: the most that held on any day of it."""
        return max(_held(self.skips, MONTHS.first(month), MONTHS.last(month), 0))

    @property
    def asks_until(self) -> int:
        """The last day that anything may be asked for: a pause without end begins after it."""
        starts = (
            span.start
            for span, weekdays in self.protected
            if span.stop > LAST_ORDINAL and weekdays >= EVERY_WEEKDAY
        )
        return min(starts, default=LAST_ORDINAL + 1) - 1

    def excuses(self, number: int, entries: Callable[[int, int], int]) -> bool:
        """Tell whether a period that was not kept is excused.

        ``entries`` counts those from one day to another. More of them, or more protection,
        never turns an excused period into a missed one.
        """
        if not self.protected:
            return False
        asked = self.asked(number)
        days = range(self.periods.first(number), self.periods.last(number) + 1)
        a_day = -(-asked // len(days))
        within_the_others = sum(not self.protects(day) for day in days) * a_day
        if within_the_others < asked:
            return bool(self._pauses_in(days)) or entries(days[0], days[-1]) >= within_the_others
        closing = self._closing_pause(days)
        within_reach = sum(max(a_day, entries(day, day)) for day in closing)
        return bool(closing) and entries(days.start, closing.start - 1) + within_reach >= asked

    def protects(self, day: int) -> bool:
        """Tell whether a day (an ordinal) breaks no streak: rest, or within a pause."""
        weekday = (day - 1) % DAYS_A_WEEK
        return any(day in span and weekday in weekdays for span, weekdays in self.protected)

    def _closing_pause(self, days: range) -> range:
        """Return the protected days that a period ends with, if one of them is paused."""
        start = days.stop
        while start > days.start and self.protects(start - 1):
            start -= 1
        closing = range(start, days.stop)
        return closing if closing and self._pauses_in(closing) else range(0)

    def _pauses_in(self, days: range) -> list[range]:
        """Return the pauses that any of the days lies in."""
        pauses = (span for span, weekdays in self.protected if weekdays >= EVERY_WEEKDAY)
        return [span for span in pauses if span.start < days.stop and days.start < span.stop]


def _held(changes: tuple[tuple[int, int], ...], first: int, last: int, before: int) -> list[int]:
    """Return what held on any of the days: at the first of them, and after each change."""
    at_first, inside = before, []
    for since, value in changes:
        if since <= first:
            at_first = value
        elif since <= last:
            inside.append(value)
    return [at_first, *inside]
