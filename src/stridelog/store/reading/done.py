"""The entries of an activity as the rules of milestones see them, month by month."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from stridelog.domain.done import Done
from stridelog.domain.feat import Feat, feats
from stridelog.domain.period import month_of
from stridelog.store.catalog import Listed

Month = int
"""``year * 12 + month - 1``."""

Dishonoured = frozenset[tuple[int, float]]
"""What holds no record: numbers of entries with 0 metres, and stretches of so many metres."""

MONTHS_AT_HAND = 4
"""Months that are remembered: this one, and the same a year and five years ago."""

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


def month_number(day: date) -> Month:
    """Return the number of the month that a day lies in."""
    return day.year * 12 + day.month - 1


def first_of(month: Month) -> date:
    """Return the first day of a month."""
    return date(month // 12, month % 12 + 1, 1)


def dishonoured(connection: sqlite3.Connection, listed: Listed) -> Dishonoured:
    """Return what holds no record, as it is kept ready."""
    return frozenset(
        connection.execute(
            "SELECT entry_id, metres FROM dishonoured WHERE activity_id = ?", (listed.id,)
        )
    )


@dataclass(slots=True)
class Months:
    """What was done of an activity in each month; the ones last asked for are remembered."""

    connection: sqlite3.Connection
    listed: Listed
    dishonoured: Dishonoured
    _at_hand: dict[Month, Mapping[date, tuple[Done, ...]]] = field(default_factory=dict)
    _feats: dict[int, tuple[Feat, ...]] = field(default_factory=dict)

    def of(self, month: Month) -> Mapping[date, tuple[Done, ...]]:
        """Return the entries of each day of a month that has any, in the order of time."""
        if month not in self._at_hand:
            if len(self._at_hand) >= MONTHS_AT_HAND:
                self._forget(next(iter(self._at_hand)))
            self._at_hand[month] = self._read(month)
        return self._at_hand[month]

    def on(self, day: date) -> tuple[Done, ...]:
        """Return the entries of a day, in the order of time."""
        return self.of(month_number(day)).get(day, ())

    def feats(self, done: Done) -> tuple[Feat, ...]:
        """Return the feats of an entry of a month that is at hand."""
        if done.number not in self._feats:
            self._feats[done.number] = tuple(feats(done, self.listed.activity))
        return self._feats[done.number]

    def _forget(self, month: Month) -> None:
        for entries in self._at_hand.pop(month).values():
            for done in entries:
                self._feats.pop(done.number, None)

    def _read(self, month: Month) -> dict[date, tuple[Done, ...]]:
        days = month_of(first_of(month))
        ordinals = (self.listed.id, days.first.toordinal(), days.last.toordinal())
        texts = (self.listed.id, days.first.isoformat(), days.last.isoformat())
        values: dict[int, dict[str, tuple[float, float]]] = {}
        distances: dict[int, str] = {}
        for number, measure, value, weight, distance in self.connection.execute(_FACTS, ordinals):
            values.setdefault(number, {})[measure] = (value, weight)
            distances[number] = distance
        tags: dict[int, tuple[str, ...]] = {}
        for number, tag in self.connection.execute(_TAGS, texts):
            tags[number] = (*tags.get(number, ()), tag)
        segments: dict[int, dict[float, float]] = {}
        for number, metres, seconds in self.connection.execute(_SEGMENTS, texts):
            if (number, metres) not in self.dishonoured:
                segments.setdefault(number, {})[metres] = seconds
        found: dict[date, list[Done]] = {}
        for number, day, at, place in self.connection.execute(_ENTRIES, texts):
            done = Done(
                number,
                date.fromisoformat(day),
                at,
                values.get(number, {}),
                distances.get(number, ""),
                tags.get(number, ()),
                place,
                segments.get(number, {}),
                (number, 0.0) not in self.dishonoured,
            )
            found.setdefault(done.day, []).append(done)
        return {day: tuple(sorted(found[day], key=_in_order)) for day in sorted(found)}


def _in_order(done: Done) -> tuple[object, ...]:
    """Return what entries of a day are ordered by: never by when they were logged."""
    return (
        done.at,
        sorted(done.values.items()),
        done.tags,
        done.place,
        sorted(done.segments.items()),
    )
