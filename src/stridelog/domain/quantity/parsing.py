"""Reading quantities: all that a text could be, or the one thing that it is."""

from collections.abc import Collection, Sequence

from stridelog.domain.plain_text import plain
from stridelog.domain.quantity import refusal
from stridelog.domain.quantity.notation import (
    Notation,
    WrongMarkError,
    machine_numbers,
    written_numbers,
)
from stridelog.domain.quantity.reading import Quantity, Reading
from stridelog.domain.quantity.shapes import (
    Candidate,
    Numbers,
    Source,
    candidates,
    duration,
    in_unit,
    number_and_unit,
)
from stridelog.domain.quantity.unit import LARGEST, LIKELY, MAY_BE_ZERO, unit_of
from stridelog.domain.units import BASE_UNIT, Dimension

_METRES_FROM = 1_000.0
_TRACK_DISTANCES = frozenset({100.0, 200.0, 300.0, 400.0, 500.0, 600.0, 800.0})
"""``400m`` can only be metres, like everything from 1000m: nobody writes such minutes."""


def read_all(text: str, notation: Notation) -> tuple[Reading, ...]:
    """Do what `stridelog.domain.quantity.readings` promises."""
    return _read(_source(text, notation, None))


def read_quantity(
    text: str, notation: Notation, dimensions: Collection[Dimension] | None
) -> Quantity:
    """Do what `stridelog.domain.quantity.parse_quantity` promises."""
    source = _source(text, notation, None if dimensions is None else frozenset(dimensions))
    return _only(_read(source), source)


def read_in_unit(text: str, unit: str, dimension: Dimension, notation: Notation) -> float:
    """Do what `stridelog.domain.quantity.parse_in_unit` promises."""
    known = unit_of(dimension, unit or BASE_UNIT[dimension])
    source = _source(text, notation, frozenset({dimension}), machine_numbers)
    digits, name = number_and_unit(source.body) or ("", "")
    if dimension is Dimension.PACE and known.symbol != BASE_UNIT[dimension]:
        seconds = duration(source) if name or not digits else None
        if seconds is not None:
            value = source.sign * seconds * known.factor
            paces = [Candidate(Reading(Quantity(value, dimension), text))]
            return _only(_possible(paces, source), source).value
    elif digits and not name:
        numbers = machine_numbers(digits, notation.decimal)
        found = [in_unit(number, known, source) for number in numbers]
        return _only(_possible(found, source) if found else (), source).value
    if known.symbol == "h" and ":" in source.body and source.body[-1].isdecimal():
        source = source._replace(body=f"{source.body}h")
    return _only(_read(source), source).value


def _source(
    text: str,
    notation: Notation,
    wanted: frozenset[Dimension] | None,
    numbers: Numbers = written_numbers,
) -> Source:
    body = plain(text) if len(text) <= refusal.LONGEST else ""
    sign = -1.0 if body.startswith("-") else 1.0
    body = body[1:].lstrip() if body.startswith(("-", "+")) else body
    return Source(text, body, sign, notation, wanted, numbers)


def _read(source: Source) -> tuple[Reading, ...]:
    try:
        found = candidates(source)
    except WrongMarkError as error:
        raise error.within(source.text) from None
    return _possible(found, source) if found else ()


def _possible(found: Sequence[Candidate], source: Source) -> tuple[Reading, ...]:
    """Keep what is wanted and can be; an error says why when that is nothing."""
    fitting = _settled([c for c in found if _fits(c.dimension, source.wanted)])
    if not fitting:
        raise refusal.unwanted(source.text, [c.dimension for c in found], source.wanted)
    in_range = [c for c in fitting if _in_range(c.reading.quantity)]
    if not in_range:
        raise refusal.out_of_range(source.text, fitting[0].reading.quantity)
    likely = [c for c in in_range if not _unlikely(c)]
    if all(c.number and c.number.doubt == "foreign" for c in likely):
        raise WrongMarkError(source.body, source.notation.decimal)
    return tuple(c.reading for c in likely)


def _fits(dimension: Dimension, wanted: frozenset[Dimension] | None) -> bool:
    if dimension is Dimension.ELEVATION:
        return wanted == frozenset({Dimension.ELEVATION})
    return wanted is None or dimension in wanted


def _settled(found: list[Candidate]) -> list[Candidate]:
    """Leave minutes out where metres are wanted as well, and can only be meant."""
    if all(c.dimension is not Dimension.DISTANCE for c in found):
        return found
    return [c for c in found if c.dimension is not Dimension.DURATION or not _only_metres(c)]


def _only_metres(candidate: Candidate) -> bool:
    amount = candidate.number.times(1.0) if candidate.number else 0.0
    return amount >= _METRES_FROM or amount in _TRACK_DISTANCES


def _in_range(quantity: Quantity) -> bool:
    value, dimension = quantity.value, quantity.dimension
    if value == 0:
        return dimension in MAY_BE_ZERO
    most = LARGEST[dimension][0]
    return 0 < value <= most or (dimension is Dimension.SCORE and abs(value) <= most)


def _unlikely(candidate: Candidate) -> bool:
    if candidate.number is None or candidate.number.doubt != "grouped":
        return False
    return candidate.reading.quantity.value > LIKELY.get(candidate.dimension, float("inf"))


def _only(found: tuple[Reading, ...], source: Source) -> Quantity:
    if not found:
        raise refusal.nothing(source.text, source.wanted, source.notation)
    if len(found) > 1:
        raise refusal.ambiguous(source.text, found)
    return found[0].quantity
