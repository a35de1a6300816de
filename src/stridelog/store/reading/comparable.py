"""What an entry is set beside: the last and the best one that can be compared with it.

Comparable entries are those of the same activity before it over the same standard distance; where
the entry covers no standard distance, those that were about as long; where it covers no distance,
all of them.
"""

import sqlite3
from datetime import date

from stridelog.domain.activity import leading_measure
from stridelog.domain.comparable import Comparable, Mark
from stridelog.domain.distance import LONGEST, SHORTEST
from stridelog.domain.measure import Direction
from stridelog.store.catalog import Listed

_OWN = """
SELECT fact.value, fact.day, fact.distance_class, covered.measure_id, covered.value
FROM fact
LEFT JOIN measure AS distance ON distance.name = 'distance'
  AND distance.activity_id = (SELECT activity_id FROM measure WHERE id = fact.measure_id)
LEFT JOIN fact AS covered ON covered.measure_id = distance.id
  AND covered.day = fact.day AND covered.entry_id = fact.entry_id
WHERE fact.measure_id = ? AND fact.entry_id = ?
  AND fact.day = (SELECT CAST(julianday(day) - 1721424.5 AS INTEGER) FROM entry WHERE id = ?)
"""

_BEFORE = "(fact.day < :day OR fact.day = :day AND fact.entry_id < :number)"

_SAME_CLASS = f"""
FROM fact
WHERE fact.measure_id = :measure AND fact.distance_class = :class AND {_BEFORE}
"""

_ABOUT_AS_LONG = f"""
FROM fact AS covered CROSS JOIN fact ON fact.measure_id = :measure
  AND fact.day = covered.day AND fact.entry_id = covered.entry_id
WHERE covered.measure_id = :distance AND covered.distance_class = ''
  AND covered.value BETWEEN :shortest AND :longest AND {_BEFORE}
"""


def comparable(connection: sqlite3.Connection, listed: Listed, number: int) -> Comparable | None:
    """Return what the entry's leading measure is set beside, or None where it has no value."""
    measure = leading_measure(listed.activity)
    if measure is None:
        return None
    measure_id = listed.id_of(measure.name)
    own = connection.execute(_OWN, (measure_id, number, number)).fetchone()
    if own is None:
        return None
    value, day, distance_class, distance_id, covered = own
    parameters = {
        "measure": measure_id,
        "number": number,
        "day": day,
        "class": distance_class,
        "distance": distance_id,
        "shortest": (covered or 0.0) * SHORTEST,
        "longest": (covered or 0.0) * LONGEST,
    }
    others = _SAME_CLASS if distance_class or covered is None else _ABOUT_AS_LONG
    better = "ASC" if measure.direction is Direction.LOWER else "DESC"
    return Comparable(
        measure=measure,
        value=value,
        distance_class=distance_class,
        covered=covered,
        last=_mark(connection, f"{others} ORDER BY fact.day DESC, fact.entry_id DESC", parameters),
        best=_mark(connection, f"{others} ORDER BY fact.value {better}, fact.day", parameters),
    )


def _mark(connection: sqlite3.Connection, tail: str, parameters: dict[str, object]) -> Mark | None:
    row = connection.execute(
        f"SELECT fact.entry_id, fact.day, fact.value {tail} LIMIT 1", parameters
    ).fetchone()
    return Mark(row[0], date.fromordinal(row[1]), row[2]) if row else None
