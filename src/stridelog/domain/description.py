"""An entry in a few words: ``10.00 km in 50:42 · 5:04/km``."""

from dataclasses import replace

from stridelog.domain.activity import Activity, leading_measure
from stridelog.domain.entry import Entry
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.phrasing import value
from stridelog.domain.quantity import Notation
from stridelog.domain.units import Dimension

_UNNAMED = frozenset({Dimension.HEART_RATE, Dimension.POWER, Dimension.PACE, Dimension.SPEED})
"""Dimensions whose unit says what the number is."""

_LEFT_OUT = frozenset({"elapsed"})
"""What is known of an entry but says little at a glance."""


LONGEST_BRIEF = 34
"""Characters of a brief description: with the rest of its row it fits into 80 columns."""


def description(entry: Entry, activity: Activity, notation: Notation) -> str:
    """Return the entry's values in a few words, those that matter first."""
    moved = _moved(entry, activity, notation)
    others = [
        named(measure, entry.measurements[measure.name], notation)
        for measure in activity.measures
        if measure.name in entry.measurements
        and measure.name not in _LEFT_OUT
        and not (moved and measure.name in {"distance", "duration"})
    ]
    return " · ".join([*moved, *others])


def brief_description(entry: Entry, activity: Activity, notation: Notation) -> str:
    """Return the few values of an entry that fit in a row of a list.

    For what covers a distance that is the distance, the time and the pace; else the first of the
    amounts that have a better direction, and as many of two other measures that have one as fit.
    """
    moved = _moved(entry, activity, notation)
    if moved:
        return " · ".join(moved)
    known = [m for m in activity.measures if m.name in entry.measurements]
    judged = [m for m in known if m.direction is not Direction.NEUTRAL]
    amounts = [m for m in judged if m.kind is Kind.ADDITIVE][:1]
    others = [m for m in judged if m.kind is not Kind.ADDITIVE][:2]
    text = ""
    for measure in [*amounts, *others] or known[:2]:
        part = named(measure, entry.measurements[measure.name], notation)
        longer = f"{text} · {part}" if text else part
        text = longer if len(longer) <= LONGEST_BRIEF else text or longer
    return text


def at_a_glance(entry: Entry, activity: Activity, notation: Notation) -> str:
    """Return the one thing that says most of an entry: distance and time, or a single value."""
    moved = _moved(entry, activity, notation)
    if moved:
        return moved[0]
    values = {**entry.measurements, **entry.derived}
    known = replace(activity, measures=tuple(m for m in activity.measures if m.name in values))
    leading = leading_measure(known) or next(iter(known.measures), None)
    return named(leading, values[leading.name], notation) if leading else ""


def _moved(entry: Entry, activity: Activity, notation: Notation) -> list[str]:
    """Return distance and time, and the pace or speed; nothing where no distance was covered."""
    distance, duration = activity.measure("distance"), activity.measure("duration")
    if distance is None or "distance" not in entry.measurements:
        return []
    text = value(distance, entry.measurements["distance"], notation)
    if duration is not None and "duration" in entry.measurements:
        text += f" in {value(duration, entry.measurements['duration'], notation)}"
    leading = leading_measure(activity)
    if leading is None or leading.name not in entry.derived:
        return [text]
    return [text, value(leading, entry.derived[leading.name], notation)]


def named(measure: Measure, amount: float, notation: Notation) -> str:
    """Write a value with what it is, where its unit does not say so: ``csat 94 %``."""
    text = value(measure, amount, notation)
    if measure.dimension in _UNNAMED or measure.name == "duration":
        return text
    if measure.dimension is Dimension.COUNT and text != "1":
        return f"{text} {measure.name}"
    return f"{measure.name} {text}"
