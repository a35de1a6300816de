"""The units that quantities are typed and shown in, and how large a quantity can be."""

from functools import cache
from typing import NamedTuple

from stridelog.domain.plain_text import shown
from stridelog.domain.quantity.reading import QuantityError
from stridelog.domain.units import (
    KILOGRAMS_PER_POUND,
    METRES_PER_FOOT,
    METRES_PER_MILE,
    METRES_PER_YARD,
    Dimension,
)

_KM = 1_000.0
_HOUR = 3_600.0


class Unit(NamedTuple):
    """A unit of a dimension: one of it is ``factor`` base units.

    ``noun`` is the word for several of it; ``others`` are further spellings, apart by spaces.
    For a pace, ``factor`` turns the seconds for the distance into seconds for a kilometre.
    """

    dimension: Dimension
    symbol: str
    factor: float
    noun: str = ""
    others: str = ""

    def name(self, digits: str) -> str:
        """Return the word for as many of it: 1 metre, 14 metres."""
        one = self.noun.replace("feet", "foot").removesuffix("s")
        return one if digits == "1" else self.noun

    @property
    def decimals(self) -> int:
        """As many decimals are shown at most."""
        return 2 if self.symbol in {"km", "mi", "h", "d", "t", "m/s", "kW", "fraction"} else 1


_UNITS = (
    Unit(Dimension.DURATION, "s", 1.0, "seconds", 'sec secs second "'),
    Unit(Dimension.DURATION, "min", 60.0, "minutes", "m mins minute '"),
    Unit(Dimension.DURATION, "h", _HOUR, "hours", "hr hrs hour"),
    Unit(Dimension.DURATION, "d", 24 * _HOUR, "days", "day"),
    Unit(Dimension.DISTANCE, "m", 1.0, "metres", "metre meters meter"),
    Unit(Dimension.DISTANCE, "km", _KM, "kilometres", "k kms kilometre kilometers kilometer"),
    Unit(Dimension.DISTANCE, "mi", METRES_PER_MILE, "miles", "mile"),
    Unit(Dimension.DISTANCE, "yd", METRES_PER_YARD, "yards", "yds yard"),
    Unit(Dimension.DISTANCE, "ft", METRES_PER_FOOT, "feet", "foot"),
    Unit(Dimension.ELEVATION, "m", 1.0, "metres", "metre meters meter"),
    Unit(Dimension.ELEVATION, "ft", METRES_PER_FOOT, "feet", "foot"),
    Unit(Dimension.MASS, "kg", 1.0, "kilograms", "kgs kilo kilos kilogram"),
    Unit(Dimension.MASS, "g", 0.001, "grams", "gram"),
    Unit(Dimension.MASS, "t", 1_000.0, "tonnes", "tonne"),
    Unit(Dimension.MASS, "lb", KILOGRAMS_PER_POUND, "pounds", "lbs pound"),
    Unit(Dimension.COUNT, "count", 1.0),
    Unit(Dimension.FRACTION, "%", 0.01, "%", "percent pct"),
    Unit(Dimension.FRACTION, "fraction", 1.0),
    Unit(Dimension.HEART_RATE, "bpm", 1.0),
    Unit(Dimension.POWER, "W", 1.0, "watts", "watt"),
    Unit(Dimension.POWER, "kW", 1_000.0, "kilowatts", "kilowatt"),
    Unit(Dimension.SCORE, "points", 1.0, "points", "point pts"),
    Unit(Dimension.PACE, "/km", 1.0, "", "/k /1km /1k /kilometre /kilometer"),
    Unit(Dimension.PACE, "/mi", _KM / METRES_PER_MILE, "", "/mile /1mi"),
    Unit(Dimension.PACE, "/100m", 10.0),
    Unit(Dimension.PACE, "/500m", 2.0),
    Unit(Dimension.PACE, "/100yd", 10.0 / METRES_PER_YARD),
    Unit(Dimension.PACE, "s/km", 1.0),
    Unit(Dimension.SPEED, "km/h", _KM / _HOUR, "", "kmh kph km/hr"),
    Unit(Dimension.SPEED, "mph", METRES_PER_MILE / _HOUR, "", "mi/h mi/hr"),
    Unit(Dimension.SPEED, "m/s", 1.0),
    Unit(Dimension.RATE, "/h", 1.0, "", "/hr /hour 1/h perhour"),
    Unit(Dimension.RATE, "/min", 60.0, "", "/minute"),
    Unit(Dimension.RATE, "/d", 1 / 24, "", "/day"),
)

LARGEST: dict[Dimension, tuple[float, str]] = {
    Dimension.DISTANCE: (1e8, "100000 km"),
    Dimension.ELEVATION: (1e6, "1000 km"),
    Dimension.DURATION: (1e9, "30 years"),
    Dimension.MASS: (1e7, "10000 t"),
    Dimension.COUNT: (1e12, "a million millions"),
    Dimension.FRACTION: (1.0, "100 %"),
    Dimension.HEART_RATE: (300.0, "300 bpm"),
    Dimension.POWER: (1e4, "10 kW"),
    Dimension.SCORE: (1e12, "a million millions"),
    Dimension.PACE: (1e6, "a week and a half for a kilometre"),
    Dimension.SPEED: (300.0, "300 m/s"),
    Dimension.RATE: (1e12, "a million millions an hour"),
}
"""The largest value of each dimension that is not absurd, in base units and in words."""

LIKELY: dict[Dimension, float] = {Dimension.DISTANCE: 1e6 - 1, Dimension.DURATION: 3.6e6 - 1}
"""Nobody writes more than this with its thousands grouped: 42.195km is not 42 195 km."""

MAY_BE_ZERO = frozenset({Dimension.COUNT, Dimension.FRACTION, Dimension.SCORE, Dimension.ELEVATION})
"""Dimensions in which nothing is something: 0 tickets, 0 %."""


def known_units(dimension: Dimension) -> tuple[str, ...]:
    """Return the units that a measure of ``dimension`` may be shown and typed in."""
    return tuple(unit.symbol for unit in _UNITS if unit.dimension is dimension)


def unit_of(dimension: Dimension, spelling: str) -> Unit:
    """Return the unit of ``dimension`` that is spelled so; an error names those that there are."""
    for unit in units_spelled(spelling):
        if unit.dimension is dimension:
            return unit
    raise QuantityError(
        f'"{shown(spelling)}" is no unit of {noun(dimension)}.',
        f"Known are {', '.join(known_units(dimension))}.",
    )


def units_spelled(spelling: str) -> tuple[Unit, ...]:
    """Return the units that ``spelling`` could be, in any case and with or without spaces."""
    return _by_spelling().get(spelling.replace(" ", "").lower(), ())


def all_spellings() -> tuple[str, ...]:
    """Return the spellings of units that a slip of the finger could be near to."""
    unusual = ("count", "fraction")
    return tuple(s for s in _by_spelling() if len(s) > 1 and s not in unusual)


def noun(dimension: Dimension) -> str:
    """Name the dimension with its article: a distance, an elevation."""
    word = dimension.value.replace("-", " ")
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


@cache
def _by_spelling() -> dict[str, tuple[Unit, ...]]:
    index: dict[str, tuple[Unit, ...]] = {}
    for unit in _UNITS:
        spellings = [unit.symbol.lower(), unit.noun, *unit.others.split()]
        for spelling in dict.fromkeys(filter(None, spellings)):
            index[spelling] = (*index.get(spelling, ()), unit)
    return index
