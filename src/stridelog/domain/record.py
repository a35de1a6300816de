"""Records: the best value of a measure, or over a standard distance, and who held it before.

A record is *exact* where the entry itself was that long (from -2 % to +5 %; its time is what the
standard distance takes at the entry's pace), a *segment* where it is the fastest stretch inside a
recorded track, and *estimated* where only the whole of a longer entry is known. Then it is a bound
that holds for sure: an entry of D metres has floor(D / d) stretches of d metres one after the
other, and the fastest of them took at most their share of the time. 12 km in an hour have two 5k
in them; one of the two took at most 30 minutes.

Records are judged in the order of the days, whenever they were logged. What one's own history makes
hard to believe (``doubt``) holds none until a person confirms it, and nothing that a person has
excluded does.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from stridelog.domain.distance import LONGEST, STANDARD_DISTANCES
from stridelog.domain.doubt import NO_LIMITS, Doubt, Limits, Moved
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.units import Dimension

How = Literal["exact", "segment", "estimated"]
"""How a value over a distance is known, the surest first."""

EXCLUDED = "no-record"
"""The tag of an entry that holds no record, because a person said so."""

CONFIRMED = "record-confirmed"
"""The tag of an entry that a person vouches for, however hard it is to believe."""

RECORD_DISTANCES = {"400m": 400.0, "1k": 1_000.0, **STANDARD_DISTANCES}
"""The distances that have a record, in metres; the two short ones inside of tracks only."""

TIME = Measure("duration", Kind.INTENSIVE, Dimension.DURATION, Direction.LOWER)
"""The time that a distance takes."""

RACED = ("5k", "10k", "half", "marathon")
"""The distances that are estimated where nothing else is known of them.

Others only where the estimate is faster than what is known.
"""

AS_WRITTEN = 0.0025
"""By this share of a standard distance one may be off who writes 3.1 miles for 5 km."""

NOW_DAYS = 91
"""The last 13 weeks are how one is now."""


@dataclass(frozen=True, slots=True)
class Performance:
    """A value of an entry. ``at`` is the local time (ISO); ``moved`` is of the whole entry.

    ``confirmed`` tells that a person vouches for it.
    """

    number: int
    day: date
    at: str
    value: float
    moved: Moved | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What there is a record of: a measure of an activity, or the time over a ``distance``.

    ``distance`` is empty where the whole entry counts, however long; ``group`` is a tag or a
    place, None where all entries count. ``pace`` is the pace or the speed of the activity, None
    where it has none.
    """

    activity: str
    measure: Measure
    distance: str = ""
    how: How = "exact"
    group: str | None = None
    pace: Measure | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """The performances among which a record is found, in any order.

    All that ever were the best so far must be there, and the best of the year and of the last 13
    weeks: more than can be doubtful. ``limits`` say what is believed of the activity.
    """

    subject: Subject
    performances: tuple[Performance, ...]
    limits: Limits = NO_LIMITS


@dataclass(frozen=True, slots=True)
class Step:
    """A performance that was a record when it was done.

    It was better by ``gain`` than the one before it (base units, None for the first), and stood
    ``stood`` days: until the next, or until today.
    """

    performance: Performance
    gain: float | None
    stood: int


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A performance that would be a record if it were believed, and why it is not."""

    subject: Subject
    performance: Performance
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its history, oldest first; the best of the last 13 weeks and of this year, if any.

    The doubtful ones hold no record; they are those that would.
    """

    subject: Subject
    history: tuple[Step, ...]
    now: Performance | None
    season: Performance | None
    doubtful: tuple[Doubtful, ...] = ()

    @property
    def holder(self) -> Performance | None:
        """What holds the record today; None where all that would is doubtful."""
        return self.history[-1].performance if self.history else None

    @property
    def behind(self) -> float | None:
        """How far the best of the last 13 weeks is from the record, in base units; 0 if it is."""
        if self.now is None or self.holder is None:
            return None
        return abs(self.now.value - self.holder.value)


def now_start(today: date) -> date:
    """Return the first of the last 13 weeks."""
    return today - timedelta(min(NOW_DAYS, today.toordinal()) - 1)


def season_start(today: date) -> date:
    """Return the first day of this year."""
    return date(today.year, 1, 1)


def can_have_record(measure: Measure) -> bool:
    """Tell whether the best value of a measure says anything whatever the entry was otherwise.

    A pace compares only over one distance, and of what one wants little of (detractors), the
    shortest entry has least.
    """
    if measure.dimension in {Dimension.PACE, Dimension.SPEED}:
        return False
    if measure.direction is Direction.LOWER:
        return measure.kind is not Kind.ADDITIVE
    return measure.direction is Direction.HIGHER


def is_better(measure: Measure, distance: str, value: float, than: float) -> bool:
    """Tell whether a value is better, over a distance in whole seconds."""
    apart = round(value) - round(than) if distance else value - than
    return apart * measure.direction.sign > 0


def exact_time(distance: str, moved: Moved) -> float:
    """Return the seconds that a standard distance takes at the pace of an entry.

    What is as long as people write it (3.1 or 26.2 miles) took what the clock showed.
    """
    metres = STANDARD_DISTANCES[distance]
    is_it = abs(moved.metres - metres) <= AS_WRITTEN * metres
    return moved.pace * (moved.metres if is_it else metres) / 1000.0


def estimated_time(distance: str, moved: Moved) -> float | None:
    """Return the seconds that the fastest stretch of a distance took at most.

    None where the entry was not longer than what counts as that distance.
    """
    metres = STANDARD_DISTANCES[distance]
    if moved.metres <= LONGEST * metres:
        return None
    return moved.pace * moved.metres / 1000.0 / (moved.metres // metres)


def pace_of(subject: Subject, performance: Performance) -> float | None:
    """Return the pace (s/km) of a time over a distance; None where there is no distance."""
    if not subject.distance:
        return None
    return 1000.0 * performance.value / RECORD_DISTANCES[subject.distance]


def pace_value(subject: Subject, performance: Performance) -> float | None:
    """Return the pace or the speed of a time over a distance, in the base unit of ``pace``."""
    seconds = pace_of(subject, performance)
    return None if seconds is None or subject.pace is None else as_moved(subject.pace, seconds)


def as_moved(measure: Measure, seconds: float) -> float:
    """Return a pace (s/km) in the base unit of a measure, a pace or a speed."""
    return 1000.0 / seconds if measure.dimension is Dimension.SPEED else seconds
