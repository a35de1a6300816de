"""Sparklines: a row of values as a row of bars."""

from collections.abc import Sequence
from math import isfinite

from stridelog.domain.statistics import averaged

BARS = "▁▂▃▄▅▆▇█"
"""Bars from lowest to highest."""

GAP = " "
"""Stands where there is no value."""


def sparkline(values: Sequence[float | None], width: int | None = None) -> str:
    """Draw ``values``, oldest first, as one bar each, from their lowest to their highest.

    Equal values make a flat line of middle height. In less ``width`` than there are values,
    neighbours are averaged, so that the first and the last bar stay the first and the last time.
    """
    points = values if width is None else averaged(values, width)
    known = [value for value in points if value is not None and isfinite(value)]
    if not known:
        return GAP * len(points)
    low, high = min(known), max(known)
    return "".join(_bar(value, low, high) for value in points)


def _bar(value: float | None, low: float, high: float) -> str:
    if value is None or not isfinite(value):
        return GAP
    # Halves: the distance between the largest floats is infinite, between their halves it is not.
    height = high / 2 - low / 2
    if not height:
        return BARS[(len(BARS) - 1) // 2]
    share = (value / 2 - low / 2) / height
    return BARS[round(min(max(share, 0.0), 1.0) * (len(BARS) - 1))]
