"""What a goal means where the words do not say: which side of its target, and an average or not."""

from datetime import date

from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.goal import Target, Version, Way
from stridelog.domain.goal_line.line import Amount, GoalError, GoalLine
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


def version_of_value(line: GoalLine, kind: str, today: date) -> Version:
    """Return that one value be reached, on the better side. Raises ``GoalError`` as ``way_of``."""
    (amount,) = line.amounts
    target = Target(amount.value, way_of(line, amount.measure))
    return line.version(kind, today, line.scope(amount.measure.name), target)


def version_of_sum(line: GoalLine, kind: str, today: date) -> Version:
    """Return that there be so much, or so many entries; at most, where less of it is better."""
    amount = line.amounts[0] if line.amounts else Amount(FREQUENCY, float(line.times or 0), "")
    usual: Way = "at most" if amount.measure.direction is Direction.LOWER else "at least"
    scope = line.scope(amount.measure.name if line.amounts else "")
    return line.version(kind, today, scope, Target(amount.value, line.way or usual, line.per))


def is_weighed(measure: Measure) -> bool:
    """Tell whether single values say little: a ratio, or one that is weighted when averaged."""
    return measure.kind is Kind.DERIVED or bool(measure.weight)
