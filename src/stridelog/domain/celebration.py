"""What is worth celebrating about an entry that was just logged, big or small.

An entry is measured against what was there before it in time, so that a correction of an old one
celebrates nothing that came later.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import CadenceUnit
from stridelog.domain.comparable import Comparable, Mark
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.entry import Entry
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.phrasing import SECONDS_A_MINUTE, difference
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.record import LEAST_SECONDS
from stridelog.domain.streak import StreakAnswer
from stridelog.domain.streak_words import counted
from stridelog.domain.units import Dimension

CelebrationKind = Literal["first", "first-over-distance", "best", "longest", "streak", "best-alike"]

STREAK_MARKS: Mapping[CadenceUnit, tuple[int, ...]] = {
    "day": (7, 14, 21, 30, 45, 60, 90, 100, 120, 150, 180, 250, 365, 500, 730, 1000),
    "week": (4, 8, 13, 26, 39, 52, 78, 100, 104, 156, 208, 260),
    "month": (6, 12, 18, 24, 36, 48, 60, 72, 84, 96, 108, 120),
}
"""How many days, weeks or months in a row are celebrated, once each."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What there is of the entry's activity: ``something`` before it, ``later`` ones after it.

    ``farthest`` is the longest distance before; ``alike`` the best of what the entry is set
    beside with each of its tags (``+stroller``), and at its place (``@riverside``). Of what can
    hold no record nothing counts here, and ``counts`` tells whether the entry itself can.
    """

    something: bool
    later: bool = False
    farthest: Mark | None = None
    alike: Mapping[str, Mark] = field(default_factory=dict)
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Feat:
    """An entry, and all that it may be celebrated for.

    ``streaks_before`` it was saved and ``streaks_now`` are those of its activity.
    """

    entry: Entry
    activity: Activity
    earlier: Earlier
    beside: Comparable | None = None
    streaks_before: Sequence[StreakAnswer] = ()
    streaks_now: Sequence[StreakAnswer] = ()


@dataclass(frozen=True, slots=True)
class Celebration:
    """Something worth celebrating about an activity.

    ``value`` of ``measure`` is better than all that was ``before`` it (base units), among those
    over a standard distance (``group``) and under a circumstance (``alike``), if any. ``later``
    tells that entries follow, which may have surpassed it since.
    """

    kind: CelebrationKind
    activity: str
    measure: Measure | None = None
    value: float = 0.0
    before: float = 0.0
    group: str = ""
    alike: str = ""
    streak: tuple[int, CadenceUnit] | None = None
    later: bool = False


def celebrations(feat: Feat) -> tuple[Celebration, ...]:
    """Return what is worth celebrating, the most telling first."""
    if not feat.earlier.something:
        # What is found out later to have been the first was none when it was done.
        return () if feat.earlier.later else (Celebration("first", feat.activity.name),)
    if not feat.earlier.counts:
        return (*_first_over_distance(feat), *_streak_marks(feat))
    records = (*_first_over_distance(feat), *_best(feat), *_longest(feat))
    alike = () if any(c.kind == "best" for c in records) else _best_alike(feat)
    return (*records, *_streak_marks(feat), *alike)


def new_ones(
    found: Sequence[Celebration], before: Sequence[Celebration]
) -> tuple[Celebration, ...]:
    """Return what a corrected entry is celebrated for that it was not as it stood ``before``."""
    known = {(old.kind, old.group, old.alike) for old in before}
    return tuple(new for new in found if (new.kind, new.group, new.alike) not in known)


def _first_over_distance(feat: Feat) -> Iterator[Celebration]:
    beside = feat.beside
    if beside and beside.distance_class and beside.last is None:
        yield Celebration("first-over-distance", feat.activity.name, group=beside.distance_class)


def _best(feat: Feat) -> Iterator[Celebration]:
    beside = feat.beside
    if beside and beside.best and _can_be_best(beside) and _is_better(beside, beside.best):
        yield _record("best", feat, beside, beside.best)


def _best_alike(feat: Feat) -> Iterator[Celebration]:
    for alike, best in feat.earlier.alike.items():
        beside = feat.beside
        if beside and _can_be_best(beside) and _is_better(beside, best):
            yield _record("best-alike", feat, beside, best, alike)


def _record(
    kind: CelebrationKind, feat: Feat, beside: Comparable, best: Mark, alike: str = ""
) -> Celebration:
    return Celebration(
        kind=kind,
        activity=feat.activity.name,
        measure=beside.measure,
        value=beside.value,
        before=best.value,
        group=beside.distance_class,
        alike=alike,
        later=feat.earlier.later,
    )


def _can_be_best(beside: Comparable) -> bool:
    """Tell whether the values are alike enough for a best: not over odd distances."""
    return bool(beside.distance_class) or beside.covered is None


def _is_better(beside: Comparable, best: Mark) -> bool:
    ahead = (beside.value - best.value) * beside.measure.direction.sign
    if ahead > 0 and beside.distance_class:
        saved = _seconds(beside.measure, best.value, beside.value, beside.distance_class)
        return saved >= LEAST_SECONDS
    return ahead > 0


def _longest(feat: Feat) -> Iterator[Celebration]:
    measure, farthest = feat.activity.measure("distance"), feat.earlier.farthest
    covered = feat.entry.measurements.get("distance", 0.0)
    if measure and farthest and covered > farthest.value:
        yield Celebration(
            kind="longest",
            activity=feat.activity.name,
            measure=measure,
            value=covered,
            before=farthest.value,
            later=feat.earlier.later,
        )


def _streak_marks(feat: Feat) -> Iterator[Celebration]:
    if feat.earlier.later:
        # Whoever corrects an old entry makes no streak longer today.
        return
    for before, now in zip(feat.streaks_before, feat.streaks_now, strict=True):
        length = _length(now)
        if length > _length(before) and length in STREAK_MARKS[now.unit]:
            yield Celebration("streak", feat.activity.name, streak=(length, now.unit))


def _length(answer: StreakAnswer) -> int:
    return answer.current.length if answer.current else 0


def said(celebration: Celebration, notation: Notation) -> str:
    """Say what is celebrated, and by how much: ``your fastest 10k +stroller, by 41 s``."""
    if celebration.streak:
        return f"{counted(*celebration.streak)} in a row"
    measure, group = celebration.measure, celebration.group
    if measure is None:
        return f"your first {group or celebration.activity}"
    which = f"your {_superlative(celebration, measure)}"
    which += f" {celebration.alike}" if celebration.alike else ""
    which += " until then" if celebration.later else ""
    before, value = celebration.before, celebration.value
    if not group:
        return f"{which}, {difference(measure, before, value, notation)}"
    return f"{which}, by {_time(_seconds(measure, before, value, group), notation)}"


def _superlative(celebration: Celebration, measure: Measure) -> str:
    if celebration.group:
        return f"fastest {celebration.group}"
    if measure.kind is not Kind.ADDITIVE:
        return f"best {measure.name}"
    if measure.dimension in {Dimension.DISTANCE, Dimension.DURATION}:
        return f"longest {celebration.activity}"
    return f"most {measure.name}"


def _seconds(measure: Measure, before: float, value: float, group: str) -> float:
    """Return how much less time a standard distance takes than before, in seconds."""
    metres = STANDARD_DISTANCES[group]
    if measure.dimension is Dimension.SPEED:
        return metres / before - metres / value
    return (before - value) * metres / 1000.0


def _time(seconds: float, notation: Notation) -> str:
    if round(seconds) >= SECONDS_A_MINUTE:
        return format_quantity(round(seconds), Dimension.DURATION, notation)
    whole = seconds >= 1.0
    return f"{format_quantity(round(seconds, 0 if whole else 1), Dimension.COUNT, notation)} s"
