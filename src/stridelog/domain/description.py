"""An entry in a few words: ``10.00 km in 50:42 · 5:04/km``."""

from stridelog.domain.activity import Activity, leading_measure
from stridelog.domain.entry import Entry
from stridelog.domain.measure import Measure
from stridelog.domain.phrasing import value
from stridelog.domain.quantity import Notation
from stridelog.domain.units import Dimension

_UNNAMED = frozenset({Dimension.HEART_RATE, Dimension.POWER, Dimension.PACE, Dimension.SPEED})
"""Dimensions whose unit says what the number is."""

_LEFT_OUT = frozenset({"elapsed"})
"""What is known of an entry but says little at a glance."""


def description(entry: Entry, activity: Activity, notation: Notation) -> str:
    """Return the entry's values in a few words, those that matter first."""
    leading = leading_measure(activity)
    parts: list[str] = []
    moved = _covered(entry, activity, notation)
    if moved:
        parts.append(moved)
    if leading is not None and leading.name in entry.derived and moved:
        parts.append(value(leading, entry.derived[leading.name], notation))
    parts += [
        _named(measure, entry.measurements[measure.name], notation)
        for measure in activity.measures
        if measure.name in entry.measurements
        and measure.name not in _LEFT_OUT
        and not (moved and measure.name in {"distance", "duration"})
    ]
    return " · ".join(parts)


def _covered(entry: Entry, activity: Activity, notation: Notation) -> str:
    distance, duration = activity.measure("distance"), activity.measure("duration")
    if distance is None or "distance" not in entry.measurements:
        return ""
    text = value(distance, entry.measurements["distance"], notation)
    if duration is None or "duration" not in entry.measurements:
        return text
    return f"{text} in {value(duration, entry.measurements['duration'], notation)}"


def _named(measure: Measure, amount: float, notation: Notation) -> str:
    text = value(measure, amount, notation)
    if measure.dimension in _UNNAMED or measure.name == "duration":
        return text
    if measure.dimension is Dimension.COUNT:
        return f"{text} {measure.name}"
    return f"{measure.name} {text}"
