"""Climb: how much one went up in all, from altitudes that tremble.

As Strava describes its own figure: altitudes are smoothed, and a gain is the way from a low point
to a high one, if it exceeds a threshold. Smoothed here by the mean over ``WINDOW`` seconds around
each sample; the threshold is that of GoldenCheetah, 3 m.
"""

from collections.abc import Iterator, Sequence

from stridelog.domain.track.cleaning import number
from stridelog.domain.track.recording import Sample

WINDOW = 30.0
"""Seconds over which altitudes are smoothed."""

THRESHOLD = 3.0
"""Metres that a rise must have to count."""

LOWEST, HIGHEST = -500.0, 9_000.0
"""Metres: below the Dead Sea, and above the Everest, nothing is believed."""

FEWEST = 2


def climb_of(samples: Sequence[Sample]) -> float | None:
    """Return the metres that one went up, of samples in order; None without altitudes."""
    known = [(s.at, a) for s in samples if (a := number(s.altitude, LOWEST, HIGHEST)) is not None]
    if len(known) < FEWEST:
        return None
    return _risen(_smoothed(known))


def _smoothed(known: Sequence[tuple[float, float]]) -> Iterator[float]:
    """Give the mean of the altitudes around each, within half a window to both sides."""
    first = last = 0
    total = 0.0
    for at, _ in known:
        while last < len(known) and known[last][0] <= at + WINDOW / 2:
            total += known[last][1]
            last += 1
        while known[first][0] < at - WINDOW / 2:
            total -= known[first][1]
            first += 1
        yield total / (last - first)


def _risen(altitudes: Iterator[float]) -> float:
    """Add up the rises from a low point to a high one that reach the threshold."""
    low = high = next(altitudes)
    risen = 0.0
    for altitude in altitudes:
        high = max(high, altitude)
        if high - altitude >= THRESHOLD:  # it went down again: the rise is over
            risen += high - low if high - low >= THRESHOLD else 0.0
            low = high = altitude
        elif altitude < low:
            low = high = altitude
    return risen + (high - low if high - low >= THRESHOLD else 0.0)
