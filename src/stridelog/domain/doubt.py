"""What a person's own history makes hard to believe: a ride saved as a run, a slip of the finger.

A pace is doubtful where it is more than 25 % faster than the *sixth best* pace of the same
activity, each brought to its distance by Riegel's formula (T2 = T1 x (D2 / D1)^1.06: Peter Riegel,
"Athletic records and human endurance", American Scientist 69, 1981). Then the whole entry is. Any
other value is doubtful where it is more than three times as good as the sixth best one; percentages
and scores never are. Where there are fewer than six to compare with, nothing is doubted.

The sixth, so that five false ones do not vouch for each other. The whole history counts, what came
later too: in which order it was logged makes no difference.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from stridelog.domain.measure import Direction, Measure
from stridelog.domain.units import Dimension

RANK = 6
"""The value of this rank, from the best, is what the others are measured by."""

TOO_FAST = 1.25
"""Times the speed of that one is more than is believed ..."""

TOO_MUCH = 3.0
"""... and so many times any other value."""

FADING = 0.06
"""By which power of the distance the pace fades (Riegel)."""

BOUNDED = frozenset({Dimension.FRACTION, Dimension.SCORE})
"""What has its own ends, or no zero: "three times as good" says nothing there."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How far an entry went (metres), and at which pace (seconds per kilometre)."""

    metres: float
    pace: float

    @property
    def form(self) -> float:
        """The pace that it comes to over one metre: the same for equal performances."""
        return float(self.pace / self.metres**FADING)


@dataclass(frozen=True, slots=True)
class Limits:
    """What is believed of an activity.

    ``form`` is the sixth best of its entries, as the pace over one metre; ``sixth`` holds the sixth
    best value of each measure. What has fewer than six is left out.
    """

    form: float | None = None
    sixth: Mapping[str, float] = field(default_factory=dict)

    def fastest_pace(self, metres: float) -> float | None:
        """Return the pace (s/km) up to which a distance is believed; None where nobody can tell."""
        return None if self.form is None else self.form * metres**FADING / TOO_FAST

    def doubt_pace(self, moved: Moved) -> bool:
        """Tell whether nobody with this history is that fast."""
        return self.form is not None and moved.form * TOO_FAST < self.form

    def farthest_value(self, measure: Measure) -> float | None:
        """Return the value up to which a measure is believed; None where nobody can tell."""
        sixth = self.sixth.get(measure.name)
        if sixth is None or sixth <= 0 or measure.dimension in BOUNDED:
            return None
        return sixth / TOO_MUCH if measure.direction is Direction.LOWER else sixth * TOO_MUCH

    def doubt_value(self, measure: Measure, value: float) -> bool:
        """Tell whether a value is better than this history makes believable."""
        limit = self.farthest_value(measure)
        return limit is not None and (value - limit) * measure.direction.sign > 0


NO_LIMITS = Limits()
"""What is known of an activity without a history: nothing is doubted."""


def sixth_best(direction: Direction, values: Iterable[float]) -> float | None:
    """Return the value of the sixth rank; None where there are fewer."""
    ordered = sorted(values, reverse=direction is Direction.HIGHER)
    return ordered[RANK - 1] if len(ordered) >= RANK else None


def moved_by(pace: Measure | None, value: float, weight: float) -> Moved | None:
    """Return how far and how fast an entry was, of its pace or speed and that one's weight."""
    if pace is None or value <= 0:
        return None
    if pace.dimension is Dimension.SPEED:  # metres a second, weighted by seconds
        return Moved(value * weight, 1000.0 / value)
    return Moved(weight * 1000.0, value)  # seconds a kilometre, weighted by kilometres
