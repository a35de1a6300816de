"""Rows of facts: an activity's values, monthly sums and days, as far as the filters reach.

A row begins with the group it belongs to, empty where it belongs to none: the standard distance,
the place, or a tag (an entry with two tags stands there twice).
"""

import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import Literal

from stridelog.domain.filters import Filters
from stridelog.domain.period import Span
from stridelog.store.reading.conditions import circumstances

By = Literal["distance", "tag", "place"]
"""What entries are grouped by beside their activity."""

Value = tuple[str, int, float, float]
"""Group, day (an ordinal), value and weight."""

Total = tuple[str, int, float, float]
"""Group, month (``year * 12 + month - 1``), sum of what is summed, sum of weights."""

_CHOSEN = """
WITH chosen AS (
  SELECT entry.id, entry.day AS civil, {group} AS grouped,
    CAST(julianday(entry.day) - 1721424.5 AS INTEGER) AS day
  FROM entry {join}
  WHERE entry.activity_id = ? AND entry.day BETWEEN ? AND ? AND {where})
"""

_JOINED = """
FROM chosen JOIN fact ON fact.measure_id = ? AND fact.day = chosen.day
  AND fact.entry_id = chosen.id
"""


def month_number(day: date) -> int:
    """Return the number that the tables kept ready know the day's month by."""
    return day.year * 12 + day.month - 1


@dataclass(frozen=True, slots=True)
class Scope:
    """The facts of one activity, grouped in one way, under some circumstances."""

    connection: sqlite3.Connection
    activity_id: int
    filters: Filters
    by: By

    @property
    def is_plain(self) -> bool:
        """Tell whether the sums kept ready can answer."""
        return self.by == "distance" and circumstances(self.filters)[0] == "TRUE"

    def values(self, measure_id: int, window: Span) -> list[Value]:
        """Return a measure's values in a window, by day."""
        if self.is_plain:
            return self.connection.execute(
                "SELECT distance_class, day, value, weight FROM fact "
                "WHERE measure_id = ? AND day BETWEEN ? AND ?",
                (measure_id, window.first.toordinal(), window.last.toordinal()),
            ).fetchall()
        chosen, parameters = self._chosen(window)
        return self.connection.execute(
            f"{chosen} SELECT {self._group}, chosen.day, value, weight {_JOINED} "
            "ORDER BY chosen.day",
            (*parameters, measure_id),
        ).fetchall()

    def totals(self, measure_id: int, road: Span) -> list[Total]:
        """Return a measure's sums in each month of the road; its days are whole months."""
        if self.is_plain:
            return self.connection.execute(
                "SELECT distance_class, month, total, weight FROM month_total "
                "WHERE measure_id = ? AND month BETWEEN ? AND ?",
                (measure_id, month_number(road.first), month_number(road.last)),
            ).fetchall()
        chosen, parameters = self._chosen(road)
        return self.connection.execute(
            f"""
            {chosen} SELECT {self._group},
              substr(chosen.civil, 1, 4) * 12 + substr(chosen.civil, 6, 2) - 1,
              SUM(CASE measure.kind WHEN 'additive' THEN value ELSE value * weight END),
              SUM(weight)
            {_JOINED} JOIN measure ON measure.id = fact.measure_id GROUP BY 1, 2
            """,
            (*parameters, measure_id),
        ).fetchall()

    def entries(self, window: Span) -> list[Value]:
        """Return a row of value and weight 1 for each entry in a window, by day."""
        if self.is_plain:
            days = self.connection.execute(
                "SELECT '', day, 1.0, 1.0, entries FROM day_count "
                "WHERE activity_id = ? AND day BETWEEN ? AND ?",
                (self.activity_id, window.first.toordinal(), window.last.toordinal()),
            )
            return [row[:4] for row in days for _ in range(row[4])]
        chosen, parameters = self._chosen(window)
        return self.connection.execute(
            f"{chosen} SELECT grouped, day, 1.0, 1.0 FROM chosen ORDER BY day", parameters
        ).fetchall()

    @property
    def _group(self) -> str:
        return "fact.distance_class" if self.by == "distance" else "chosen.grouped"

    def _chosen(self, window: Span) -> tuple[str, tuple[object, ...]]:
        """Return the entries that are meant, as a common table expression, and its parameters."""
        where, parameters = circumstances(self.filters)
        group = {"distance": "''", "place": "entry.place", "tag": "entry_tag.tag"}[self.by]
        join = "JOIN entry_tag ON entry_tag.entry_id = entry.id" if self.by == "tag" else ""
        text = _CHOSEN.format(group=group, join=join, where=where)
        days = (window.first.isoformat(), window.last.isoformat())
        return text, (self.activity_id, *days, *parameters)
