"""Quantities as people read them."""

from stridelog.domain.quantity.notation import Notation
from stridelog.domain.quantity.unit import Unit, unit_of
from stridelog.domain.units import METRES_PER_MILE, METRES_PER_YARD, Dimension, UnitSystem

_KM = 1_000.0
_MINUTE = 60.0
_WHOLE_FROM = 100.0
"""Distances and weights in small units are shown without decimals from here."""

_NEGLIGIBLE = 1e-9
"""Less of a unit than this is shown as nothing."""

_SMALL = frozenset({"m", "yd", "ft", "lb", "g"})
_STEADY = frozenset({"km", "mi", "kg", "km/h", "mph", "/h"})
"""Units whose decimals stand even where they are zero: 10.00 km."""

_WHOLE = frozenset({Dimension.ELEVATION, Dimension.HEART_RATE, Dimension.POWER})
_NAMELESS = frozenset({"count", "points"})
_USUAL_UNITS = {
    Dimension.ELEVATION: ("m", "ft"),
    Dimension.MASS: ("kg", "lb"),
    Dimension.COUNT: ("count", "count"),
    Dimension.FRACTION: ("%", "%"),
    Dimension.HEART_RATE: ("bpm", "bpm"),
    Dimension.POWER: ("W", "W"),
    Dimension.SCORE: ("points", "points"),
    Dimension.PACE: ("/km", "/mi"),
    Dimension.SPEED: ("km/h", "mph"),
    Dimension.RATE: ("/h", "/h"),
}
"""The unit of each dimension where a measure names none: metric, imperial."""


def format_quantity(value: float, dimension: Dimension, notation: Notation, unit: str = "") -> str:
    """Write ``value`` (in base units) for people: ``10.00 km``, ``50:42``, ``92 %``.

    In ``unit`` where one is given (``14 min``, ``1:45/100 m``), else in the usual one of the
    notation's system; durations as a clock. `parse_quantity` reads all of it back, within the
    rounding of what is shown.
    """
    if value < 0:
        text = format_quantity(-value, dimension, notation, unit)
        return f"-{text}"
    text = _text(value or 0.0, dimension, notation.system, unit)
    return text.replace(".", notation.decimal.character)


def clock(seconds: float) -> str:
    """Write a duration as ``m:ss`` or ``h:mm:ss``; under a minute with tenths, where it has any."""
    tenths = round(seconds * 10)
    if tenths < _MINUTE * 10 and tenths % 10:
        return f"0:{tenths / 10:04.1f}"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _text(value: float, dimension: Dimension, system: UnitSystem, name: str) -> str:
    if not name and dimension is Dimension.DURATION:
        return clock(value)
    unit = unit_of(dimension, name or _usual_unit(value, dimension, system))
    amount = value / unit.factor
    if dimension is Dimension.PACE and unit.symbol.startswith("/"):
        return clock(amount) + unit.symbol.replace("/100", "/100 ").replace("/500", "/500 ")
    digits = _digits(amount, unit)
    if unit.symbol in _NAMELESS:
        return digits
    return digits + ("" if unit.symbol.startswith("/") else " ") + unit.symbol


def _usual_unit(value: float, dimension: Dimension, system: UnitSystem) -> str:
    metric = system is UnitSystem.METRIC
    if dimension is not Dimension.DISTANCE:
        return _USUAL_UNITS[dimension][0 if metric else 1]
    if metric:
        return "km" if round(value) >= _KM else "m"
    return "mi" if round(value / METRES_PER_YARD) >= METRES_PER_MILE / METRES_PER_YARD else "yd"


def _digits(amount: float, unit: Unit) -> str:
    decimals = unit.decimals
    if unit.dimension in _WHOLE and unit.symbol != "kW":
        decimals = 0
    if unit.symbol in _SMALL and amount >= _WHOLE_FROM:
        decimals = 0
    if _NEGLIGIBLE < amount < 10**-decimals:
        return _first_digit(amount)
    digits = f"{amount:.{decimals}f}"
    if unit.symbol in _STEADY or not decimals:
        return digits
    return digits.rstrip("0").rstrip(".")


def _first_digit(amount: float) -> str:
    """Write a number near zero with the decimals that it takes to show its first digit."""
    power = int(f"{amount:.0e}".partition("e")[2])
    return f"{amount:.{-power}f}"
