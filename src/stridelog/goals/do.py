"""Something to do, yes or no: the person answers in the review."""

from datetime import date

from stridelog.domain.goal import Goal, Scope, Version
from stridelog.domain.goal_line.line import GoalError, GoalLine
from stridelog.domain.measure import Measure
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import Asked, Demand, Facts, Standing, State

SUMMARY = "To have done it: yes or no, answered in the review"

EXAMPLE = '--do "Run the whole thing" --this-year'

GRACE = DAYS_A_WEEK
"""Days after the last one on which the answer is still to come: a Monday is among them."""


def takes(line: GoalLine) -> bool:
    """Take what is said to be done."""
    return line.claim == "do"


def made(line: GoalLine, today: date) -> Version:
    """Return what is to be answered with yes. Raises ``GoalError`` where no words say what."""
    if not f"{line.title}{''.join(line.words)}".strip():
        raise GoalError("What is to be done was not said.", f"stride goals add {EXAMPLE}")
    return line.version("do", today, Scope())


def asks(version: Version) -> Asked:  # noqa: ARG001 (the kinds' common form)
    """Ask for nothing: no measure tells."""
    return Asked()


def stands(goal: Goal, version: Version, facts: Facts, at: date) -> Standing:  # noqa: ARG001 (the kinds' common form)
    """Judge by the answers: a yes is enough, also a late one; silence is a no in the end."""
    answers = [review.done for review in goal.reviews if review.done is not None]
    return Standing(at, _state(version, answers, at), progress=float(True in answers))


def _state(version: Version, answers: list[bool], at: date) -> State:
    if True in answers:
        return "reached"
    if at < version.first:
        return "not begun"
    if version.deadline is None or at <= version.deadline:
        return "open"
    silent = (at - version.deadline).days <= GRACE
    return "open" if silent and False not in answers[-1:] else "missed"


def demand(version: Version, facts: Facts) -> Demand:  # noqa: ARG001 (the kinds' common form)
    """Return only how many days there are: nothing is measured."""
    return Demand(version.span.days if version.span else None)


def says(version: Version, measure: Measure, notation: Notation) -> str:  # noqa: ARG001 (the kinds' common form)
    """Say that it is done: what it is, its title says."""
    return "done, yes or no,"
