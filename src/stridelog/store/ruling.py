"""Writing what was set for streaks: cadences, rest weekdays and pauses, budgets of skips."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from stridelog.domain.cadence import Rules
from stridelog.store.identity import new_uid

TABLES = ("cadence", "protection", "skip_budget")

Values = Mapping[str, object]


def write_rules(
    journal: sqlite3.Connection, activity_id: int | None, rules: Rules, made_at: datetime
) -> None:
    """Make the rules of an activity, or of the whole journal (None), what they are now.

    A row that is there already is known by its uid, and keeps its number.
    """
    for table, rows in _rows(rules).items():
        stand = journal.execute(f"SELECT uid FROM {table} WHERE activity_id IS ?", (activity_id,))
        gone = {uid for (uid,) in stand} - {row["uid"] for row in rows}
        # What is taken away must not stand in the way of what takes its day.
        journal.executemany(f"DELETE FROM {table} WHERE uid = ?", ((uid,) for uid in gone))
        for row in rows:
            _write(journal, table, {**row, "activity_id": activity_id}, made_at)


def rule_uids(journal: sqlite3.Connection) -> set[str]:
    """Return the uids of all rules of a journal."""
    return {uid for table in TABLES for (uid,) in journal.execute(f"SELECT uid FROM {table}")}


def _write(journal: sqlite3.Connection, table: str, row: Values, made_at: datetime) -> None:
    values = {**row, "uid": row["uid"] or new_uid(made_at)}
    columns = [column for column in values if column not in {"uid", "activity_id"}]
    journal.execute(
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))}) "
        f"ON CONFLICT (uid) DO UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in columns)}",
        tuple(values.values()),
    )


def _rows(rules: Rules) -> dict[str, list[dict[str, object]]]:
    """Return the rows of each table, but for what they belong to."""
    return {
        "cadence": [
            {
                "uid": change.uid,
                "unit": change.cadence.unit,
                "times": change.cadence.times,
                "since": change.since.isoformat(),
            }
            for change in rules.cadences
        ],
        "protection": [
            {
                "uid": protection.uid,
                "first_day": protection.span.first.isoformat(),
                "last_day": _end(protection.span.last),
                "weekdays": "" if protection.is_pause else _digits(protection.weekdays),
                "reason": protection.reason,
            }
            for protection in rules.protections
        ],
        "skip_budget": [
            {"uid": change.uid, "skips": change.skips, "since": change.since.isoformat()}
            for change in rules.skips
        ],
    }


def _end(day: date) -> str | None:
    return None if day == date.max else day.isoformat()


def _digits(weekdays: Iterable[int]) -> str:
    return "".join(map(str, sorted(weekdays)))
