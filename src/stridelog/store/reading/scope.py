"""Facts: an activity's values, monthly sums and days, as far as the filters reach.

Beside all entries together stand those of each group: a standard distance, a place, or a tag (an
entry with two tags stands in both).
"""

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from stridelog.domain.comparison import Sample
from stridelog.domain.filters import Filters
from stridelog.domain.month import month_number
from stridelog.domain.period import Span
from stridelog.domain.record import CONFIRMED, EXCLUDED
from stridelog.store.packing import EVERY, unpacked
from stridelog.store.reading.calendar import DAY, as_month
from stridelog.store.reading.conditions import circumstances

By = Literal["distance", "tag", "place"]
"""What entries are grouped by beside their activity."""

Group = str | None
"""The name of a group; None for all entries together."""

Total = tuple[str, int, float, float]
"""Group or nothing, month (``domain/month``), sum of what is summed, sum of weights."""

_CHOSEN = """
WITH chosen AS (
  SELECT entry.id, {month} AS month, {group} AS grouped, {day} AS day
  FROM entry {join}
  WHERE entry.activity_id = ? AND entry.day BETWEEN ? AND ? AND {where})
"""

# The tags about records say nothing of the circumstances.
_TAGGED = f"""LEFT JOIN entry_tag
  ON entry_tag.entry_id = entry.id AND tag NOT IN ('{EXCLUDED}', '{CONFIRMED}')"""

_JOINED = """
FROM chosen JOIN fact ON fact.measure_id = ? AND fact.day = chosen.day
  AND fact.entry_id = chosen.id
"""


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

    def values(self, measure_id: int, window: Span) -> dict[Group, Sample]:
        """Return a measure's values in a window, each group's in the order of the days."""
        if self.is_plain:
            return self._values_kept_ready(measure_id, window)
        chosen, parameters = self._chosen(window)
        return self._sampled(
            f"{chosen} SELECT {self._group}, chosen.id, chosen.day, value, weight {_JOINED} "
            "ORDER BY chosen.day",
            (*parameters, measure_id),
        )

    def _values_kept_ready(self, measure_id: int, window: Span) -> dict[Group, Sample]:
        pieces: dict[str, list[tuple[bytes, bytes, bytes]]] = {}
        for group, *arrays in self.connection.execute(
            "SELECT distance_class, days, numbers, weights FROM month_values "
            "WHERE measure_id = ? AND month BETWEEN ? AND ? ORDER BY month",
            (measure_id, month_number(window.first), month_number(window.last)),
        ):
            pieces.setdefault(group, []).append(tuple(arrays))
        return {
            None if group == EVERY else group: sample
            for group, months in pieces.items()
            if (sample := _within(window, *zip(*months, strict=True))).days
        }

    def totals(self, measure_id: int, road: Span) -> dict[Group, list[Total]]:
        """Return a measure's sums in each month of the road; its days are whole months."""
        if self.is_plain:
            found = self.connection.execute(
                "SELECT distance_class, month, total, weight FROM month_total "
                "WHERE measure_id = ? AND month BETWEEN ? AND ?",
                (measure_id, month_number(road.first), month_number(road.last)),
            ).fetchall()
            return _by_group(found, found)
        summed = f"""
            SUM(CASE measure.kind WHEN 'additive' THEN value ELSE value * weight END), SUM(weight)
            {_JOINED} JOIN measure ON measure.id = fact.measure_id"""
        return self._monthly(self._group, summed, road, measure_id)

    def entries(self, window: Span) -> dict[Group, Sample]:
        """Return a value of 1 for each entry in a window."""
        if self.is_plain:
            rows = self.connection.execute(
                "SELECT day, entries FROM day_count WHERE activity_id = ? AND day BETWEEN ? AND ?",
                (self.activity_id, window.first.toordinal(), window.last.toordinal()),
            )
            days = [day for day, entries in rows for _ in range(entries)]
            ones = [1.0] * len(days)
            return {None: Sample(days, ones, ones)} if days else {}
        chosen, parameters = self._chosen(window)
        return self._sampled(
            f"{chosen} SELECT grouped, id, day, 1.0, 1.0 FROM chosen ORDER BY day", parameters
        )

    def _sampled(self, statement: str, parameters: tuple[object, ...]) -> dict[Group, Sample]:
        """Return rows of group, entry, day, value and weight: all together, and by group."""
        every: dict[int, tuple[int, float, float]] = {}
        parts: dict[Group, list[tuple[int, float, float]]] = {}
        for group, number, *rest in self.connection.execute(statement, parameters):
            fact = tuple(rest)
            every[number] = fact
            if group:
                parts.setdefault(group, []).append(fact)
        samples = {None: list(every.values()), **parts} if every else {}
        return {group: Sample(*zip(*facts, strict=True)) for group, facts in samples.items()}

    def counts(self, road: Span) -> dict[Group, list[Total]]:
        """Return the entries in each month of the road, as sums; its days are whole months."""
        if self.is_plain:
            found = self.connection.execute(
                "SELECT '', month, SUM(entries), 1.0 FROM day_count "
                "WHERE activity_id = ? AND day BETWEEN ? AND ? GROUP BY month",
                (self.activity_id, road.first.toordinal(), road.last.toordinal()),
            ).fetchall()
            return _by_group(found, ())
        return self._monthly("chosen.grouped", "COUNT(*), 1.0 FROM chosen", road)

    def _monthly(
        self, group: str, summed: str, road: Span, *parameters: int
    ) -> dict[Group, list[Total]]:
        """Return sums by month, of all entries and of each group."""

        def sums(scope: Scope, group: str) -> list[Total]:
            chosen, chosen_parameters = scope._chosen(road)
            return scope.connection.execute(
                f"{chosen} SELECT {group}, chosen.month, {summed} GROUP BY 1, 2",
                (*chosen_parameters, *parameters),
            ).fetchall()

        # With two tags an entry stands there twice.
        alone = replace(self, by="distance") if self.by == "tag" else self
        return _by_group(sums(alone, "''"), sums(self, group))

    @property
    def _group(self) -> str:
        return "fact.distance_class" if self.by == "distance" else "chosen.grouped"

    def _chosen(self, window: Span) -> tuple[str, tuple[object, ...]]:
        """Return the entries that are meant, as a common table expression, and its parameters."""
        where, parameters = circumstances(self.filters)
        group = {"distance": "''", "place": "entry.place", "tag": "entry_tag.tag"}[self.by]
        join = _TAGGED if self.by == "tag" else ""
        text = _CHOSEN.format(
            month=as_month("entry.day"), day=DAY, group=group, join=join, where=where
        )
        days = (window.first.isoformat(), window.last.isoformat())
        return text, (self.activity_id, *days, *parameters)


def _within(
    window: Span, days: Iterable[bytes], values: Iterable[bytes], weights: Iterable[bytes]
) -> Sample:
    """Return the part of some whole months that lies in the window."""
    on = unpacked("i", days)
    start = bisect_left(on, window.first.toordinal())
    end = bisect_right(on, window.last.toordinal())
    return Sample(
        on[start:end], unpacked("d", values)[start:end], unpacked("d", weights)[start:end]
    )


def _by_group(every: Sequence[Total], grouped: Sequence[Total]) -> dict[Group, list[Total]]:
    """Return all sums under None, and those of each group under its name."""
    sums: dict[Group, list[Total]] = {None: list(every)}
    for total in grouped:
        if total[0]:
            sums.setdefault(total[0], []).append(total)
    return sums
