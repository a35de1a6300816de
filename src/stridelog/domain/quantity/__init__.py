"""Quantities as people type and read them: ``10k``, ``50:42``, ``1h20``, ``8:09/mi``, ``92%``.

Reading never guesses: what could be two things is refused with both spellings
(``14m``: 14 minutes or 14 metres; ``1,500m``: thousands or decimals). Writing gives what reading
takes back: `format_quantity` within the rounding that it shows, `exact` to the last bit.
"""

from stridelog.domain.quantity.notation import DecimalMark, Notation
from stridelog.domain.quantity.parsing import parse_in_unit, parse_quantity, readings
from stridelog.domain.quantity.reading import (
    AmbiguousQuantityError,
    NotAQuantityError,
    Quantity,
    QuantityError,
    QuantityRangeError,
    Reading,
)
from stridelog.domain.quantity.round_trip import exact
from stridelog.domain.quantity.unit import known_units
from stridelog.domain.quantity.writing import format_quantity

__all__ = [
    "AmbiguousQuantityError",
    "DecimalMark",
    "NotAQuantityError",
    "Notation",
    "Quantity",
    "QuantityError",
    "QuantityRangeError",
    "Reading",
    "exact",
    "format_quantity",
    "known_units",
    "parse_in_unit",
    "parse_quantity",
    "readings",
]
