"""The journal's own names, for whoever completes what a person types.

This must be done before a finger has left the key, and must never get in the way: nothing waits
for a lock, nothing is migrated, and a journal that cannot be read just now has no names. What is
looked at is bounded, however large the journal is: distinct names are found by leaps through an
index, not by reading entries.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from stridelog.store.connect import APPLICATION_ID

MOST = 200
"""Distinct tags, places or pieces of gear that are looked at."""

LAST_CHARACTER = "\U0010ffff"

_KEPT_IN = {
    "tag": ("entry_tag", "entry_id", "TRUE"),
    "place": ("entry", "id", "place <> ''"),
    "gear": ("entry", "id", "gear <> ''"),
}
"""Where each kind of name is kept: its table, the entry's number, what its index holds."""


_GOALS = """
SELECT {name}, {about} FROM goal
JOIN goal_version ON goal_version.id =
  (SELECT id FROM goal_version WHERE goal_id = goal.id ORDER BY since DESC LIMIT 1)
LEFT JOIN activity ON activity.id = activity_id
ORDER BY status = 'closed', goal.id LIMIT ?
"""

_CALLED = """
CASE title WHEN '' THEN COALESCE(activity.name, '') || COALESCE(' by ' || deadline, '')
ELSE title END
"""


class Known(NamedTuple):
    """A name or a number, and what there is to say about it."""

    name: str
    about: str = ""


def ask(path: Path, query: Callable[..., list[Known]], *words: str) -> list[Known]:
    """Return what one of the queries below finds in the journal at ``path``; [] without one."""
    try:
        uri = f"{path.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)) as journal:
            journal.execute("PRAGMA query_only = ON")
            (application,) = journal.execute("PRAGMA application_id").fetchone()
            return query(journal, *words) if application == APPLICATION_ID else []
    except (OSError, ValueError, sqlite3.Error):
        return []


def activities(connection: sqlite3.Connection) -> list[Known]:
    """Return the activities that can be logged, most often logged first, with their areas."""
    return _known(
        connection,
        """
        SELECT name, area FROM activity WHERE NOT retired ORDER BY
          (SELECT TOTAL(entries) FROM day_count WHERE activity_id = activity.id) DESC, id
        LIMIT ?
        """,
        MOST,
    )


def areas(connection: sqlite3.Connection) -> list[Known]:
    """Return the areas that have activities."""
    return _known(
        connection, "SELECT area, '' FROM activity GROUP BY area ORDER BY MIN(id) LIMIT ?", MOST
    )


def measures(connection: sqlite3.Connection, activity: str) -> list[Known]:
    """Return the measures that can be given a value, with their dimensions."""
    return _known(
        connection,
        """
        SELECT measure.name, dimension FROM measure
        JOIN activity ON activity.id = activity_id
        WHERE activity.name = ? AND kind <> 'derived' AND NOT measure.retired ORDER BY position
        """,
        activity,
    )


def tags(connection: sqlite3.Connection, start: str) -> list[Known]:
    """Return the tags that begin with ``start``, those of the newest entries first."""
    return _distinct(connection, "tag", start)


def places(connection: sqlite3.Connection, start: str) -> list[Known]:
    """Return the places that begin with ``start``, those of the newest entries first."""
    return _distinct(connection, "place", start)


def gear(connection: sqlite3.Connection) -> list[Known]:
    """Return the gear, that of the newest entries first."""
    return _distinct(connection, "gear", "")


def newest_entries(connection: sqlite3.Connection, limit: str) -> list[Known]:
    """Return the numbers of the entries that were logged last, with what they are."""
    return _known(
        connection,
        """
        SELECT CAST(entry.id AS TEXT), activity.name || ' ' || day
          || CASE place WHEN '' THEN '' ELSE ' @' || place END
          || CASE note WHEN '' THEN '' ELSE ' "' || substr(note, 1, 40) || '"' END
        FROM entry JOIN activity ON activity.id = activity_id ORDER BY entry.id DESC LIMIT ?
        """,
        int(limit),
    )


def goals(connection: sqlite3.Connection) -> list[Known]:
    """Return the numbers of the goals, those that are open first, with what they are called."""
    return _known(connection, _GOALS.format(name="CAST(goal.id AS TEXT)", about=_CALLED), MOST)


def goal_titles(connection: sqlite3.Connection) -> list[Known]:
    """Return the titles of the goals, those that are open first, with their numbers."""
    query = _GOALS.format(name="title", about="'goal ' || goal.id")
    return [known for known in _known(connection, query, MOST) if known.name]


def activity_of_goal(connection: sqlite3.Connection, number: str) -> list[Known]:
    """Return the activity of the goal with a number, alone."""
    return _known(
        connection,
        """
        SELECT activity.name, '' FROM goal_version JOIN activity ON activity.id = activity_id
        WHERE goal_id = ?1 + 0 ORDER BY since DESC LIMIT 1
        """,
        number.removeprefix("#"),
    )


def activity_of(connection: sqlite3.Connection, number: str) -> list[Known]:
    """Return the activity of the entry that a number or ``last`` means, alone."""
    return _known(
        connection,
        """
        SELECT activity.name, '' FROM entry JOIN activity ON activity.id = activity_id
        WHERE entry.id = CASE ?1 WHEN 'last' THEN (SELECT MAX(id) FROM entry) ELSE ?1 + 0 END
        """,
        number.removeprefix("#"),
    )


def _distinct(connection: sqlite3.Connection, kind: str, start: str) -> list[Known]:
    table, number, held = _KEPT_IN[kind]
    return _known(
        connection,
        f"""
        WITH RECURSIVE leap(name, leaps) AS (
          SELECT (SELECT MIN({kind}) FROM {table} WHERE {held} AND {kind} >= ?1), 1
          UNION ALL
          SELECT (SELECT MIN({kind}) FROM {table} WHERE {held} AND {kind} > leap.name), leaps + 1
          FROM leap WHERE leap.name < ?2 AND leaps < ?3)
        SELECT name, '' FROM leap WHERE name < ?2
        ORDER BY (SELECT MAX({number}) FROM {table} WHERE {held} AND {kind} = leap.name) DESC
        """,
        start,
        start + LAST_CHARACTER,
        MOST,
    )


def _known(connection: sqlite3.Connection, query: str, *values: str | int) -> list[Known]:
    """Return what a query finds, but for names that no keyboard types."""
    return [
        Known(name, " ".join(about.split()))
        for name, about in connection.execute(query, values)
        if name.isprintable()
    ]
