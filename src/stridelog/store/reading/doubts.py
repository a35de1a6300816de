"""What is believed of an activity's entries, and which of them hold no record."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from stridelog.domain.activity import Activity, pace_measure
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.doubt import MANY, RANK, Limits, moved_by, sixth_best, slipped
from stridelog.domain.measure import Direction, Measure
from stridelog.domain.record import CONFIRMED, EXCLUDED, can_have_record
from stridelog.domain.units import Dimension
from stridelog.store.catalog import Listed
from stridelog.store.reading.better import best_first

CLOCK = "elapsed"
"""The measure that tells how long an entry took with its rests."""

_TOP = """SELECT * FROM (
  SELECT entry_id, value, weight, (
      SELECT value FROM fact AS clock WHERE clock.measure_id = :clock
        AND clock.day = fact.day AND clock.entry_id = fact.entry_id)
  FROM fact
  WHERE measure_id = :measure AND distance_class = '{name}' AND +day <= :today
    AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = fact.entry_id AND tag = :excluded)
  ORDER BY value {order} LIMIT {limit})
"""

_COUNT = f"""
SELECT COUNT(*) FROM (
  SELECT 1 FROM fact WHERE measure_id = :measure AND day <= :today
    AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = fact.entry_id AND tag = :excluded)
  LIMIT {MANY})
"""

_TAGGED = """
SELECT id FROM entry_tag CROSS JOIN entry ON entry.id = entry_id AND activity_id = ? WHERE tag = ?
"""


class _Top(NamedTuple):
    """One of the best values of a measure over some distance."""

    number: int
    value: float
    weight: float
    clock: float | None


class _Best(NamedTuple):
    """The best values of a measure, over each distance; of how many paces, up to ``MANY``."""

    top: list[_Top]
    among: int


def limits(connection: sqlite3.Connection, listed: Listed, today: date) -> Limits:
    """Return what is believed of an activity, by all of its entries that are not excluded."""
    return _limits(listed.activity, dict(_best(connection, listed, today)))


def uncounted(connection: sqlite3.Connection, listed: Listed, today: date) -> frozenset[int]:
    """Return the numbers of the entries that hold no record: excluded, or doubtful as a whole.

    The best of each measure are looked at, over each distance: more than can be doubtful.
    """
    excluded, confirmed = (
        {number for (number,) in connection.execute(_TAGGED, (listed.id, tag))}
        for tag in (EXCLUDED, CONFIRMED)
    )
    judged = dict(_best(connection, listed, today))
    known = _limits(listed.activity, judged)
    pace = pace_measure(listed.activity)
    doubtful: set[int] = set()
    for measure, best in judged.items():
        for top in best.top:
            moved = moved_by(pace, *top[1:]) if measure == pace else None
            if known.doubt_pace(moved) if moved else known.doubt_value(measure, top.value):
                doubtful.add(top.number)
    return frozenset(excluded | doubtful - confirmed)


def clock_id(listed: Listed) -> int | None:
    """Return the measure that tells how long an entry took with its rests, None without one."""
    measure = listed.activity.measure(CLOCK)
    timed = measure is not None and measure.dimension is Dimension.DURATION
    return listed.id_of(CLOCK) if timed else None


def _best(
    connection: sqlite3.Connection, listed: Listed, today: date
) -> Iterator[tuple[Measure, _Best]]:
    """Give the best of each measure that is judged; its pace or speed first."""
    pace = pace_measure(listed.activity)
    judged = (m for m in listed.activity.measures if can_have_record(m))
    for measure in (*([pace] if pace else []), *judged):
        named = {
            "measure": listed.id_of(measure.name),
            "clock": clock_id(listed),
            "today": today.toordinal(),
            "excluded": EXCLUDED,
        }
        top = [_Top(*row) for row in connection.execute(_tops(measure, pace), named)]
        # Only of paces it matters how many there are; and among fewer than six none is doubted.
        counted = measure == pace and len(top) >= RANK
        among = connection.execute(_COUNT, named).fetchone()[0] if counted else len(top)
        yield measure, _Best(top, among)


def _tops(measure: Measure, pace: Measure | None) -> str:
    """Return the statement for the best six over each distance; more of a pace over any other.

    Among the fastest of those the short ones stand first, and the best for its length may be long.
    """
    order = best_first(measure)
    limits = {"": MANY if measure == pace else RANK, **dict.fromkeys(STANDARD_DISTANCES, RANK)}
    parts = (_TOP.format(name=name, order=order, limit=limit) for name, limit in limits.items())
    return " UNION ALL ".join(parts)


def _limits(activity: Activity, judged: Mapping[Measure, _Best]) -> Limits:
    pace = pace_measure(activity)
    form, paces = None, 0
    values: dict[str, float] = {}
    for measure, (top, among) in judged.items():
        if measure == pace:
            moved = (moved_by(pace, *each[1:]) for each in top if each.weight)
            form = sixth_best(Direction.LOWER, (each.form for each in moved if each))
            paces = among
        elif (limit := slipped(measure, (each.value for each in top))) is not None:
            values[measure.name] = limit
    return Limits(form, paces, values)
