"""What each change did, kept so that undo and redo can swap it back and forth.

An object is a row people know (an entry, an activity, a goal) with the rows that hang on it, or
what was set for the streaks of an activity. Its image is those rows as JSON. A change keeps, for
each object it touches, the image from the other side; undoing swaps every image with what stands
now, and so does redoing.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stridelog.domain.errors import NotFoundError
from stridelog.store import refresh
from stridelog.store.ruling import TABLES

_TABLES = {
    "entry": (
        ("entry", "id IN"),
        ("measurement", "entry_id IN"),
        ("entry_tag", "entry_id IN"),
        ("segment", "entry_id IN"),
        ("origin", "entry_id IN"),
    ),
    "activity": (
        ("activity", "id IN"),
        ("measure", "activity_id IN"),
        ("measure_term", "measure_id IN (SELECT id FROM measure WHERE activity_id IN"),
    ),
    "deleted": (("origin", "entry_id IN"),),
    "distinct": (("distinct_pair", "one_id IN"),),
    "goal": (
        ("goal", "id IN"),
        ("goal_version", "goal_id IN"),
        ("goal_step", "version_id IN (SELECT id FROM goal_version WHERE goal_id IN"),
        ("goal_review", "goal_id IN"),
        ("goal_note", "goal_id IN"),
    ),
    "rules": tuple((table, "ifnull(activity_id, 0) IN") for table in TABLES),
}
"""The tables of each kind of object, owner first, and how their rows are found by its id."""

NO_ENTRY = 0
"""The one object of the kind ``deleted``: the number that no entry has, and that origins have
whose entries were deleted in another journal."""

WHOLE_JOURNAL = 0
"""The object of the kind ``rules`` that is no activity: what was set for the whole journal."""


class NothingToUndoError(NotFoundError):
    """No change is left to take back, or to bring back."""


@dataclass(frozen=True, slots=True)
class Swapped:
    """A change that was undone or redone, and how many entries it touched."""

    command: str
    made_at: str
    entries: int


def image_of(connection: sqlite3.Connection, kind: str, object_id: int) -> str | None:
    """Return the object's rows as JSON, or None where it has none."""
    rows = {
        table: [
            dict(zip([c[0] for c in cursor.description], row, strict=True))
            for cursor in [connection.execute(_select(table, where), (object_id,))]
            for row in cursor
        ]
        for table, where in _TABLES[kind]
    }
    return json.dumps(rows, ensure_ascii=False) if any(rows.values()) else None


def keep(
    connection: sqlite3.Connection, change: int, kind: str, images: Iterable[tuple[int, str | None]]
) -> None:
    """Note the images of objects as they were before a change; the first of each object counts."""
    connection.executemany(
        "INSERT OR IGNORE INTO change_item VALUES (?, ?, ?, ?)",
        ((change, kind, object_id, image) for object_id, image in images),
    )


def settle(connection: sqlite3.Connection, change: int) -> None:
    """Close a change: forget it where it changed nothing, else what could be redone before it."""
    if connection.execute("SELECT 1 FROM change_item WHERE change_id = ?", (change,)).fetchone():
        undone = """
            SELECT id FROM change WHERE undone
            AND id > COALESCE((SELECT MAX(id) FROM change WHERE NOT undone AND id < ?), 0)
            """
        numbers = connection.execute(undone, (change,)).fetchall()
        connection.executemany("DELETE FROM change_item WHERE change_id = ?", numbers)
        connection.executemany("DELETE FROM change WHERE id = ?", numbers)
    else:
        connection.execute("DELETE FROM change WHERE id = ?", (change,))


def undo(connection: sqlite3.Connection) -> Swapped:
    """Take back the last change that stands. Raises ``NothingToUndoError``."""
    row = connection.execute(
        "SELECT id, command, made_at FROM change WHERE NOT undone ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        raise NothingToUndoError("There is nothing to undo.", "Log something: stride log run 5k")
    return _swap(connection, *row, undone=True)


def redo(connection: sqlite3.Connection) -> Swapped:
    """Bring back the change that was undone last, unless another was made since.

    Raises ``NothingToUndoError``.
    """
    row = connection.execute(
        """
        SELECT id, command, made_at FROM change
        WHERE undone AND id > COALESCE((SELECT MAX(id) FROM change WHERE NOT undone), 0)
        ORDER BY id LIMIT 1
        """
    ).fetchone()
    if row is None:
        raise NothingToUndoError("There is nothing to redo.", "Only what was undone last can be.")
    return _swap(connection, *row, undone=False)


def _swap(
    connection: sqlite3.Connection, change: int, command: str, made_at: str, *, undone: bool
) -> Swapped:
    connection.execute("PRAGMA defer_foreign_keys = ON")
    items = connection.execute(
        "SELECT kind, object_id FROM change_item WHERE change_id = ?", (change,)
    ).fetchall()
    activities = [id_ for kind, id_ in items if kind == "activity"]
    entries = [id_ for kind, id_ in items if kind == "entry"]
    touched = _entries_of(connection, activities)
    months = refresh.in_batches(connection, refresh.forget, {*entries, *touched})
    _swap_images(connection, change, "activity", activities)
    _swap_images(connection, change, "entry", entries)
    for kind in ("deleted", "distinct", "rules", "goal"):
        _swap_images(connection, change, kind, [id_ for of, id_ in items if of == kind])
    touched = _entries_of(connection, activities)
    months |= refresh.in_batches(connection, refresh.remember, {*entries, *touched})
    refresh.sum_up(connection, months)
    connection.execute("UPDATE change SET undone = ? WHERE id = ?", (undone, change))
    return Swapped(command, made_at, len(entries))


def _entries_of(connection: sqlite3.Connection, activities: Sequence[int]) -> list[int]:
    return [
        number
        for activity in activities
        for (number,) in connection.execute(
            "SELECT id FROM entry WHERE activity_id = ?", (activity,)
        )
    ]


def _swap_images(
    connection: sqlite3.Connection, change: int, kind: str, objects: Sequence[int]
) -> None:
    # All go before any comes, since a row may have moved from one object to another.
    stored: list[str | None] = []
    for object_id in objects:
        which = (change, kind, object_id)
        (image,) = connection.execute(
            "SELECT image FROM change_item WHERE change_id = ? AND kind = ? AND object_id = ?",
            which,
        ).fetchone()
        stored.append(image)
        connection.execute(
            "UPDATE change_item SET image = ? WHERE change_id = ? AND kind = ? AND object_id = ?",
            (image_of(connection, kind, object_id), *which),
        )
        _clear(connection, kind, object_id)
    for image in stored:
        _put(connection, image)


def _clear(connection: sqlite3.Connection, kind: str, object_id: int) -> None:
    """Take the object's rows out."""
    for table, where in reversed(_TABLES[kind]):
        connection.execute(_select(table, where).replace("SELECT *", "DELETE", 1), (object_id,))


def _put(connection: sqlite3.Connection, image: str | None) -> None:
    """Put the rows of an image in."""
    for table, rows in json.loads(image or "{}").items():
        for row in rows:
            columns = ", ".join(row)
            values = ", ".join("?" * len(row))
            connection.execute(
                f"INSERT INTO {table} ({columns}) VALUES ({values})",
                tuple(row.values()),
            )


def _select(table: str, where: str) -> str:
    closing = ")" * (where.count("(") - where.count(")"))
    return f"SELECT * FROM {table} WHERE {where} (?){closing}"
