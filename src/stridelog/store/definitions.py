"""Writing what an activity is: its measures, their ratios and their weights."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table
from sqlalchemy.engine import Connection
from sqlmodel import insert

from stridelog.domain.activity import Activity
from stridelog.domain.measure import Measure
from stridelog.store.identity import new_uid


def insert_row(connection: Connection, table: Table, **values: Any) -> int:  # noqa: ANN401 (columns)
    """Insert a row and return its number."""
    result = connection.execute(insert(table), values)
    key = result.inserted_primary_key
    assert key is not None  # noqa: S101 (every table that comes here has a numbered key)
    return int(key[0])


def write_measures(
    connection: Connection,
    activity_id: int,
    activity: Activity,
    known: Mapping[str, int | None],
    made_at: datetime,
) -> None:
    """Make an activity's measures what they are now; ``known`` has the ids of those there.

    Measures that are there and not named any more are removed; they must have no values.
    """
    from stridelog.store.tables.activities import measure as table

    own = {"activity": activity_id}
    connection.exec_driver_sql(
        "DELETE FROM measure_term WHERE measure_id IN "
        "(SELECT id FROM measure WHERE activity_id = :activity)",
        own,
    )
    # Names may be swapped, so none may stand in the way of another.
    connection.exec_driver_sql(
        "UPDATE measure SET weight_id = NULL, name = '-' || id WHERE activity_id = :activity", own
    )
    ids: dict[str, int] = {}
    for position, measure in enumerate(activity.measures):
        row = {"activity_id": activity_id, "position": position, **_row(measure)}
        id_ = known.get(measure.name)
        if id_ is None:
            id_ = insert_row(connection, table, uid=new_uid(made_at), **row)
        else:
            connection.execute(table.update().where(table.c.id == id_).values(**row))
        ids[measure.name] = id_
    kept = ", ".join(map(str, ids.values()))
    connection.exec_driver_sql(
        f"DELETE FROM measure WHERE activity_id = :activity AND id NOT IN ({kept})", own
    )
    for measure in activity.measures:
        _write_references(connection, ids, measure)


def delete_activity(connection: sqlite3.Connection, activity_id: int) -> None:
    """Delete an activity with its measures; it must have no entries."""
    connection.execute("PRAGMA defer_foreign_keys = ON")  # measures weigh and make one another
    own = "SELECT id FROM measure WHERE activity_id = ?"
    connection.execute(f"DELETE FROM measure_term WHERE measure_id IN ({own})", (activity_id,))
    connection.execute("DELETE FROM measure WHERE activity_id = ?", (activity_id,))
    connection.execute("DELETE FROM activity WHERE id = ?", (activity_id,))


def _row(measure: Measure) -> dict[str, Any]:
    return {
        "name": measure.name,
        "kind": measure.kind.value,
        "dimension": measure.dimension.value,
        "direction": measure.direction.value,
        "unit": measure.unit,
        "scale": measure.ratio.scale if measure.ratio else 1.0,
        "retired": measure.retired,
    }


def _write_references(connection: Connection, ids: Mapping[str, int], measure: Measure) -> None:
    if measure.weight:
        connection.exec_driver_sql(
            "UPDATE measure SET weight_id = ? WHERE id = ?",
            (ids[measure.weight], ids[measure.name]),
        )
    if measure.ratio is None:
        return
    sides = {"numerator": measure.ratio.numerator, "denominator": measure.ratio.denominator}
    for part, terms in sides.items():
        for term in terms:
            connection.exec_driver_sql(
                "INSERT INTO measure_term VALUES (?, ?, ?, ?)",
                (ids[measure.name], part, ids[term.measure], term.coefficient),
            )
