"""Points of a track, and how far it is from one to another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from stridelog.domain.track.cleaning import FARTHEST, number
from stridelog.domain.track.recording import Sample

EARTH_RADIUS = 6_371_008.8
"""Metres: the earth's mean radius (2a + b) / 3 of GRS 80 (IUGG; Moritz 2000)."""

SUDDEN = 10.0
"""Metres a second that nobody gains in a second: it takes a car's full brakes to lose them."""

COUNTED_LATE = 5.0
"""Seconds by which a device may be late in counting metres."""


@dataclass(frozen=True, slots=True)
class Points:
    """Points at rising ``times``; ``between`` gives the metres from one to a later one.

    It gives less than none where that cannot be. The metres may come ``slack`` seconds late;
    a speed that grows by more than ``sudden`` metres a second in a second is not believed.
    """

    times: Sequence[float]
    between: Callable[[int, int], float]
    slack: float
    sudden: float


def places_of(samples: Sequence[Sample]) -> Points:
    """Return the places of samples on the earth."""
    found = [(s.at, place) for s in samples if (place := position(s)) is not None]
    places = [place for _, place in found]

    def between(here: int, there: int) -> float:
        return great_circle(places[here], places[there])

    return Points([at for at, _ in found], between, slack=0.0, sudden=SUDDEN)


def metres_of(samples: Sequence[Sample]) -> Points:
    """Return the metres that a device counted; it may do so late, and begin anew."""
    found = [(s.at, m) for s in samples if (m := counted(s)) is not None]
    metres = [m for _, m in found]

    def between(here: int, there: int) -> float:
        return metres[there] - metres[here]

    return Points([at for at, _ in found], between, slack=COUNTED_LATE, sudden=FARTHEST)


def counted(sample: Sample) -> float | None:
    """Return the metres that the device had counted, if it did."""
    return number(sample.metres, 0.0, FARTHEST)


def position(sample: Sample) -> tuple[float, float] | None:
    """Return latitude and longitude in radians; None where there is no fix (0°, 0° is none)."""
    latitude = number(sample.latitude, -90.0, 90.0)
    longitude = number(sample.longitude, -180.0, 180.0)
    if latitude is None or longitude is None or latitude == longitude == 0.0:
        return None
    return radians(latitude), radians(longitude)


def great_circle(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Return the metres between two places, in radians, by the haversine formula."""
    across = sin((there[0] - here[0]) / 2) ** 2
    along = cos(here[0]) * cos(there[0]) * sin((there[1] - here[1]) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(across + along)))
