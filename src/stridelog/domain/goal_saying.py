"""Amounts of goals as people write them: ``1 500 km``, ``33.4 km``, ``12 h 35 min``.

Elsewhere columns of values stand below each other, each with as many decimals as the others. What
is aimed at stands alone, and is said as it would be said aloud. All of it can be typed again.
"""

import re

from stridelog.domain.measure import Kind, Measure
from stridelog.domain.phrasing import value
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.units import Dimension

SECONDS_A_MINUTE, SECONDS_AN_HOUR = 60, 3600

WHOLE_HOURS_FROM = 100
"""From so many hours on, minutes are not told."""

LONG = 1e6
"""Metres that are told in the unit of long distances, as nothing is."""

_DECIMALS = ((100.0, 0), (10.0, 1), (0.0, 2))
"""From which amount on how many decimals are told, at most."""

_ROUNDED = frozenset({Dimension.DISTANCE, Dimension.MASS, Dimension.SPEED, Dimension.RATE})

_GROUPED_FROM = 4
"""Whole numbers of so many digits are written in groups of three."""

FEW = 10
"""A count that is worked out has a decimal below this."""

_NUMBER = re.compile(r"([+-]?)([0-9]+)(?:([.,])([0-9]+))?(?![0-9:.,])(.*)", re.DOTALL)


def amount(measure: Measure, number: float, notation: Notation, distance: str = "") -> str:
    """Write a value of a measure (in its base unit) as people say it.

    Time spent is told in hours and minutes, a time over a standard ``distance`` as on a clock.
    """
    if _is_time_spent(measure) and not distance and not 0 < number < SECONDS_A_MINUTE:
        return _time_spent(number)
    text = value(measure, number, notation)
    if not number and measure.dimension is Dimension.DISTANCE:
        text = f"0 {value(measure, LONG, notation).rpartition(' ')[2]}"
    return _in_groups(_shortened(text) if measure.dimension in _ROUNDED else text)


def length(metres: float, notation: Notation) -> str:
    """Write a distance as people say it: ``8 km``, ``9.3 km``."""
    return _in_groups(_shortened(format_quantity(metres, Dimension.DISTANCE, notation)))


def short_of(
    measure: Measure, number: float, aim: float, notation: Notation, distance: str = ""
) -> str:
    """Write a value that is not yet, or no more, what is aimed at: it never looks as if it were."""
    text = amount(measure, number, notation, distance)
    if text != amount(measure, aim, notation, distance):
        return text
    return _in_groups(value(measure, number, notation))


def about(measure: Measure, number: float, notation: Notation, distance: str = "") -> str:
    """Write a value that is worked out, of a line or a rate: no nearer than it can be known."""
    return amount(measure, rounded(measure, number), notation, distance)


def rounded(measure: Measure, number: float) -> float:
    """Return a value that is worked out, a count or the seconds of a clock without decimals."""
    if measure.dimension is Dimension.COUNT:
        return round(number, 0 if abs(number) >= FEW else 1)
    if measure.dimension is Dimension.DURATION and number >= SECONDS_A_MINUTE:
        return float(round(number))
    return number


def _is_time_spent(measure: Measure) -> bool:
    return (
        measure.dimension is Dimension.DURATION
        and measure.kind is Kind.ADDITIVE
        and not measure.unit
    )


def _time_spent(seconds: float) -> str:
    hours, minutes = divmod(round(seconds / SECONDS_A_MINUTE), 60)
    if hours >= WHOLE_HOURS_FROM:
        return f"{_grouped(str(round(seconds / SECONDS_AN_HOUR)))} h"
    said = (f"{hours} h" * bool(hours), f"{minutes} min" * bool(minutes or not hours))
    return " ".join(filter(None, said))


def _shortened(text: str) -> str:
    """Return an amount with the decimals that are worth telling."""
    parts = _NUMBER.fullmatch(text)
    if parts is None or not parts[4]:
        return text
    sign, whole, mark, decimals, unit = parts.groups()
    number = float(f"{whole}.{decimals}")
    most = next(decimals for least, decimals in _DECIMALS if number >= least)
    told = f"{number:.{most}f}"
    if number and not float(told):
        return text
    told = told.rstrip("0").rstrip(".") if most else told
    return f"{sign}{told.replace('.', mark)}{unit}"


def _in_groups(text: str) -> str:
    """Return an amount with a long number in groups of three digits."""
    parts = _NUMBER.fullmatch(text)
    return f"{parts[1]}{_grouped(parts[2])}{text[parts.end(2) :]}" if parts else text


def _grouped(digits: str) -> str:
    return f"{int(digits):,}".replace(",", " ") if len(digits) >= _GROUPED_FROM else digits
