"""What no person ever did: values that must be slips of the finger."""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import pairwise
from math import isfinite, log

from stridelog.domain.activity import Activity
from stridelog.domain.errors import UsageError
from stridelog.domain.measure import Measure
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.units import Dimension


class ImplausibleError(UsageError):
    """A value is beyond what anyone did."""


FASTEST_ON_FOOT = (
    (100.0, 9.58),
    (200.0, 19.19),
    (400.0, 43.03),
    (800.0, 100.91),
    (1_500.0, 206.00),
    (5_000.0, 755.36),
    (10_000.0, 1_571.00),
    (42_195.0, 7_235.0),
    (100_000.0, 21_935.0),
)
"""Metres, and the seconds of the men's world record over them (World Athletics, end of 2025)."""

LEEWAY = 0.97
"""Records fall, and courses are short: this share of a record time is still believed."""

FASTEST_SWIM = 400.0
"""Seconds per kilometre: the world record over 50 m (20.9 s) kept up."""

FASTEST_RIDE = 36.0
"""Seconds per kilometre: 100 km/h kept up over a whole ride."""

FASTEST = 12.0
"""Seconds per kilometre on anything else that one logs: 300 km/h."""

ON_FOOT = frozenset({"run", "walk", "hike", "trail-run", "virtual-run", "race"})

LARGEST: dict[Dimension, float] = {
    Dimension.DISTANCE: 5_000_000.0,
    Dimension.ELEVATION: 50_000.0,
    Dimension.DURATION: 366 * 86_400.0,  # a watch left running for weeks is in real exports
    Dimension.MASS: 1_000_000.0,
    Dimension.COUNT: 1_000_000.0,
    Dimension.FRACTION: 1.0,
    Dimension.HEART_RATE: 250.0,
    Dimension.POWER: 2_500.0,
}
"""The most that one entry can hold, in base units."""

SMALLEST: dict[Dimension, float] = {Dimension.HEART_RATE: 20.0}
"""The least that one entry can hold, in base units."""


def check_plausible(
    activity: Activity, measurements: Mapping[str, float], notation: Notation
) -> None:
    """Raise ``ImplausibleError`` where a value of an entry, or the pace, is beyond anyone."""
    check_sizes(activity, measurements, notation)
    distance, duration = measurements.get("distance"), measurements.get("duration")
    if distance and duration:
        _check_pace(activity, distance, duration, notation)


def check_sizes(activity: Activity, measurements: Mapping[str, float], notation: Notation) -> None:
    """Raise ``ImplausibleError`` where a value is more, or less, than any entry can hold."""
    for measure in activity.loggable:
        if measure.name in measurements:
            _check_size(measure, measurements[measure.name], notation)


def fastest_pace(activity: str, metres: float) -> float:
    """Return the fastest pace that is believed over a distance, in seconds per kilometre.

    Between the distances of ``FASTEST_ON_FOOT`` the pace is read off a straight line over the
    logarithm of the distance; beyond them it stays what it is at the end.
    """
    if activity == "swim":
        return FASTEST_SWIM
    if activity.endswith("ride"):
        return FASTEST_RIDE
    if activity not in ON_FOOT:
        return FASTEST
    paces = [(d, 1000 * t / d) for d, t in FASTEST_ON_FOOT]
    # The 200 m are run faster than the 100 m, from a flying start: no pace beats the best so far.
    best = min(pace for _, pace in paces)
    if metres <= paces[0][0]:
        return best * LEEWAY
    at = bisect_left([d for d, _ in paces], metres)
    if at == len(paces):
        return paces[-1][1] * LEEWAY
    (d1, p1), (d2, p2) = list(pairwise(paces))[at - 1]
    share = log(metres / d1) / log(d2 / d1)
    return (p1 + share * (p2 - p1)) * LEEWAY


def _check_size(measure: Measure, value: float, notation: Notation) -> None:
    most = LARGEST.get(measure.dimension)
    least = SMALLEST.get(measure.dimension)
    if not isfinite(value) or (most is not None and value > most):
        raise ImplausibleError(
            f"The {measure.name} is more than any entry can hold.",
            f"The most is {format_quantity(most or 0.0, measure.dimension, notation)}.",
        )
    if least is not None and value < least:
        raise ImplausibleError(
            f"The {measure.name} is less than anyone's.",
            f"The least is {format_quantity(least, measure.dimension, notation)}.",
        )


def _check_pace(activity: Activity, metres: float, seconds: float, notation: Notation) -> None:
    pace = 1000 * seconds / metres
    if pace >= fastest_pace(activity.name, metres):
        return
    distance = format_quantity(metres, Dimension.DISTANCE, notation)
    duration = format_quantity(seconds, Dimension.DURATION, notation)
    # One and the same number per kilometre is easier to grasp than 0:13/km.
    shown = f"{pace:.0f} s/km" if pace < 60 else format_quantity(pace, Dimension.PACE, notation)  # noqa: PLR2004
    verb = "ran" if activity.name in ON_FOOT else "went"
    longer = seconds * 60
    likelier = 1000 * longer / metres < 3600  # noqa: PLR2004 (slower than an hour a kilometre)
    raise ImplausibleError(
        f"{distance} in {duration} is {shown}, faster than anyone {verb}. Nothing was saved.",
        f"Did you mean {format_quantity(longer, Dimension.DURATION, notation)}?"
        if likelier
        else "Check the distance and the time.",
    )
