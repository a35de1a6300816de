"""How a row is said: its name, its values, and which way it went, in words."""

from stridelog.domain.comparison import FREQUENCY, Row, Words
from stridelog.domain.dates import format_span
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.units import Dimension
from stridelog.reports.compare.answer import By

NONE = "\N{EN DASH}"
"""Stands where there is no value."""

LONGEST_IN_SECONDS, LONGEST_IN_MINUTES, LONGEST_IN_HOURS = 90, 90 * 60, 48 * 3600
"""How long a reply may take to be told in seconds, minutes, hours; beyond that in days."""

SECONDS_A_MINUTE = 60

MOST_IN_PER_CENT = 10.0
"""From ten times on, an amount's change is not told in per cent."""

LONGEST_NOTE = 200
"""As many characters of a note are shown; the entry has all of it."""

WAYS = {
    Dimension.PACE: ("slower", "faster"),
    Dimension.SPEED: ("faster", "slower"),
    Dimension.FRACTION: ("up", "down"),
}
"""The words for a larger value and for a smaller one, where they are not higher and lower."""


def measure_name(measure: Measure) -> str:
    """Name what a row compares: an amount is one of a week."""
    if measure.name == FREQUENCY.name:
        return "times a week"
    return f"{measure.name} a week" if measure.kind is Kind.ADDITIVE else measure.name


def group_name(group: str, by: By) -> str:
    """Name a group as it is typed: ``10k``, ``+stroller``, ``@riverside``."""
    return {"distance": "", "tag": "+", "place": "@"}[by] + group


def full_name(row: Row, by: By) -> str:
    """Name a row within a sentence about its activity: ``pace over 10k``."""
    name = measure_name(row.measure)
    if row.group is None:
        return name
    over = "over " if row.group in STANDARD_DISTANCES and by == "distance" else ""
    return f"{name} {over}{group_name(row.group, by)}"


def value(amount: float | None, row: Row, notation: Notation) -> str:
    """Write a value of the row, signed where it can be negative; a dash where there is none."""
    if amount is None:
        return NONE
    ratio = row.measure.ratio
    can_be_negative = ratio is not None and any(t.coefficient < 0 for t in ratio.numerator)
    sign = "+" if can_be_negative and amount > 0 else ""
    return sign + _unsigned(amount, row, notation)


def change(row: Row, notation: Notation) -> str:
    """Say how far a row went, and which way: ``7 s/km faster``, ``78 % more``."""
    additive = row.measure.kind is Kind.ADDITIVE
    old, new = ((side.per_week if additive else side.typical) for side in (row.then, row.now))
    if old is None or new is None:
        return NONE
    part = row.change_percent or 0.0
    if additive and 0 < abs(part) < MOST_IN_PER_CENT:
        return f"{percent(part, notation)} {_way(row, new - old)}"
    return difference(row, old, new, notation)


def difference(row: Row, old: float, new: float, notation: Notation) -> str:
    """Say how far apart two values of the row are, and which way the new one lies."""
    return f"{_size(row, old, new, notation)} {_way(row, new - old)}"


def share(row: Row, notation: Notation) -> str:
    """Say the change as a per cent of what was: ``36 % shorter``; in points, of a per cent."""
    points = row.measure.dimension in {Dimension.FRACTION, Dimension.SCORE}
    part = row.change_percent or 0.0
    if points or row.change is None or not 0 < abs(part) < MOST_IN_PER_CENT:
        return change(row, notation)
    way = _way(row, row.change)
    if row.measure.dimension is Dimension.DURATION and row.measure.kind is not Kind.ADDITIVE:
        way = "longer" if row.change > 0 else "shorter"
    return f"{percent(part, notation)} {way}"


def percent(fraction: float, notation: Notation) -> str:
    """Write the size of a fraction in per cent: whole, or with a decimal where it is under 1."""
    size = abs(fraction)
    rounded = round(size, 2) if size >= 0.01 else round(size, 3)  # noqa: PLR2004 (1 %)
    return format_quantity(rounded, Dimension.FRACTION, notation)


def occasion(words: Words, by: By) -> str:
    """Say when words were written, and in which group: ``25 Nov 2021, 10k``."""
    day = format_span(words.day, words.day)
    return f"{day}, {group_name(words.group, by)}" if words.group else day


def quoted(note: str) -> str:
    """Put a note in quotes and on one line, cut where it is very long."""
    line = " ".join(note.split())
    if len(line) > LONGEST_NOTE:
        line = f"{line[: LONGEST_NOTE - 1].rstrip()}…"
    return f'"{line}"'


def _size(row: Row, old: float, new: float, notation: Notation) -> str:
    measure = row.measure
    if measure.dimension is Dimension.FRACTION:
        points = format_quantity(100 * abs(new - old), Dimension.SCORE, notation)
        return f"{points} point" if points == "1" else f"{points} points"
    if _is_on_a_clock(row):
        return _time_between(row, old, new, notation)
    return _unsigned(abs(new - old), row, notation)


def _time_between(row: Row, old: float, new: float, notation: Notation) -> str:
    """Say the difference of two times as they are shown, so that a reader's own agrees."""
    one, other, exact = (_unsigned(abs(time), row, notation) for time in (old, new, new - old))
    apart = abs(_seconds(other) - _seconds(one)) or _seconds(exact)
    _, slash, unit = one.partition("/")
    if apart >= SECONDS_A_MINUTE:
        return format_quantity(apart, Dimension.DURATION, notation) + slash + unit
    return format_quantity(apart, Dimension.COUNT, notation) + f" s{slash}{unit}"


def _seconds(clock: str) -> float:
    """Return the seconds that ``50:42`` or ``5:04/km`` show."""
    parts = clock.partition("/")[0].replace(",", ".").split(":")
    return sum(float(part) * 60.0**place for place, part in enumerate(reversed(parts)))


def _unsigned(amount: float, row: Row, notation: Notation) -> str:
    measure = row.measure
    unit = measure.unit
    if not unit and measure.dimension is Dimension.DURATION and _is_a_wait(row):
        unit = _wait_unit(amount)
    return format_quantity(amount, measure.dimension, notation, unit)


def _is_on_a_clock(row: Row) -> bool:
    """Tell whether the row's values are shown as 5:04/km or 50:42."""
    measure = row.measure
    if measure.dimension is Dimension.PACE:
        return not measure.unit or measure.unit.startswith("/")
    return measure.dimension is Dimension.DURATION and not (measure.unit or _is_a_wait(row))


def _is_a_wait(row: Row) -> bool:
    """Tell whether a duration is how long something took, and not a time on a clock."""
    return row.measure.kind is not Kind.ADDITIVE and not row.times_a_distance


def _wait_unit(seconds: float) -> str:
    if seconds < LONGEST_IN_SECONDS:
        return "s"
    if seconds < LONGEST_IN_MINUTES:
        return "min"
    return "h" if seconds < LONGEST_IN_HOURS else "d"


def _way(row: Row, amount: float) -> str:
    measure = row.measure
    if measure.kind is Kind.ADDITIVE:
        larger, smaller = "more", "less"
    elif measure.dimension is Dimension.DURATION:
        quick = measure.direction is Direction.LOWER
        larger, smaller = ("slower", "faster") if quick else ("longer", "shorter")
    else:
        larger, smaller = WAYS.get(measure.dimension, ("higher", "lower"))
    return larger if amount > 0 else smaller
