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
from stridelog.domain.doubt import moved_by
from stridelog.domain.filters import Filters
from stridelog.domain.measure import Direction, Measure
from stridelog.domain.record import (
    AS_WRITTEN,
    CONFIRMED,
    EXCLUDED,
    Performance,
    now_start,
    season_start,
)
from stridelog.store.catalog import Listed
from stridelog.store.reading.better import ahead, best_first
from stridelog.store.reading.calendar import DAY
from stridelog.store.reading.conditions import circumstances
from stridelog.store.reading.doubts import clock_id
from stridelog.store.reading.record_statements import (
    BEST_OF_LATE,
    BEST_STRETCHES_OF_LATE,
    BETTER_STRETCHES,
    EARLY_STRETCHES,
    FACTS,
    OF_LATE,
    ROWS,
    STRETCHES,
)
from stridelog.store.reading.scope import By

EARLY = 300
"""So many of the first entries are read; of later ones, those that are better."""

EARLY_TRACKS = 100
"""... and of so many of the first with a track the stretches."""

FARTHEST = 1e300  # no value is as far out

CLASSES = ("", *STANDARD_DISTANCES)
"""The standard distances, and all others together."""

Length = str | float
"""The standard distance that an entry covers, or the metres of a stretch inside of a track."""


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
              AND fact.day = {DAY} AND fact.entry_id = entry.id"""
            there = "EXISTS (SELECT 1 FROM fact WHERE measure_id = :measure)"
            return self._chosen(FACTS, source, there, named)
        of_measure = "fact.measure_id = :measure"
        first = f"{of_measure} ORDER BY fact.day, fact.entry_id LIMIT :early"
        better = f"""bounds CROSS JOIN fact ON {of_measure} AND fact.distance_class = bounds.length
          AND fact.value {ahead(measure)} bounds.best {entry}"""
        early = self.rows(FACTS, f"fact {entry}", first, named)
        late = self._late(BEST_OF_LATE.format(order=best_first(measure)), named)
        bounds = _bounds(filter(believed, early), CLASSES, measure.direction)
        if measure == self.pace:
            # The clock's own time of what is as long as written may be less at a slower pace.
            slack = (1.0 + 2.0 * AS_WRITTEN) ** -measure.direction.sign
            bounds = {length: best * slack for length, best in bounds.items()}
        many = {**named, "many": len(early) >= EARLY}
        return once(early, *late, self._beyond(FACTS, better, bounds, many))

    def of_stretches(self, fastest: Mapping[Length, float], believed: Believed) -> list[Row]:
        """Return the fastest stretches of some lengths, in seconds.

        ``fastest`` has the time of each length up to which it is believed.
        """
        if not self.question.is_plain:
            source = "entry CROSS JOIN segment ON segment.entry_id = entry.id"
            return self._chosen(STRETCHES, source, "EXISTS (SELECT 1 FROM segment)", {})
        early = self.rows(STRETCHES, EARLY_STRETCHES, "TRUE", {"early": EARLY_TRACKS})
        if not early:
            return []
        late = (
            self._beyond(
                STRETCHES, BEST_STRETCHES_OF_LATE, fastest, {"since_day": since.isoformat()}
            )
            for since in self.question.since
        )
        bounds = _bounds(filter(believed, early), fastest, Direction.LOWER)
        return once(early, *late, self._beyond(STRETCHES, BETTER_STRETCHES, bounds, {}))

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
        statement = ROWS.format(**columns, source=source, which=which, bounds=bounds, group=group)
        question = self.question
        found = self.connection.execute(
            statement,
            {
                "activity": self.listed.id,
                "pace": self.listed.measure_ids.get(self.pace.name) if self.pace else None,
                "clock": clock_id(self.listed),
                "today": question.today.toordinal(),
                "today_day": question.today.isoformat(),
                "many": True,
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
            yield self.rows(OF_LATE, source, "TRUE", {**named, "since": since.toordinal()})

    def _beyond(
        self,
        columns: Mapping[str, str],
        source: str,
        bounds: Mapping[Length, float],
        named: Mapping[str, object],
    ) -> list[Row]:
        """Return those that lie on the right side of a bound, of each length."""
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
        self, columns: Mapping[str, str], source: str, there: str, named: Mapping[str, object]
    ) -> list[Row]:
        """Return all rows that meet the filters, each with its group; none unless ``there``."""
        text, parameters = circumstances(self.question.filters)
        for number in range(len(parameters)):
            text = text.replace("?", f":filter{number}", 1)
        which = f"{there} AND entry.activity_id = :activity AND {text}"
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
        number, day, at, value, length, moved, weight, clock, confirmed, recorded, group = row
        went = moved_by(self.pace, moved, weight, clock) if moved and weight else None
        done = Performance(number, date.fromordinal(day), at, value, went, bool(confirmed))
        return Row(done, length, bool(recorded), group)


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
