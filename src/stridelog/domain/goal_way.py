"""What a goal means where the words do not say: which side of its target, and an average or not."""

from stridelog.domain.goal import Way
from stridelog.domain.goal_line.line import GoalError, GoalLine
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.plain_text import shown


def way_of(line: GoalLine, measure: Measure) -> Way:
    """Return the side that was said, or else the better one.

    Over a standard distance less time is better, otherwise more of what is summed. Raises
    ``GoalError`` where nobody can tell.
    """
    if line.way:
        return line.way
    if measure.direction is Direction.LOWER or line.distance:
        return "at most"
    if measure.direction is Direction.HIGHER or measure.kind is Kind.ADDITIVE:
        return "at least"
    said = " ".join(shown(amount.word) for amount in line.amounts)
    raise GoalError(
        f"Is more {measure.name} better, or less? It is neither for itself.",
        f"Say it: stride goals add {line.activity.name if line.activity else ''} {said} --at-most",
    )


def is_weighed(measure: Measure) -> bool:
    """Tell whether single values say little: a ratio, or one that is weighted when averaged."""
    return measure.kind is Kind.DERIVED or bool(measure.weight)
