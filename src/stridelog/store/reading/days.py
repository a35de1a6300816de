"""The days on which there is something: the first, and the nearest to a window."""

import sqlite3
from datetime import date

from stridelog.domain.entry import Entry
from stridelog.domain.filters import Filters
from stridelog.domain.period import Span
from stridelog.store.reading.calendar import local_time
from stridelog.store.reading.conditions import condition


def first_day(connection: sqlite3.Connection, filters: Filters) -> date | None:
    """Return the first day with an entry that meets the filters."""
    return _day(connection, filters, "TRUE", "day")


def nearest_day(
    connection: sqlite3.Connection, filters: Filters, window: Span, before: date
) -> date | None:
    """Return the day with an entry that is nearest to the window, among those before a day."""
    limit = min(before, window.first).isoformat()
    earlier = _day(connection, filters, "day < ?", "day DESC", limit)
    later = _day(
        connection,
        filters,
        "day BETWEEN ? AND ?",
        "day",
        window.first.isoformat(),
        date.fromordinal(before.toordinal() - 1).isoformat(),
    )
    if earlier is None or later is None:
        return earlier or later
    return later if later - window.last <= window.first - earlier else earlier


def _day(
    connection: sqlite3.Connection, filters: Filters, which: str, order: str, *values: str
) -> date | None:
    where, parameters = condition(filters)
    row = connection.execute(
        f"SELECT day FROM entry WHERE {where} AND {which} ORDER BY {order} LIMIT 1",
        (*parameters, *values),
    ).fetchone()
    return date.fromisoformat(row[0]) if row else None


def holds_something(connection: sqlite3.Connection, filters: Filters, window: Span) -> bool:
    """Tell whether an entry that meets the filters lies in the window."""
    inside = ("day BETWEEN ? AND ?", "day", window.first.isoformat(), window.last.isoformat())
    return _day(connection, filters, *inside) is not None


def done_at_once(connection: sqlite3.Connection, entry: Entry) -> set[str]:
    """Return the standard distances ("" of none) of what was logged before for the same moment.

    Only of the entry's activity; whoever names a day alone logs all of it at noon.
    """
    rows = connection.execute(
        """
        SELECT DISTINCT COALESCE(distance_class, '') FROM entry
        LEFT JOIN fact ON fact.entry_id = entry.id AND fact.day = :ordinal
          AND fact.measure_id IN (SELECT id FROM measure WHERE activity_id = entry.activity_id)
        WHERE entry.day = :day AND at = :at AND entry.id < :number
          AND entry.activity_id = (SELECT id FROM activity WHERE name = :activity)
        """,
        {
            "activity": entry.activity,
            "number": entry.number,
            "day": entry.day.isoformat(),
            "ordinal": entry.day.toordinal(),
            "at": local_time(entry.at),
        },
    )
    return {distance for (distance,) in rows}


def has_later(connection: sqlite3.Connection, entry: Entry) -> bool:
    """Tell whether the entry's activity has entries after it."""
    row = connection.execute(
        """
        SELECT EXISTS (
          SELECT 1 FROM entry
          WHERE activity_id = (SELECT id FROM activity WHERE name = :activity) AND id <> :number
          AND (day > :day OR day = :day AND (at, id) > (:at, :number)))
        """,
        {
            "activity": entry.activity,
            "number": entry.number,
            "day": entry.day.isoformat(),
            "at": local_time(entry.at),
        },
    ).fetchone()
    return bool(row[0])
