"""What was set for streaks, read in four statements however much it is."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from stridelog.domain.cadence import (
    EVERY_WEEKDAY,
    Cadence,
    CadenceChange,
    Protection,
    Rules,
    SkipChange,
)
from stridelog.domain.period import Span
from stridelog.domain.rules import in_force


def rules(connection: sqlite3.Connection) -> dict[str | None, Rules]:
    """Return the rules that hold for the streaks of each activity, and of the whole journal (None).

    Where no rules hold, there is no item.
    """
    names = connection.execute("SELECT name FROM activity ORDER BY id").fetchall()
    return in_force(said(connection), [name for (name,) in names])


def said(connection: sqlite3.Connection) -> dict[str | None, Rules]:
    """Return what was said for each activity, and for the whole journal (None), which is first.

    In the order of days; that for which nothing was said is left out.
    """
    found: dict[str | None, _Found] = {None: _Found()}
    for activity, cadence in _cadences(connection):
        found.setdefault(activity, _Found()).cadences.append(cadence)
    for activity, protection in _protections(connection):
        found.setdefault(activity, _Found()).protections.append(protection)
    for activity, skips in _skips(connection):
        found.setdefault(activity, _Found()).skips.append(skips)
    return {
        activity: Rules(tuple(rows.cadences), tuple(rows.protections), tuple(rows.skips))
        for activity, rows in found.items()
        if rows != _Found()
    }


@dataclass(slots=True)
class _Found:
    cadences: list[CadenceChange] = field(default_factory=list)
    protections: list[Protection] = field(default_factory=list)
    skips: list[SkipChange] = field(default_factory=list)


def _cadences(connection: sqlite3.Connection) -> Iterator[tuple[str | None, CadenceChange]]:
    for activity, uid, unit, times, since in connection.execute(
        """
        SELECT name, cadence.uid, unit, times, since
        FROM cadence LEFT JOIN activity ON activity.id = activity_id
        ORDER BY activity_id, since, unit
        """
    ):
        yield activity, CadenceChange(date.fromisoformat(since), Cadence(times, unit), uid)


def _protections(connection: sqlite3.Connection) -> Iterator[tuple[str | None, Protection]]:
    for activity, uid, first, last, weekdays, reason in connection.execute(
        """
        SELECT name, protection.uid, first_day, last_day, weekdays, reason
        FROM protection LEFT JOIN activity ON activity.id = activity_id
        ORDER BY activity_id, first_day, protection.id
        """
    ):
        span = Span(date.fromisoformat(first), date.fromisoformat(last) if last else date.max)
        meant = frozenset(map(int, weekdays)) or EVERY_WEEKDAY
        yield activity, Protection(span, meant, reason, uid)


def _skips(connection: sqlite3.Connection) -> Iterator[tuple[str | None, SkipChange]]:
    for activity, uid, skips, since in connection.execute(
        """
        SELECT name, skip_budget.uid, skips, since
        FROM skip_budget LEFT JOIN activity ON activity.id = activity_id
        ORDER BY activity_id, since
        """
    ):
        yield activity, SkipChange(date.fromisoformat(since), skips, uid)
