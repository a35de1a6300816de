"""To stay out of something: no entry with a tag, or of an activity, in the days of the goal."""

from datetime import date

from stridelog.domain.goal import Goal, Target, Version
from stridelog.domain.goal_amounts import amount_of
from stridelog.domain.goal_line.line import GoalError, GoalLine
from stridelog.domain.goal_progress import decided
from stridelog.domain.goal_words import circumstances_said
from stridelog.domain.measure import Measure
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import Asked, Demand, Facts, Standing, State

SUMMARY = "That there be none of it: no entry with a tag, or of an activity"

EXAMPLE = "--avoid +injury --this-year"

NONE = Target(0.0, "at most")


def takes(line: GoalLine) -> bool:
    """Take what is to be avoided."""
    return line.claim == "avoid"


def made(line: GoalLine, today: date) -> Version:
    """Return that there be no such entry.

    Raises ``GoalError`` where an amount is said, or nothing that entries can be known by.
    """
    if line.amounts or line.measures or line.times is not None or line.change is not None:
        named = [line.activity.name] if line.activity else []
        said = " ".join((*named, *map(shown, line.words)))
        raise GoalError(
            "What is to be avoided has no amount.",
            f"For a limit: stride goals add {said} --at-most",
        )
    if not (line.activity or line.tags or line.place):
        raise GoalError("What is to be avoided was not said.", f"stride goals add {EXAMPLE}")
    return line.version("avoid", today, line.scope(), NONE)


def asks(version: Version) -> Asked:
    """Ask for the entries that there ever were: the latest before the goal tells, too."""
    return Asked((version.scope,))


def stands(goal: Goal, version: Version, facts: Facts, at: date) -> Standing:  # noqa: ARG001 (the kinds' common form)
    """Judge by the entries of its days: it holds until there is one."""
    sample, last = facts.of(version.scope), version.last_until(at)
    current = amount_of(sample, version.first.toordinal(), last.toordinal())
    latest = sample.until(last.toordinal()).days
    return Standing(
        at=at,
        state=_state(version, current, at),
        target=NONE.value,
        start=0.0,
        current=current,
        expected=0.0,
        latest=date.fromordinal(latest[-1]) if latest else None,
    )


def _state(version: Version, current: float, at: date) -> State:
    state = decided(NONE, current, over=version.is_over(at))
    return state or ("not begun" if at < version.first else "on course")


def demand(version: Version, facts: Facts) -> Demand:
    """Return how many such entries there were in as many days before."""
    span = version.span
    if span is None:
        return Demand(None)
    first = version.first.toordinal()
    before = amount_of(facts.of(version.scope), first - span.days, first - 1)
    return Demand(span.days, before)


def says(version: Version, measure: Measure, notation: Notation) -> str:  # noqa: ARG001 (the kinds' common form)
    """Say ``no +injury``, ``no run @track``."""
    scope = version.scope
    return " ".join(filter(None, ("no", scope.activity, circumstances_said(scope))))
