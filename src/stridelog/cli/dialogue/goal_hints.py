"""What a question about a goal hints at: amounts that somebody may aim at."""

from stridelog.domain.activity import Activity
from stridelog.domain.goal_line.refusal import EXAMPLES
from stridelog.domain.quantity import Notation, exact
from stridelog.domain.units import Dimension


def examples(activity: Activity, notation: Notation) -> list[str]:
    """Return amounts that somebody may aim at: of the first measure, and how often."""
    first = next(iter(activity.loggable), None)
    often = ["3/week"]
    if first is None:
        return often
    example = exact(EXAMPLES[first.dimension], first.dimension, notation)
    if first.dimension is not Dimension.DISTANCE:
        return [f"{first.name}={example}", *often]
    timed = ["half 1:45"] if activity.name == "run" else []
    return [example, *often, *timed]
