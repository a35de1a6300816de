"""Why a text is refused as a quantity, in a sentence and with the nearest valid form."""

import re
from collections.abc import Iterable, Sequence

from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import plain, shown
from stridelog.domain.quantity.notation import Notation, written_numbers
from stridelog.domain.quantity.reading import (
    AmbiguousQuantityError,
    NotAQuantityError,
    Quantity,
    QuantityError,
    QuantityRangeError,
    Reading,
)
from stridelog.domain.quantity.shapes import number_and_unit
from stridelog.domain.quantity.unit import LARGEST, all_spellings, noun
from stridelog.domain.units import Dimension

LONGEST = 500
"""No quantity has more characters."""

_LONGEST_UNIT = 20
_LOOSE_CLOCK = "[0-9]+(?::[0-9]{1,2}){1,2}"
_CLOCK_WITHOUT_COLONS = "([0-9]{1,2})[ .,]?([0-5][0-9])(?:[ .,]?([0-5][0-9]))?"

_EXAMPLES = {
    Dimension.DISTANCE: "10k",
    Dimension.ELEVATION: "120m",
    Dimension.DURATION: "50:42",
    Dimension.MASS: "50kg",
    Dimension.COUNT: "31",
    Dimension.FRACTION: "92%",
    Dimension.HEART_RATE: "145bpm",
    Dimension.POWER: "250W",
    Dimension.SCORE: "41",
    Dimension.PACE: "5:04/km",
    Dimension.SPEED: "12km/h",
    Dimension.RATE: "31/h",
}
_COMMON = (Dimension.DISTANCE, Dimension.DURATION, Dimension.FRACTION, Dimension.COUNT)
_WITH_UNITS = {
    Dimension.DISTANCE: ("km", "mi"),
    Dimension.DURATION: ("min", "h"),
    Dimension.MASS: ("kg", "lb"),
    Dimension.FRACTION: ("%",),
    Dimension.HEART_RATE: ("bpm",),
    Dimension.POWER: ("W",),
    Dimension.SPEED: ("km/h", "mph"),
    Dimension.RATE: ("/h",),
}


def nothing(
    text: str, wanted: frozenset[Dimension] | None, notation: Notation
) -> NotAQuantityError:
    """Return the error of a text that is no quantity, or a number whose unit is missing."""
    if len(text) > LONGEST:
        return NotAQuantityError("That is too long for a quantity.", _like(wanted))
    body = plain(text).removeprefix("-").removeprefix("+")
    digits, unit = number_and_unit(body) or ("", "")
    number = bool(digits and written_numbers(digits, notation.decimal))
    if number and not unit:
        return NotAQuantityError(f"{shown(text)} what?", _with_unit(digits, wanted))
    near = _near(digits, unit) if number else ""
    return _almost(body) or NotAQuantityError(
        f'"{shown(text)}" is no quantity.', near or _like(wanted)
    )


def _almost(body: str) -> NotAQuantityError | None:
    """Return the error of a clock without leading zeros, or of a pace by the ``m``."""
    if re.fullmatch(_LOOSE_CLOCK, body):
        first, *others = body.split(":")
        clock = ":".join((first, *(field.zfill(2) for field in others)))
        return NotAQuantityError(
            f"{shown(body)} is no time: minutes and seconds have two digits.",
            f"Say {shown(clock)}.",
        )
    if " " in body and _with_colons(body):
        return NotAQuantityError(
            f'"{shown(body)}" is no quantity.', f"Did you mean {_with_colons(body)}?"
        )
    if body.endswith("/m"):
        return NotAQuantityError(
            f"{shown(body)} could be by the metre or by the mile.",
            f"Say {shown(body + 'i')} or {shown(body[:-1] + 'km')}.",
        )
    return None


def unwanted(
    text: str, found: Iterable[Dimension], wanted: frozenset[Dimension] | None
) -> QuantityError:
    """Return the error of a quantity of another kind than the ones that are wanted."""
    kinds = [d for d in Dimension if d in set(found) - {Dimension.ELEVATION}]
    said = f"{shown(text)} is {_either([noun(d) for d in kinds])}"
    if not wanted:
        return QuantityError(f"{said}, and nothing of the kind is measured here.")
    missing = _either([noun(d) for d in Dimension if d in wanted])
    return QuantityError(f"{said}, not {missing}.", _like(wanted))


def out_of_range(text: str, quantity: Quantity) -> QuantityRangeError:
    """Return the error of a quantity that is zero, negative or absurd."""
    kind = noun(quantity.dimension)
    if quantity.value < 0 and quantity.dimension is not Dimension.SCORE:
        positive = plain(text).removeprefix("-").lstrip()
        return QuantityRangeError(
            f"{kind.capitalize()} cannot be negative.", f"Say {shown(positive)}."
        )
    if quantity.value == 0:
        return QuantityRangeError(
            f"{kind.capitalize()} cannot be zero.", "Leave it out where there was none."
        )
    return QuantityRangeError(
        f"{shown(text)} is more than {kind} can be.",
        f"The most is {LARGEST[quantity.dimension][1]}.",
    )


def ambiguous(text: str, readings: tuple[Reading, ...]) -> AmbiguousQuantityError:
    """Return the error of a text that could be several things, with the spelling of each."""
    return AmbiguousQuantityError(
        f"{shown(text)} could be {_either([reading.words for reading in readings])}.",
        f"Say {_either([reading.spelling for reading in readings])}.",
        readings,
    )


def _like(wanted: frozenset[Dimension] | None) -> str:
    kinds = _COMMON if not wanted else [d for d in Dimension if d in wanted]
    return f"Say it like {_either([_EXAMPLES[d] for d in kinds])}."


def _with_unit(digits: str, wanted: frozenset[Dimension] | None) -> str:
    if wanted == frozenset({Dimension.DURATION}):
        clock = _with_colons(digits)
        mean = f"Did you mean {clock}? Else say" if clock else "Say"
        return f"{mean} {digits}m for minutes or {digits}h for hours."
    if wanted == frozenset({Dimension.PACE}) and digits.isdecimal():
        return f"Say {digits}:00/km or {digits}:00/mi."
    units = [unit for d in Dimension if d in (wanted or ()) for unit in _WITH_UNITS.get(d, ())]
    return f"Say {_either([digits + unit for unit in units])}." if units else _like(wanted)


def _with_colons(text: str) -> str:
    """Return the clock that was typed without its colons (``5042``, ``50.42``), if it was one."""
    match = re.fullmatch(_CLOCK_WITHOUT_COLONS, text)
    if match is None or (text.isdecimal() and len(text) % 2):
        return ""
    return ":".join(filter(None, match.groups()))


def _near(digits: str, unit: str) -> str:
    near = nearest(unit, all_spellings()) if len(unit) <= _LONGEST_UNIT else ""
    return f"Did you mean {digits}{near}?" if near else ""


def _either(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last
