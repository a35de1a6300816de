"""Writing goals: each with its versions, steps, reviews and notes."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TypeVar

from stridelog.domain.goal import Goal, Note, Review, Scope, Step, Version
from stridelog.store.identity import new_uid

TABLES = ("goal", "goal_version", "goal_step", "goal_review", "goal_note")

Values = Mapping[str, object]

_Row = TypeVar("_Row", Version, Step, Review, Note)

_ACTIVITY = "SELECT id FROM activity WHERE name = ?"

_MEASURE = """
SELECT measure.id FROM measure JOIN activity ON activity.id = activity_id
WHERE activity.name = ? AND measure.name = ?
"""


def write_goal(
    journal: sqlite3.Connection, number: int | None, goal: Goal, made_at: datetime
) -> int:
    """Make a goal, or the goal ``number``, what it is now; return its number.

    A row that is there already is known by its uid, and keeps its number.
    """
    row = {"uid": goal.uid, **_goal(goal)}
    own = _write(journal, "goal", row | ({"id": number} if number else {}), made_at)
    versions = {
        _write(journal, "goal_version", _version(journal, own, v), made_at): v
        for v in _gone_first(journal, "goal_version", own, goal.versions)
    }
    for version_id, version in versions.items():
        for step in _gone_first(journal, "goal_step", version_id, version.steps, "version_id"):
            _write(journal, "goal_step", _step(version_id, step), made_at)
    for review in _gone_first(journal, "goal_review", own, goal.reviews):
        _write(journal, "goal_review", _review(journal, own, review), made_at)
    for note in _gone_first(journal, "goal_note", own, goal.notes):
        _write(journal, "goal_note", _note(own, note), made_at)
    return own


def _gone_first(
    journal: sqlite3.Connection,
    table: str,
    owner: int,
    rows: Iterable[_Row],
    column: str = "goal_id",
) -> list[_Row]:
    """Take out what is not there any more, so that it is in nobody's way; return the rows."""
    kept = list(rows)
    stand = journal.execute(f"SELECT uid FROM {table} WHERE {column} = ?", (owner,)).fetchall()
    gone = {uid for (uid,) in stand} - {row.uid for row in kept}
    journal.executemany(f"DELETE FROM {table} WHERE uid = ?", ((uid,) for uid in gone))
    return kept


def _write(journal: sqlite3.Connection, table: str, row: Values, made_at: datetime) -> int:
    """Insert a row, or change the one with its uid; return its number."""
    values = {**row, "uid": row["uid"] or new_uid(made_at)}
    changed = ", ".join(f"{name} = excluded.{name}" for name in values if name not in {"uid", "id"})
    journal.execute(
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))}) "
        f"ON CONFLICT (uid) DO UPDATE SET {changed}",
        tuple(values.values()),
    )
    uid = (values["uid"],)
    (number,) = journal.execute(f"SELECT id FROM {table} WHERE uid = ?", uid).fetchone()
    return int(number)


def _goal(goal: Goal) -> Values:
    return {
        "title": goal.title,
        "why": goal.why,
        "area": goal.area,
        "event": goal.event,
        "rank": goal.rank,
        "shared": goal.shared,
        "learned": goal.learned,
    }


def _version(journal: sqlite3.Connection, goal: int, version: Version) -> Values:
    scope, target, against = version.scope, version.target, version.against
    return {
        "uid": version.uid,
        "goal_id": goal,
        "since": version.since.isoformat(),
        "kind": version.kind,
        "first_day": version.first.isoformat(),
        "deadline": _iso(version.deadline),
        "activity_id": _activity_id(journal, scope),
        "measure_id": _measure_id(journal, scope),
        "distance_class": scope.distance,
        "tags": " ".join(scope.tags),
        "not_tags": " ".join(scope.not_tags),
        "place": scope.place,
        "target": target.value if target else None,
        "way": target.way if target else "at least",
        "per": target.per if target else "",
        "against_first": _iso(against.first if against else None),
        "against_last": _iso(against.last if against else None),
        "status": version.status,
    }


def _step(version: int, step: Step) -> Values:
    return {
        "uid": step.uid,
        "version_id": version,
        "by_day": step.by.isoformat(),
        "text": step.text,
        "value": step.value,
        "done_day": _iso(step.done),
    }


def _review(journal: sqlite3.Connection, goal: int, review: Review) -> Values:
    promise = review.commitment
    scope = promise.scope if promise else None
    return {
        "uid": review.uid,
        "goal_id": goal,
        "day": review.day.isoformat(),
        "decision": review.decision,
        "done": review.done,
        "promise": promise.text if promise else "",
        "promise_activity_id": _activity_id(journal, scope) if scope else None,
        "promise_measure_id": _measure_id(journal, scope) if scope else None,
        "promise_distance": scope.distance if scope else "",
        "promise_tags": _circumstances(scope) if scope else "",
        "promise_value": promise.value if promise and scope else None,
        "kept": promise.kept if promise else None,
    }


def _circumstances(scope: Scope) -> str:
    """Return the tags, and with an @ the place, that narrow a promise."""
    return " ".join((*scope.tags, *([f"@{scope.place}"] if scope.place else [])))


def _note(goal: int, note: Note) -> Values:
    return {
        "uid": note.uid,
        "goal_id": goal,
        "day": note.day.isoformat(),
        "author": note.author,
        "text": note.text,
    }


def _activity_id(journal: sqlite3.Connection, scope: Scope) -> int | None:
    row = journal.execute(_ACTIVITY, (scope.activity,)).fetchone()
    return row[0] if row else None


def _measure_id(journal: sqlite3.Connection, scope: Scope) -> int | None:
    row = journal.execute(_MEASURE, (scope.activity, scope.measure)).fetchone()
    return row[0] if row else None


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
