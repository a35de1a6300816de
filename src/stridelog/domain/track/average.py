"""Averages over time: heart rate and power, however unevenly they were recorded."""

from collections.abc import Iterable
from itertools import pairwise

LONGEST_HELD = 30.0
"""Seconds for which a value holds at most; after that the sensor was off."""


def time_weighted(values: Iterable[tuple[float, float | None]]) -> float | None:
    """Return the mean of values at rising times, each as long as it held; None without any.

    A value holds until the next sample, whether that has one or not.
    """
    known = list(values)
    held = [
        (value, min(later - at, LONGEST_HELD))
        for (at, value), (later, _) in pairwise(known)
        if value is not None
    ]
    seconds = sum(span for _, span in held)
    if seconds:
        return sum(value * span for value, span in held) / seconds
    alone = [value for _, value in known if value is not None]
    return sum(alone) / len(alone) if alone else None
