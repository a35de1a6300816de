"""What today's page asks of a journal, each thing read when it is first asked for."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import Rules
from stridelog.domain.course import Course
from stridelog.domain.entry import Entry
from stridelog.domain.period import Span
from stridelog.domain.today import Aim, Stretch, Tally
from stridelog.store.catalog import Listed, read_catalog
from stridelog.store.reading import entries, streaks, trends
from stridelog.store.reading.contents import has_goals

_TALLIES = """
WITH stretch (position, first, last, until) AS (VALUES {stretches})
SELECT COUNT(entry.id), TOTAL(measurement.value)
FROM stretch
LEFT JOIN entry ON entry.activity_id = ? AND entry.day BETWEEN first AND last AND at <= until
LEFT JOIN measurement ON measurement.entry_id = entry.id AND measurement.measure_id = ?
GROUP BY position ORDER BY position
"""

_ON_EACH = """
SELECT id FROM (
  SELECT id, day, ROW_NUMBER() OVER (PARTITION BY day ORDER BY note <> '' DESC, at, id) AS place
  FROM entry WHERE day IN ({days}))
WHERE place <= ? ORDER BY day DESC, place LIMIT ?
"""

ALL = 2**31 - 1
"""More entries than there are."""


def on_each(
    connection: sqlite3.Connection, days: Sequence[date], most: int = ALL, limit: int = ALL
) -> list[Entry]:
    """Return at most so many entries of each of the days, latest day first.

    Of a day, those with a note stand first, then they stand in the order of time.
    """
    numbers = connection.execute(
        _ON_EACH.format(days=", ".join("?" * len(days))),
        (*(day.isoformat() for day in days), most, limit),
    )
    return entries.numbered(connection, [number for (number,) in numbers])


@dataclass(frozen=True)
class JournalToday:
    """The facts of a journal that the panels of today ask for (``domain.today.TodayFacts``)."""

    connection: sqlite3.Connection
    rules: Mapping[str | None, Rules]
    judge: Callable[[], Sequence[Aim]] = tuple
    """Tells where goals stand, which takes more than a journal; asked where there is one."""

    @cached_property
    def _catalog(self) -> Mapping[str, Listed]:
        return read_catalog(self.connection)

    @cached_property
    def activities(self) -> Mapping[str, Activity]:
        """Every activity by its name."""
        return {name: listed.activity for name, listed in self._catalog.items()}

    @cached_property
    def days(self) -> Mapping[str | None, Mapping[int, int]]:
        """Entries by day (an ordinal) of each activity that has any; of the journal under None.

        Nothing at all where nothing was logged.
        """
        found = streaks.days(self.connection)
        return found if found[None] else {}

    @cached_property
    def goals(self) -> Sequence[Aim]:
        """Every goal that is pursued; no more than a look where there is none."""
        return self.judge() if has_goals(self.connection) else ()

    def tallies(self, activity: str, measure: str, stretches: Sequence[Stretch]) -> Sequence[Tally]:
        """Return what was done of an activity in each stretch; without a measure, how often."""
        listed = self._catalog[activity]
        values: list[object] = []
        for position, stretch in enumerate(stretches):
            until = stretch.until.isoformat(timespec="seconds")
            values += (position, stretch.first.isoformat(), stretch.last.isoformat(), until)
        rows = self.connection.execute(
            _TALLIES.format(stretches=", ".join(["(?, ?, ?, ?)"] * len(stretches))),
            (*values, listed.id, listed.id_of(measure) if measure else None),
        )
        return [Tally(*row) for row in rows]

    def on_each(self, days: Sequence[date], limit: int) -> Sequence[Entry]:
        """Return an entry of each of the days, latest first; one with a note where there is one."""
        return on_each(self.connection, days, 1, limit)

    def courses(self, spans: Sequence[Span]) -> Sequence[Course]:
        """Return the course of every measure that has a value in the spans."""
        return trends.courses(self.connection, self._catalog, self.rules, spans)
