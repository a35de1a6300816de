"""To reach one value: a time over a distance, the longest run, a pace.

It is reached by a single entry. What is doubtful, or kept out of the records, does not count.
"""

from datetime import date

from stridelog.domain.goal import Goal, Version
from stridelog.domain.goal_able import is_raced
from stridelog.domain.goal_best_demand import demand_of_best
from stridelog.domain.goal_bests import stands_by_best
from stridelog.domain.goal_line.line import GoalLine
from stridelog.domain.goal_saying import amount
from stridelog.domain.goal_way import is_weighed, version_of_value
from stridelog.domain.goal_words import circumstances_said, measure_said
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import Asked, Demand, Facts, Standing
from stridelog.domain.worth import A_YEAR

SUMMARY = "One value at least, or at most, in one entry"

EXAMPLE = "run marathon 3:50:00 --this-year"


def takes(line: GoalLine) -> bool:
    """Take one amount that one entry can have: over a standard distance, or by the option.

    Of a measure that is not summed it needs neither, unless an average is meant. A distance that
    is called by its name (a marathon) is one to cover at once.
    """
    if not line.is_bare_amount or line.measures:
        return False
    if line.claim:
        return line.claim == "once"
    said = line.amounts[0]
    if line.distance or said.is_a_name:
        return True
    averaged = said.measure.kind is not Kind.ADDITIVE
    return averaged and not (line.time.is_period or is_weighed(said.measure))


def made(line: GoalLine, today: date) -> Version:
    """Return the value, on the better side. Raises ``GoalError`` where neither side is better."""
    return version_of_value(line, "reach", today)


def asks(version: Version) -> Asked:
    """Ask for all there ever was; of a time over a distance, also for other distances."""
    a_year_before = date.fromordinal(max(version.first.toordinal() - A_YEAR, 1))
    return Asked((version.scope,), None, a_year_before if is_raced(version) else None, bests=True)


def stands(goal: Goal, version: Version, facts: Facts, at: date) -> Standing:  # noqa: ARG001 (the kinds' common form)
    """Judge the best of its days, or what other distances say, against the line to the target."""
    return stands_by_best(version, version.aim, facts, at)


def demand(version: Version, facts: Facts) -> Demand:
    """Set the target beside the best before, and beside the best that was ever gained."""
    return demand_of_best(version, version.aim, facts)


def says(version: Version, measure: Measure, notation: Notation) -> str:
    """Say ``run marathon in 3:50:00``, ``run 30 km once``, ``shift csat at least 95 % once``."""
    scope, target = version.scope, version.aim
    said = amount(measure, target.value, notation, scope.distance)
    if scope.distance and scope.measure == "duration" and target.way == "at most":
        what = f"{scope.activity} {scope.distance} in {said}"
    elif measure.kind is Kind.ADDITIVE and target.way == "at least":
        told = " ".join(filter(None, (said, measure_said(scope))))
        what = f"{scope.activity} {told} once"
    else:
        of = " ".join(filter(None, (scope.activity, scope.distance, scope.measure)))
        what = f"{of} {target.way} {said} once"
    return f"{what} {circumstances_said(scope)}".rstrip()
