"""The shapes that a quantity is written in: a word, a number with a unit, a clock, a ratio."""

import re
from collections.abc import Callable
from typing import NamedTuple

from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity.notation import (
    DecimalMark,
    Notation,
    Number,
    decimal_number,
    machine_numbers,
    written_numbers,
)
from stridelog.domain.quantity.reading import Quantity, QuantityRangeError, Reading
from stridelog.domain.quantity.unit import LARGEST, Unit, unit_of, units_spelled
from stridelog.domain.quantity.writing import clock
from stridelog.domain.units import Dimension, UnitSystem

_NUMBER = r"([0-9.,][0-9., ]*(?:e[+-]?[0-9]+)?)"
_CLOCK = r"([0-9]+):([0-9]{2})(?::([0-9]{2}))?([.,][0-9]+)? ?(h|hrs?|mins?)?"
_PART = r"([0-9][0-9.,]*) ?([a-z'\"]*) ?"

_OTHER_WORDS = {"half marathon": "half", "half-marathon": "half", "halfmarathon": "half"}
_LAST = 59
_MOST_OF_A_PART = {"s": 60.0, "min": 60.0, "h": 24.0}
_NEXT_SMALLER = {"h": "min", "min": "s"}


Numbers = Callable[[str, DecimalMark], tuple[Number, ...]]
"""Reads a number: all that it could be."""


class Source(NamedTuple):
    """A text to be read, and what is known about it.

    ``body`` is the text made plain, without its sign. ``wanted`` are the dimensions that it may
    have (None: any).
    """

    text: str
    body: str
    sign: float
    notation: Notation
    wanted: frozenset[Dimension] | None
    numbers: Numbers = written_numbers


class Candidate(NamedTuple):
    """Something that a text could be, and the number in it that makes one doubt."""

    reading: Reading
    number: Number | None = None

    @property
    def dimension(self) -> Dimension:
        """What kind of quantity it is."""
        return self.reading.quantity.dimension


def candidates(source: Source) -> list[Candidate]:
    """Return all that the text could be, in any dimension; nothing when it is no quantity."""
    for shape in (_word, _single, _clock, _compound, _pace):
        found = shape(source)
        if found:
            return found
    return []


def number_and_unit(body: str) -> tuple[str, str] | None:
    """Split ``14 min`` in its number and its unit; None when it does not begin with a number."""
    match = re.fullmatch(_NUMBER + "(.*)", body)
    return (match[1].strip(), match[2].strip()) if match else None


def in_unit(number: Number, unit: Unit, source: Source) -> Candidate:
    """Return ``number`` of ``unit``."""
    digits = ("-" if source.sign < 0 else "") + number.spelled(source.notation.decimal)
    value = number.times(unit.factor)
    quantity = Quantity(value * source.sign if value else 0.0, unit.dimension)
    if unit.symbol == "fraction":
        percent = f"{number.times(100.0):.15g}".replace(".", source.notation.decimal.character)
        return Candidate(Reading(quantity, f"{percent}%", f"{percent} %"), number)
    if unit.symbol in {"count", "points"} and (source.wanted is None or len(source.wanted) == 1):
        return Candidate(Reading(quantity, digits, digits), number)
    return Candidate(
        Reading(quantity, digits + _suffix(digits, unit), _words(digits, unit)), number
    )


def _suffix(digits: str, unit: Unit) -> str:
    """Return what to write after a number so that it means this unit and no other."""
    if unit.dimension is Dimension.DISTANCE and unit.symbol == "m":
        return unit.name(digits)
    return f" {unit.symbol}" if unit.symbol in {"count", "points"} else unit.symbol


def _words(digits: str, unit: Unit) -> str:
    if unit.symbol == "count":
        return f"a count of {digits}"
    return f"{digits} {unit.name(digits) or unit.symbol}"


def _certain(source: Source, value: float, dimension: Dimension) -> list[Candidate]:
    spelling = ("-" if source.sign < 0 else "") + source.body
    return [Candidate(Reading(Quantity(value * source.sign, dimension), spelling, spelling))]


def _word(source: Source) -> list[Candidate]:
    metres = STANDARD_DISTANCES.get(_OTHER_WORDS.get(source.body, source.body))
    return _certain(source, metres, Dimension.DISTANCE) if metres else []


def _single(source: Source) -> list[Candidate]:
    split = number_and_unit(source.body)
    if split is None:
        return []
    digits, spelling = split
    units = [u for u in units_spelled(spelling) if u.dimension is not Dimension.PACE]
    if spelling and not units:
        return []
    numbers = source.numbers(digits, source.notation.decimal)
    return [
        in_unit(number, unit, source)
        for number in numbers
        for unit in units or plain_units(number, source)
    ]


