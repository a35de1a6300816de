"""The facts that goals are judged by: the values of what counts for each, up to a day.

A scope without tags and places is answered by the tables kept ready, a row a month; one of all
activities is asked of the entries. One statement for each scope, and up to three more where a best
one is looked for, however many entries there are.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from stridelog.domain.comparison import Sample
from stridelog.domain.distance import LONGEST, SHORTEST, STANDARD_DISTANCES
from stridelog.domain.filters import Filters
from stridelog.domain.goal import Scope
from stridelog.domain.measure import Kind
from stridelog.domain.period import Span
from stridelog.domain.standing import Asked, Facts
from stridelog.store.catalog import Listed
from stridelog.store.reading.calendar import DAY
from stridelog.store.reading.conditions import circumstances
from stridelog.store.reading.goal_bests import bests_of, runs_by_day
from stridelog.store.reading.races import tagged_races
from stridelog.store.reading.scope import Scope as Reach

_EVERY_ENTRY = f"""
SELECT {DAY} FROM {{entries}}
WHERE entry.day BETWEEN ? AND ? AND {{where}} ORDER BY entry.day
"""

_TAGGED = "entry_tag AS named CROSS JOIN entry ON entry.id = named.entry_id AND named.tag = ?"
"""Entries with a tag: few of all, and found by an index."""


def facts(
    connection: sqlite3.Connection,
    catalog: Mapping[str, Listed],
    asked: Iterable[Asked],
    until: date,
) -> Facts:
    """Return what was asked for, of all of them together; what nobody can have is left out."""
    every, ever = list(asked), Span(date.min, until)
    values = {
        scope: values_of(connection, catalog, scope, Span(first, until))
        for scope, first in _since(every, until).items()
    }
    raced = {name: first for name, first in _raced(every, until).items() if name in catalog}
    best = {scope: None for one in every if one.bests for scope in one.scopes}
    return Facts(
        values,
        {name: runs_by_day(connection, catalog[name], ever) for name in raced},
        {
            name: tuple(tagged_races(connection, catalog[name], Span(first, until)))
            for name, first in raced.items()
        },
        {
            scope: bests_of(connection, catalog[scope.activity], scope, values[scope], ever)
            for scope in best
            if scope.activity in catalog
        },
        frozenset(scope for scope in values if _is_summed(catalog, scope)),
    )


def _since(every: Iterable[Asked], until: date) -> Mapping[Scope, date]:
    """Return the day from which the values of each scope are asked for, ``until`` at the latest."""
    since: dict[Scope, date] = {}
    for one in every:
        for scope in one.scopes:
            since[scope] = min(since.get(scope, until), one.since or date.min)
    return since


def _raced(every: Iterable[Asked], until: date) -> Mapping[str, date]:
    """Return the activities whose races are asked for, and from which day on."""
    raced: dict[str, date] = {}
    for one in every:
        if one.races:
            name = one.scopes[0].activity
            raced[name] = min(raced.get(name, until), one.races)
    return raced


def _is_summed(catalog: Mapping[str, Listed], scope: Scope) -> bool:
    """Tell whether the values of a scope are amounts; how often something is done is one."""
    listed = catalog.get(scope.activity)
    measure = listed.activity.measure(scope.measure) if listed else None
    return not scope.measure or (measure is not None and measure.kind is Kind.ADDITIVE)


def values_of(
    connection: sqlite3.Connection, catalog: Mapping[str, Listed], scope: Scope, span: Span
) -> Sample:
    """Return the values of a scope in a span, oldest first; without a measure, 1 an entry."""
    filters = Filters(tags=scope.tags, not_tags=scope.not_tags, place=scope.place)
    if not scope.activity:
        return _every_entry(connection, filters, span)
    listed = catalog.get(scope.activity)
    if listed is None:
        return Sample()
    if not scope.measure:
        covered = replace(filters, distance=_covered(scope.distance))
        return Reach(connection, listed.id, covered, "distance").entries(span).get(None, Sample())
    measure = listed.measure_ids.get(scope.measure)
    if measure is None:
        return Sample()
    groups = Reach(connection, listed.id, filters, "distance").values(measure, span)
    return groups.get(scope.distance or None, Sample())


def _covered(distance: str) -> tuple[float, float] | None:
    metres = STANDARD_DISTANCES.get(distance)
    return (metres * SHORTEST, metres * LONGEST) if metres else None


def _every_entry(connection: sqlite3.Connection, filters: Filters, span: Span) -> Sample:
    where, parameters = circumstances(filters)
    days = (span.first.isoformat(), span.last.isoformat())
    tag = filters.tags[:1]
    statement = _EVERY_ENTRY.format(entries=_TAGGED if tag else "entry", where=where)
    found = connection.execute(statement, (*tag, *days, *parameters))
    ordinals = [day for (day,) in found]
    ones = [1.0] * len(ordinals)
    return Sample(ordinals, ones, ones)
