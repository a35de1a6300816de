"""Keeping the answers ready: facts, monthly totals, daily counts and the full text.

A change first forgets the entries that it touches (while their old rows still stand), then makes
the change, then remembers them as they are now, and at the end sums up the months that it
touched. Everything is recomputed from the entries, so nothing drifts.
"""

import sqlite3
from collections.abc import Callable, Iterable
from math import fsum

from stridelog.domain.month import days_of_month
from stridelog.domain.period import Span
from stridelog.store import milestones
from stridelog.store.batches import batches
from stridelog.store.packing import EVERY, packed
from stridelog.store.reading.calendar import DAY, as_month, as_ordinal
from stridelog.store.reading.conditions import these

Month = tuple[int, int]
"""An activity's id and the number of a month (``domain/month``)."""

Fact = tuple[int, float, float]
"""Day (an ordinal), value and weight."""

Refreshing = Callable[[sqlite3.Connection, Iterable[int]], set[Month]]
"""``forget`` or ``remember``."""

_WORDS_ID = f"""(
  ({as_ordinal("substr(entry.at, 1, 10)")} << 41)
  | ((substr(entry.at, 12, 2) * 60 + substr(entry.at, 15, 2)) << 30)
  | entry.id
)"""
"""A row id that sorts by local time, then by number: 22 bits of day, 11 of minute, 30 of number."""

_MONTHS = f"""
SELECT DISTINCT activity_id, {as_month("day")} FROM entry WHERE id IN {{these}}
"""

_FORGET_FACTS = f"""
DELETE FROM fact WHERE (measure_id, day, entry_id) IN (
  SELECT measure.id, {DAY}, entry.id
  FROM entry JOIN measure ON measure.activity_id = entry.activity_id
  WHERE entry.id IN {{these}})
"""

_FORGET_WORDS = f"""
DELETE FROM entry_words WHERE rowid IN (
  SELECT {_WORDS_ID} FROM entry WHERE entry.id IN {{these}})
"""

_REMEMBER_FACTS = f"""
INSERT INTO fact
SELECT entry_value.measure_id, {DAY}, entry.id, entry_value.value, entry_value.weight,
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


_FACTS_OF_MONTH = """
SELECT measure_id, measure.kind = 'additive', distance_class, day, value, weight
FROM measure JOIN fact ON fact.measure_id = measure.id
WHERE measure.activity_id = ? AND fact.day BETWEEN ? AND ?
"""

_COUNT_DAYS = f"""
INSERT INTO day_count
SELECT activity_id, {DAY}, ?1, COUNT(*)
FROM entry WHERE activity_id = ?2 AND day BETWEEN ?3 AND ?4 GROUP BY day
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


def in_batches(
    connection: sqlite3.Connection, do: Refreshing, numbers: Iterable[int]
) -> set[Month]:
    """Forget or remember entries, however many; return their months."""
    months: set[Month] = set()
    for batch in batches(sorted(numbers)):
        months |= do(connection, batch)
    return months


def sum_up(connection: sqlite3.Connection, months: Iterable[Month]) -> None:
    """Make what is kept ready of these months again: totals, values in one row, daily counts.

    Then find the milestones from them on.
    """
    ordered = sorted(months)
    _clear(connection, ordered)
    for activity, month in ordered:
        days = days_of_month(month)
        _sum_up_facts(connection, activity, month, days)
        connection.execute(
            _COUNT_DAYS, (month, activity, days.first.isoformat(), days.last.isoformat())
        )
    milestones.find_again(connection, ordered)


def _sum_up_facts(connection: sqlite3.Connection, activity: int, month: int, days: Span) -> None:
    totals: dict[tuple[int, bool, str], list[Fact]] = {}
    values: dict[tuple[int, str], list[Fact]] = {}
    for measure, additive, distance_class, *rest in connection.execute(
        _FACTS_OF_MONTH, (activity, days.first.toordinal(), days.last.toordinal())
    ):
        fact: Fact = tuple(rest)
        totals.setdefault((measure, additive, distance_class), []).append(fact)
        values.setdefault((measure, EVERY), []).append(fact)
        if distance_class:
            values.setdefault((measure, distance_class), []).append(fact)
    for (measure, additive, distance_class), facts in totals.items():
        summed = (number if additive else number * weight for _, number, weight in facts)
        connection.execute(
            "INSERT INTO month_total VALUES (?, ?, ?, ?, ?)",
            (measure, distance_class, month, fsum(summed), fsum(fact[2] for fact in facts)),
        )
    for (measure, distance_class), facts in values.items():
        on, numbers, weights = zip(*sorted(facts), strict=True)
        arrays = packed("i", on), packed("d", numbers), packed("d", weights)
        connection.execute(
            "INSERT INTO month_values VALUES (?, ?, ?, ?, ?, ?)",
            (measure, distance_class, month, *arrays),
        )


def _clear(connection: sqlite3.Connection, months: Iterable[Month]) -> None:
    for activity, month in months:
        for table in ("month_total", "month_values"):
            connection.execute(
                f"DELETE FROM {table} WHERE month = ? "
                "AND measure_id IN (SELECT id FROM measure WHERE activity_id = ?)",
                (month, activity),
            )
        days = days_of_month(month)
        connection.execute(
            "DELETE FROM day_count WHERE activity_id = ? AND day BETWEEN ? AND ?",
            (activity, days.first.toordinal(), days.last.toordinal()),
        )
