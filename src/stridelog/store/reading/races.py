"""Races: what was run over a distance in a time, by the tag, and over standard distances.

What a person keeps out of the records is no race either; and of what is no race by its tag, what
the person's own history makes hard to believe is left out (``domain/doubt``).
"""

import sqlite3
from datetime import date

from stridelog.domain.doubt import Moved
from stridelog.domain.equivalents import Race, raced
from stridelog.domain.period import Span
from stridelog.domain.record import EXCLUDED
from stridelog.store.catalog import Listed
from stridelog.store.reading.doubts import limits

TAG = "race"
"""The tag that makes an entry a race."""

_TIMED = """
JOIN measurement AS covered ON covered.entry_id = entry.id AND covered.measure_id = :distance
JOIN measurement AS taken ON taken.entry_id = entry.id AND taken.measure_id = :duration
"""

_COUNTS = "NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = entry.id AND tag = :excluded)"

_TAGGED = f"""
SELECT entry.id, entry.day, covered.value, taken.value
FROM entry_tag JOIN entry ON entry.id = entry_tag.entry_id {_TIMED}
WHERE entry_tag.tag = :tag AND entry.activity_id = :activity
  AND entry.day BETWEEN :first AND :last AND {_COUNTS}
ORDER BY entry.day, entry.id
"""

_STANDARD = f"""
SELECT entry.id, entry.day, covered.value, taken.value
FROM fact JOIN entry ON entry.id = fact.entry_id {_TIMED}
WHERE fact.measure_id = :duration AND fact.distance_class <> ''
  AND fact.day BETWEEN :first AND :last AND {_COUNTS}
ORDER BY entry.day, entry.id
"""


def tagged_races(connection: sqlite3.Connection, listed: Listed, window: Span) -> list[Race]:
    """Return the entries of an activity that are tagged as races, oldest first."""
    return _races(connection, _TAGGED, listed, window.first.isoformat(), window.last.isoformat())


def standard_runs(connection: sqlite3.Connection, listed: Listed, window: Span) -> list[Race]:
    """Return the entries of an activity over standard distances that can be believed."""
    first, last = window.first.toordinal(), window.last.toordinal()
    runs = _races(connection, _STANDARD, listed, first, last)
    believed = limits(connection, listed, window.last)
    paced = ((run, Moved(run.metres, 1000 * run.seconds / run.metres)) for run in runs)
    return [run for run, moved in paced if not believed.doubt_pace(moved)]


def _races(
    connection: sqlite3.Connection, statement: str, listed: Listed, first: object, last: object
) -> list[Race]:
    parameters = {
        "distance": listed.measure_ids.get("distance"),
        "duration": listed.measure_ids.get("duration"),
        "activity": listed.id,
        "tag": TAG,
        "excluded": EXCLUDED,
        "first": first,
        "last": last,
    }
    return [
        Race(raced(metres), seconds, number, date.fromisoformat(day), metres)
        for number, day, metres, seconds in connection.execute(statement, parameters)
        if metres > 0 and seconds > 0
    ]
