"""Feats: the values of an entry that can be set beside those of other entries.

Over a standard distance that is the time, as the whole entry (brought to the distance at its own
pace) or the fastest stretch inside its track has it, whichever is faster; of what is timed by pace
only, since nobody races 10 km on a bicycle. Of anything else it is each measure that is judged and
that does not grow with the length of the entry.

Beside the feats stand the *bounds*: what a longer entry without a track took at most over each
shorter distance (``record.estimated_time``). They earn nothing; but what is slower than one of them
is not the fastest, and must not be called so. As an entry may count for a distance that was 5 %
longer, at its own pace, a bound is compared as if it had been that long, too: 5.34 km in 23:27 are
better than 5.02 km in 23:29, which come to 23:24 over 5 km.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stridelog.domain.activity import Activity, pace_measure
from stridelog.domain.distance import LONGEST, STANDARD_DISTANCES
from stridelog.domain.done import Done
from stridelog.domain.doubt import Moved, moved_by
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.phrasing import difference, value
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.record import (
    RECORD_DISTANCES,
    TIME,
    can_have_record,
    estimated_time,
    exact_time,
    is_better,
)
from stridelog.domain.units import Dimension

_PLAIN = Notation()
"""What reads alike is judged as it is written in kilometres, whoever reads it."""


@dataclass(frozen=True, slots=True)
class Feat:
    """A value of a measure in its base unit, or the seconds over a standard ``distance``.

    ``inside`` tells that it was a stretch of something longer. Of a bound, ``at_most`` is how many
    seconds the distance took for sure, and the value what it is compared by.
    """

    measure: Measure
    value: float
    distance: str = ""
    inside: bool = False
    at_most: float = 0.0

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

    ``pace`` is its pace, None where it has none; ``measures`` are those that do not grow with the
    length of an entry.
    """

    pace: Measure | None
    measures: tuple[Measure, ...]

    @classmethod
    def of(cls, activity: Activity) -> "Judged":
        """Return what an activity is judged by."""
        judged = (measure for measure in activity.measures if can_have_record(measure))
        measures = tuple(measure for measure in judged if measure.kind is not Kind.ADDITIVE)
        pace = pace_measure(activity)
        return cls(pace if pace and pace.dimension is Dimension.PACE else None, measures)

    def feats(self, done: Done) -> Iterator[Feat]:
        """Give the feats of an entry, the shortest distance first; none of what is doubtful."""
        if not done.counts:
            return
        if self.pace is not None:
            yield from self._over_distances(done)
        for measure in self.measures:
            found = done.value(measure.name)
            if found is not None:
                yield Feat(measure, found)

    def bounds(self, done: Done) -> Iterator[Feat]:
        """Give what an entry took at most over each distance shorter than itself."""
        moved = None if done.segments or not done.counts else self._moved(done)
        if moved is None:
            return
        for distance in STANDARD_DISTANCES:
            if (at_most := estimated_time(distance, moved)) is not None:
                value = min(at_most, _as_if_longest(distance, moved))
                yield Feat(TIME, value, distance, inside=True, at_most=at_most)

    def _moved(self, done: Done) -> Moved | None:
        known = done.values.get(self.pace.name) if self.pace else None
        return moved_by(self.pace, *known) if known else None

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
        moved = self._moved(done) if done.distance else None
        return None if moved is None else exact_time(done.distance, moved)


def _as_if_longest(distance: str, moved: Moved) -> float:
    """Return what an entry comes to whose stretches were as long as counts as the distance."""
    longest = LONGEST * STANDARD_DISTANCES[distance]
    seconds = moved.pace * moved.metres / 1000.0
    return seconds / (moved.metres // longest) / LONGEST


def feat_named(name: str, amount: float, activity: Activity) -> Feat:
    """Return the feat of an activity that goes by a name."""
    if name in RECORD_DISTANCES:
        return Feat(TIME, amount, name)
    measures = {measure.name: measure for measure in activity.measures}
    return Feat(measures[name], amount)


def said_before(feat: Feat, notation: Notation, *, within: bool) -> str:
    """Write what a feat is better than: ``25:10``; ``25:10 inside a longer one`` of a bound."""
    return f"{said(feat, notation)} inside a longer one" if within else said(feat, notation)


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
