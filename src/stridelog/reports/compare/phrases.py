"""How a row is said: its name, its values, and which way it went, in words."""

from stridelog.domain import phrasing
from stridelog.domain.comparison import Row, Words, measure_name
from stridelog.domain.dates import format_span
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.measure import Kind
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.units import Dimension
from stridelog.reports.compare.answer import By

NONE = "\N{EN DASH}"
"""Stands where there is no value."""

MOST_IN_PER_CENT = 10.0
"""From ten times on, an amount's change is not told in per cent."""

LONGEST_NOTE = 200
"""As many characters of a note are shown; the entry has all of it."""


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
    """Write a value of the row; a dash where there is none."""
    return NONE if amount is None else phrasing.value(row.measure, amount, notation)


def change(row: Row, notation: Notation) -> str:
    """Say how far a row went, and which way: ``7 s/km faster``, ``78 % more``."""
    additive = row.measure.kind is Kind.ADDITIVE
    old, new = ((side.per_week if additive else side.typical) for side in (row.then, row.now))
    if old is None or new is None:
        return NONE
    part = row.change_percent or 0.0
    if additive and 0 < abs(part) < MOST_IN_PER_CENT:
        return f"{percent(part, notation)} {phrasing.way(row.measure, new - old)}"
    return phrasing.difference(row.measure, old, new, notation)


def share(row: Row, notation: Notation) -> str:
    """Say the change as a per cent of what was: ``36 % shorter``; in points, of a per cent."""
    points = row.measure.dimension in {Dimension.FRACTION, Dimension.SCORE}
    part = row.change_percent or 0.0
    if points or row.change is None or not 0 < abs(part) < MOST_IN_PER_CENT:
        return change(row, notation)
    way = phrasing.way(row.measure, row.change)
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
