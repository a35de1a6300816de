"""The days, weeks or months of a rate, and what each asks for and holds.

Of a week that the goal's first or last day cuts, the goal's days count, and ask for their share: of
three runs a week, five days ask for two. A period that was over when the goal was changed asks for
what the goal then asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor, fsum

from stridelog.domain.cadence import CadenceUnit, Periods
from stridelog.domain.comparison import Sample
from stridelog.domain.goal import Goal, Target, Version, in_force
from stridelog.domain.goal_amounts import amount_of

EPSILON = 1e-9
"""Three sevenths of seven are three, whatever the last digit says."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period of the goal, its days as ordinals, and what it held up to now.

    ``share`` is the part of it that is the goal's.
    """

    first: int
    last: int
    share: float
    asked: Target
    amount: float

    @property
    def is_met(self) -> bool:
        """Whether it holds enough, or no more than it may."""
        return self.asked.is_met_by(self.amount)

    def counts(self, today: int) -> bool:
        """Tell whether it is over, or whatever may still come makes no difference."""
        decided = self.amount > 0 and self.is_met == (self.asked.way == "at least")
        return self.last < today or (self.first <= today and decided)


def unit_of(version: Version) -> CadenceUnit:
    """Return what a rate counts by."""
    return version.aim.per or "week"


def periods_of(
    goal: Goal, version: Version, sample: Sample, week_start: int, at: date
) -> Iterator[Period]:
    """Give the periods of the goal's days, the first and the last one as far as they are its."""
    units = Periods(unit_of(version), week_start)
    first, last = version.first.toordinal(), (version.deadline or at).toordinal()
    for number in range(units.number(first), units.number(last) + 1):
        begin, end = units.first(number), units.last(number)
        days = end - begin + 1
        begin, end = max(begin, first), min(end, last) if version.deadline else end
        share = (end - begin + 1) / days
        amount = amount_of(sample, begin, min(end, at.toordinal()))
        target = _aim_then(goal, version, date.fromordinal(end))
        yield Period(begin, end, share, _asked_of(version, target, share), amount)


def _aim_then(goal: Goal, version: Version, day: date) -> Target:
    """Return what a period that ended on a day asked for; where that was something else, as now.

    What was before the goal was made is judged by what it asked for at first.
    """
    if day >= version.since:
        return version.aim
    then = in_force(goal, day) or goal.versions[0]
    asked = then.target and replace(then.target, value=version.aim.value)
    same = (then.kind, then.scope, asked) == (version.kind, version.scope, version.aim)
    return then.aim if same else version.aim


def _asked_of(version: Version, target: Target, share: float) -> Target:
    """Return what a part of a period asks for: no part of an entry, in favour of who does it."""
    value = target.value * share
    if share < 1 and not version.scope.measure:
        nearest = floor(value + EPSILON) if target.way == "at least" else ceil(value - EPSILON)
        value = float(nearest)
    return replace(target, value=value)


def count_of(periods: Sequence[Period]) -> float:
    """Return how many periods they are, parts as parts."""
    return fsum(period.share for period in periods)


def kept_share(counted: Sequence[Period]) -> float | None:
    """Return the share of the whole periods that were kept; of parts, where there are no others."""
    judged = [period for period in counted if period.share == 1] or counted
    return sum(period.is_met for period in judged) / len(judged) if judged else None


def in_all(version: Version, periods: Sequence[Period]) -> Target:
    """Return what some periods ask for together."""
    return replace(version.aim, value=fsum(period.asked.value for period in periods))


def amount_in(periods: Sequence[Period]) -> float:
    """Return what some periods hold together."""
    return fsum(period.amount for period in periods)


def days_in(periods: Sequence[Period]) -> int:
    """Return how many days of the goal they have."""
    return sum(period.last - period.first + 1 for period in periods)
