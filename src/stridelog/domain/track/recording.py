"""What a device recorded: moments, pauses, and what it says of the whole."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """One moment of a recording; None is what the device does not say.

    ``at`` is in seconds of UTC since 1970. ``metres`` is the distance since the start, as the
    device counts it. Latitude and longitude are in degrees (WGS 84), ``altitude`` in metres,
    ``heart_rate`` in beats a minute, ``power`` in watts.
    """

    at: float
    metres: float | None = None
    latitude: float | None = None
    longitude: float | None = None
    altitude: float | None = None
    heart_rate: float | None = None
    power: float | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """What the device itself says of the whole; None where it does not.

    ``duration`` is the time on its timer, without pauses; ``elapsed`` is with them.
    """

    distance: float | None = None
    duration: float | None = None
    elapsed: float | None = None
    climb: float | None = None
    heart_rate: float | None = None
    power: float | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """A recording of one activity, in the order of its file.

    ``pauses`` are the spans, in seconds of UTC, in which the timer stood. They may be in any
    order, overlap, or be empty or turned round, as files have them; None where it is not known
    whether and when it stood.
    """

    samples: Sequence[Sample]
    pauses: Sequence[tuple[float, float]] | None = None
    totals: Totals = Totals()
