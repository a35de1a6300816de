"""Amounts with units, as Apple Health writes them."""

import re
from collections.abc import Mapping

from stridelog.domain.plain_text import shown
from stridelog.domain.units import METRES_PER_FOOT, METRES_PER_MILE, METRES_PER_YARD
from stridelog.importers.apple_health.workouts import WorkoutError

METRES: Mapping[str, float] = {
    "km": 1000.0,
    "m": 1.0,
    "cm": 0.01,
    "mi": METRES_PER_MILE,
    "yd": METRES_PER_YARD,
    "ft": METRES_PER_FOOT,
}
SECONDS: Mapping[str, float] = {"min": 60.0, "s": 1.0, "sec": 1.0, "hr": 3600.0, "h": 3600.0}
BEATS: Mapping[str, float] = {"count/min": 1.0, "bpm": 1.0, "count/s": 60.0}
WATTS: Mapping[str, float] = {"W": 1.0, "kW": 1000.0}

_NUMBER = re.compile(r"\d+([.,]\d*)?(e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)
_AMOUNT = re.compile(r"\s*(\S+)\s+(\S+)\s*")


def amount(text: str, unit: str, units: Mapping[str, float]) -> float:
    """Return an amount in base units; without a unit it is in the first. Raises ``WorkoutError``.

    What is empty or zero was not measured, and is 0.
    """
    number = text.strip()
    if not number:
        return 0.0
    if not _NUMBER.fullmatch(number):
        raise WorkoutError(f'"{shown(text)}" is no number.')
    factor = units.get(unit.strip() or next(iter(units)))
    if factor is None:
        raise WorkoutError(f'"{shown(unit)}" is no unit that stride knows here.')
    value = float(number.replace(",", ".")) * factor
    if value == float("inf"):
        raise WorkoutError(f"{shown(text)} is too large a number.")
    return value


def amount_in(text: str, units: Mapping[str, float]) -> float:
    """Return an amount written with its unit (``1234 cm``). Raises ``WorkoutError``."""
    match = _AMOUNT.fullmatch(text)
    return amount(match[1], match[2], units) if match else 0.0
