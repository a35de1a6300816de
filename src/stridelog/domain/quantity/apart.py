"""Quantities that were typed with a space in them: ``10 km``, ``1h 20m``, ``half marathon``."""

import re
from collections.abc import Iterable, Sequence

from stridelog.domain.plain_text import plain
from stridelog.domain.quantity.unit import units_spelled
from stridelog.domain.units import Dimension

_NUMBER = r"-?[0-9][0-9.,]*"
_CLOCK = r"[0-9]+:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]+)?"
_AFTER_A_CLOCK = frozenset({"h", "hr", "hrs", "min", "mins"})
_PART = r"([0-9]+)[ ]?(h|hrs?|hours?|mins?|minutes?)"
_SMALLER_PART = r"([0-9]+)[ ]?(m|mins?|minutes?|s|secs?|seconds?)"
_LONGEST_UNIT = 12
"""No unit has more letters."""


def put_together(words: Iterable[str]) -> list[str]:
    """Return ``words`` with those that are one quantity as one word, a space between them.

    Only what can be nothing else is put together: a number and its unit, a time and what it is
    for (``5:04 min/km``), the hours and the minutes of a duration. ``100m 12s`` stays apart: it
    is a distance and a duration.
    """
    together: list[str] = []
    for word in words:
        if together and _belongs(together[-1], word):
            together[-1] += f" {word}"
        else:
            together.append(word)
    return _with_their_parts(together)


def _belongs(before: str, word: str) -> bool:
    if len(word) > _LONGEST_UNIT:
        return False
    first, unit = plain(before), plain(word)
    if first == "half":
        return unit == "marathon"
    if re.fullmatch(_NUMBER, first):
        return bool(units_spelled(unit))
    if re.fullmatch(_CLOCK, first):
        return unit in _AFTER_A_CLOCK or _is_pace(unit.removeprefix("min"))
    return False


def _is_pace(unit: str) -> bool:
    return any(u.dimension is Dimension.PACE for u in units_spelled(unit))


def _with_their_parts(words: Sequence[str]) -> list[str]:
    """Put the parts of a duration together that are not yet: ``1 h`` and ``20 min``."""
    together: list[str] = []
    larger = ""
    for word in words:
        part = re.fullmatch(_SMALLER_PART, plain(word)) if len(word) <= 2 * _LONGEST_UNIT else None
        if part and larger and part[2][0] != larger:
            together[-1] += f" {word}"
            larger = "m" if part[2][0] == "m" and part[2] != "m" else ""
            continue
        together.append(word)
        first = re.fullmatch(_PART, plain(word)) if len(word) <= 2 * _LONGEST_UNIT else None
        larger = first[2][0] if first else ""
    return together
