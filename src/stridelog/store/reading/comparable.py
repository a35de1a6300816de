"""What an entry is set beside: the first, the last and the best that can be compared with it.

Comparable entries are those of the same activity before it over the same standard distance; where
the entry covers no standard distance, those that were about as long; where it covers no distance,
all of them.

Few of them are read all; of many, each of the three is found by walking along an index, which
soon meets one. So what this costs hardly grows with the journal. The same statements are run in
any case: among few, those that walk stop before the first step.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from stridelog.domain.comparable import Comparable, Mark, SameWeeks, measure_that_matters
from stridelog.domain.distance import LONGEST, SHORTEST, distance_class
from stridelog.domain.entry import Entry
from stridelog.domain.measure import Direction, Measure
from stridelog.domain.period import shift
from stridelog.store.catalog import Listed
from stridelog.store.reading.better import best_first
from stridelog.store.reading.calendar import local_time
from stridelog.store.reading.conditions import these

FEW = 200
"""So many entries are read at once; among more than that, an index is walked along."""

YEARS_BACK = range(5, 0, -1)
"""How many years ago the same weeks may be, the first choice first."""

DAYS_AROUND = 14
"""Days before and after the same day of an earlier year that are averaged ..."""

ENOUGH = 3
"""... where so many entries are in them."""

_EARLIER = "EXISTS (SELECT 1 FROM entry WHERE id = fact.entry_id AND (at, id) < (:at, :number))"
"""Holds of an entry that was made earlier on the same day, whenever it was logged."""

_AT = "(SELECT at FROM entry WHERE id = fact.entry_id)"

_BEFORE = f"(fact.day < :day OR fact.day = :day AND {_EARLIER})"

_LIKE = f"fact.measure_id = :measure AND fact.distance_class = :class AND {_BEFORE}"

# A plus keeps SQLite from looking a column up, so that it follows the days, or the values.
_LIKE_BY_DAY = f"fact.measure_id = :measure AND +fact.distance_class = :class AND {_BEFORE}"

_LIKE_BY_VALUE = f"""fact.measure_id = :measure AND fact.distance_class = :class
  AND (+fact.day < :day OR +fact.day = :day AND {_EARLIER})"""

_COVERED = """covered.measure_id = :distance AND covered.distance_class = :class
  AND covered.value BETWEEN :shortest AND :longest"""

_OF_COVERED = """CROSS JOIN fact AS covered ON covered.day = fact.day
  AND covered.entry_id = fact.entry_id AND covered.measure_id = :distance
  AND covered.value BETWEEN :shortest AND :longest"""

_SAME_WEEKS = """
WITH around (years, middle) AS (VALUES {windows})
SELECT middle, COUNT(*), SUM(value * weight) / SUM(weight)
FROM around CROSS JOIN fact
  ON fact.measure_id = ? AND fact.day BETWEEN middle - ? AND middle + ?
