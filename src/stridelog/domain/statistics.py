"""The statistics of a comparison: median, means, Cliff's delta.

The standard library's own ``statistics`` is not used: importing it costs more than a report.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise, repeat
from math import fsum, isfinite
from operator import mul

NEGLIGIBLE = 0.147
"""|Cliff's delta| below which two groups do not differ to speak of.

Romano, Kromrey, Coraggio, Skowronek (2006), "Appropriate statistics for ordinal level data",
annual meeting of the Florida Association of Institutional Research: 0.147, 0.33 and 0.474 part
negligible, small, medium and large, being where Cohen's d of 0.2, 0.5 and 0.8 lies.
"""


def median(values: Sequence[float]) -> float | None:
    """Return the middle value, or the mean of the two middle ones; None of no values."""
    ordered = sorted(values)
    middle, odd = divmod(len(ordered), 2)
    if not ordered:
        return None
    return ordered[middle] if odd else (ordered[middle - 1] + ordered[middle]) / 2


def weighted_mean(values: Sequence[float], weights: Sequence[float]) -> float | None:
    """Return sum(value x weight) / sum(weight), summed without loss; None of no weight.

    With ratios as values and their denominators as weights, this is the ratio of sums.
    """
    total = fsum(weights)
    return fsum(map(mul, values, weights)) / total if total else None


def averaged(points: Sequence[float | None], most: int) -> tuple[float | None, ...]:
    """Return so many points at most: more of them are averaged with their neighbours.

    The first and the last stay the first and the last time. What is no number counts for nothing.
    """
    count = len(points)
    if count <= most:
        return tuple(points)
    edges = [index * count // most for index in range(most + 1)] if most > 0 else []
    return tuple(_mean(points[start:end]) for start, end in pairwise(edges))


def _mean(points: Sequence[float | None]) -> float | None:
    known = [point for point in points if point is not None and isfinite(point)]
    # Each is divided alone: the sum of the largest floats is infinite.
    return sum(point / len(known) for point in known) if known else None


def cliffs_delta(sample: Sequence[float], other: Sequence[float]) -> float:
    """Return how much more often a value of ``sample`` is the larger one, from -1 to 1.

    Cliff (1993), "Dominance statistics": (#(x > y) - #(x < y)) / (m n) over all pairs, ties
    counting for neither. Exact; costs O((m + n) log n). Zero where either side is empty.
    """
    pairs = len(sample) * len(other)
    if not pairs:
        return 0.0
    ordered, asked = sorted(other), sorted(sample)
    smaller = sum(map(bisect_left, repeat(ordered), asked))
    not_larger = sum(map(bisect_right, repeat(ordered), asked))
    return (smaller + not_larger - pairs) / pairs