def plain_units(number: Number, source: Source) -> list[Unit]:
    """Return the units that a number without one could be in.

    A count, a score, and a fraction between 0 and 1. Alone on the wish list, a fraction may also
    be per cent; heart rate and power have one unit only, and elevation that of the unit system.
    Distances and durations always need their unit.
    """
    if source.wanted is None:
        return [unit_of(Dimension.COUNT, "count")]
    if len(source.wanted) == 1:
        return _plain_units_of(next(iter(source.wanted)), number, source.notation)
    units = [(Dimension.COUNT, "count"), (Dimension.SCORE, "points")]
    if 0 < number.times(1.0) < 1:
        units.append((Dimension.FRACTION, "fraction"))
    return [unit_of(*unit) for unit in units if unit[0] in source.wanted]


def _plain_units_of(dimension: Dimension, number: Number, notation: Notation) -> list[Unit]:
    value = number.times(1.0)
    metric = notation.system is UnitSystem.METRIC
    names = {
        Dimension.COUNT: ["count"],
        Dimension.SCORE: ["points"],
        Dimension.FRACTION: ["%"] * (value >= 1) + ["fraction"] * (value <= 1),
        Dimension.HEART_RATE: ["bpm"],
        Dimension.POWER: ["W"],
        Dimension.ELEVATION: ["m" if metric else "ft"],
    }
    return [unit_of(dimension, name) for name in names.get(dimension, ())]


def _clock(source: Source) -> list[Candidate]:
    match = re.fullmatch(_CLOCK, source.body)
    if match is None:
        return []
    first, second, third, part, suffix = match.groups("")
    in_hours = bool(third) or suffix.startswith("h")
    if in_hours and (suffix.startswith("m") or (part and not third)):
        return []
    hours, minutes, seconds = (first, second, third) if in_hours else ("0", first, second)
    number = decimal_number((seconds or "0") + part, source.notation.decimal) or Number("0")
    value = 3600.0 * float(hours) + 60.0 * float(minutes) + number.times(1.0)
    if int(second) > _LAST or int(third or 0) > _LAST:
        raise QuantityRangeError(
            f"{shown(source.body)} is no time: minutes and seconds go to {_LAST}.",
            f"Say {clock(min(value, LARGEST[Dimension.DURATION][0]))}.",
        )
    return _certain(source, value, Dimension.DURATION)


def _compound(source: Source) -> list[Candidate]:
    matches = list(re.finditer(_PART, source.body))
    if len(matches) <= 1 or sum(len(m[0]) for m in matches) != len(source.body):
        return []
    parts: list[tuple[Number, Unit]] = []
    for match in matches:
        unit = _part_unit(match[2], parts[-1][1] if parts else None)
        if unit is None or (parts and unit.factor >= parts[-1][1].factor):
            return []
        number = decimal_number(match[1], source.notation.decimal)
        if number is None or ("." in number.digits and match is not matches[-1]):
            return []
        parts.append((number, unit))
    _check_parts(parts, source)
    value = sum(number.times(unit.factor) for number, unit in parts)
    return _certain(source, value, Dimension.DURATION)


def _check_parts(parts: list[tuple[Number, Unit]], source: Source) -> None:
    """Refuse 1h72: only the first part may be as large as it likes."""
    for number, unit in parts[1:]:
        most = _MOST_OF_A_PART[unit.symbol]
        if number.times(1.0) >= most:
            raise QuantityRangeError(
                f"{shown(source.body)} is no time: the {unit.noun} in it go to {most - 1:.0f}.",
                f"Say {number.spelled(source.notation.decimal)}{unit.symbol} alone.",
            )


def _part_unit(name: str, larger: Unit | None) -> Unit | None:
    """Return the unit of a part of a duration: the next smaller one when it names none."""
    name = name or (_NEXT_SMALLER.get(larger.symbol, "") if larger else "")
    return next((u for u in units_spelled(name) if u.dimension is Dimension.DURATION), None)


def _pace(source: Source) -> list[Candidate]:
    time, _, distance = source.body.partition("/")
    units = [u for u in units_spelled("/" + distance) if u.dimension is Dimension.PACE]
    if not units:
        return []
    seconds = duration(source._replace(body=time.strip(), sign=1.0))
    return [] if seconds is None else _certain(source, seconds * units[0].factor, Dimension.PACE)


def duration(source: Source) -> float | None:
    """Return the seconds that the text is when it can only be a duration, else None."""
    inner = source._replace(numbers=machine_numbers)
    found = _clock(inner) or _single(inner) or _compound(inner)
    durations = [c.reading.quantity.value for c in found if c.dimension is Dimension.DURATION]
    return durations[0] if len(durations) == 1 else None
