"""Then against now: what each measure was, what it is, and whether that is better.

Values are in base units throughout; a change is *now* minus *then*.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from math import fsum

from stridelog.domain.best import Held, best, best_counted
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.period import DAYS_A_WEEK, Span
from stridelog.domain.statistics import NEGLIGIBLE, cliffs_delta, median, weighted_mean
from stridelog.domain.units import Dimension
from stridelog.domain.windows import elapsed_days

FREQUENCY = Measure("frequency", Kind.ADDITIVE, Dimension.COUNT, Direction.HIGHER)
"""How often an activity was practised: one value of 1 per entry."""

ROSTERED_AREA = "work"
"""The area in which a frequency is neither good nor bad: a roster decides it."""

FEWEST = 3
"""Entries that a side needs for a verdict, and weeks that show the spread of an amount."""


def measure_name(measure: Measure) -> str:
    """Name what a row compares: an amount is one of a week."""
    if measure.name == FREQUENCY.name:
        return "times a week"
    return f"{measure.name} a week" if measure.kind is Kind.ADDITIVE else measure.name


class Verdict(StrEnum):
    """What a change amounts to, by the direction of its measure."""

    BETTER = "better"
    LEVEL = "level"
    WORSE = "worse"
    TOO_FEW = "too few"


@dataclass(frozen=True, slots=True)
class Sample:
    """The entries of one window that have a value, oldest first.

    ``days`` are proleptic ordinals, ascending. ``values`` are amounts (additive), values
    (intensive) or each entry's own ratio (derived). ``weights`` are such that, of a derived
    measure, sum(value x weight) / sum(weight) is the ratio of sums; of an intensive one, how
    much each value weighs; 1 otherwise.
    """

    days: Sequence[int] = ()
    values: Sequence[float] = ()
    weights: Sequence[float] = ()

    def until(self, last: int) -> "Sample":
        """Return the part up to and including the day ``last``."""
        if not self.days or self.days[-1] <= last:
            return self
        end = bisect_right(self.days, last)
        return Sample(self.days[:end], self.values[:end], self.weights[:end])


@dataclass(frozen=True, slots=True)
class Facts:
    """What the journal holds of one measure of an activity; ``road`` lies between the windows.

    What is ``uncounted`` holds no record, and so is no best.
    """

    activity: str
    area: str
    measure: Measure
    group: str | None
    then: Sample
    now: Sample
    road: tuple[float | None, ...] = ()
    uncounted: Held = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """The note of a side's best entry: what one thought at the time."""

    activity: str
    group: str | None
    number: int
    day: date
    note: str


@dataclass(frozen=True, slots=True)
class CompareFacts:
    """What the journal holds for a comparison; each road has a value for each road span."""

    rows: tuple[Facts, ...] = ()
    then_words: tuple[Words, ...] = ()
    now_words: tuple[Words, ...] = ()
    road_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One window's numbers: entries, typical value, best, and amount per week (if additive)."""

    n: int
    typical: float | None
    best: float | None
    per_week: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One measure compared. ``measure`` has the direction and kind that it was compared by.

    ``change_percent`` is a fraction of *then*. ``effect`` is Cliff's delta: positive where the
    values are larger now, better or not. A neutral measure has no verdict.
    """

    activity: str
    measure: Measure
    group: str | None
    then: Side
    now: Side
    change: float | None
    change_percent: float | None
    effect: float | None
    verdict: Verdict | None
    road: tuple[float | None, ...] = ()

    @property
    def unit(self) -> str:
        """The base unit of its values: entries a week for the frequency."""
        return "1/week" if self.measure.name == FREQUENCY.name else self.measure.base_unit

    @property
    def times_a_distance(self) -> bool:
        """Whether it is the time over a standard distance, which says what its pace says."""
        measure = self.measure
        timed = measure.name == "duration" and measure.kind is Kind.INTENSIVE
        return timed and self.group in STANDARD_DISTANCES


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The days of a window that are over: how many, and the last one, an ordinal."""

    days: int
    last: int


def elapsed(window: Span, today: date) -> Elapsed:
    """Return the days of ``window`` up to today; what is dated later has not happened yet."""
    return Elapsed(elapsed_days(window, today), min(window.last, today).toordinal())


