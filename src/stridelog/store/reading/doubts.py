"""What is believed of an activity's entries, and which of them hold no record."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stridelog.domain.activity import Activity
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.doubt import RANK, Limits, moved_by, sixth_best
from stridelog.domain.measure import Direction, Measure, Term
from stridelog.domain.record import CONFIRMED, EXCLUDED, can_have_record
from stridelog.domain.units import Dimension
from stridelog.store.catalog import Listed

_TOP = """SELECT * FROM (
  SELECT entry_id, value, weight FROM fact
  WHERE measure_id = :measure AND distance_class = '{name}' AND +day <= :today
    AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = fact.entry_id AND tag = :excluded)
  ORDER BY value {order} LIMIT {rank})
"""

_TAGGED = """
SELECT id FROM entry_tag CROSS JOIN entry ON entry.id = entry_id AND activity_id = ? WHERE tag = ?
"""


class _Top(NamedTuple):
    """One of the best values of a measure over some distance."""

    number: int
    value: float
    weight: float


def limits(connection: sqlite3.Connection, listed: Listed, today: date) -> Limits:
    """Return what is believed of an activity, by all of its entries that are not excluded."""
    return _limits(listed.activity, dict(_tops(connection, listed, today)))


def uncounted(connection: sqlite3.Connection, listed: Listed, today: date) -> frozenset[int]:
    """Return the numbers of the entries that hold no record: excluded, or doubtful as a whole.

    Of a measure the best six over each distance are looked at: more than can be doubtful.
    """
    excluded, confirmed = (
        {number for (number,) in connection.execute(_TAGGED, (listed.id, tag))}
        for tag in (EXCLUDED, CONFIRMED)
    )
    tops = dict(_tops(connection, listed, today))
    known = _limits(listed.activity, tops)
    pace = pace_of_activity(listed.activity)
    doubtful: set[int] = set()
    for measure, best in tops.items():
        for top in best:
            moved = moved_by(pace, top.value, top.weight) if measure == pace else None
            if known.doubt_pace(moved) if moved else known.doubt_value(measure, top.value):
                doubtful.add(top.number)
    return frozenset(excluded | doubtful - confirmed)


def pace_of_activity(activity: Activity) -> Measure | None:
    """Return the measure that says how fast one moved over its distance, or None."""
    distance = (Term("distance"),)
    for measure in activity.measures:
        if measure.ratio is None:
            continue
        if measure.dimension is Dimension.PACE and measure.ratio.denominator == distance:
            return measure
        if measure.dimension is Dimension.SPEED and measure.ratio.numerator == distance:
            return measure
    return None


def _tops(
    connection: sqlite3.Connection, listed: Listed, today: date
) -> Iterator[tuple[Measure, list[_Top]]]:
    """Give the best of each measure that is judged, over each distance; its pace or speed first."""
    pace = pace_of_activity(listed.activity)
    judged = (m for m in listed.activity.measures if can_have_record(m))
    for measure in (*([pace] if pace else []), *judged):
        order = "ASC" if measure.direction is Direction.LOWER else "DESC"
        classes = ("", *STANDARD_DISTANCES)
        parts = (_TOP.format(name=name, order=order, rank=RANK) for name in classes)
        rows = connection.execute(
            " UNION ALL ".join(parts),
            {
                "measure": listed.id_of(measure.name),
                "today": today.toordinal(),
                "excluded": EXCLUDED,
            },
        )
        yield measure, [_Top(*row) for row in rows]


def _limits(activity: Activity, tops: dict[Measure, list[_Top]]) -> Limits:
    pace = pace_of_activity(activity)
    moved = (
        moved_by(pace, top.value, top.weight) for top in (tops[pace] if pace else ()) if top.weight
    )
    form = sixth_best(Direction.LOWER, (each.form for each in moved if each))
    sixth = {
        measure.name: value
        for measure, best in tops.items()
        if measure != pace
        and (value := sixth_best(measure.direction, (top.value for top in best))) is not None
    }
    return Limits(form, sixth)
