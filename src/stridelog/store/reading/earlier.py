"""What there was before an entry, as far as it can be celebrated by it."""

import sqlite3
from datetime import date

from stridelog.domain.celebration import Earlier
from stridelog.domain.comparable import Comparable, Mark
from stridelog.domain.entry import Entry
from stridelog.domain.record import CONFIRMED, EXCLUDED
from stridelog.store.catalog import Listed
from stridelog.store.reading.comparable import FEW, Likes
from stridelog.store.reading.conditions import these

CIRCUMSTANCES = 6
"""Tags and place of an entry, as many as are looked at."""

_THERE_IS = """
SELECT EXISTS (SELECT 1 FROM entry WHERE activity_id = :activity AND {which})
"""

_BEFORE = "(day < :day OR day = :day AND id < :number) AND id <> :number"
_AFTER = "(day > :day OR day = :day AND id > :number) AND id <> :number"

# The longest of each class is the end of a stretch of the index.
_FARTHEST = """
SELECT entry_id, day, value FROM fact WHERE measure_id = :distance AND distance_class = :class
  AND (day < :day OR day = :day AND entry_id < :number) AND entry_id <> :number
  AND entry_id NOT IN {uncounted}
ORDER BY value DESC LIMIT 1
"""


def earlier(
    connection: sqlite3.Connection,
    listed: Listed,
    entry: Entry,
    beside: Comparable | None,
    uncounted: frozenset[int] = frozenset(),
) -> Earlier:
    """Return what was there of the entry's activity before it.

    What is ``uncounted`` is neither the longest nor the best.
    """
    place = {"activity": listed.id, "day": entry.day.isoformat(), "number": entry.number}
    before, after = (
        connection.execute(_THERE_IS.format(which=which), place).fetchone()[0]
        for which in (_BEFORE, _AFTER)
    )
    return Earlier(
        something=bool(before),
        later=bool(after),
        farthest=_farthest(connection, listed, entry, uncounted),
        alike=_alike(connection, listed, entry, beside, uncounted) if beside else {},
        counts=entry.number not in uncounted,
    )


def _farthest(
    connection: sqlite3.Connection, listed: Listed, entry: Entry, uncounted: frozenset[int]
) -> Mark | None:
    if "distance" not in entry.measurements:
        return None
    classes = [name for (name,) in connection.execute("SELECT name FROM standard_distance")]
    rows = (
        connection.execute(
            _FARTHEST.format(uncounted=these(uncounted)),
            {
                "distance": listed.id_of("distance"),
                "class": name,
                "day": entry.day.toordinal(),
                "number": entry.number,
            },
        ).fetchone()
        for name in ("", *classes)
    )
    marks = (Mark(row[0], date.fromordinal(row[1]), row[2]) for row in rows if row)
    return max(marks, key=lambda mark: mark.value, default=None)


def _alike(
    connection: sqlite3.Connection,
    listed: Listed,
    entry: Entry,
    beside: Comparable,
    uncounted: frozenset[int],
) -> dict[str, Mark]:
    """Return the best before it with each of its tags, and at its place, where there is one."""
    likes = Likes.of(connection, listed, entry, beside.measure, uncounted)
    if likes.about_as_long:
        return {}
    tags = [tag for tag in entry.tags if tag not in {EXCLUDED, CONFIRMED}][:CIRCUMSTANCES]
    sought = [(f"+{tag}", "entry_id", "entry_tag WHERE tag", tag) for tag in tags]
    if entry.place:
        sought.append((f"@{entry.place}", "id", "entry WHERE place <> '' AND place", entry.place))
    found: dict[str, Mark] = {}
    for name, number, source, value in sought:
        rows = connection.execute(
            f"SELECT {number} FROM {source} = ? LIMIT {FEW + 1}", (value,)
        ).fetchall()
        many = len(rows) > FEW
        among_few = likes.best_among([] if many else [row[0] for row in rows])
        among_many = likes.knowing(many=many, circumstance=value).best(
            f"EXISTS (SELECT 1 FROM {source} = :circumstance AND {number} = fact.entry_id)"
        )
        if best := among_few or among_many:
            found[name] = best
    return found