GROUP BY years HAVING COUNT(*) >= ? ORDER BY years DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Likes:
    """The entries that one is set beside, by a measure: where they are found in the tables.

    The best of them is none of those that hold no record (``uncounted``).
    """

    connection: sqlite3.Connection
    measure: Measure
    parameters: dict[str, object]
    about_as_long: bool = False
    uncounted: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls,
        connection: sqlite3.Connection,
        listed: Listed,
        entry: Entry,
        measure: Measure,
        uncounted: frozenset[int] = frozenset(),
    ) -> "Likes":
        """Return those that can be compared with ``entry``."""
        covered = entry.measurements.get("distance")
        standard = distance_class(covered) if covered else None
        parameters = {
            "measure": listed.id_of(measure.name),
            "number": entry.number,
            "at": local_time(entry.at),
            "day": entry.day.toordinal(),
            "class": standard or "",
            "distance": listed.measure_ids.get("distance"),
            "shortest": (covered or 0.0) * SHORTEST,
            "longest": (covered or 0.0) * LONGEST,
        }
        about_as_long = covered is not None and standard is None
        return cls(connection, measure, parameters, about_as_long, uncounted)

    def few(self) -> list[Mark] | None:
        """Return them all in the order of time; None where they are more than a few."""
        if self.about_as_long:
            source = f"""fact AS covered CROSS JOIN fact ON fact.measure_id = :measure
              AND fact.day = covered.day AND fact.entry_id = covered.entry_id
              WHERE {_COVERED} AND {_BEFORE}"""
        else:
            source = f"fact WHERE {_LIKE_BY_VALUE}"
        rows = self._rows(f"{source} LIMIT {FEW + 1}")
        return None if len(rows) > FEW else [_mark(*row) for row in sorted(rows)]

    def knowing(self, **more: object) -> "Likes":
        """Return the same with more that statements may name; ``many``: that they are many."""
        return replace(self, parameters={**self.parameters, **more})

    def first(self) -> Mark | None:
        """Return the first where they are many."""
        return self._one(_LIKE_BY_DAY, f"fact.day, {_AT}, fact.entry_id")

    def last(self) -> Mark | None:
        """Return the last where they are many."""
        return self._one(_LIKE_BY_DAY, f"fact.day DESC, {_AT} DESC, fact.entry_id DESC")

    def best(self) -> Mark | None:
        """Return the best where they are many."""
        order = f"fact.value {best_first(self.measure)}, fact.day"
        counted = f"fact.entry_id NOT IN {these(self.uncounted)}"
        return self._one(f"{_LIKE_BY_VALUE} AND {counted}", order)

    def best_of(self, marks: Iterable[Mark]) -> Mark | None:
        """Return the best of some in the order of time; of equals, the first."""
        sign = 1 if self.measure.direction is Direction.LOWER else -1
        counted = (mark for mark in marks if mark.number not in self.uncounted)
        return min(counted, key=lambda mark: sign * mark.value, default=None)

    def _one(self, condition: str, order: str) -> Mark | None:
        joined = _OF_COVERED if self.about_as_long else ""
        source = f"fact {joined} WHERE :many AND {condition} ORDER BY {order} LIMIT 1"
        return next((_mark(*row) for row in self._rows(source)), None)

    def _rows(self, source: str) -> list[tuple[int, str, int, float]]:
        """Return day, time, number and value of what stands in the tables behind FROM."""
        return self.connection.execute(
            f"SELECT fact.day, {_AT}, fact.entry_id, fact.value FROM {source}", self.parameters
        ).fetchall()


def _mark(day: int, _at: str, number: int, value: float) -> Mark:
    return Mark(number, date.fromordinal(day), value)


def comparable(
    connection: sqlite3.Connection,
    listed: Listed,
    entry: Entry,
    uncounted: frozenset[int] = frozenset(),
) -> Comparable | None:
    """Return what an entry is set beside, or None where it has no value that says how it went.

    What is ``uncounted`` is not the best.
    """
    measure = measure_that_matters(entry, listed.activity)
    if measure is None:
        return None
    likes = Likes.of(connection, listed, entry, measure, uncounted)
    few = likes.few()
    many = likes.knowing(many=few is None)
    covered = entry.measurements.get("distance")
    return Comparable(
        measure=measure,
        value={**entry.measurements, **entry.derived}[measure.name],
        distance_class=str(likes.parameters["class"]),
        covered=covered,
        first=many.first() or next(iter(few or ()), None),
        last=many.last() or next(reversed(few or ()), None),
        best=many.best() or likes.best_of(few or ()),
        same_weeks=_same_weeks(likes, entry) if covered is None else None,
    )


def _same_weeks(likes: Likes, entry: Entry) -> SameWeeks | None:
    """Return the average around the same day of the earliest year that has enough entries."""
    years_back = [years for years in YEARS_BACK if entry.day.year > years]
    if not years_back:
        return None
    middles = [shift(entry.day, -years, "years").toordinal() for years in years_back]
    row = likes.connection.execute(
        _SAME_WEEKS.format(windows=", ".join(["(?, ?)"] * len(middles))),
        (
            *(value for window in zip(years_back, middles, strict=True) for value in window),
            likes.parameters["measure"],
            DAYS_AROUND,
            DAYS_AROUND,
            ENOUGH,
        ),
    ).fetchone()
    if row is None:
        return None
    middle, entries, value = row
    first, last = max(middle - DAYS_AROUND, 1), middle + DAYS_AROUND
    return SameWeeks(date.fromordinal(first), date.fromordinal(last), entries, value)
