"""What one entry is set beside: the last and the best that can be compared with it."""

from dataclasses import dataclass
from datetime import date

from stridelog.domain.measure import Measure


@dataclass(frozen=True, slots=True)
class Mark:
    """One measure's value on one entry, in the measure's base unit."""

    number: int
    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Comparable:
    """An entry's value of a measure, and those it is set beside; None where there is none.

    ``distance_class`` names the standard distance that they have in common; where it is empty,
    ``covered`` is the entry's own distance in metres, which theirs are close to, or None where
    the activity covers none.
    """

    measure: Measure
    value: float
    distance_class: str
    covered: float | None
    last: Mark | None
    best: Mark | None
