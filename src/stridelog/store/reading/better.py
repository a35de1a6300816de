"""What is better, as SQL: by the direction of a measure."""

from stridelog.domain.measure import Direction, Measure


def ahead(measure: Measure) -> str:
    """Return what a value is beside another one that it is better than."""
    return "<" if measure.direction is Direction.LOWER else ">"


def best_first(measure: Measure) -> str:
    """Return the order in which the best value comes first."""
    return "ASC" if measure.direction is Direction.LOWER else "DESC"
