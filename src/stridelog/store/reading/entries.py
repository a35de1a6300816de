"""Entries, whole: one by its number, a page of them, those that hold some words."""

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any

from stridelog.domain.entry import Entry, Origin, Segment
from stridelog.domain.filters import Filters
from stridelog.store.reading.conditions import condition, these

ORIGIN = "source, key, told, file, taken_at"
"""The columns of an ``Origin``."""

SEGMENT = "metres, seconds, start"
"""The columns of a ``Segment``."""

_TAGS = "SELECT entry_id, tag FROM entry_tag WHERE entry_id IN {these}"

_VALUES = """
SELECT entry_id, measure.name, measure.kind = 'derived', value
FROM entry_value JOIN measure ON measure.id = entry_value.measure_id
WHERE entry_id IN {these} ORDER BY measure.position
"""

_ENTRIES = """
SELECT entry.id, entry.uid, activity.name, at, utc_offset, day, place, gear, effort, note
FROM entry JOIN activity ON activity.id = entry.activity_id
WHERE entry.id IN {these}
"""


def entry(connection: sqlite3.Connection, number: int) -> Entry | None:
    """Return the entry that people call ``number``, or None."""
    return next(iter(numbered(connection, [number])), None)


def between(connection: sqlite3.Connection, first: int, last: int) -> list[Entry]:
    """Return the entries with the numbers from ``first`` to ``last``, both included."""
    rows = connection.execute("SELECT id FROM entry WHERE id BETWEEN ? AND ?", (first, last))
    return numbered(connection, [number for (number,) in rows])


def newest_number(connection: sqlite3.Connection) -> int | None:
    """Return the number of the entry that was logged last, or None in an empty journal."""
    row = connection.execute("SELECT MAX(id) FROM entry").fetchone()
    return None if row[0] is None else int(row[0])


def latest(connection: sqlite3.Connection, filters: Filters, limit: int) -> list[Entry]:
    """Return the ``limit`` latest entries that meet the filters, latest first."""
    where, parameters = condition(filters)
    numbers = connection.execute(
        f"SELECT id FROM entry WHERE {where} ORDER BY day DESC, at DESC, id DESC LIMIT ?",
        (*parameters, limit),
    )
    return numbered(connection, [number for (number,) in numbers])


def count(connection: sqlite3.Connection, filters: Filters) -> int:
    """Return how many entries meet the filters."""
    if filters == Filters():
        return int(connection.execute("SELECT TOTAL(entries) FROM day_count").fetchone()[0])
    where, parameters = condition(filters)
    (number,) = connection.execute(
        f"SELECT COUNT(*) FROM entry WHERE {where}", parameters
    ).fetchone()
    return int(number)


def search(
    connection: sqlite3.Connection, words: str, filters: Filters, limit: int
) -> tuple[list[Entry], int]:
    """Return the latest entries that hold every word (as the start of a word), and their count.

    Notes, tags and places are searched; letters are compared without case and accents.
    """
    sought = " ".join(f'"{word}"*' for word in words.replace('"', " ").split())
    where, parameters = condition(filters)
    if where == "TRUE":
        rows = connection.execute(
            "SELECT rowid & 0x3FFFFFFF FROM entry_words WHERE entry_words MATCH ? "
            "ORDER BY rowid DESC LIMIT ?",
            (sought, limit),
        )
        total = connection.execute(
            "SELECT COUNT(*) FROM entry_words WHERE entry_words MATCH ?", (sought,)
        )
    else:
        matching = f"""
            FROM entry_words JOIN entry ON entry.id = entry_words.rowid & 0x3FFFFFFF
            WHERE entry_words MATCH ? AND {where}"""
        rows = connection.execute(
            f"SELECT entry.id {matching} ORDER BY entry_words.rowid DESC LIMIT ?",
            (sought, *parameters, limit),
        )
        total = connection.execute(f"SELECT COUNT(*) {matching}", (sought, *parameters))
    return numbered(connection, [number for (number,) in rows]), int(total.fetchone()[0])


def origins(connection: sqlite3.Connection, number: int) -> tuple[Origin, ...]:
    """Return where an entry came from; nothing where it was logged by hand."""
    rows = connection.execute(
        f"SELECT {ORIGIN} FROM origin WHERE entry_id = ? ORDER BY source, key", (number,)
    )
    return tuple(Origin(*row) for row in rows)


def segments(connection: sqlite3.Connection, number: int) -> tuple[Segment, ...]:
    """Return the fastest stretches of an entry's recorded track, the shortest first."""
    rows = connection.execute(
        f"SELECT {SEGMENT} FROM segment WHERE entry_id = ? ORDER BY metres", (number,)
    )
    return tuple(Segment(*row) for row in rows)


def numbered(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Entry]:
    """Return the entries with these numbers, in this order, in three statements."""
    if not numbers:
        return []
    chosen = these(numbers)
    tags: dict[int, list[str]] = {}
    for number, tag in connection.execute(_TAGS.format(these=chosen)):
        tags.setdefault(number, []).append(tag)
    values: dict[int, tuple[dict[str, float], dict[str, float]]] = {}
    for number, name, derived, value in connection.execute(_VALUES.format(these=chosen)):
        values.setdefault(number, ({}, {}))[derived][name] = value
    found = {
        row[0]: _entry(row, tags.get(row[0], []), values.get(row[0], ({}, {})))
        for row in connection.execute(_ENTRIES.format(these=chosen))
    }
    return [found[number] for number in numbers if number in found]


def _entry(
    row: tuple[Any, ...], tags: list[str], values: tuple[dict[str, float], dict[str, float]]
) -> Entry:
    number, uid, activity, at, offset, day, place, gear, effort, note = row
    return Entry(
        number=number,
        uid=uid,
        activity=activity,
        at=datetime.fromisoformat(at).replace(tzinfo=timezone(timedelta(seconds=offset))),
        day=date.fromisoformat(day),
        measurements=values[0],
        derived=values[1],
        tags=tuple(tags),
        place=place,
        gear=gear,
        effort=effort,
        note=note,
    )
