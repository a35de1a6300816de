"""Dimensions, the base units they are stored in, and the two systems people read them in."""

from enum import StrEnum


class Dimension(StrEnum):
    """What kind of thing a number is."""

    DISTANCE = "distance"
    ELEVATION = "elevation"
    DURATION = "duration"
    MASS = "mass"
    COUNT = "count"
    FRACTION = "fraction"
    HEART_RATE = "heart-rate"
    POWER = "power"
    SCORE = "score"
    PACE = "pace"
    SPEED = "speed"
    RATE = "rate"


BASE_UNIT: dict[Dimension, str] = {
    Dimension.DISTANCE: "m",
    Dimension.ELEVATION: "m",
    Dimension.DURATION: "s",
    Dimension.MASS: "kg",
    Dimension.COUNT: "count",
    Dimension.FRACTION: "fraction",
    Dimension.HEART_RATE: "bpm",
    Dimension.POWER: "W",
    Dimension.SCORE: "points",
    Dimension.PACE: "s/km",
    Dimension.SPEED: "m/s",
    Dimension.RATE: "1/h",
}
"""The unit that values of a dimension are stored and exported in."""

METRES_PER_MILE = 1609.344
"""International mile (exact, 1959)."""

METRES_PER_YARD = 0.9144
"""International yard (exact, 1959)."""

METRES_PER_FOOT = 0.3048
"""International foot (exact, 1959)."""

KILOGRAMS_PER_POUND = 0.45359237
"""Avoirdupois pound (exact, 1959)."""


class UnitSystem(StrEnum):
    """The system that values are shown in when a measure names no unit of its own."""

    METRIC = "metric"
    IMPERIAL = "imperial"
