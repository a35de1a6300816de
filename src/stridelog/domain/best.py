"""The best of some values: none that holds no record."""

from collections.abc import Sequence

from stridelog.domain.measure import Direction

Held = frozenset[tuple[int, float]]
"""Days (ordinals) and values of some entries."""


def best(direction: Direction, values: Sequence[float]) -> float | None:
    """Return the best value; None where there is none, or where no direction is better."""
    if not values or direction is Direction.NEUTRAL:
        return None
    return max(values) if direction is Direction.HIGHER else min(values)


def best_counted(
    direction: Direction, days: Sequence[int], values: Sequence[float], uncounted: Held
) -> float | None:
    """Return the best value of the entries, one a day and value, that are not ``uncounted``."""
    found = best(direction, values)
    if all(value != found for _, value in uncounted):
        return found
    every = zip(days, values, strict=True)
    return best(direction, [value for day, value in every if (day, value) not in uncounted])
