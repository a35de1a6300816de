"""The line of a goal, and what being before or after it means.

The line is straight from the start to the target, by way of the steps that have a value. Today is
not over: one is behind where less is done than the line asked for by the end of yesterday, ahead
where more is done than it asks for by the end of today.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import fsum

from stridelog.domain.comparison import Sample
from stridelog.domain.goal import Goal, Target, Version
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.standing import State

TOLERANCE_DAYS = 7.0
"""So many days before or after the line count as on course, ..."""

TOLERANCE_SHARE = 0.05
"""... and no more than this share of the goal's days."""

Point = tuple[int, float]
"""A day (an ordinal) and the value that the line has at its end."""


def line_of(version: Version, start: float, target: float) -> tuple[Point, ...]:
    """Return the points between which the line of a goal with a deadline is straight."""
    if version.deadline is None:
        return ()
    between = {
        step.by.toordinal(): step.value
        for step in version.steps
        if step.value is not None and version.first <= step.by < version.deadline
    }
    eve, last = version.first.toordinal() - 1, version.deadline.toordinal()
    return ((eve, start), *sorted(between.items()), (last, target))


def value_on(line: Sequence[Point], day: int) -> float | None:
    """Return the line's value at the end of a day; None where there is no line."""
    if not line:
        return None
    at = bisect_left([d for d, _ in line], day)
    if at in {0, len(line)}:
        return line[0][1] if at == 0 else line[-1][1]
    (d0, v0), (d1, v1) = line[at - 1], line[at]
    return v0 + (v1 - v0) * (day - d0) / (d1 - d0)


def expected_on(line: Sequence[Point], today: int, value: float | None) -> float | None:
    """Return what the line asks for today: what it did yesterday, and of today what is done of it.

    So nobody is behind in the morning, and nothing that is logged puts anybody behind.
    """
    eve, evening = value_on(line, today - 1), value_on(line, today)
    if eve is None or evening is None or value is None:
        return eve
    return min(max(value, min(eve, evening)), max(eve, evening))


def buffer_on(line: Sequence[Point], today: int, value: float) -> float | None:
    """Return how many days a value is before the line of today's end, or after yesterday's.

    Negative for days after it; 0 in between. Before the days of the line it is as on the first of
    them, and once they are over it stays as it was in the end.
    """
    if not line:
        return None
    today = min(max(today, line[0][0] + 1), line[-1][0] + 1)
    since_eve = days_ahead(line, today - 1, value)
    if since_eve is None:
        return None
    return min(since_eve, 0.0) + max(since_eve - 1.0, 0.0)


def days_ahead(line: Sequence[Point], day: int, value: float) -> float | None:
    """Return how many days after ``day`` the line first has a value; negative for days before."""
    if not line or line[0][1] == line[-1][1]:
        return None
    rising = line[-1][1] > line[0][1]
    for (d0, v0), (d1, v1) in pairwise(line):
        reached = value <= v1 if rising else value >= v1
        if reached and v1 != v0:
            return max(d0 + (value - v0) / (v1 - v0) * (d1 - d0), line[0][0]) - day
    return float(line[-1][0] - day)


def by_the_line(version: Version, buffer_days: float | None) -> State:
    """Return whether one is ahead, on course or behind, by the days from the line."""
    if buffer_days is None:
        return "open"
    span = version.span
    tolerance = min(TOLERANCE_DAYS, TOLERANCE_SHARE * span.days) if span else TOLERANCE_DAYS
    if abs(buffer_days) <= tolerance:
        return "on course"
    return "ahead" if buffer_days > 0 else "behind"


def by_day(sample: Sample) -> dict[int, float]:
    """Return the sum of each day, as forecasts take it; whatever the order within the day."""
    sums, begin = dict[int, float](), 0
    while begin < len(sample.days):
        end = bisect_right(sample.days, sample.days[begin], begin)
        sums[sample.days[begin]] = fsum(sample.values[begin:end])
        begin = end
    return sums


def decided(target: Target, current: float, *, over: bool) -> State | None:
    """Return whether what only grows is decided: at once where it is passed, else in the end."""
    is_met = target.is_met_by(current)
    if over or is_met == (target.way == "at least"):
        return "reached" if is_met else "missed"
    return None


def weeks_left(version: Version, at: date) -> float | None:
    """Return the weeks of its days from ``at`` on, today among them; None where none is left."""
    if version.deadline is None:
        return None
    left = version.deadline.toordinal() - max(at.toordinal(), version.first.toordinal()) + 1
    return left / DAYS_A_WEEK if left > 0 else None


def as_it_was(goal: Goal, at: date) -> Goal:
    """Return the goal as it was known on a day: without later reviews and notes."""
    return replace(
        goal,
        reviews=tuple(review for review in goal.reviews if review.day <= at),
        notes=tuple(note for note in goal.notes if note.day <= at),
    )
