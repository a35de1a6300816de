"""What a question hints at: the last value and the usual ones, or how to say one."""

from collections.abc import Sequence

from stridelog.domain.entry import Entry
from stridelog.domain.likely import as_far, usual_range, values_of
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.phrasing import value
from stridelog.domain.quantity import Notation, exact
from stridelog.domain.units import Dimension

_LIKE = {
    Dimension.DISTANCE: "10k",
    Dimension.ELEVATION: "120m",
    Dimension.DURATION: "45m or 1h20",
    Dimension.MASS: "50kg",
    Dimension.COUNT: "31",
    Dimension.FRACTION: "92%",
    Dimension.HEART_RATE: "145",
    Dimension.POWER: "250",
    Dimension.SCORE: "41",
    Dimension.PACE: "5:04/km",
    Dimension.SPEED: "12km/h",
    Dimension.RATE: "31/h",
}
"""How to say a value, where there is no last one to go by."""

_EFFORT = Measure("effort", Kind.INTENSIVE, Dimension.COUNT)


def measure_hint(
    measure: Measure, entries: Sequence[Entry], covered: float | None, notation: Notation
) -> tuple[str, str]:
    """Return the hint for a measure, and its last value as one would type it.

    Where a distance was ``covered`` this time, entries over about the same one say more.
    """
    beside = as_far(entries, covered) if covered and measure.name != "distance" else []
    values = values_of(measure, beside)
    over = "this far: " if values else ""
    values = values or values_of(measure, entries)
    if not values:
        return f"like {_LIKE[measure.dimension]}", ""
    hint = over + _last_and_usual(measure, values, notation)
    return hint, exact(values[0], measure.dimension, notation)


def effort_hint(entries: Sequence[Entry]) -> tuple[str, str]:
    """Return the hint for the effort, and the last one."""
    values = [float(entry.effort) for entry in entries if entry.effort]
    if not values:
        return "1 to 10, how hard it felt", ""
    return f"{_last_and_usual(_EFFORT, values, Notation())} of 10", f"{values[0]:.0f}"


def _last_and_usual(measure: Measure, values: Sequence[float], notation: Notation) -> str:
    last = f"last {value(measure, values[0], notation)}"
    usual = usual_range(values)
    if usual is None:
        return last
    low, high = (value(measure, amount, notation) for amount in usual)
    if last.endswith(f" {low}") and low == high:
        return f"{last}, as usual"
    return f"{last}, usually {_span(low, high)}"


def _span(low: str, high: str) -> str:
    """Write ``12 min`` and ``18 min`` as a range with its unit said once, if they share it."""
    dash = "\N{EN DASH}"
    number, _, unit = low.rpartition(" ")
    if low == high:
        return low
    if " " not in low + high:
        return f"{low}{dash}{high}"
    return (
        f"{number}{dash}{high}" if number and high.endswith(f" {unit}") else f"{low} {dash} {high}"
    )
