"""A rate: so often, or so much, in each day, week or month of the goal.

It is judged by its whole periods, and by what they hold on average: two runs in one week and four
in the next are three a week. A period counts when it is over, or when it holds what is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import fsum

from stridelog.domain.cadence import CadenceUnit, Periods
from stridelog.domain.comparison import Sample
from stridelog.domain.course import DAYS_A_MONTH
from stridelog.domain.forecast import Forecast, rate_forecast
from stridelog.domain.goal import Goal, Target, Version
from stridelog.domain.goal_amounts import (
    amount_of,
    best_stretch,
    daily,
    is_beyond,
    lately_a_week,
    reaches_back,
    was_never_done,
)
from stridelog.domain.goal_line.line import Amount, GoalError, GoalLine
from stridelog.domain.goal_progress import by_day, by_the_line
from stridelog.domain.goal_way import version_of_sum
from stridelog.domain.goal_words import aimed_said, circumstances_said
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.period import DAYS_A_WEEK, Span
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import Asked, Demand, Facts, Standing, State

SUMMARY = "So often, or so much, in each day, week or month"

EXAMPLE = "run 3/week --this-quarter"

LENGTHS: dict[CadenceUnit, float] = {"day": 1.0, "week": DAYS_A_WEEK, "month": DAYS_A_MONTH}
"""How many days a period has."""

LATELY: dict[CadenceUnit, int] = {"day": 28, "week": 4, "month": 4}
"""How many of the latest periods a goal without an end is judged by."""


def takes(line: GoalLine) -> bool:
    """Take how often, or one amount, in each period; on average is what it is anyway."""
    if line.claim not in {"", "average"} or line.distance or line.change is not None:
        return False
    said = (line.times is not None) + len(line.amounts)
    return bool(line.per) and line.activity is not None and said == 1 and not line.measures


def made(line: GoalLine, today: date) -> Version:
    """Return a rate of at least the amount, at most where less of it is better.

    Raises ``GoalError`` for what is not summed: a week has no amount of it.
    """
    for amount in line.amounts:
        if amount.measure.kind is not Kind.ADDITIVE:
            raise _not_summed(line, amount)
    return version_of_sum(line, "rate", today)


def _not_summed(line: GoalLine, amount: Amount) -> GoalError:
    said = amount.word.rpartition("/")[0]
    activity = line.activity.name if line.activity else ""
    return GoalError(
        f"There is no {amount.measure.name} a {line.per}: it is averaged, not summed.",
        f"The average of all days: stride goals add {activity} {shown(said)} --average",
    )


def asks(version: Version) -> Asked:
    """Ask for all there ever was: it tells what can be expected, and what was ever done."""
    return Asked((version.scope,))


@dataclass(frozen=True, slots=True)
class _Period:
    """A period of the goal, its days as ordinals, and what it held up to now."""

    first: int
    last: int
    asked: Target
    amount: float

    @property
    def is_met(self) -> bool:
        """Whether it holds enough, or no more than it may."""
        return self.asked.is_met_by(self.amount)

    def counts(self, today: int) -> bool:
        """Tell whether it is over, or whatever may still come makes no difference."""
        return self.last < today or (
            self.first <= today and self.is_met == (self.asked.way == "at least")
        )


def stands(goal: Goal, version: Version, facts: Facts, at: date) -> Standing:  # noqa: ARG001 (the kinds' common form)
    """Judge the average of its whole periods."""
    target, sample, today = version.aim, daily(facts.of(version.scope)), at.toordinal()
    periods = list(_periods(version, sample, facts.week_start, at))
    counted = [period for period in periods if period.counts(today)]
    if version.deadline is None:
        counted = counted[-LATELY[_unit(version)] :]
    standing = Standing(
        at=at,
        state="open",
        target=target.value,
        start=0.0,
        current=_current(version, periods, counted, sample, at),
        expected=target.value,
        progress=sum(period.is_met for period in counted) / len(counted) if counted else None,
        needed_per_week=_needed(version, periods, counted),
        rate_per_week=lately_a_week(sample, at),
        buffer_days=_buffer(version, counted),
        forecast=_forecast(version, periods, sample, at),
    )
    in_all = _in_all(version, periods)
    return replace(standing, state=_state(version, standing, in_all, _amount(counted), sample))


def _state(
    version: Version, standing: Standing, in_all: Target, done: float, sample: Sample
) -> State:
    """Return the state, of what all periods ask for, and what is done of it."""
    at, target = standing.at, version.aim
    if version.is_over(at):
        return "reached" if in_all.is_met_by(done) else "missed"
    if at < version.first:
        return "not begun"
    missing = in_all.value - done
    beyond = target.way == "at least" and is_beyond(standing.forecast, target.value)
    if beyond and was_never_done(sample, missing, version, at):
        return "out of reach"
    return by_the_line(version, standing.buffer_days)


def _periods(version: Version, sample: Sample, week_start: int, at: date) -> Iterator[_Period]:
    """Give the whole periods of the goal's days; where there is none, its days are one."""
    target = version.aim
    units = Periods(_unit(version), week_start)
    first, last = version.first.toordinal(), (version.deadline or at).toordinal()
    numbers = range(units.number(first), units.number(last) + 1)
    spans = [(units.first(number), units.last(number)) for number in numbers]
    whole = [
        span for span in spans if first <= span[0] and (span[1] <= last or not version.deadline)
    ]
    if not whole and version.deadline:
        whole = [(first, last)]
        target = replace(target, value=target.value * (last - first + 1) / LENGTHS[_unit(version)])
    for begin, end in whole:
        amount = amount_of(sample, begin, min(end, at.toordinal()))
        yield _Period(begin, end, target, amount)


