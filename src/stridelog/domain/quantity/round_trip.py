"""Quantities written so that nothing is lost: what an edit form shows."""

from collections.abc import Iterator

from stridelog.domain.quantity.notation import Notation, plain_number
from stridelog.domain.quantity.parsing import read_quantity
from stridelog.domain.quantity.reading import QuantityError
from stridelog.domain.quantity.unit import Unit, unit_of
from stridelog.domain.quantity.writing import clock
from stridelog.domain.units import BASE_UNIT, Dimension, UnitSystem

_SHORT = 9
"""A number of as many characters is still pleasant to read."""

_PLEASANT_UNITS = {
    Dimension.DISTANCE: (("km",), ("mi", "km")),
    Dimension.ELEVATION: (("m",), ("ft",)),
    Dimension.MASS: (("kg",), ("lb",)),
    Dimension.FRACTION: (("%",), ("%",)),
    Dimension.SPEED: (("km/h",), ("mph", "km/h")),
}
"""The units to try before the base unit: metric, imperial."""

_UNWRITTEN = frozenset({"count", "points", "fraction"})


def write_exactly(value: float, dimension: Dimension, notation: Notation) -> str:
    """Do what `stridelog.domain.quantity.exact` promises."""
    for spelling in _pleasant(value, dimension, notation):
        if _reads_as(value, spelling, dimension, notation):
            return spelling
    return _in_unit(value, unit_of(dimension, BASE_UNIT[dimension]), notation)


def _pleasant(value: float, dimension: Dimension, notation: Notation) -> Iterator[str]:
    if dimension in {Dimension.DURATION, Dimension.PACE} and 0 < value == round(value):
        yield clock(value) + ("/km" if dimension is Dimension.PACE else "")
    metric, imperial = _PLEASANT_UNITS.get(dimension, ((), ()))
    for name in metric if notation.system is UnitSystem.METRIC else imperial:
        unit = unit_of(dimension, name)
        spelling = _in_unit(value, unit, notation)
        if len(spelling) <= _SHORT and (
            dimension is not Dimension.DISTANCE or value >= unit.factor
        ):
            yield spelling


def _in_unit(value: float, unit: Unit, notation: Notation) -> str:
    number = plain_number(plain_number(abs(value)).over(unit.factor))
    sign = "-" if value < 0 else ""
    suffix = "" if unit.symbol in _UNWRITTEN else unit.symbol
    return sign + number.spelled(notation.decimal) + suffix


def _reads_as(value: float, spelling: str, dimension: Dimension, notation: Notation) -> bool:
    try:
        return read_quantity(spelling, notation, {dimension}).value == value
    except QuantityError:
        return False
