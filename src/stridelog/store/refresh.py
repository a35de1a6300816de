"""Keeping the answers ready: facts, monthly totals, daily counts and the full text.

A change first forgets the entries that it touches (while their old rows still stand), then makes
the change, then remembers them as they are now, and at the end sums up the months that it
touched. Everything is recomputed from the entries, so nothing drifts.
"""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import date

from stridelog.domain.period import month_of
from stridelog.store.reading.conditions import these

Month = tuple[int, int]
"""An activity's id and a month (``year * 12 + month - 1``)."""

Refreshing = Callable[[sqlite3.Connection, Iterable[int]], set[Month]]
"""``forget`` or ``remember``."""

_ORDINAL = "CAST(julianday(entry.day) - 1721424.5 AS INTEGER)"
"""``date.toordinal`` of an entry's day: 0001-01-01 is 1 and Julian day 1721425.5."""

_WORDS_ID = """(
  (CAST(julianday(substr(entry.at, 1, 10)) - 1721424.5 AS INTEGER) << 41)
  | ((substr(entry.at, 12, 2) * 60 + substr(entry.at, 15, 2)) << 30)
  | entry.id
)"""
"""A row id that sorts by local time, then by number: 22 bits of day, 11 of minute, 30 of number."""

_MONTHS = """
SELECT DISTINCT activity_id, substr(day, 1, 4) * 12 + substr(day, 6, 2) - 1
FROM entry WHERE id IN {these}
"""

_FORGET_FACTS = f"""
DELETE FROM fact WHERE (measure_id, day, entry_id) IN (
  SELECT measure.id, {_ORDINAL}, entry.id
  FROM entry JOIN measure ON measure.activity_id = entry.activity_id
  WHERE entry.id IN {{these}})
"""

_FORGET_WORDS = f"""
DELETE FROM entry_words WHERE rowid IN (
  SELECT {_WORDS_ID} FROM entry WHERE entry.id IN {{these}})
"""

_REMEMBER_FACTS = f"""
INSERT INTO fact
SELECT entry_value.measure_id, {_ORDINAL}, entry.id, entry_value.value, entry_value.weight,
  COALESCE(standard_distance.name, '')
FROM entry_value
JOIN entry ON entry.id = entry_value.entry_id
LEFT JOIN measure AS distance
  ON distance.activity_id = entry.activity_id AND distance.name = 'distance'
LEFT JOIN measurement AS covered
  ON covered.entry_id = entry.id AND covered.measure_id = distance.id
LEFT JOIN standard_distance
  ON covered.value BETWEEN standard_distance.shortest AND standard_distance.longest
WHERE entry_value.entry_id IN {{these}}
"""

_REMEMBER_WORDS = f"""
INSERT INTO entry_words (rowid, note, tags, place)
SELECT {_WORDS_ID}, entry.note,
  (SELECT group_concat(tag, ' ') FROM entry_tag WHERE entry_id = entry.id), entry.place
FROM entry WHERE entry.id IN {{these}}
"""


_SUM_TOTALS = """
INSERT INTO month_total
SELECT measure_id, distance_class, ?2,
  SUM(CASE measure.kind WHEN 'additive' THEN value ELSE value * weight END), SUM(weight)
FROM measure JOIN fact ON fact.measure_id = measure.id
WHERE measure.activity_id = ?1 AND fact.day BETWEEN ?3 AND ?4
GROUP BY measure_id, distance_class
"""

_SUM_DAYS = f"""
INSERT INTO day_count
SELECT activity_id, {_ORDINAL}, COUNT(*)
FROM entry WHERE activity_id = ? AND day BETWEEN ? AND ? GROUP BY day
"""


def forget(connection: sqlite3.Connection, numbers: Iterable[int]) -> set[Month]:
    """Take the entries out of facts and full text, and out of the sums of the months returned."""
    chosen = these(numbers)
    connection.execute(_FORGET_FACTS.format(these=chosen))
    connection.execute(_FORGET_WORDS.format(these=chosen))
    months = set(connection.execute(_MONTHS.format(these=chosen)))
    _clear(connection, months)
    return months


def remember(connection: sqlite3.Connection, numbers: Iterable[int]) -> set[Month]:
    """Put the entries into facts and full text as they are now; return their months."""
    chosen = these(numbers)
    connection.execute(_REMEMBER_FACTS.format(these=chosen))
    connection.execute(_REMEMBER_WORDS.format(these=chosen))
    return set(connection.execute(_MONTHS.format(these=chosen)))


def sum_up(connection: sqlite3.Connection, months: Iterable[Month]) -> None:
    """Make the monthly totals and the daily counts of these months again."""
    ordered = sorted(months)
    _clear(connection, ordered)
    for activity, month in ordered:
        days = month_of(date(month // 12, month % 12 + 1, 1))
        connection.execute(
            _SUM_TOTALS, (activity, month, days.first.toordinal(), days.last.toordinal())
        )
        connection.execute(
            _SUM_DAYS, (activity, days.first.isoformat(), days.last.isoformat())
        )


def _clear(connection: sqlite3.Connection, months: Iterable[Month]) -> None:
    for activity, month in months:
        days = month_of(date(month // 12, month % 12 + 1, 1))
        connection.execute(
            """
            DELETE FROM month_total WHERE month = ?
            AND measure_id IN (SELECT id FROM measure WHERE activity_id = ?)
            """,
            (month, activity),
        )
        connection.execute(
            "DELETE FROM day_count WHERE activity_id = ? AND day BETWEEN ? AND ?",
            (activity, days.first.toordinal(), days.last.toordinal()),
        )
