"""An average: what the days of the goal come to by their weights."""

from datetime import date

from stridelog.domain.goal import Goal, Target, Version
from stridelog.domain.goal_averages import (
    average_of,
    demand_of_average,
    stands_by_average,
)
from stridelog.domain.goal_line.line import GoalLine
from stridelog.domain.goal_saying import amount
from stridelog.domain.goal_way import is_weighed, way_of
from stridelog.domain.goal_words import circumstances_said
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import Asked, Demand, Facts, Standing

SUMMARY = "What its days come to on average"

EXAMPLE = "shift csat=95% --this-quarter"

BEFORE = 13 * DAYS_A_WEEK
"""Days before a goal without an end whose average it starts from."""


def takes(line: GoalLine) -> bool:
    """Take one amount that is to be an average: by the option, or of what is not summed.

    Of the latter by a day only what is worth something as an average (``is_weighed``): a single
    value, a body's mass, is to be reached once by then.
    """
    if not line.is_bare_amount or line.measures:
        return False
    if line.claim == "average":
        return True
    measure = line.amounts[0].measure
    if line.claim or line.distance or measure.kind is Kind.ADDITIVE:
        return False
    return line.time.is_period or is_weighed(measure)


def made(line: GoalLine, today: date) -> Version:
    """Return an average on the better side. Raises ``GoalError`` where neither side is better."""
    measure = line.amounts[0].measure
    return Version(
        since=today,
        kind="average",
        first=line.time.first,
        deadline=line.time.deadline,
        scope=line.scope(measure.name),
        target=Target(line.amounts[0].value, way_of(line, measure)),
    )


def asks(version: Version) -> Asked:
    """Ask for all there ever was: it tells what can be expected, and how far it varies."""
    return Asked((version.scope,))


def stands(goal: Goal, version: Version, facts: Facts, at: date) -> Standing:  # noqa: ARG001 (the kinds' common form)
    """Judge the average so far, from that of as many days before."""
    assert version.target is not None  # noqa: S101 (made gives it one)
    sample, first = facts.of(version.scope), version.first.toordinal()
    days = version.span.days if version.span else BEFORE
    start = average_of(sample, first - days, first - 1)
    return stands_by_average(version, version.target, start, sample, at)


def demand(version: Version, facts: Facts) -> Demand:
    """Set the target beside the average of as many days before, and beside the best change."""
    assert version.target is not None  # noqa: S101 (made gives it one)
    return demand_of_average(version, version.target, facts.of(version.scope))


def says(version: Version, measure: Measure, notation: Notation) -> str:
    """Say ``shift csat at least 95 % on average``."""
    assert version.target is not None  # noqa: S101 (made gives it one)
    scope, target = version.scope, version.target
    of = " ".join(filter(None, (scope.activity, scope.distance, scope.measure)))
    said = amount(measure, target.value, notation, scope.distance)
    return f"{of} {target.way} {said} on average {circumstances_said(scope)}".rstrip()
