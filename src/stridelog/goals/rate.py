"""A rate: so often, or so much, in each day, week or month of the goal.

It is judged by what its periods hold on average: two runs in one week and four in the next are
three a week. A period counts when it is over, or when it holds what is asked for. Of a week that
its first or last day cuts, the goal's days count, and ask for their share: of three runs a week,
five days ask for two.
"""

from dataclasses import replace
from datetime import date

from stridelog.domain.cadence import CadenceUnit
from stridelog.domain.comparison import Sample
from stridelog.domain.course import DAYS_A_MONTH
from stridelog.domain.forecast import Forecast, rate_forecast
from stridelog.domain.goal import Goal, Target, Version
from stridelog.domain.goal_amounts import (
    amount_of,
    behind_a_limit,
    daily,
    is_out_of_reach,
    lately_a_week,
    most_or_least,
    reaches_back,
)
from stridelog.domain.goal_line.line import Amount, GoalError, GoalLine
from stridelog.domain.goal_periods import (
    Period,
    amount_in,
    count_of,
    days_in,
    in_all,
    kept_share,
    periods_of,
    unit_of,
)
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


def stands(goal: Goal, version: Version, facts: Facts, at: date) -> Standing:
    """Judge the average of its periods."""
    target, sample, today = version.aim, daily(facts.of(version.scope)), at.toordinal()
    periods = list(periods_of(goal, version, sample, facts.week_start, at))
    counted = [period for period in periods if period.counts(today)]
    if version.deadline is None:
        counted = counted[-LATELY[unit_of(version)] :]
    standing = Standing(
        at=at,
        state="open",
        target=target.value,
        start=0.0,
        current=_current(version, periods, counted, sample, at),
        expected=target.value,
        progress=kept_share(counted),
        needed_per_week=_needed(version, periods, counted),
        rate_per_week=lately_a_week(sample, at),
        buffer_days=_buffer(version, counted),
        forecast=_forecast(version, periods, sample, at),
    )
    asked = in_all(version, periods)
    return replace(standing, state=_state(version, standing, asked, amount_in(counted), sample))


def _state(
    version: Version, standing: Standing, asked: Target, done: float, sample: Sample
) -> State:
    """Return the state, of what all periods ask for, and what is done of it."""
    at, target = standing.at, version.aim
    if version.is_over(at):
        return "reached" if asked.is_met_by(done) else "missed"
    if at < version.first:
        return "not begun"
    if is_out_of_reach(target, asked.value - done, standing, version, sample):
        return "out of reach"
    return behind_a_limit(target, standing, by_the_line(version, standing.buffer_days))


def _current(
    version: Version, periods: list[Period], counted: list[Period], sample: Sample, at: date
) -> float | None:
    """Return what a period holds on average; without an end, before one counts, what it did lately.

    The one that is not over is taken along as if it were, where that is more: it lowers nothing.
    In the first days it is what there is, for a day tells nothing of a week.
    """
    lately = lately_a_week(sample, at) / DAYS_A_WEEK * LENGTHS[unit_of(version)]
    if version.deadline is None and lately and at >= version.first and not counted:
        return lately
    today, least = at.toordinal(), min(1.0, count_of(periods))
    running = [p for p in periods if p.first <= today and not p.counts(today)]
    together = [*counted, *running]
    averages = (
        amount_in(each) / max(count_of(each), least) for each in (counted, together) if each
    )
    return max(averages, default=None)


def _buffer(version: Version, counted: list[Period]) -> float | None:
    """Return how many days' worth more was done than asked for, or less than may be."""
    target = version.aim
    if not counted or not target.value:
        return None
    more = (
        (amount_in(counted) - in_all(version, counted).value)
        / target.value
        * LENGTHS[unit_of(version)]
    )
    return more if target.way == "at least" else -more


def _needed(version: Version, periods: list[Period], counted: list[Period]) -> float | None:
    """Return what is needed a week in the periods that are left, for the average to be right.

    None where there is enough already; of what is not to be passed, it is what is still allowed.
    """
    left = days_in(periods) - days_in(counted)
    asked, done = in_all(version, periods), amount_in(counted)
    is_enough = asked.way == "at least" and asked.is_met_by(done)
    if version.deadline is None or not left or is_enough:
        return None
    return max(0.0, asked.value - done) * DAYS_A_WEEK / left


def _forecast(version: Version, periods: list[Period], sample: Sample, at: date) -> Forecast | None:
    """Return what a period will hold on average in the end."""
    if version.deadline is None:
        return None
    span = Span(date.fromordinal(periods[0].first), date.fromordinal(periods[-1].last))
    return rate_forecast(by_day(sample), span, at, count_of(periods))


def demand(version: Version, facts: Facts) -> Demand:
    """Set the target beside the rate of as many days before, and beside the best such days."""
    days = version.span.days if version.span else None
    over = days or LATELY[unit_of(version)] * round(LENGTHS[unit_of(version)])
    first, target = version.first.toordinal(), version.aim.value
    known = facts.of(version.scope).until(first - 1)
    before = amount_of(known, first - over, first - 1)
    if not before or not reaches_back(known, first, over) or not target:
        return Demand(days)
    rate = before / over * LENGTHS[unit_of(version)]
    best = most_or_least(known, version.aim.way, over, first - 1)
    return Demand(days, rate, target / rate - 1, best / before - 1)


def says(version: Version, measure: Measure, notation: Notation) -> str:
    """Say ``run 3 times a week``, ``run at most 40 km a month``."""
    said = aimed_said(version.scope, version.aim, measure, notation)
    return f"{said} {circumstances_said(version.scope)}".rstrip()
