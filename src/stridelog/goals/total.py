"""A total: so much of a summed measure, or so many entries, in the days of the goal."""

from datetime import date

from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.goal import Goal, Target, Version, Way
from stridelog.domain.goal_amounts import demand_of_amount, stands_by_amount
from stridelog.domain.goal_line.line import GoalLine
from stridelog.domain.goal_words import aimed_said, circumstances_said
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import Asked, Demand, Facts, Standing

SUMMARY = "So much in all, or so many times, within its days"

EXAMPLE = "run 1500km --this-year"


def takes(line: GoalLine) -> bool:
    """Take one amount of a measure that is summed, or a number of times, of no period of its own.

    A standard distance beside it makes it another goal.
    """
    if line.claim or line.distance or line.change is not None or line.per:
        return False
    if line.times is not None:
        return not (line.amounts or line.measures)
    if not line.is_bare_amount or line.amounts[0].is_a_name:
        return False
    return line.amounts[0].measure.kind is Kind.ADDITIVE


def made(line: GoalLine, today: date) -> Version:
    """Return a total of at least the amount, at most where less of it is better."""
    measure = line.amounts[0].measure if line.amounts else FREQUENCY
    amount = line.amounts[0].value if line.amounts else float(line.times or 0)
    usual: Way = "at most" if measure.direction is Direction.LOWER else "at least"
    return Version(
        since=today,
        kind="total",
        first=line.time.first,
        deadline=line.time.deadline,
        scope=line.scope(measure.name if line.amounts else ""),
        target=Target(amount, line.way or usual),
    )


def asks(version: Version) -> Asked:
    """Ask for all there ever was: it tells what can be expected, and what was ever done."""
    return Asked((version.scope,))


def stands(goal: Goal, version: Version, facts: Facts, at: date) -> Standing:  # noqa: ARG001 (the kinds' common form)
    """Judge the sum so far against the line from nothing to the target."""
    assert version.target is not None  # noqa: S101 (made gives it one)
    return stands_by_amount(version, version.target, facts.of(version.scope), at)


def demand(version: Version, facts: Facts) -> Demand:
    """Set the target beside the amount of as many days before, and beside the best stretch."""
    assert version.target is not None  # noqa: S101 (made gives it one)
    return demand_of_amount(version, version.target, facts.of(version.scope))


def says(version: Version, measure: Measure, notation: Notation) -> str:
    """Say ``run 1 500 km``, ``run 100 times``; ``at most`` of what is not to be passed."""
    assert version.target is not None  # noqa: S101 (made gives it one)
    said = aimed_said(version.scope, version.target, measure, notation)
    return f"{said} {circumstances_said(version.scope)}".rstrip()
