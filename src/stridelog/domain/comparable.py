"""What one entry is set beside: the first, the last and the best that can be compared with it."""

from dataclasses import dataclass, replace
from datetime import date

from stridelog.domain.activity import Activity, leading_measure
from stridelog.domain.entry import Entry
from stridelog.domain.measure import Measure


@dataclass(frozen=True, slots=True)
class Mark:
    """One measure's value on one entry, in the measure's base unit."""

    number: int
    day: date
    value: float


@dataclass(frozen=True, slots=True)
class SameWeeks:
    """The average of a measure over the entries around the same day of an earlier year.

    Weighted as the measure is: the ratio of sums where it is derived.
    """

    first: date
    last: date
    entries: int
    value: float


@dataclass(frozen=True, slots=True)
class Comparable:
    """An entry's value of a measure, and those before it that it is set beside, if any.

    ``distance_class`` names the standard distance that they have in common; where it is empty,
    ``covered`` is the entry's own distance in metres, which theirs are close to, or None where
    the activity covers none. ``same_weeks`` is of the earliest of the last years that has enough;
    only there where no distance is covered, because one entry alone then says little.
    """

    measure: Measure
    value: float
    distance_class: str
    covered: float | None
    first: Mark | None
    last: Mark | None
    best: Mark | None
    same_weeks: SameWeeks | None = None


def measure_that_matters(entry: Entry, activity: Activity) -> Measure | None:
    """Return the measure that says most about the entry, of those that it has a value of.

    A distance without a time says nothing about how it went.
    """
    values = {**entry.measurements, **entry.derived}
    known = tuple(m for m in activity.measures if m.name in values)
    measure = leading_measure(replace(activity, measures=known))
    return None if measure is None or measure.name == "distance" else measure
