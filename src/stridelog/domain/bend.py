"""Where a series begins to go up or down: lines that are level up to a point, straight from there.

Hinkley (1971), "Inference in two-phase regression", Journal of the American Statistical
Association 66; Schwarz (1978), "Estimating the dimension of a model", Annals of Statistics 6.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum, log

_LEFT_OVER = 1e-9
"""What is left of a series below this part of its spread is rounding."""


@dataclass(frozen=True, slots=True)
class Bend:
    """A line that is level up to the time ``begins`` (0: straight all along), and what it leaves.

    ``left`` is what it leaves of the values, beside the largest of them, and ``squares`` the sum
    of their squares.
    """

    squares: float
    begins: int
    left: list[float]


def bend(times: Sequence[float], values: Sequence[float], fewest: int) -> Bend:
    """Return the line that fits best, 0 as its beginning where it may lie before all points.

    Of all lines that are level up to a point and go on straight from there, the one with the least
    squares; it must leave at least ``fewest`` points, and earn its additional parameter beside the
    straight line by Schwarz's criterion.
    """
    count, scaled = len(times), _scaled(values)
    all_along = _bent(times, scaled, times[0])
    bent = [_bent(times, scaled, start) for start in times[1 : count - fewest + 1]]
    best = min(bent, key=lambda line: line.squares, default=all_along)
    least = _LEFT_OVER * fsum(value * value for value in scaled)
    if not least:
        return replace(all_along, begins=0)
    gained = count * log(max(all_along.squares, least) / max(best.squares, least))
    return best if gained > log(count) else replace(all_along, begins=0)


def straight(times: Sequence[float], values: Sequence[float]) -> Bend:
    """Return the straight line of least squares."""
    return replace(_bent(times, _scaled(values), times[0]), begins=0)


def _scaled(values: Sequence[float]) -> list[float]:
    """Return values beside the largest of them: squares of large numbers are too large."""
    largest = max(map(abs, values)) or 1.0
    return [value / largest for value in values]


def _bent(times: Sequence[float], values: Sequence[float], start: float) -> Bend:
    """Return the line of least squares that is level up to ``start``."""
    count = len(times)
    along = [max(0.0, time - start) for time in times]
    middle, mean = fsum(along) / count, fsum(values) / count
    width = fsum((x - middle) ** 2 for x in along)
    together = fsum((x - middle) * (y - mean) for x, y in zip(along, values, strict=True))
    slope = together / width
    left = [y - mean - slope * (x - middle) for x, y in zip(along, values, strict=True)]
    return Bend(fsum(rest * rest for rest in left), int(start), left)
