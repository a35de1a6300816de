"""Where entries came from: each source, and pairs of entries that may be one."""

import sqlite3
from collections.abc import Iterator
from datetime import date

from stridelog.domain.account import BY_HAND, accounts_of
from stridelog.domain.entry import Entry, Origin
from stridelog.domain.sameness import Sameness, sameness
from stridelog.domain.source import Pair, Source
from stridelog.store.reading import entries

_SOURCES = """
SELECT source, COUNT(DISTINCT entry.id),
  COUNT(DISTINCT entry.id) FILTER (WHERE NOT EXISTS (
    SELECT 1 FROM origin AS other
    WHERE other.entry_id = origin.entry_id AND other.source <> origin.source)),
  SUM(entry.id IS NULL), MIN(entry.day), MAX(entry.day), MAX(taken_at),
  COUNT(DISTINCT NULLIF(file, ''))
FROM origin LEFT JOIN entry ON entry.id = origin.entry_id
WHERE source <> ? GROUP BY source ORDER BY source
"""

_TIMED = """
SELECT CAST(julianday(entry.day) + 0.5 AS INTEGER), entry.id, MAX(measurement.value),
  EXISTS (SELECT 1 FROM origin WHERE origin.entry_id = entry.id)
FROM measure
JOIN measurement ON measurement.measure_id = measure.id
JOIN entry ON entry.id = measurement.entry_id
WHERE measure.name IN ('duration', 'elapsed') GROUP BY entry.id ORDER BY 1, 2
"""


def sources(connection: sqlite3.Connection) -> list[Source]:
    """Return every source that something came from, by name."""
    return [
        Source(name, standing, alone, deleted, _day(first), _day(last), taken_at, files)
        for name, standing, alone, deleted, first, last, taken_at, files in connection.execute(
            _SOURCES, (BY_HAND,)
        )
    ]


def numbers_from(connection: sqlite3.Connection, source: str) -> list[int]:
    """Return the entries that a source told of, by number."""
    rows = connection.execute(
        "SELECT DISTINCT entry.id FROM origin JOIN entry ON entry.id = origin.entry_id "
        "WHERE source = ? ORDER BY entry.id",
        (source,),
    )
    return [number for (number,) in rows]


def doubtful_pairs(connection: sqlite3.Connection) -> Iterator[Pair]:
    """Give the pairs of entries that may be one, and of which nobody has said that they are two."""
    apart = set(connection.execute("SELECT one_id, other_id FROM distinct_pair"))
    for one, other in sorted(_near(connection)):
        if (one, other) not in apart:
            found = _pair(connection, one, other)
            if found is not None:
                yield found


def _near(connection: sqlite3.Connection) -> set[tuple[int, int]]:
    """Return pairs of entries of one day; of neighbouring days, where both were imported."""
    by_day: dict[int, list[tuple[int, float, int]]] = {}
    for day, *timed in connection.execute(_TIMED):
        by_day.setdefault(day, []).append((timed[0], timed[1], timed[2]))
    pairs = set()
    for day, timed in by_day.items():
        pairs |= {(a[0], b[0]) for a in timed for b in timed if a[0] < b[0]}
        imported = [one for one in timed if one[2]]
        for other in by_day.get(day + 1, ()) if imported else ():
            if other[2]:
                pairs |= {(min(a[0], other[0]), max(a[0], other[0])) for a in imported}
    return pairs


def _pair(connection: sqlite3.Connection, one: int, other: int) -> Pair | None:
    found = [_with_origins(connection, number) for number in (one, other)]
    (a, from_a), (b, from_b) = found
    given = [accounts_of(entry, origins) for entry, origins in found]
    verdicts = {sameness(x, y) for x in given[0] for y in given[1]}
    if verdicts == {Sameness.DIFFERENT}:
        return None
    return Pair(a, b, _names(from_a), _names(from_b))


def _with_origins(connection: sqlite3.Connection, number: int) -> tuple[Entry, tuple[Origin, ...]]:
    entry = entries.entry(connection, number)
    assert entry is not None  # noqa: S101 (its number was read a moment ago)
    return entry, entries.origins(connection, number)


def _names(origins: tuple[Origin, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(origin.source for origin in origins)) or (BY_HAND,)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
