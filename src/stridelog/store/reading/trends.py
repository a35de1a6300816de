"""Points of every measure over time, and what else was so in the days of two windows."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from stridelog.domain.cadence import NO_RULES, Rules
from stridelog.domain.comparison import frequency
from stridelog.domain.course import Course, Values, course_of
from stridelog.domain.month import month_number
from stridelog.domain.period import DAYS_A_WEEK, Span
from stridelog.domain.trend_reasons import Surroundings
from stridelog.store.catalog import Listed
from stridelog.store.packing import EVERY, unpacked

_VALUES = """
SELECT measure_id, days, numbers, weights FROM month_values
WHERE measure_id IN (SELECT id FROM measure WHERE NOT retired)
  AND distance_class = ? AND month BETWEEN ? AND ?
ORDER BY measure_id, month
"""

_COUNTS = """
SELECT activity_id, day, entries FROM day_count
WHERE activity_id IN (SELECT id FROM activity WHERE NOT retired) AND day BETWEEN ? AND ?
"""

_FIRST_DAYS = """
SELECT id, (SELECT MIN(day) FROM day_count WHERE activity_id = activity.id)
FROM activity WHERE NOT retired
"""


def courses(
    connection: sqlite3.Connection,
    catalog: Mapping[str, Listed],
    rules: Mapping[str | None, Rules],
    spans: Sequence[Span],
) -> tuple[Course, ...]:
    """Return the course of every measure that has a value in the spans, which follow on another.

    In three statements. An activity's amounts begin with the span after the one of its first
    entry ever, which may be a part of one; those in which it was paused are left out.
    """
    values, counts = _values(connection, spans), _counts(connection, spans)
    first_days = dict(connection.execute(_FIRST_DAYS).fetchall())
    found: list[Course] = []
    for name, listed in catalog.items():
        if listed.id not in counts:
            continue
        open_ = _open(spans, first_days[listed.id], [rules.get(n, NO_RULES) for n in (None, name)])
        how_often = frequency(listed.activity.area)
        found.append(course_of(name, how_often, counts[listed.id], spans, open_))
        found += (
            course_of(name, measure, values[id_], spans, open_)
            for measure in listed.activity.measures
            if (id_ := listed.id_of(measure.name)) in values
        )
    return tuple(found)


def _values(connection: sqlite3.Connection, spans: Sequence[Span]) -> dict[int, Values]:
    """Return the values of each measure in the months that the spans touch."""
    pieces: dict[int, list[tuple[bytes, ...]]] = {}
    months = month_number(spans[0].first), month_number(spans[-1].last)
    for measure, *arrays in connection.execute(_VALUES, (EVERY, *months)):
        pieces.setdefault(measure, []).append(tuple(arrays))
    found: dict[int, Values] = {}
    for measure, parts in pieces.items():
        days, numbers, weights = zip(*parts, strict=True)
        found[measure] = unpacked("i", days), unpacked("d", numbers), unpacked("d", weights)
    return found


def _counts(connection: sqlite3.Connection, spans: Sequence[Span]) -> dict[int, Values]:
    """Return the entries of each day by activity."""
    found: dict[int, tuple[list[int], list[float], list[float]]] = {}
    way = spans[0].first.toordinal(), spans[-1].last.toordinal()
    for activity, day, entries in connection.execute(_COUNTS, way):
        days, numbers, weights = found.setdefault(activity, ([], [], []))
        days.append(day)
        numbers.append(float(entries))
        weights.append(1.0)
    return {activity: (d, n, w) for activity, (d, n, w) in found.items()}


def _open(spans: Sequence[Span], first_day: int, rules: Iterable[Rules]) -> tuple[bool, ...]:
    """Tell of each span whether nothing done in it means that nothing was done."""
    pauses = [p.span for rule in rules for p in rule.protections if p.is_pause]
    return tuple(
        span.first.toordinal() > first_day and not any(span.shared_days(p) for p in pauses)
        for span in spans
    )


_EFFORTS = """
SELECT effort FROM entry
WHERE activity_id = ? AND day BETWEEN ? AND ? AND effort IS NOT NULL
"""

_TAGGED = """
SELECT tag, COUNT(*) FROM entry JOIN entry_tag ON entry_tag.entry_id = entry.id
WHERE activity_id = ? AND day BETWEEN ? AND ? GROUP BY tag ORDER BY tag
"""

_DAYS = "SELECT day, entries FROM day_count WHERE activity_id = ? AND day BETWEEN ? AND ?"


def surroundings(connection: sqlite3.Connection, activity: int, window: Span) -> Surroundings:
    """Return how often an activity was done in each week of a window, how hard, and with what."""
    asked = activity, window.first.isoformat(), window.last.isoformat()
    counts = connection.execute(
        _DAYS, (activity, window.first.toordinal(), window.last.toordinal())
    ).fetchall()
    weeks = [0.0] * (window.days // DAYS_A_WEEK)
    for day, entries in counts:
        back = (window.last.toordinal() - day) // DAYS_A_WEEK
        if back < len(weeks):
            weeks[back] += entries
    efforts = [float(effort) for (effort,) in connection.execute(_EFFORTS, asked)]
    tags = dict(connection.execute(_TAGGED, asked).fetchall())
    return Surroundings(sum(n for _, n in counts), tuple(weeks), tuple(efforts), tags)