def _unit(version: Version) -> CadenceUnit:
    return version.aim.per or "week"


def _asked(periods: list[_Period]) -> float:
    return fsum(period.asked.value for period in periods)


def _in_all(version: Version, periods: list[_Period]) -> Target:
    """Return what all periods ask for together."""
    return replace(version.aim, value=_asked(periods))


def _amount(periods: list[_Period]) -> float:
    return fsum(period.amount for period in periods)


def _days(periods: list[_Period]) -> int:
    return sum(period.last - period.first + 1 for period in periods)


def _count(periods: list[_Period], version: Version) -> float:
    """Return how many whole periods they are; days without one are a part of it."""
    asked, target = _asked(periods), version.aim.value
    return asked / target if asked else len(periods)


def _current(
    version: Version, periods: list[_Period], counted: list[_Period], sample: Sample, at: date
) -> float | None:
    """Return what a period holds on average.

    Before one counts, what the first one holds; without an end, what a period held lately.
    """
    if counted:
        return _amount(counted) / _count(counted, version)
    lately = lately_a_week(sample, at) / DAYS_A_WEEK * LENGTHS[_unit(version)]
    if version.deadline is None and lately and at >= version.first:
        return lately
    return next((period.amount for period in periods if period.first <= at.toordinal()), None)


def _buffer(version: Version, counted: list[_Period]) -> float | None:
    """Return how many days' worth more was done than asked for, or less than may be."""
    target = version.aim
    if not counted or not target.value:
        return None
    more = (_amount(counted) - _asked(counted)) / target.value * LENGTHS[_unit(version)]
    return more if target.way == "at least" else -more


def _needed(version: Version, periods: list[_Period], counted: list[_Period]) -> float | None:
    """Return what is needed a week in the periods that are left, for the average to be right.

    None where there is enough already; of what is not to be passed, it is what is still allowed.
    """
    left = _days(periods) - _days(counted)
    in_all, done = _in_all(version, periods), _amount(counted)
    is_enough = in_all.way == "at least" and in_all.is_met_by(done)
    if version.deadline is None or not left or is_enough:
        return None
    return max(0.0, in_all.value - done) * DAYS_A_WEEK / left


def _forecast(
    version: Version, periods: list[_Period], sample: Sample, at: date
) -> Forecast | None:
    """Return what a period will hold on average in the end."""
    if version.deadline is None:
        return None
    span = Span(date.fromordinal(periods[0].first), date.fromordinal(periods[-1].last))
    return rate_forecast(by_day(sample), span, at, _count(periods, version))


def demand(version: Version, facts: Facts) -> Demand:
    """Set the target beside the rate of as many days before, and beside the best such days."""
    days = version.span.days if version.span else None
    over = days or LATELY[_unit(version)] * round(LENGTHS[_unit(version)])
    first, target = version.first.toordinal(), version.aim.value
    known = facts.of(version.scope).until(first - 1)
    before = amount_of(known, first - over, first - 1)
    if not before or not reaches_back(known, first, over) or not target:
        return Demand(days)
    rate = before / over * LENGTHS[_unit(version)]
    return Demand(days, rate, target / rate - 1, best_stretch(known, over) / before - 1)


def says(version: Version, measure: Measure, notation: Notation) -> str:
    """Say ``run 3 times a week``, ``run at most 40 km a month``."""
    said = aimed_said(version.scope, version.aim, measure, notation)
    return f"{said} {circumstances_said(version.scope)}".rstrip()
