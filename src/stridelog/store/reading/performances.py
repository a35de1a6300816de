"""Rows for records: values of entries, and the fastest stretches inside of their tracks.

Of a long history few rows are read: the first entries, the best of late, and those better than the
best of the first, by an index. What ever held a record is one of them. Under filters, and by tag or
place, all are.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.doubt import RANK, moved_by
from stridelog.domain.filters import Filters
from stridelog.domain.measure import Direction, Measure
from stridelog.domain.record import CONFIRMED, EXCLUDED, Performance, now_start, season_start
from stridelog.store.catalog import Listed
from stridelog.store.reading.conditions import circumstances
from stridelog.store.reading.scope import By

EARLY = 300
"""So many of the first entries are read; of later ones, those that are better."""

FARTHEST = 1e300  # no value is as far out

CLASSES = ("", *STANDARD_DISTANCES)
"""The standard distances, and all others together."""

_RECENT = f"""(
  SELECT *, ROW_NUMBER() OVER (PARTITION BY distance_class ORDER BY value {{order}}) AS rank
  FROM fact WHERE measure_id = :measure AND day BETWEEN :since AND :today
    AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = fact.entry_id AND tag = :excluded)
) AS late CROSS JOIN entry ON rank <= {2 * RANK} AND entry.id = late.entry_id"""

Length = str | float
"""The standard distance that an entry covers, or the metres of a stretch inside of a track."""

_ORDINAL = "CAST(julianday(entry.day) - 1721424.5 AS INTEGER)"

_ROWS = """
{bounds}
SELECT entry.id, {day}, entry.at, {value}, {length}, moved.value, moved.weight,
  EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = entry.id AND tag = :confirmed),
  EXISTS (SELECT 1 FROM segment WHERE segment.entry_id = entry.id), {group}
FROM {source}
LEFT JOIN fact AS moved
  ON moved.measure_id = :pace AND moved.day = {day} AND moved.entry_id = entry.id
WHERE {day} <= :today
  AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = entry.id AND tag = :excluded)
  AND {which}
"""

_EARLY_SEGMENTS = """(
  SELECT id AS early FROM entry WHERE activity_id = :activity ORDER BY day, at LIMIT :early)
