"""On how many days what was done: all that streaks need."""

import sqlite3


def days(connection: sqlite3.Connection, activity: str = "") -> dict[str | None, dict[int, int]]:
    """Return the entries of each day (an ordinal), by activity; None is the whole journal.

    Activities without entries are left out. With ``activity``, only that one is asked for.
    """
    found: dict[str | None, dict[int, int]] = {}
    whole: dict[int, int] = {}
    for name, day, entries in connection.execute(
        """
        SELECT activity.name, day, entries
        FROM day_count JOIN activity ON activity.id = day_count.activity_id
        WHERE ?1 = '' OR activity.name = ?1
        ORDER BY activity.id, day
        """,
        (activity,),
    ):
        found.setdefault(name, {})[day] = entries
        whole[day] = whole.get(day, 0) + entries
    return found if activity else {None: whole, **found}
