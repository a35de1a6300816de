"""Courses: a measure over time, a point for each of some spans of equal length.

What is summed stands as the amount of a week, what is averaged as the average by its weights, and
a ratio as the ratio of sums, as in comparisons.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, fsum

from stridelog.domain.measure import Kind, Measure
from stridelog.domain.period import DAYS_A_WEEK, Length, Span, days_until, length_until, shift
from stridelog.domain.statistics import weighted_mean
from stridelog.domain.units import Dimension

DAYS_A_MONTH = 365.2425 / 12

USUAL_MONTHS = 6
"""Months over which trends are looked for where nobody says how many."""

_LENGTHS = ((12, 1), (60, 4))
"""Up to so many months, a point stands for so many weeks; ..."""

_LONGEST = 13
"""... and for a quarter of a year where they are more."""

Values = tuple[Sequence[int], Sequence[float], Sequence[float]]
"""Days (ordinals, ascending), values and weights."""


@dataclass(frozen=True, slots=True)
class Course:
    """A measure of an activity over time: a point for each span, None where there is none.

    ``points`` are amounts per week, weighted averages, or ratios of sums; ``filled`` is in how
    many of the spans something was logged.
    """

    activity: str
    measure: Measure
    points: tuple[float | None, ...]
    filled: int

    @property
    def unit(self) -> str:
        """The base unit of its points; of what is summed, that of a week."""
        if self.measure.kind is not Kind.ADDITIVE:
            return self.measure.base_unit
        counted = self.measure.dimension is Dimension.COUNT
        return "1/week" if counted else f"{self.measure.base_unit}/week"


def spans_of(today: date, months: int) -> tuple[Span, ...]:
    """Return the spans of the last ``months``, oldest first, each of as many whole weeks.

    They end with yesterday: today is not over, and what has not been logged yet is not missed.
    Raises PeriodError where that leaves the calendar.
    """
    last = shift(today, -1, "days")
    weeks = next((weeks for most, weeks in _LENGTHS if months <= most), _LONGEST)
    length = weeks * DAYS_A_WEEK
    count = max(ceil(length_until(last, Length(months, "months")).days / length - 0.5), 1)
    ends = (shift(last, -length * back, "days") for back in range(count - 1, -1, -1))
    return tuple(days_until(end, length) for end in ends)


def course_of(
    activity: str, measure: Measure, values: Values, spans: Sequence[Span], counts: Sequence[bool]
) -> Course:
    """Return the course of a measure from its values; the spans follow on one another.

    Of what is summed, only the spans have a point of which ``counts`` says so: in the others,
    nothing done does not mean that nothing was done.
    """
    days, numbers, weights = values
    edges = [bisect_left(days, span.first.toordinal()) for span in spans]
    edges.append(bisect_left(days, spans[-1].last.toordinal() + 1))
    parts = list(pairwise(edges))
    points: list[float | None]
    if measure.kind is Kind.ADDITIVE:
        a_week = DAYS_A_WEEK / spans[0].days
        points = [
            fsum(numbers[start:end]) * a_week if counted else None
            for (start, end), counted in zip(parts, counts, strict=True)
        ]
    else:
        points = [weighted_mean(numbers[start:end], weights[start:end]) for start, end in parts]
    return Course(activity, measure, tuple(points), sum(start < end for start, end in parts))
