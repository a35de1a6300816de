"""Goals with all that hangs on them, read in five statements however many there are."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from stridelog.domain.goal import Commitment, Goal, Note, Review, Scope, Step, Target, Version
from stridelog.domain.period import Span

_GOALS = """
SELECT id, uid, title, why, area, event, rank, shared, learned FROM goal {where} ORDER BY id
"""

_VERSIONS = """
SELECT goal_version.id, goal_version.uid, goal_id, since, goal_version.kind, first_day, deadline,
  activity.name, measure.name, distance_class, tags, not_tags, place, target, way, per,
  against_first, against_last, status
FROM goal_version
LEFT JOIN activity ON activity.id = goal_version.activity_id
LEFT JOIN measure ON measure.id = goal_version.measure_id
ORDER BY goal_id, since
"""

_STEPS = "SELECT version_id, uid, by_day, text, value, done_day FROM goal_step ORDER BY by_day, id"

_REVIEWS = """
SELECT goal_id, goal_review.uid, day, decision, done, promise, activity.name, measure.name,
  promise_distance, promise_tags, promise_value, kept
FROM goal_review
LEFT JOIN activity ON activity.id = promise_activity_id
LEFT JOIN measure ON measure.id = promise_measure_id
ORDER BY goal_id, day
"""

_NOTES = "SELECT goal_id, uid, day, text, author FROM goal_note ORDER BY goal_id, day, id"


def goals(connection: sqlite3.Connection) -> list[Goal]:
    """Return every goal, in the order of their numbers."""
    return _read(connection, "", ())


def goal_numbered(connection: sqlite3.Connection, number: int) -> Goal | None:
    """Return the goal of a number, if there is one."""
    return next(iter(_read(connection, "WHERE id = ?", (number,))), None)


def review_days(connection: sqlite3.Connection) -> list[date]:
    """Return the days on which some goal was reviewed, oldest first."""
    found = connection.execute("SELECT DISTINCT day FROM goal_review ORDER BY day")
    return [date.fromisoformat(day) for (day,) in found]


def _read(connection: sqlite3.Connection, where: str, parameters: tuple[object, ...]) -> list[Goal]:
    rows = connection.execute(_GOALS.format(where=where), parameters).fetchall()
    if not rows:
        return []
    versions, reviews, notes = _versions(connection), _reviews(connection), _notes(connection)
    return [
        Goal(
            versions=tuple(versions[number]),
            title=title,
            why=why,
            area=area,
            event=event,
            rank=rank,
            shared=bool(shared),
            learned=learned,
            reviews=tuple(reviews[number]),
            notes=tuple(notes[number]),
            number=number,
            uid=uid,
        )
        for number, uid, title, why, area, event, rank, shared, learned in rows
    ]


def _versions(connection: sqlite3.Connection) -> Mapping[int, list[Version]]:
    steps: dict[int, list[Step]] = defaultdict(list)
    for version_id, uid, by_day, text, value, done in connection.execute(_STEPS):
        step = Step(date.fromisoformat(by_day), text, value, _day(done), uid)
        steps[version_id].append(step)
    found: dict[int, list[Version]] = defaultdict(list)
    for row in connection.execute(_VERSIONS):
        found[row[2]].append(_version(row, tuple(steps[row[0]])))
    return found


def _version(row: tuple[Any, ...], steps: tuple[Step, ...]) -> Version:
    (_, uid, _, since, kind, first, deadline, *scope) = row[:13]
    target, way, per, against_first, against_last, status = row[13:]
    activity, measure, distance, tags, not_tags, place = scope
    against = _day(against_first), _day(against_last)
    return Version(
        since=date.fromisoformat(since),
        kind=kind,
        first=date.fromisoformat(first),
        deadline=_day(deadline),
        scope=Scope(
            activity or "",
            measure or "",
            distance,
            tuple(tags.split()),
            tuple(not_tags.split()),
            place,
        ),
        target=None if target is None else Target(target, way, per),
        against=Span(against[0], against[1]) if against[0] and against[1] else None,
        steps=steps,
        status=status,
        uid=uid,
    )


def _reviews(connection: sqlite3.Connection) -> Mapping[int, list[Review]]:
    found: dict[int, list[Review]] = defaultdict(list)
    for goal, uid, day, decision, done, promise, *measured, kept in connection.execute(_REVIEWS):
        commitment = _commitment(promise, measured, _told(kept)) if promise else None
        review = Review(date.fromisoformat(day), decision, commitment, _told(done), uid)
        found[goal].append(review)
    return found


def _commitment(promise: str, measured: list[Any], kept: bool | None) -> Commitment:  # noqa: FBT001 (a column)
    activity, measure, distance, tags, value = measured
    if value is None:
        return Commitment(promise, kept=kept)
    words = tags.split()
    place = next((word[1:] for word in words if word.startswith("@")), "")
    named = tuple(word for word in words if not word.startswith("@"))
    scope = Scope(activity or "", measure or "", distance, named, place=place)
    return Commitment(promise, scope, value, kept)


def _notes(connection: sqlite3.Connection) -> Mapping[int, list[Note]]:
    found: dict[int, list[Note]] = defaultdict(list)
    for goal, uid, day, text, author in connection.execute(_NOTES):
        found[goal].append(Note(date.fromisoformat(day), text, author, uid))
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _told(value: int | None) -> bool | None:
    return None if value is None else bool(value)
