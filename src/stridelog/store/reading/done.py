"""The entries of an activity as the rules of milestones see them, month by month."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from stridelog.domain.done import Done
from stridelog.domain.feat import Feat, Judged
from stridelog.domain.month import days_of_month, month_number
from stridelog.domain.period import Span
from stridelog.store.catalog import Listed

Month = int
"""The number of a month (``domain/month``)."""

Uncounted = frozenset[tuple[int, float]]
"""What holds no record: numbers of entries with 0 metres, and stretches of so many metres."""

MONTHS_AT_HAND = 4
"""Months that are remembered: this one, and the same a year, five and ten years ago."""

Values = dict[str, tuple[float, float]]
"""Value and weight of each measure."""

_ENTRIES = """
SELECT id, day, at, place FROM entry WHERE activity_id = ? AND day BETWEEN ? AND ?
"""

_FACTS = """
SELECT entry_id, measure.name, value, weight, distance_class
FROM measure JOIN fact ON fact.measure_id = measure.id
WHERE measure.activity_id = ? AND fact.day BETWEEN ? AND ?
"""

_TAGS = """
SELECT entry_id, tag FROM entry CROSS JOIN entry_tag ON entry_id = entry.id
WHERE activity_id = ? AND day BETWEEN ? AND ? ORDER BY entry_id, tag
"""

_SEGMENTS = """
SELECT entry_id, metres, seconds FROM entry CROSS JOIN segment ON entry_id = entry.id
WHERE activity_id = ? AND day BETWEEN ? AND ?
"""


def uncounted_parts(connection: sqlite3.Connection, listed: Listed) -> Uncounted:
    """Return what holds no record, as it is kept ready."""
    return frozenset(
        connection.execute(
            "SELECT entry_id, metres FROM uncounted WHERE activity_id = ?", (listed.id,)
        )
    )


class Months:
    """What was done of an activity in each month; the ones last asked for are remembered."""

    def __init__(
        self, connection: sqlite3.Connection, listed: Listed, uncounted: Uncounted
    ) -> None:
        self._connection = connection
        self._activity_id = listed.id
        self._judged = Judged.of(listed.activity)
        self._uncounted = uncounted
        self._at_hand: dict[Month, Mapping[date, tuple[Done, ...]]] = {}
        self._feats: dict[int, tuple[Feat, ...]] = {}
        self._bounds: dict[int, tuple[Feat, ...]] = {}

    def of(self, month: Month) -> Mapping[date, tuple[Done, ...]]:
        """Return the entries of each day of a month that has any, in the order of time."""
        if month not in self._at_hand:
            if len(self._at_hand) >= MONTHS_AT_HAND:
                self._forget(next(iter(self._at_hand)))
            self._at_hand[month] = self._read(days_of_month(month))
        return self._at_hand[month]

    def on(self, day: date) -> tuple[Done, ...]:
        """Return the entries of a day, in the order of time."""
        return self.of(month_number(day)).get(day, ())

    def feats(self, done: Done) -> tuple[Feat, ...]:
        """Return the feats of an entry of a month that is at hand."""
        if done.number not in self._feats:
            self._feats[done.number] = tuple(self._judged.feats(done))
        return self._feats[done.number]

    def bounds(self, done: Done) -> tuple[Feat, ...]:
        """Return the bounds of an entry of a month that is at hand."""
        if done.number not in self._bounds:
            self._bounds[done.number] = tuple(self._judged.bounds(done))
        return self._bounds[done.number]

    def _forget(self, month: Month) -> None:
        for entries in self._at_hand.pop(month).values():
            for done in entries:
                self._feats.pop(done.number, None)
                self._bounds.pop(done.number, None)

    def _read(self, days: Span) -> dict[date, tuple[Done, ...]]:
        values, distances = self._facts(days)
        tags: dict[int, tuple[str, ...]] = {}
        for number, tag in self._rows(_TAGS, days):
            tags[number] = (*tags.get(number, ()), tag)
        segments: dict[int, dict[float, float]] = {}
        for number, metres, seconds in self._rows(_SEGMENTS, days):
            if (number, metres) not in self._uncounted:
                segments.setdefault(number, {})[metres] = seconds
        found: dict[date, list[Done]] = {}
        for number, day, at, place in self._rows(_ENTRIES, days):
            done = Done(
                number,
                date.fromisoformat(day),
                at,
                values.get(number, {}),
                distances.get(number, ""),
                tags.get(number, ()),
                place,
                segments.get(number, {}),
                (number, 0.0) not in self._uncounted,
            )
            found.setdefault(done.day, []).append(done)
        return {day: tuple(sorted(found[day], key=_in_order)) for day in sorted(found)}

    def _rows(self, statement: str, days: Span) -> sqlite3.Cursor:
        asked = self._activity_id, days.first.isoformat(), days.last.isoformat()
        return self._connection.execute(statement, asked)

    def _facts(self, days: Span) -> tuple[dict[int, Values], dict[int, str]]:
        """Return the values, and the standard distance, of each entry that has any."""
        values: dict[int, Values] = {}
        distances: dict[int, str] = {}
        asked = self._activity_id, days.first.toordinal(), days.last.toordinal()
        for number, measure, value, weight, distance in self._connection.execute(_FACTS, asked):
            values.setdefault(number, {})[measure] = (value, weight)
            distances[number] = distance
        return values, distances


def _in_order(done: Done) -> tuple[object, ...]:
    """Return what entries of a day are ordered by: never by when they were logged."""
    return (
        done.at,
        sorted(done.values.items()),
        done.tags,
        done.place,
        sorted(done.segments.items()),
    )
