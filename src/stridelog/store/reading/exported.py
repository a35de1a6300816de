"""All entries with all that is known of them, as an export tells it."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import TypeVar

from stridelog.domain.entry import Origin, Segment
from stridelog.domain.filters import Filters
from stridelog.domain.importing import Distinct, ExportedEntry, Order
from stridelog.store.batches import BATCH
from stridelog.store.reading.conditions import condition, these
from stridelog.store.reading.entries import ORIGIN, SEGMENT, numbered

_ORIGINS = f"SELECT entry_id, {ORIGIN} FROM origin WHERE entry_id IN {{}} ORDER BY source, key"

_SEGMENTS = f"SELECT entry_id, {SEGMENT} FROM segment WHERE entry_id IN {{}} ORDER BY metres"

_ORDERS = {Order.NUMBER: "id", Order.DAY: "day, at, id"}

_Made = TypeVar("_Made")


def every(
    connection: sqlite3.Connection, filters: Filters, order: Order = Order.NUMBER
) -> Iterator[ExportedEntry]:
    """Give the entries that meet the filters, each with all that is known of it."""
    where, parameters = condition(filters)
    rows = connection.execute(
        f"SELECT id FROM entry WHERE {where} ORDER BY {_ORDERS[order]}", parameters
    )
    while numbers := [number for (number,) in rows.fetchmany(BATCH)]:
        chosen = these(numbers)
        origins = _by_entry(connection, Origin, _ORIGINS.format(chosen))
        segments = _by_entry(connection, Segment, _SEGMENTS.format(chosen))
        for found in numbered(connection, numbers):
            number = found.number
            yield ExportedEntry(
                found, tuple(origins.get(number, ())), tuple(segments.get(number, ()))
            )


def _by_entry(
    connection: sqlite3.Connection, made: Callable[..., _Made], statement: str
) -> dict[int, list[_Made]]:
    """Return what belongs to each entry, of which the statement gives number and fields."""
    found: dict[int, list[_Made]] = {}
    for number, *fields in connection.execute(statement):
        found.setdefault(number, []).append(made(*fields))
    return found


def deleted_origins(connection: sqlite3.Connection) -> list[Origin]:
    """Return where the entries came from that were deleted, in the order of their keys."""
    rows = connection.execute(
        "SELECT source, key FROM origin WHERE entry_id NOT IN (SELECT id FROM entry) "
        "ORDER BY source, key"
    )
    return [Origin(*row) for row in rows]


def distinct(connection: sqlite3.Connection) -> list[Distinct]:
    """Return the pairs of entries of which somebody said that they are two."""
    rows = connection.execute(
        "SELECT one.uid, other.uid FROM distinct_pair JOIN entry AS one ON one.id = one_id "
        "JOIN entry AS other ON other.id = other_id ORDER BY one_id, other_id"
    )
    return [Distinct(*row) for row in rows]
