"""What was logged lately: of everything, and of one activity.

Every statement reads a fixed number of rows off an index, however long the journal is.
"""

import sqlite3
from datetime import date, datetime

from stridelog.domain.entry import Entry
from stridelog.domain.filters import Filters
from stridelog.domain.likely import LAST, Occasion
from stridelog.store.reading.entries import latest

OCCASIONS = 300
"""As many of the latest entries tell what is done when: three months of three a day."""

_OCCASIONS = """
SELECT activity.name, entry.at, entry.day
FROM entry CROSS JOIN activity ON activity.id = entry.activity_id
WHERE entry.day <= ? ORDER BY entry.day DESC, entry.at DESC LIMIT ?
"""

_LAST_DAYS = """
SELECT name, (SELECT MAX(day) FROM day_count WHERE activity_id = activity.id AND day <= ?) AS last
FROM activity WHERE last IS NOT NULL
"""


def occasions(connection: sqlite3.Connection, until: date) -> list[Occasion]:
    """Return when the latest entries were made until a day, latest first."""
    return [
        Occasion(activity, datetime.fromisoformat(at), date.fromisoformat(day))
        for activity, at, day in connection.execute(_OCCASIONS, (until.isoformat(), OCCASIONS))
    ]


def last_days(connection: sqlite3.Connection, until: date) -> dict[str, date]:
    """Return the last day of each activity until a day; those without entries are left out."""
    return {
        name: date.fromordinal(day)
        for name, day in connection.execute(_LAST_DAYS, (until.toordinal(),))
    }


def last_entries(connection: sqlite3.Connection, activity: str, until: date) -> list[Entry]:
    """Return the last entries of an activity until a day, latest first: its habit."""
    return latest(connection, Filters(activity=activity, until=until), LAST)
