"""Feats: the values of an entry that can be set beside those of other entries.

Over a standard distance that is the time, as the whole entry (brought to the distance at its own
pace) or the fastest stretch inside its track has it, whichever is faster. Of anything else it is
each measure that is judged and that does not grow with the length of the entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stridelog.domain.activity import Activity, pace_measure
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.done import Done
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.phrasing import difference, value
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.record import RECORD_DISTANCES, TIME, can_have_record, is_better
from stridelog.domain.units import Dimension

FOOT_RACES = frozenset({"mile", "half", "marathon"})
"""Distances that are nothing to who is timed by speed: nobody rides a marathon."""

_PLAIN = Notation()
"""What reads alike is judged as it is written in kilometres, whoever reads it."""


@dataclass(frozen=True, slots=True)
class Feat:
    """A value of a measure in its base unit, or the seconds over a standard ``distance``.

    ``inside`` tells that it was a stretch of something longer.
    """

    measure: Measure
    value: float
    distance: str = ""
    inside: bool = False

    @property
    def name(self) -> str:
        """What tells apart what can be compared: ``10k``, ``csat``."""
        return self.distance or self.measure.name

    def is_better(self, than: float) -> bool:
        """Tell whether the value is better, over a distance by what a stopwatch shows."""
        return is_better(self.measure, self.distance, self.value, than)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the entries of an activity are judged by.

    ``pace`` is its pace or its speed, None where it has none; ``measures`` are those that do not
    grow with the length of an entry.
    """

    pace: Measure | None
    measures: tuple[Measure, ...]

    @classmethod
    def of(cls, activity: Activity) -> "Judged":
        """Return what an activity is judged by."""
        judged = (measure for measure in activity.measures if can_have_record(measure))
        measures = tuple(measure for measure in judged if measure.kind is not Kind.ADDITIVE)
        return cls(pace_measure(activity), measures)

    def feats(self, done: Done) -> Iterator[Feat]:
        """Give the feats of an entry, the shortest distance first; none of what is doubtful."""
        if not done.counts:
            return
        on_foot = self.pace is None or self.pace.dimension is Dimension.PACE
        for feat in self._over_distances(done):
            if on_foot or feat.distance not in FOOT_RACES:
                yield feat
        for measure in self.measures:
            found = done.value(measure.name)
            if found is not None:
                yield Feat(measure, found)

    def _over_distances(self, done: Done) -> Iterator[Feat]:
        whole = self._whole(done)
        if not done.segments:
            if whole is not None:
                yield Feat(TIME, whole, done.distance)
            return
        for name, metres in RECORD_DISTANCES.items():
            stretch = done.segments.get(metres)
            exact = whole if name == done.distance else None
            if stretch is not None and (exact is None or stretch < exact):
                yield Feat(TIME, stretch, name, inside=True)
            elif exact is not None:
                yield Feat(TIME, exact, name)

    def _whole(self, done: Done) -> float | None:
        """Return the seconds that the entry's standard distance takes at its pace, or None."""
        moved = done.value(self.pace.name) if self.pace and done.distance else None
        if self.pace is None or not moved:
            return None
        metres = STANDARD_DISTANCES[done.distance]
        return metres / moved if self.pace.dimension is Dimension.SPEED else metres * moved / 1000.0


def feat_named(name: str, amount: float, activity: Activity) -> Feat:
    """Return the feat of an activity that goes by a name."""
    if name in RECORD_DISTANCES:
        return Feat(TIME, amount, name)
    measures = {measure.name: measure for measure in activity.measures}
    return Feat(measures[name], amount)


def superlative(feat: Feat) -> str:
    """Name the best there is: ``fastest 10k``, ``best csat``."""
    return f"fastest {feat.distance}" if feat.distance else f"best {feat.measure.name}"


def said(feat: Feat, notation: Notation) -> str:
    """Write the value of a feat: ``49:58``, ``94 %``."""
    if feat.distance:
        return format_quantity(round(feat.value), Dimension.DURATION, notation)
    return value(feat.measure, feat.value, notation)


def is_seen_better(feat: Feat, than: float) -> bool:
    """Tell whether a feat is better than another value, and reads differently."""
    return feat.is_better(than) and said(feat, _PLAIN) != said(replace(feat, value=than), _PLAIN)


def apart(feat: Feat, than: float, notation: Notation) -> str:
    """Say how far a feat is from another value: ``41 s``, ``1:12``, ``2 points up``.

    Times are apart as they are shown, in whole seconds, so that a reader's own sum agrees.
    """
    if not feat.distance:
        return difference(feat.measure, than, feat.value, notation)
    return said_seconds(abs(round(than) - round(feat.value)) or abs(than - feat.value), notation)


def said_seconds(seconds: float, notation: Notation) -> str:
    """Write a difference of times: ``0.7 s``, ``41 s``, ``1:12``."""
    if round(seconds) >= 60:  # noqa: PLR2004 (a minute)
        return format_quantity(round(seconds), Dimension.DURATION, notation)
    shown = round(seconds, 0 if seconds >= 1.0 else 1)
    return f"{format_quantity(shown, Dimension.COUNT, notation)} s"