def frequency(area: str) -> Measure:
    """Return the measure of how often an activity of ``area`` was practised."""
    if area == ROSTERED_AREA:
        return replace(FREQUENCY, direction=Direction.NEUTRAL)
    return FREQUENCY


def time_over_distance(facts: Facts) -> Facts:
    """Return a duration within a standard distance as a value: shorter is better, no amount."""
    measure = facts.measure
    if measure.kind is not Kind.ADDITIVE or measure.dimension is not Dimension.DURATION:
        return facts
    timed = replace(measure, kind=Kind.INTENSIVE, direction=Direction.LOWER)
    return replace(facts, measure=timed)


def compare(facts: Facts, then: Elapsed, now: Elapsed) -> Row | None:
    """Return the row for ``facts``; None where neither window holds anything.

    Amounts are compared by what they come to in a week, all else by the typical value. A change
    is *level* where |Cliff's delta| < 0.147 between the values of the two windows (an additive
    measure's weekly amounts), or where delta points the other way.
    """
    before, after = facts.then.until(then.last), facts.now.until(now.last)
    if not before.days and not after.days:
        return None
    measure = facts.measure
    if measure.name == FREQUENCY.name:
        measure = frequency(facts.area)
    held = facts.uncounted
    sides = _side(measure, before, then, held), _side(measure, after, now, held)
    old, new = (side.per_week if measure.kind is Kind.ADDITIVE else side.typical for side in sides)
    change = None if old is None or new is None else new - old
    part = change / abs(old) if change is not None and old else None
    effect = None
    if min(sides[0].n, sides[1].n) >= FEWEST:
        length = _slice_length(then, now)
        values = _values(measure, after, now, length), _values(measure, before, then, length)
        effect = cliffs_delta(*values)
    verdict = _verdict(measure.direction, change, effect)
    numbers = change, part, effect
    return Row(facts.activity, measure, facts.group, *sides, *numbers, verdict, facts.road)


def _side(measure: Measure, sample: Sample, over: Elapsed, held: Held) -> Side:
    n, values = len(sample.days), sample.values
    most = best_counted(measure.direction, sample.days, values, held)
    if measure.kind is not Kind.ADDITIVE:
        derived = measure.kind is Kind.DERIVED
        typical = weighted_mean(values, sample.weights) if derived else median(values)
        return Side(n, typical, most, None)
    per_week = fsum(values) * DAYS_A_WEEK / over.days if over.days else None
    if measure.name != FREQUENCY.name:
        return Side(n, median(values), most, per_week)
    weeks = -(-over.days // DAYS_A_WEEK)
    most = best(measure.direction, _slices(sample, over.last, DAYS_A_WEEK, weeks))
    return Side(n, per_week, most, per_week)


def _slice_length(then: Elapsed, now: Elapsed) -> int:
    """Return a week; a day where a window has too few weeks to show how much they differ."""
    return DAYS_A_WEEK if min(then.days, now.days) >= FEWEST * DAYS_A_WEEK else 1


def _values(measure: Measure, sample: Sample, over: Elapsed, length: int) -> Sequence[float]:
    if measure.kind is not Kind.ADDITIVE:
        return sample.values
    return _slices(sample, over.last, length, over.days // length)


def _slices(sample: Sample, last: int, length: int, count: int) -> list[float]:
    """Return the amounts of ``count`` slices of ``length`` days, counted back from ``last``.

    Slices without entries are 0; what is left at the start of a window is in none of them.
    """
    edges = [bisect_right(sample.days, last - length * slices) for slices in range(count, -1, -1)]
    return [fsum(sample.values[start:end]) for start, end in pairwise(edges)]


def _verdict(direction: Direction, change: float | None, effect: float | None) -> Verdict | None:
    if direction is Direction.NEUTRAL:
        return None
    if effect is None or change is None:
        return Verdict.TOO_FEW
    if abs(effect) < NEGLIGIBLE or change * effect <= 0:
        return Verdict.LEVEL
    return Verdict.BETTER if change * direction.sign > 0 else Verdict.WORSE
