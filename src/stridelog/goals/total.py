"""A total: so much of a summed measure, or so many entries, in the days of the goal."""

from datetime import date

from stridelog.domain.goal import Goal, Version
from stridelog.domain.goal_amounts import demand_of_amount, stands_by_amount
from stridelog.domain.goal_line.line import GoalLine
from stridelog.domain.goal_way import version_of_sum
from stridelog.domain.goal_words import aimed_said, circumstances_said
from stridelog.domain.measure import Kind, Measure
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
    return version_of_sum(line, "total", today)


def asks(version: Version) -> Asked:
    """Ask for all there ever was: it tells what can be expected, and what was ever done."""
    return Asked((version.scope,))


def stands(goal: Goal, version: Version, facts: Facts, at: date) -> Standing:  # noqa: ARG001 (the kinds' common form)
    """Judge the sum so far against the line from nothing to the target."""
    return stands_by_amount(version, version.aim, facts.of(version.scope), at)


def demand(version: Version, facts: Facts) -> Demand:
    """Set the target beside the amount of as many days before, and beside the best stretch."""
    return demand_of_amount(version, version.aim, facts.of(version.scope))


def says(version: Version, measure: Measure, notation: Notation) -> str:
    """Say ``run 1 500 km``, ``run 100 times``; ``at most`` of what is not to be passed."""
    said = aimed_said(version.scope, version.aim, measure, notation)
    return f"{said} {circumstances_said(version.scope)}".rstrip()