CROSS JOIN entry ON entry.id = early CROSS JOIN segment ON segment.entry_id = entry.id"""


@dataclass(frozen=True, slots=True)
class RecordQuestion:
    """Whose records are asked for, as they stand on ``today``."""

    filters: Filters
    today: date
    by: By | None = None

    @property
    def since(self) -> tuple[date, ...]:
        """The days from which the best are wanted, too."""
        return season_start(self.today), now_start(self.today)

    @property
    def is_plain(self) -> bool:
        """Tell whether all entries of an activity are meant, together."""
        return self.by is None and circumstances(self.filters)[0] == "TRUE"


@dataclass(frozen=True, slots=True)
class Row:
    """A performance, how long it was, and its tag or place, if that is asked for.

    ``recorded`` tells that the stretches inside of it are known.
    """

    performance: Performance
    length: Length
    recorded: bool
    group: str | None

    @property
    def identity(self) -> tuple[int, Length, str | None]:
        """What tells it from others."""
        return self.performance.number, self.length, self.group


Believed = Callable[[Row], bool]
"""Tells whether a row may hold a record."""


@dataclass(frozen=True, slots=True)
class Performances:
    """The rows of one activity; ``pace`` is its pace or speed, None where it has none."""

    connection: sqlite3.Connection
    listed: Listed
    question: RecordQuestion
    pace: Measure | None

    def of_measure(self, measure: Measure, believed: Believed) -> list[Row]:
        """Return the rows of a measure, each with its standard distance or ""."""
        named = {"measure": self.listed.id_of(measure.name)}
        entry = "CROSS JOIN entry ON entry.id = fact.entry_id"
        if not self.question.is_plain:
            source = f"""entry CROSS JOIN fact ON fact.measure_id = :measure
              AND fact.day = {_ORDINAL} AND fact.entry_id = entry.id"""
            return self._chosen(FACTS, source, named)
        of_measure = "fact.measure_id = :measure"
        first = f"{of_measure} ORDER BY fact.day, fact.entry_id LIMIT :early"
        better = f"""bounds CROSS JOIN fact ON {of_measure} AND fact.distance_class = bounds.length
          AND fact.value {_ahead(measure)} bounds.best {entry}"""
        early = self.rows(FACTS, f"fact {entry}", first, named)
        late = self._late(_RECENT.format(order=_order(measure)), named)
        bounds = _bounds(filter(believed, early), CLASSES, measure.direction)
        many = {**named, "many": len(early) >= EARLY}
        return once(early, *late, self._better(FACTS, better, bounds, many))

    def of_segments(self, metres: Sequence[float], believed: Believed) -> list[Row]:
        """Return the fastest stretches of some lengths, in seconds."""
        source = "entry CROSS JOIN segment ON segment.entry_id = entry.id"
        if not self.question.is_plain:
            return self._chosen(_STRETCHES, source, {})
        better = """bounds CROSS JOIN segment
          ON segment.metres = bounds.length AND segment.seconds < bounds.best
          CROSS JOIN entry ON entry.id = segment.entry_id AND entry.activity_id = :activity"""
        since = min(self.question.since).isoformat()
        recent = "entry.activity_id = :activity AND entry.day >= :since_day"
        early = self.rows(_STRETCHES, _EARLY_SEGMENTS, "TRUE", {})
        late = self.rows(_STRETCHES, source, recent, {"since_day": since})
        bounds = _bounds(filter(believed, early), metres, Direction.LOWER)
        more = self._better(_STRETCHES, better, bounds, {"many": True})
        return once(early, late, more)

    def rows(
        self,
        columns: Mapping[str, str],
        source: str,
        which: str,
        named: Mapping[str, object],
        bounds: str = "",
        group: str = "NULL",
    ) -> list[Row]:
        """Return the rows that stand in the tables behind FROM and WHERE."""
        statement = _ROWS.format(**columns, source=source, which=which, bounds=bounds, group=group)
        question = self.question
        found = self.connection.execute(
            statement,
            {
                "activity": self.listed.id,
                "pace": self.listed.measure_ids.get(self.pace.name) if self.pace else None,
                "today": question.today.toordinal(),
                "early": EARLY,
                "confirmed": CONFIRMED,
                "excluded": EXCLUDED,
                **named,
            },
        )
        return [self._row(row) for row in found]

    def _late(self, source: str, named: Mapping[str, object]) -> Iterable[list[Row]]:
        """Return the best since each of the days that are asked for."""
        for since in self.question.since:
            yield self.rows(_OF_LATE, source, "TRUE", {**named, "since": since.toordinal()})

    def _better(
        self,
        columns: Mapping[str, str],
        source: str,
        bounds: Mapping[Length, float],
        named: Mapping[str, object],
    ) -> list[Row]:
        """Return those that are better than the best of the early ones, of each length."""
        values = ", ".join(f"(:length{n}, :best{n})" for n in range(len(bounds)))
        sought = {f"length{n}": length for n, length in enumerate(bounds)}
        best = {f"best{n}": value for n, value in enumerate(bounds.values())}
        return self.rows(
            columns,
            source,
            ":many",
            {**named, **sought, **best},
            f"WITH bounds (length, best) AS (VALUES {values})",
        )

    def _chosen(
        self, columns: Mapping[str, str], source: str, named: Mapping[str, object]
    ) -> list[Row]:
        """Return all rows that meet the filters, each with its group if there is any."""
        text, parameters = circumstances(self.question.filters)
        for number in range(len(parameters)):
            text = text.replace("?", f":filter{number}", 1)
        which = f"entry.activity_id = :activity AND {text}"
        group = "NULL"
        if self.question.by == "tag":
            group = "tagged.tag"
            source += " CROSS JOIN entry_tag AS tagged ON tagged.entry_id = entry.id"
            which += " AND tagged.tag <> :confirmed"
        elif self.question.by == "place":
            group = "entry.place"
            which += " AND entry.place <> ''"
        filled = {f"filter{number}": value for number, value in enumerate(parameters)}
        return self.rows(columns, source, which, {**named, **filled}, group=group)

    def _row(self, row: Sequence[Any]) -> Row:
        number, day, at, value, length, moved, weight, confirmed, recorded, group = row
        went = moved_by(self.pace, moved, weight) if moved and weight else None
        done = Performance(number, date.fromordinal(day), at, value, went, bool(confirmed))
        return Row(done, length, bool(recorded), group)


FACTS = {"day": "fact.day", "value": "fact.value", "length": "fact.distance_class"}

_OF_LATE = {"day": "late.day", "value": "late.value", "length": "late.distance_class"}

_STRETCHES = {"day": _ORDINAL, "value": "segment.seconds", "length": "segment.metres"}


def _ahead(measure: Measure) -> str:
    return "<" if measure.direction is Direction.LOWER else ">"


def _order(measure: Measure) -> str:
    return "ASC" if measure.direction is Direction.LOWER else "DESC"


def _bounds(
    rows: Iterable[Row], lengths: Iterable[Length], direction: Direction
) -> dict[Length, float]:
    """Return the best value of each length; what is better than any where there is none."""
    worst = FARTHEST * -direction.sign
    best = dict.fromkeys(lengths, worst)
    for row in rows:
        value = row.performance.value
        if (value - best.get(row.length, value)) * direction.sign > 0:
            best[row.length] = value
    return best


def once(*parts: Iterable[Row]) -> list[Row]:
    """Return all rows of the parts, each once."""
    return list({row.identity: row for part in parts for row in part}.values())
