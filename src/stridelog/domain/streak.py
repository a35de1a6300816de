"""Streaks: consecutive days, weeks or months in which a cadence was kept.

A period that holds what its cadence asks for is *kept*. The one that today lies in is open: not
logged yet is not missed. Excused periods (see `cadence`) neither break nor lengthen a streak,
but an entry counts on any day. The others are missed, and break it, but for as many days or
weeks of each calendar month within the streak as there are skips in a month. A streak runs from
its first kept period to its last one. Entries dated after today are ignored.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import accumulate, pairwise, repeat
from operator import sub

from stridelog.domain.cadence import (
    CADENCE_UNITS,
    MONTHS,
    NO_RULES,
    Cadence,
    CadenceUnit,
    Periods,
    Rules,
    Terms,
)
from stridelog.domain.period import LAST_ORDINAL

HORIZON = 3660
"""Days ahead within which a streak must ask for something to have a day to keep it by."""


@dataclass(frozen=True, slots=True)
class Streak:
    """So many kept periods, from the first day of the first to the last day of the last."""

    length: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class StreakAnswer:
    """The streaks of one unit; None where there is none. Of equally long ones, the latest.

    ``keep_by`` is the last day on which the current streak can still be carried on whole, with
    ``missing`` more entries; None without one, or where nothing is asked for in the next ten
    years. ``at_risk`` tells that this day lies in the day, week or month of today.
    """

    unit: CadenceUnit
    cadence: Cadence
    current: Streak | None = None
    longest: Streak | None = None
    at_risk: bool = False
    keep_by: date | None = None
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Reached:
    """The day on which a streak of so many kept periods was there for the first time."""

    unit: CadenceUnit
    length: int
    day: date


def streaks(
    days: Mapping[int, int], today: date, rules: Rules = NO_RULES, week_start: int = 0
) -> tuple[StreakAnswer, ...]:
    """Return the day, week and month streaks of ``days``: entries (1 or more) by day ordinal.

    ``week_start`` is the weekday that weeks start on, 0 for Monday.
    """
    logged = _Logged.until(days, today.toordinal())
    return tuple(
        _answer(logged, Terms.of(rules, Periods(unit, week_start)), today.toordinal())
        for unit in CADENCE_UNITS
    )


def reached(
    days: Mapping[int, int],
    today: date,
    lengths: Mapping[CadenceUnit, Sequence[int]],
    rules: Rules = NO_RULES,
    week_start: int = 0,
) -> Iterator[Reached]:
    """Give each of these ``lengths`` (ascending) that a streak has reached up to today.

    A period counts from the day of the entry with which it held all that was asked for. So from
    that day on, and not before, the longest of `streaks` has the length.
    """
    logged = _Logged.until(days, today.toordinal())
    for unit, ascending in lengths.items():
        terms = Terms.of(rules, Periods(unit, week_start))
        kept = _kept(logged, terms, terms.periods.number(today.toordinal()))
        ahead = list(reversed(ascending))
        for start, stop in _runs(kept, _Misses(logged, terms)):
            while ahead and start + ahead[-1] <= stop:
                number = kept[start + ahead[-1] - 1]
                day = logged.day_of(terms.periods.first(number), terms.asked(number))
                yield Reached(unit, ahead.pop(), date.fromordinal(day))


@dataclass(frozen=True, slots=True)
class _Logged:
    """The days with entries, ascending, and how many entries there are before each of them."""

    days: list[int]
    before: list[int]

    @classmethod
    def until(cls, entries: Mapping[int, int], today: int) -> "_Logged":
        days = sorted(entries)
        del days[bisect_right(days, today) :]
        return cls(days, [0, *accumulate(map(entries.__getitem__, days))])

    def entries(self, first: int, last: int) -> int:
        """Return the entries from day ``first`` to day ``last``."""
        return (
            self.before[bisect_right(self.days, last)] - self.before[bisect_left(self.days, first)]
        )

    def day_of(self, first: int, nth: int) -> int:
        """Return the day of the ``nth`` entry from day ``first`` on; there must be so many."""
        earlier = self.before[bisect_left(self.days, first)]
        return self.days[bisect_left(self.before, earlier + nth) - 1]

    def entries_by(self, starts: Iterable[int]) -> Iterable[int]:
        """Return the entries from each of ``starts`` to the day before the next one."""
        edges = map(bisect_left, repeat(self.days), starts)
        before = [self.before[edge] for edge in edges]
        return map(sub, before[1:], before)


@dataclass(slots=True)
class _Misses:
    """The missed periods on the way, and how far back they let a streak reach."""

    logged: _Logged
    terms: Terms
    by_month: dict[int, list[int]] = field(default_factory=dict)
    skips: dict[int, int] = field(default_factory=dict)

    def start_after(self, gap: range, start: int, position: int) -> int:
        """Return where a streak from kept period ``start`` begins once ``gap`` has been passed.

        ``position`` is the kept period after the gap: none before it remains where the gap
        breaks the streak.
        """
        if gap and not self.terms.protected and not self.terms.skips:
            return position
        for number in gap:
            if start == position:
                break
            if not self.terms.excuses(number, self.logged.entries):
                start = max(start, self._start_after_miss(number, position))
        return start

    def _start_after_miss(self, number: int, position: int) -> int:
        """Return the earliest start from which no month has more misses than skips."""
        if not self.terms.skips:
            return position
        month = MONTHS.number(self.terms.periods.last(number))
        if month not in self.skips:
            self.skips[month] = self.terms.skips_in(month)
        skips = self.skips[month]
        misses = self.by_month.setdefault(month, [])
        misses.append(position)
        return misses[-1 - skips] if len(misses) > skips else 0


def _answer(logged: _Logged, terms: Terms, today: int) -> StreakAnswer:
    periods = terms.periods
    present = periods.number(today)
    cadence = Cadence(terms.asked(present), periods.unit)
    kept = _kept(logged, terms, present)
    if not kept:
        return StreakAnswer(periods.unit, cadence)
    misses = _Misses(logged, terms)
    start, longest = _walk(kept, misses)
    answer = StreakAnswer(periods.unit, cadence, None, _streak(periods, kept[slice(*longest)]))
    start = misses.start_after(range(kept[-1] + 1, present), start, len(kept))
    if start == len(kept):
        return answer
    answer = replace(answer, current=_streak(periods, kept[start:]))
    ahead = range(max(kept[-1] + 1, present), _horizon(terms, today) + 1)
    due = _due(ahead, misses, start, len(kept))
    if due is None:
        return answer
    first, last = periods.first(due), min(periods.last(due), LAST_ORDINAL)
    missing = terms.asked(due) - logged.entries(first, last)
    return replace(answer, at_risk=due == present, keep_by=date.fromordinal(last), missing=missing)


def _horizon(terms: Terms, today: int) -> int:
    """Return the last period that is looked at; the one in which an endless pause begins is."""
    return terms.periods.number(min(today + HORIZON, terms.asks_until + 1, LAST_ORDINAL))


def _due(ahead: range, misses: _Misses, start: int, position: int) -> int | None:
    """Return the first period ahead that would shorten the current streak if it were missed."""
    for number in ahead:
        if misses.start_after(range(number, number + 1), start, position) > start:
            return number
    return None


def _kept(logged: _Logged, terms: Terms, present: int) -> list[int]:
    """Return the numbers of the kept periods, ascending."""
    if not logged.days:
        return []
    periods, changes = terms.periods, terms.changes
    if not changes and periods.unit == "day":
        return logged.days
    numbers = range(periods.number(logged.days[0]), present + 1)
    entries = logged.entries_by(map(periods.first, range(numbers.start, numbers.stop + 1)))
    if not changes:
        return [number for number, count in zip(numbers, entries, strict=True) if count]
    return [n for n, count in zip(numbers, entries, strict=True) if count >= terms.asked(n)]


def _walk(kept: list[int], misses: _Misses) -> tuple[int, tuple[int, int]]:
    """Return where the last streak starts in ``kept``, and the ends of the longest one."""
    last, longest = 0, (0, 0)
    for start, stop in _runs(kept, misses):
        if stop - start >= longest[1] - longest[0]:
            longest = start, stop
        last = start
    return last, longest


def _runs(kept: list[int], misses: _Misses) -> Iterator[tuple[int, int]]:
    """Give the ends of each streak in ``kept``; where skips run out, the next begins within it."""
    start = 0
    for position, (one, other) in enumerate(pairwise(kept), 1):
        if other - one > 1:
            later = misses.start_after(range(one + 1, other), start, position)
            if later > start:
                yield start, position
            start = later
    yield start, len(kept)


def _streak(periods: Periods, kept: list[int]) -> Streak:
    first, last = max(periods.first(kept[0]), 1), min(periods.last(kept[-1]), LAST_ORDINAL)
    return Streak(len(kept), date.fromordinal(first), date.fromordinal(last))
