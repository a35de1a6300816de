"""Values and differences in words: ``14 min``, ``7 s/km faster``, ``6.9 points up``."""

from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.quantity import Notation, QuantityError, format_quantity, parse_in_unit
from stridelog.domain.units import Dimension

SECONDS_A_MINUTE = 60

_LONGEST_IN = (("s", 90.0), ("min", 90 * 60.0), ("h", 48 * 3600.0), ("d", float("inf")))
"""How many seconds a wait may take to be told in this unit."""

_WAYS = {
    Dimension.PACE: ("slower", "faster"),
    Dimension.SPEED: ("faster", "slower"),
    Dimension.FRACTION: ("up", "down"),
}
"""The words for a larger value and for a smaller one, where they are not higher and lower."""


def value(measure: Measure, amount: float, notation: Notation) -> str:
    """Write a value of the measure, in its unit or the usual one; signed where it can be negative.

    How long something took to happen (a first reply) is told in minutes, hours or days; time
    spent and time over a distance stand as on a clock.
    """
    ratio = measure.ratio
    can_be_negative = ratio is not None and any(t.coefficient < 0 for t in ratio.numerator)
    sign = "+" if can_be_negative and amount > 0 else ""
    return sign + _unsigned(measure, amount, notation)


def difference(measure: Measure, old: float, new: float, notation: Notation) -> str:
    """Say how far apart two values are, and which way the new one lies: ``7 s/km faster``."""
    return f"{_size(measure, old, new, notation)} {way(measure, new - old)}"


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


def _size(measure: Measure, old: float, new: float, notation: Notation) -> str:
    """Say how far apart two values are as they are shown, so that a reader's own sum agrees."""
    unit = _unit(measure, max(abs(old), abs(new)))
    shown = [_shown(measure, value, unit, notation) for value in (old, new)]
    apart = abs(shown[1] - shown[0]) or abs(new - old)
    if measure.dimension is Dimension.FRACTION:
        points = format_quantity(round(100 * apart, 2), Dimension.SCORE, notation)
        return f"{points} point" if points == "1" else f"{points} points"
    text = format_quantity(apart, measure.dimension, notation, unit)
    if not _is_on_a_clock(measure):
        return text
    _, slash, per = text.partition("/")
    seconds = _seconds(text)
    if seconds >= SECONDS_A_MINUTE:
        return text
    return format_quantity(seconds, Dimension.COUNT, notation) + f" s{slash}{per}"


def _shown(measure: Measure, amount: float, unit: str, notation: Notation) -> float:
    """Return the value that a reader sees; what is shown as zero or less stays as it is."""
    text = format_quantity(amount, measure.dimension, notation, unit)
    try:
        return parse_in_unit(text, unit, measure.dimension, notation)
    except QuantityError:
        return amount


def _seconds(clock: str) -> float:
    """Return the seconds that ``50:42`` or ``5:04/km`` show."""
    parts = clock.partition("/")[0].replace(",", ".").split(":")
    return sum(float(part) * 60.0**place for place, part in enumerate(reversed(parts)))


def _unsigned(measure: Measure, amount: float, notation: Notation) -> str:
    unit = _unit(measure, amount)
    return format_quantity(amount, measure.dimension, notation, unit)


def _unit(measure: Measure, amount: float) -> str:
    """Return the unit that an amount is shown in, "" for the usual one of its dimension."""
    if measure.unit or not _is_a_wait(measure):
        return measure.unit
    return next(name for name, longest in _LONGEST_IN if amount < longest)


def _is_on_a_clock(measure: Measure) -> bool:
    """Tell whether values are shown as 5:04/km or 50:42."""
    if measure.dimension is Dimension.PACE:
        return not measure.unit or measure.unit.startswith("/")
    timed = measure.dimension is Dimension.DURATION
    return timed and not (measure.unit or _is_a_wait(measure))


def _is_a_wait(measure: Measure) -> bool:
    """Tell whether a duration is how long something took to happen, not time spent."""
    timed = measure.dimension is Dimension.DURATION and measure.kind is not Kind.ADDITIVE
    return timed and measure.name != "duration"
