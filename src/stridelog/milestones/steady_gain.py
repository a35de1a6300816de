"""A small gain that goes on: a little better every four weeks, for twelve weeks.

What one gains in a week is too small to notice. The last 84 days, counted back from the entry, are
taken in three parts of 28 days. In each, the typical value must be better than in the one before,
and each of the two steps be a good part of the way, so that it is no jump. That it is more than
chance, the Mann-Kendall test of the points of these 84 days must say, of which there must be
at least nine: a point is the median of the seven days that end with an entry, and the next one
lies at least seven days later.

As that is asked again with every point, the 5 % of a single test would be too many: noise alone
would be a steady gain every other year or so. With half a per cent it is one about once in twenty
years for each thing measured, logged every day or every week; where a week is like the one before
it (a correlation of 0.3), about once in six. A gain in twelve weeks of three times the spread from
week to week is found in four of five cases. ``tests/milestones/test_steady_gain.py`` measures this.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.feat import Feat, apart, feat_named, said
from stridelog.domain.mann_kendall import mann_kendall
from stridelog.domain.milestone import Found, History, State, Stretch
from stridelog.domain.quantity import Notation
from stridelog.domain.statistics import median

SUMMARY = "Steady gains: a little better every four weeks, for twelve weeks"

ORDER = 75

EACH: Literal["day", "month"] = "day"

PART_DAYS, PARTS = 28, 3
"""Each of three parts is four weeks long."""

POINT_DAYS = 7
"""Two points lie at least so many days apart."""

FEWEST = 3
"""Points that make the typical value of a part, so at least nine are tested."""

CHANCE = 0.005
"""The probability by chance up to which a gain is believed, both ways counted."""

LEAST_STEP = 0.15
"""Each step is at least this share of the whole way."""

QUIET_DAYS = 56
"""So many days pass until the next is told of the same thing; times over distances are one."""

DECIMALS = 4
"""As many are remembered of a value: 0.01 %, a tenth of a millisecond."""

Point = tuple[int, float]
"""A day (an ordinal) and a value."""


@dataclass(frozen=True, slots=True)
class _Gain:
    """A steady gain of a feat: the typical values, oldest first, and the probability by chance."""

    feat: Feat
    number: int
    typical: tuple[float, ...]
    p: float


def begin() -> State:
    """Return no points: by feat those of the last weeks, and the days since; nothing told.

    Both are pairs of a day (an ordinal) and a value.
    """
    return {"points": {}, "since": {}, "told": {}}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give the most certain gain over a distance that a day shows, and each of a measure."""
    today, gains = stretch.last.toordinal(), dict[str, _Gain]()
    for feat, number in _typical_of(stretch, history):
        points = _new_point(state, feat, today)
        kind = "" if feat.distance else feat.name
        if not points or today - state["told"].get(kind, 0) < QUIET_DAYS:
            continue
        gain = _gain(points, feat, number)
        if gain and (kind not in gains or gain.p < gains[kind].p):
            gains[kind] = gain
    for kind, gain in gains.items():
        state["told"][kind] = today
        what = {"name": gain.feat.name, "typical": gain.typical, "p": gain.p}
        yield Found(stretch.last, "small", (gain.number,), what)


def _typical_of(stretch: Stretch, history: History) -> Iterator[tuple[Feat, int]]:
    """Give the typical value of each feat of a day, and the number of its last entry."""
    today: dict[str, list[tuple[Feat, int]]] = {}
    for done in stretch.entries:
        for feat in history.feats(done):
            today.setdefault(feat.name, []).append((feat, done.number))
    for several in today.values():
        feat, number = several[-1]
        typical = median([each.value for each, _ in several]) or 0.0
        yield Feat(feat.measure, typical, feat.distance), number


def _new_point(state: State, feat: Feat, today: int) -> list[Point]:
    """Remember a day, and return the points up to now if it makes one of them, else nothing."""
    points = state["points"].setdefault(feat.name, [])
    since = state["since"].setdefault(feat.name, [])
    since.append([today, round(feat.value, DECIMALS)])
    if points and today - points[-1][0] < POINT_DAYS:
        return []
    values = [value for day, value in since if today - day < POINT_DAYS]
    since.clear()
    points[:] = [point for point in points if today - point[0] < PARTS * PART_DAYS]
    points.append([today, round(median(values) or 0.0, DECIMALS)])
    return [(day, value) for day, value in points]


def _gain(points: Sequence[Point], feat: Feat, number: int) -> _Gain | None:
    """Return the gain that points show, of which the last is of today; None if they show none."""
    parts = _parts(points)
    if min(map(len, parts)) < FEWEST:
        return None
    typical = tuple(_typical(part, feat) for part in parts)
    steps = [
        Feat(feat.measure, later, feat.distance).is_better(earlier)
        for earlier, later in pairwise(typical)
    ]
    if not all(steps) or not _is_on_the_way(parts[1], typical[0], typical[-1]):
        return None
    p = mann_kendall([value for _, value in points]).p
    return _Gain(feat, number, typical, p) if p <= CHANCE else None


def _parts(points: Sequence[Point]) -> list[list[float]]:
    """Return the values of each part, the oldest first."""
    today = points[-1][0]
    parts: list[list[float]] = [[] for _ in range(PARTS)]
    for day, value in points:
        parts[PARTS - 1 - (today - day) // PART_DAYS].append(value)
    return parts


def _typical(values: Sequence[float], feat: Feat) -> float:
    """Return the median; of times in whole seconds, so that a reader's own sum agrees."""
    typical = median(values) or 0.0
    return float(round(typical)) if feat.distance else typical


def _is_on_the_way(values: Sequence[float], start: float, end: float) -> bool:
    """Tell whether the part between lies between, away from both ends, and is no jump itself.

    Of an even number of values, both in the middle must: their mean is between even where one
    is at the start, and the other at the end.
    """
    ordered, whole = sorted(values), end - start
    middle = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return all(LEAST_STEP <= (value - start) / whole <= 1 - LEAST_STEP for value in middle)


def sentence(found: Found, activity: Activity, notation: Notation) -> str:
    """Say it: ``your 5k is 10 s faster than 8 weeks ago, bit by bit: 25:10, 25:06, 25:00``."""
    name, typical = found.said["name"], found.said["typical"]
    values = [feat_named(name, value, activity) for value in typical]
    by = apart(values[-1], typical[0], notation)
    if values[-1].distance:
        by += " faster"
    than = "on" if by.endswith((" up", " down")) else "than"
    steps = ", ".join(said(value, notation) for value in values)
    return f"your {name} is {by} {than} 8 weeks ago, bit by bit: {steps}"
