"""Values and differences in words: ``14 min``, ``7 s/km faster``, ``6.9 points up``."""

from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.units import Dimension

_LONGEST_IN = (("s", 90.0), ("min", 90 * 60.0), ("h", 48 * 3600.0), ("d", float("inf")))
"""How many seconds a wait may take to be told in this unit."""

_WAYS = {
    Dimension.PACE: ("slower", "faster"),
    Dimension.SPEED: ("faster", "slower"),
    Dimension.FRACTION: ("up", "down"),
}
"""The words for a larger value and for a smaller one, where they are not higher and lower."""


def value(measure: Measure, amount: float, notation: Notation) -> str:
    """Write a value of the measure, in its own unit or the usual one."""
    unit = measure.unit
    if not unit and _is_a_wait(measure):
        unit = next(name for name, longest in _LONGEST_IN if amount < longest)
    return format_quantity(amount, measure.dimension, notation, unit)


def difference(measure: Measure, amount: float, notation: Notation) -> str:
    """Say ``amount``, the difference of two values of the measure, and which way it goes."""
    return f"{_size(measure, abs(amount), notation)} {way(measure, amount)}"


def way(measure: Measure, amount: float) -> str:
    """Name the way that a difference goes: ``faster``, ``more``, ``down``."""
    if measure.kind is Kind.ADDITIVE:
        larger, smaller = "more", "less"
    elif measure.dimension is Dimension.DURATION:
        quick = measure.direction is Direction.LOWER
        larger, smaller = ("slower", "faster") if quick else ("longer", "shorter")
    else:
        larger, smaller = _WAYS.get(measure.dimension, ("higher", "lower"))
    return larger if amount > 0 else smaller


def _size(measure: Measure, amount: float, notation: Notation) -> str:
    if measure.dimension is Dimension.FRACTION:
        return format_quantity(100 * amount, Dimension.SCORE, notation) + " points"
    if measure.dimension is Dimension.PACE:
        return _seconds(format_quantity(amount, Dimension.PACE, notation, measure.unit))
    if measure.dimension is Dimension.DURATION and not _is_a_wait(measure):
        return _seconds(format_quantity(amount, Dimension.DURATION, notation, measure.unit))
    return value(measure, amount, notation)


def _seconds(clock: str) -> str:
    """Write a short time as seconds, whole ones from one on: ``7 s/km`` for ``0:07/km``."""
    minutes, _, rest = clock.partition(":")
    if minutes != "0":
        return clock
    digits, slash, unit = rest.partition("/")
    if not digits.startswith("00"):
        digits = f"{float(digits.replace(',', '.')):.0f}"
    return f"{digits.removeprefix('0') or '0'} s{slash}{unit}"


def _is_a_wait(measure: Measure) -> bool:
    """Tell whether a duration is how long something took to happen, not time spent."""
    timed = measure.dimension is Dimension.DURATION and measure.kind is not Kind.ADDITIVE
    return timed and measure.name != "duration"
