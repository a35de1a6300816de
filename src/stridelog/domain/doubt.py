"""What a person's own history makes hard to believe: a ride saved as a run, a slip of the finger.

A pace is doubtful where it is more than 25 % faster than the *sixth best* pace of the same
activity, each brought to its distance by Riegel's formula (T2 = T1 x (D2 / D1)^1.06: Peter Riegel,
"Athletic records and human endurance", American Scientist 69, 1981); 5 % are enough where the clock
ran a quarter longer than one moved, since rests make it another performance, and faults of a track
look like rests. Then the whole entry is. Fewer than a hundred may be six slow runs and one race,
so 40 % and 20 % are believed then.

Any other value is doubtful only where it can hardly be but a slip: a decimal point that was left
out, ten times as much as the second best one or more. How far and how long one goes varies a lot
and honestly: a first marathon after months of 5 km, an hour of practice after ten minutes a day;
and what was done twice is no slip. Percentages and scores never are.

Where there are fewer than six to compare with, nothing is doubted.

The sixth pace, so that five false ones do not vouch for each other. The whole history counts, what
came later too: in which order it was logged makes no difference.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from stridelog.domain.measure import Direction, Measure
from stridelog.domain.units import Dimension

RANK = 6
"""The pace of this rank, from the best, is what the others are measured by."""

MANY = 100
"""So many tell what a person can do; fewer may hold no all-out performance yet."""

RESTED = 1.25
"""By the clock more than so many times the time in motion, and there were rests in it."""

FADING = 0.06
"""By which power of the distance the pace fades (Riegel)."""

BOUNDED = frozenset({Dimension.FRACTION, Dimension.SCORE})
"""What has its own ends, or no zero: "three times as good" says nothing there."""

Reason = Literal["pace", "rests", "value"]
"""What makes one doubt: how fast it was, how fast for something with rests, or how much it was."""


@dataclass(frozen=True, slots=True)
class Margin:
    """How many times as good as the sixth best is believed, among few and among many."""

    few: float
    many: float

    def among(self, count: int) -> float:
        """Return the times that are believed among so many."""
        return self.many if count >= MANY else self.few


TOO_FAST = Margin(few=1.40, many=1.25)
"""Times the speed of the sixth best is more than is believed ..."""

TOO_FAST_WITH_RESTS = Margin(few=1.20, many=1.05)
"""... where there were rests in it."""

SLIPPED = 10.0
"""So many times any other value is a slipped decimal point."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How far an entry went (metres), and at which pace (seconds per kilometre).

    ``clock`` is how many seconds it took with its rests, None where nobody knows.
    """

    metres: float
    pace: float
    clock: float | None = None

    @property
    def form(self) -> float:
        """The pace that it comes to over one metre: the same for equal performances."""
        return float(self.pace / self.metres**FADING)

    @property
    def rests(self) -> float:
        """The seconds that one stood still, 0 where nobody knows."""
        return 0.0 if self.clock is None else self.clock - self.pace * self.metres / 1000.0

    @property
    def rested(self) -> bool:
        """Whether there were rests in it that make it another performance."""
        return self.rests > (RESTED - 1.0) * self.pace * self.metres / 1000.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a performance is doubtful: its ``value``, beyond the ``limit`` of what is believed.

    Both are a pace (s/km), or a value in the base unit of its measure.
    """

    reason: Reason
    value: float
    limit: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What is believed of an activity.

    ``form`` is the sixth best form of ``count`` entries, as the pace over one metre; ``values``
    holds the value of each measure from which it is not believed. What nobody can tell is None, or
    left out.
    """

    form: float | None = None
    count: int = 0
    values: Mapping[str, float] = field(default_factory=dict)

    def fastest_pace(self, metres: float, margin: Margin = TOO_FAST) -> float | None:
        """Return the pace (s/km) up to which a distance is believed; None where nobody can tell."""
        if self.form is None:
            return None
        return float(self.form * metres**FADING) / margin.among(self.count)

    def doubt_pace(self, moved: Moved) -> Doubt | None:
        """Return why nobody with this history is that fast; None where that is believed."""
        if self.form is None or moved.form >= self.form:
            return None
        margin = TOO_FAST_WITH_RESTS if moved.rested else TOO_FAST
        limit = self.fastest_pace(moved.metres, margin)
        if limit is None or moved.pace >= limit:
            return None
        return Doubt("rests" if moved.rested else "pace", moved.pace, limit)

    def doubt_value(self, measure: Measure, value: float) -> Doubt | None:
        """Return why a value is better than is believed; None where it is not."""
        limit = self.values.get(measure.name)
        if limit is None or (value - limit) * measure.direction.sign < 0:
            return None
        return Doubt("value", value, limit)


NO_LIMITS = Limits()
"""What is known of an activity without a history: nothing is doubted."""


def slipped(measure: Measure, values: Iterable[float]) -> float | None:
    """Return the value from which it is a slip, of the best ones; None where nobody can tell."""
    best = _ordered(measure.direction, values)
    if len(best) < RANK or best[1] <= 0 or measure.dimension in BOUNDED:
        return None
    return best[1] / SLIPPED if measure.direction is Direction.LOWER else best[1] * SLIPPED


def sixth_best(direction: Direction, values: Iterable[float]) -> float | None:
    """Return the value of the sixth rank; None where there are fewer."""
    ordered = _ordered(direction, values)
    return ordered[RANK - 1] if len(ordered) >= RANK else None


def _ordered(direction: Direction, values: Iterable[float]) -> list[float]:
    return sorted(values, reverse=direction is Direction.HIGHER)


def moved_by(
    pace: Measure | None, value: float, weight: float, clock: float | None = None
) -> Moved | None:
    """Return how far and how fast an entry was, of its pace or speed and that one's weight."""
    if pace is None or value <= 0:
        return None
    if pace.dimension is Dimension.SPEED:  # metres a second, weighted by seconds
        return Moved(value * weight, 1000.0 / value, clock)
    return Moved(weight * 1000.0, value, clock)  # seconds a kilometre, weighted by kilometres
