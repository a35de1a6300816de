"""An average: what the days of the goal come to by their weights."""

from datetime import date

from stridelog.domain.goal import Goal, Version
from stridelog.domain.goal_averages import (
    USUAL,
    average_of,
    demand_of_average,
    stands_by_average,
)
from stridelog.domain.goal_line.line import GoalLine
from stridelog.domain.goal_saying import amount
from stridelog.domain.goal_way import is_weighed, version_of_value
from stridelog.domain.goal_words import circumstances_said
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import Asked, Demand, Facts, Standing

SUMMARY = "What its days come to on average"

EXAMPLE = "shift csat=95% --this-quarter"


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
    return version_of_value(line, "average", today)


def asks(version: Version) -> Asked:
    """Ask for all there ever was: it tells what can be expected, and how far it varies."""
    return Asked((version.scope,))


def stands(goal: Goal, version: Version, facts: Facts, at: date) -> Standing:  # noqa: ARG001 (the kinds' common form)
    """Judge the average so far, from that of as many days before."""
    sample, first = facts.of(version.scope), version.first.toordinal()
    days = version.span.days if version.span else USUAL
    start = average_of(sample, first - days, first - 1)
    return stands_by_average(version, version.aim, start, sample, at)


def demand(version: Version, facts: Facts) -> Demand:
    """Set the target beside the average of as many days before, and beside the best change."""
    return demand_of_average(version, version.aim, facts.of(version.scope))


def says(version: Version, measure: Measure, notation: Notation) -> str:
    """Say ``shift csat at least 95 % on average``."""
    scope, target = version.scope, version.aim
    of = " ".join(filter(None, (scope.activity, scope.distance, scope.measure)))
    said = amount(measure, target.value, notation, scope.distance)
    return f"{of} {target.way} {said} on average {circumstances_said(scope)}".rstrip()
