"""Keeping milestones ready: found again from the first month that a change has touched.

Each rule's state before a month stands in ``milestone_state``, so that what came before is not gone
through again; and where the states after a month are what they were, nothing that follows it can
have changed. What holds no record is kept in ``uncounted``: where that changes, milestones of
entries do that the change itself did not touch.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from stridelog.domain.additions import load, names
from stridelog.domain.milestone import History, Milestone, Rule, State, Stretch
from stridelog.domain.month import days_of_month, month_number
from stridelog.domain.record import CONFIRMED, RECORD_DISTANCES
from stridelog.store.catalog import Listed, read_catalog
from stridelog.store.reading.conditions import these
from stridelog.store.reading.done import (
    Month,
    Months,
    Uncounted,
    uncounted_parts,
)
from stridelog.store.reading.doubts import limits, uncounted

PACKAGE = "stridelog.milestones"

States = dict[str, State]
"""The state of each rule, by its name."""


_TOO_FAST = """
SELECT entry_id, metres FROM segment CROSS JOIN entry ON entry.id = entry_id AND activity_id = ?
WHERE metres = ? AND seconds < ?
  AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = entry.id AND tag = ?)
"""


def find_again(connection: sqlite3.Connection, months: Iterable[tuple[int, Month]]) -> None:
    """Find what is to be found from each of these months of an activity (by id) on."""
    touched: dict[int, set[Month]] = {}
    for activity, month in months:
        touched.setdefault(activity, set()).add(month)
    if not touched:
        return
    listed = {each.id: each for each in read_catalog(connection).values()}
    rules = entry_rules()
    for activity in sorted(touched):
        if activity in listed:
            _find(connection, rules, listed[activity], touched[activity])
        else:
            _forget(connection, activity)


def find_all(connection: sqlite3.Connection) -> None:
    """Find all milestones of a journal: what a migration does where rules have changed."""
    months = connection.execute("SELECT DISTINCT activity_id, month FROM day_count").fetchall()
    for activity in {activity for activity, _ in months}:
        _forget(connection, activity)
    find_again(connection, months)


def entry_rules() -> dict[str, Rule]:
    """Return the rules that go through entries, by name."""
    modules = {name: load(PACKAGE, name) for name in names(PACKAGE)}
    return {name: rule for name, rule in modules.items() if rule.EACH in {"day", "month"}}


def _find(
    connection: sqlite3.Connection, rules: Mapping[str, Rule], listed: Listed, touched: set[Month]
) -> None:
    """Find the milestones of an activity again, from the first month that anything changes."""
    now = _doubtful_or_excluded(connection, listed)
    changed = now ^ uncounted_parts(connection, listed)
    if changed:
        touched = touched | _months_of(connection, {number for number, _ in changed})
        _keep_uncounted(connection, listed, now)
    months = Months(connection, listed, now)
    history = History(listed.activity, months.on, months.feats, months.bounds)
    start, states = _state_until(connection, rules, listed, min(touched))
    for month in _months_from(connection, listed, start):
        before = json.dumps(states, ensure_ascii=False, sort_keys=True)
        if month > max(touched) and before == _state(connection, listed, month):
            return
        _clear(connection, listed, month)
        if months.of(month):
            found = _stepped(rules, states, month, months, history)
            _keep(connection, listed, month, before, found)


def _stepped(
    rules: Mapping[str, Rule], states: States, month: Month, months: Months, history: History
) -> Iterator[Milestone]:
    """Give what the rules find in a month; the states are those after it then."""
    days = [Stretch(day, day, entries) for day, entries in months.of(month).items()]
    whole = days_of_month(month)
    all_of_it = Stretch(whole.first, whole.last, tuple(e for day in days for e in day.entries))
    for name, rule in rules.items():
        for stretch in days if rule.EACH == "day" else [all_of_it]:
            for found in rule.step(states[name], stretch, history):
                yield Milestone(name, history.activity.name, found)


def _months_from(connection: sqlite3.Connection, listed: Listed, month: Month) -> list[Month]:
    """Return each month from one on that has entries, or had some."""
    rows = connection.execute(
        """
        SELECT month FROM day_count WHERE activity_id = ?1 AND month >= ?2
        UNION SELECT month FROM milestone_state WHERE activity_id = ?1 AND month >= ?2
        ORDER BY month
        """,
        (listed.id, month),
    )
    return [number for (number,) in rows]


def _state_until(
    connection: sqlite3.Connection, rules: Mapping[str, Rule], listed: Listed, month: Month
) -> tuple[Month, States]:
    """Return the last month up to this one that a state is kept of, and the states before it."""
    row = connection.execute(
        "SELECT month, state FROM milestone_state WHERE activity_id = ? AND month <= ? "
        "ORDER BY month DESC LIMIT 1",
        (listed.id, month),
    ).fetchone()
    if row is None:
        return month, {name: rule.begin() for name, rule in rules.items()}
    return row[0], json.loads(row[1])


def _state(connection: sqlite3.Connection, listed: Listed, month: Month) -> str:
    row = connection.execute(
        "SELECT state FROM milestone_state WHERE activity_id = ? AND month = ?", (listed.id, month)
    ).fetchone()
    return str(row[0]) if row else ""


def _clear(connection: sqlite3.Connection, listed: Listed, month: Month) -> None:
    days = days_of_month(month)
    connection.execute(
        "DELETE FROM milestone WHERE activity_id = ? AND day BETWEEN ? AND ?",
        (listed.id, days.first.toordinal(), days.last.toordinal()),
    )
    connection.execute(
        "DELETE FROM milestone_state WHERE activity_id = ? AND month = ?", (listed.id, month)
    )


def _keep(
    connection: sqlite3.Connection,
    listed: Listed,
    month: Month,
    states: str,
    milestones: Iterable[Milestone],
) -> None:
    connection.execute("INSERT INTO milestone_state VALUES (?, ?, ?)", (listed.id, month, states))
    connection.executemany(
        "INSERT INTO milestone VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                listed.id,
                each.found.day.toordinal(),
                each.rule,
                place,
                each.found.numbers[0],
                each.found.size == "big",
                json.dumps([each.found.numbers[1:], each.found.said], ensure_ascii=False),
            )
            for place, each in enumerate(milestones)
        ),
    )


def _forget(connection: sqlite3.Connection, activity: int) -> None:
    for table in ("milestone", "milestone_state", "uncounted"):
        connection.execute(f"DELETE FROM {table} WHERE activity_id = ?", (activity,))


def _doubtful_or_excluded(connection: sqlite3.Connection, listed: Listed) -> Uncounted:
    """Return what holds no record: entries, and stretches inside of them that nobody believes."""
    whole = uncounted(connection, listed, date.max)
    believed = limits(connection, listed, date.max)
    found = {(number, 0.0) for number in whole}
    for metres in RECORD_DISTANCES.values():
        pace = believed.fastest_pace(metres)
        if pace is not None:
            found.update(
                connection.execute(
                    _TOO_FAST, (listed.id, metres, pace * metres / 1000.0, CONFIRMED)
                )
            )
    return frozenset(found)


def _keep_uncounted(connection: sqlite3.Connection, listed: Listed, now: Uncounted) -> None:
    connection.execute("DELETE FROM uncounted WHERE activity_id = ?", (listed.id,))
    connection.executemany(
        "INSERT INTO uncounted VALUES (?, ?, ?)",
        ((listed.id, number, metres) for number, metres in sorted(now)),
    )


def _months_of(connection: sqlite3.Connection, numbers: Iterable[int]) -> set[Month]:
    """Return the months of entries, of those that still stand."""
    rows = connection.execute(f"SELECT DISTINCT day FROM entry WHERE id IN {these(numbers)}")
    return {month_number(date.fromisoformat(day)) for (day,) in rows}
