"""Quantities as people type and read them: ``10k``, ``50:42``, ``1h20``, ``8:09/mi``, ``92%``.

Reading never guesses: what could be two things is refused with both spellings
(``14m``: 14 minutes or 14 metres; ``1,500m``: thousands or decimals). Writing gives what reading
takes back: `format_quantity` within the rounding that it shows, `exact` to the last bit. What
reads is loaded only when something is read: most commands only write quantities.
"""

from collections.abc import Collection, Iterable

from stridelog.domain.quantity.notation import DecimalMark, Notation
from stridelog.domain.quantity.reading import (
    AmbiguousQuantityError,
    NotAQuantityError,
    Quantity,
    QuantityError,
    QuantityRangeError,
    Reading,
)
from stridelog.domain.quantity.unit import known_units
from stridelog.domain.quantity.writing import format_quantity
from stridelog.domain.units import Dimension

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
    "put_together",
    "readings",
]


def readings(text: str, notation: Notation) -> tuple[Reading, ...]:
    """Return all that ``text`` could be; nothing when it is no quantity.

    An elevation is not among them: it is written like a distance, and read only where it is
    wanted. Raises `QuantityError` for what is a quantity but cannot be: negative, zero, absurd,
    72 seconds in a minute, the other decimal mark.
    """
    from stridelog.domain.quantity.parsing import read_all

    return read_all(text, notation)


def parse_quantity(
    text: str, notation: Notation, dimensions: Collection[Dimension] | None = None
) -> Quantity:
    """Return the quantity that ``text`` is, among those of ``dimensions`` (None: any).

    Where a minute or a metre could be meant, the one that is wanted decides. Raises
    `NotAQuantityError`, `AmbiguousQuantityError`, `QuantityRangeError`, or a `QuantityError`
    that says what the text is when that is not wanted.
    """
    from stridelog.domain.quantity.parsing import read_quantity

    return read_quantity(text, notation, dimensions)


def parse_in_unit(text: str, unit: str, dimension: Dimension, notation: Notation) -> float:
    """Return a number written in ``unit``, or a whole quantity, in base units.

    For the columns of a table: a program wrote it, so the decimal mark never groups thousands.
    An empty ``unit`` is the base unit. Durations and paces may be clocks in any unit; only in
    hours is ``7:30`` seven hours and a half. Raises `QuantityError` like `parse_quantity`, and
    for a unit that the dimension does not have.
    """
    from stridelog.domain.quantity.parsing import read_in_unit

    return read_in_unit(text, unit, dimension, notation)


def put_together(words: Iterable[str]) -> list[str]:
    """Return ``words`` with those that are one quantity as one word: ``10 km``, ``1h 20m``.

    Only what can be nothing else is put together; ``100m 12s`` stays apart.
    """
    from stridelog.domain.quantity.apart import put_together as joined

    return joined(words)


def exact(value: float, dimension: Dimension, notation: Notation) -> str:
    """Write ``value`` so that `parse_quantity` gives the very same float for its dimension.

    In a unit that people like (``10km``, ``50:42``, ``92%``) where nothing is lost by it, else
    in the base unit. Values that cannot be typed (a distance of zero) are written all the same.
    """
    from stridelog.domain.quantity.round_trip import write_exactly

    return write_exactly(value, dimension, notation)
