"""On how many days what was done: all that streaks need."""

import sqlite3


def days(connection: sqlite3.Connection, activity: str = "") -> dict[str | None, dict[int, int]]:
    """Return the entries of each day (an ordinal), by activity; None is the whole journal.

    Activities without entries are left out. With ``activity``, only that one is asked for.
    """
    found: dict[str | None, dict[int, int]] = {}
    whole: dict[int, int] = {}
    for id_, name in connection.execute(
        "SELECT id, name FROM activity WHERE ?1 = '' OR name = ?1 ORDER BY id", (activity,)
    ).fetchall():
        counts = dict(
            connection.execute("SELECT day, entries FROM day_count WHERE activity_id = ?", (id_,))
        )
        if counts:
            found[name] = counts
            for day, entries in counts.items():
                whole[day] = whole.get(day, 0) + entries
    return found if activity else {None: whole, **found}
