"""The milestones that are kept ready."""

import json
import sqlite3
from datetime import date

from stridelog.domain.milestone import Found, Milestone, Size
from stridelog.domain.period import Span

_MILESTONES = """
SELECT rule, activity.name, day, big, entry_id, found
FROM milestone JOIN activity ON activity.id = activity_id
WHERE {which} ORDER BY day, activity_id, rule, place
"""


def milestones(connection: sqlite3.Connection, span: Span, activity: str = "") -> list[Milestone]:
    """Return what was found on the days of a span, in the order of time; of one activity or all."""
    which = "day BETWEEN ? AND ? AND (?3 = '' OR activity.name = ?3)"
    days = (span.first.toordinal(), span.last.toordinal(), activity)
    return [_milestone(*row) for row in connection.execute(_MILESTONES.format(which=which), days)]


def milestones_of(connection: sqlite3.Connection, number: int) -> list[Milestone]:
    """Return what an entry has earned, by its number."""
    rows = connection.execute(_MILESTONES.format(which="entry_id = ?"), (number,))
    return [_milestone(*row) for row in rows]


def _milestone(rule: str, activity: str, day: int, big: int, number: int, found: str) -> Milestone:
    others, said = json.loads(found)
    size: Size = "big" if big else "small"
    return Milestone(rule, activity, Found(date.fromordinal(day), size, (number, *others), said))
