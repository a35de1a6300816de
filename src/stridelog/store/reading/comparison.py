"""The values of two windows, and the road between them."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from stridelog.domain.activity import leading_measure
from stridelog.domain.comparison import CompareFacts, Facts, Sample, Words, frequency
from stridelog.domain.filters import Filters
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.month import month_number
from stridelog.domain.period import DAYS_A_WEEK, Span, buckets
from stridelog.store.catalog import Listed, read_catalog
from stridelog.store.reading.better import best_first
from stridelog.store.reading.calendar import DAY
from stridelog.store.reading.conditions import circumstances, these
from stridelog.store.reading.doubts import uncounted
from stridelog.store.reading.scope import By, Group, Scope, Total

_NOTHING = Sample((), (), ())

_LONGEST_BY_MONTH = 24
"""A road of up to this many months has a point a month; a longer one a point a quarter."""


_BEST_NOTE = f"""
SELECT entry.id, entry.day, entry.note
FROM entry JOIN fact ON fact.measure_id = ? AND fact.entry_id = entry.id
  AND fact.day = {DAY} {{within}}
WHERE entry.activity_id = ? AND entry.day BETWEEN ? AND ? AND entry.note <> '' AND {{where}}
  AND entry.id NOT IN {{no_best}}
ORDER BY fact.value {{best_first}}, entry.day LIMIT 1
"""


@dataclass(frozen=True)
class Sides:
    """What is set side by side on the day ``today``: two windows under some circumstances."""

    then: Span
    now: Span
    filters: Filters
    today: date
    by: By = "distance"

    @property
    def way(self) -> Span:
        """From the first day of the road to its last."""
        return Span(self.road[0].first, self.road[-1].last)

    @cached_property
    def road(self) -> tuple[Span, ...]:
        """Whole months or quarters from the beginning of the one window to the end of the other."""
        way = Span(min(self.then.first, self.now.first), max(self.then.last, self.now.last))
        months = month_number(way.last) - month_number(way.first) + 1
        return buckets(way, "month" if months <= _LONGEST_BY_MONTH else "quarter")


def comparison(connection: sqlite3.Connection, sides: Sides) -> CompareFacts:
    """Return what is known of every measure on the two sides.

    The number of statements grows with the activities and their measures, not with the entries.
    """
    rows: list[Facts] = []
    then_words: list[Words] = []
    now_words: list[Words] = []
    for listed in _asked_for(read_catalog(connection), sides.filters):
        scope = Scope(connection, listed.id, sides.filters, sides.by)
        found = [*_frequency(scope, listed, sides), *_measures(scope, listed, sides)]
        if not found:
            continue
        no_best = uncounted(connection, listed, sides.today)
        found = _without_best(connection, listed, found, no_best)
        rows += found
        group = _fullest_class(found)
        then_words += _words(scope, listed, sides.then.until(sides.today), group, no_best)
        now_words += _words(scope, listed, sides.now.until(sides.today), group, no_best)
    return CompareFacts(tuple(rows), tuple(then_words), tuple(now_words), sides.road)


def _asked_for(catalog: Mapping[str, Listed], filters: Filters) -> Iterable[Listed]:
    return (
        listed
        for name, listed in catalog.items()
        if filters.activity in {"", name} and filters.area in {"", listed.activity.area}
    )


def _frequency(scope: Scope, listed: Listed, sides: Sides) -> Iterable[Facts]:
    """How often: a value of one for each entry. Not asked within a distance."""
    then = scope.entries(sides.then)
    now = scope.entries(sides.now)
    if not (then or now):
        return
    totals = scope.counts(sides.way)
    for group in _groups(then, now):
        yield Facts(
            activity=listed.activity.name,
            area=listed.activity.area,
            measure=frequency(listed.activity.area),
            group=group,
            then=then.get(group, _NOTHING),
            now=now.get(group, _NOTHING),
            road=_amounts(sides, totals.get(group, ())),
        )


def _measures(scope: Scope, listed: Listed, sides: Sides) -> Iterable[Facts]:
    for measure in listed.activity.measures:
        yield from _measure(scope, listed, sides, measure)


def _measure(scope: Scope, listed: Listed, sides: Sides, measure: Measure) -> Iterable[Facts]:
    id_ = listed.id_of(measure.name)
    then = scope.values(id_, sides.then)
    now = scope.values(id_, sides.now)
    if not (then or now):
        return
    totals = scope.totals(id_, sides.way)
    for group in _groups(then, now):
        within_distance = group is not None and scope.by == "distance"
        if within_distance and not _says_something_over_a_distance(measure):
            continue
        summed = measure.kind is Kind.ADDITIVE and not within_distance
        road = (_amounts if summed else _averages)(sides, totals.get(group, ()))
        yield Facts(
            activity=listed.activity.name,
            area=listed.activity.area,
            measure=measure,
            group=group,
            then=then.get(group, _NOTHING),
            now=now.get(group, _NOTHING),
            road=road,
        )


def _without_best(
    connection: sqlite3.Connection, listed: Listed, rows: list[Facts], numbers: frozenset[int]
) -> list[Facts]:
    """Return rows that know what holds no record, of some entries."""
    if not numbers:
        return rows
    held: dict[int, set[tuple[int, float]]] = {}
    for measure_id, day, value in connection.execute(
        f"""SELECT fact.measure_id, fact.day, fact.value
        FROM entry CROSS JOIN measure ON measure.activity_id = entry.activity_id
        CROSS JOIN fact ON fact.measure_id = measure.id AND fact.entry_id = entry.id
          AND fact.day = {DAY}
        WHERE entry.id IN {these(numbers)}"""
    ):
        held.setdefault(measure_id, set()).add((day, value))
    ids = listed.measure_ids
    return [
        replace(row, uncounted=frozenset(held.get(ids.get(row.measure.name, 0), ())))
        for row in rows
    ]


def _says_something_over_a_distance(measure: Measure) -> bool:
    return measure.kind is not Kind.ADDITIVE or measure.name == "duration"


def _groups(then: Mapping[Group, Sample], now: Mapping[Group, Sample]) -> list[Group]:
    return [None, *sorted({group for group in (*then, *now) if group is not None})]


def _amounts(sides: Sides, totals: Iterable[Total]) -> tuple[float | None, ...]:
    """Return the amount per week of each span of the road, over its days up to today."""
    sums = _monthly(totals)
    return tuple(
        sum(sums.get(month, (0.0, 0.0))[0] for month in _months(span))
        # A day or two would say too much of a week.
        * (DAYS_A_WEEK / max(over.days, DAYS_A_WEEK))
        if (over := span.until(sides.today))
        else None
        for span in sides.road
    )


def _averages(sides: Sides, totals: Iterable[Total]) -> tuple[float | None, ...]:
    """Return the weighted average of each span of the road, None where there is nothing."""
    sums = _monthly(totals)
    points: list[float | None] = []
    for span in sides.road:
        found = [sums[month] for month in _months(span) if month in sums]
        weight = sum(w for _, w in found)
        points.append(sum(total for total, _ in found) / weight if weight else None)
    return tuple(points)


def _monthly(totals: Iterable[Total]) -> dict[int, tuple[float, float]]:
    """Return sum and weight of each month; a month may stand in several rows."""
    sums: dict[int, tuple[float, float]] = {}
    for _, month, total, weight in totals:
        before = sums.get(month, (0.0, 0.0))
        sums[month] = (before[0] + total, before[1] + weight)
    return sums


def _months(span: Span) -> range:
    return range(month_number(span.first), month_number(span.last) + 1)


def _fullest_class(rows: Sequence[Facts]) -> Group:
    """Return the group in which both sides hold most, None where no group has both."""
    best: tuple[int, Group] = (0, None)
    for row in rows:
        if row.group is not None:
            best = max(best, (min(len(row.then.days), len(row.now.days)), row.group), key=_first)
    return best[1]


def _first(pair: tuple[int, Group]) -> int:
    return pair[0]


def _words(
    scope: Scope, listed: Listed, window: Span | None, group: Group, no_best: frozenset[int]
) -> list[Words]:
    """Return the note of the best entry that has one, as a list of none or one."""
    leading = leading_measure(listed.activity)
    if leading is None or window is None:
        return []
    where, parameters = circumstances(scope.filters)
    distance = group if scope.by == "distance" else None
    row = scope.connection.execute(
        _BEST_NOTE.format(
            within="" if distance is None else "AND fact.distance_class = ?",
            where=where,
            no_best=these(no_best),
            best_first=best_first(leading),
        ),
        (
            listed.id_of(leading.name),
            *([] if distance is None else [distance]),
            listed.id,
            window.first.isoformat(),
            window.last.isoformat(),
            *parameters,
        ),
    ).fetchone()
    if row is None:
        return []
    number, day, note = row
    return [Words(listed.activity.name, distance, number, date.fromisoformat(day), note)]
