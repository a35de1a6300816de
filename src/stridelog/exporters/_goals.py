"""A goal as it stands in JSON: all that was ever asked for, answered and promised."""

from collections.abc import Mapping
from datetime import date

from stridelog.domain.activity import Activity
from stridelog.domain.goal import Commitment, Goal, Note, Review, Scope, Step, Version
from stridelog.domain.goal_units import scope_unit, target_unit

Known = Mapping[str, Activity]


def goal(goal: Goal, activities: Known) -> dict[str, object]:
    """Return a goal with its versions, reviews and notes; values are in base units."""
    return {
        "uid": goal.uid,
        "number": goal.number,
        "title": goal.title,
        "why": goal.why,
        "area": goal.area,
        "event": goal.event,
        "rank": goal.rank,
        "shared": goal.shared,
        "learned": goal.learned,
        "versions": [_version(version, activities) for version in goal.versions],
        "reviews": [_review(review, activities) for review in goal.reviews],
        "notes": [_note(note) for note in goal.notes],
    }


def _version(version: Version, activities: Known) -> dict[str, object]:
    against = version.against
    days = {"from": against.first.isoformat(), "to": against.last.isoformat()} if against else None
    return {
        "uid": version.uid,
        "since": version.since.isoformat(),
        "kind": version.kind,
        "first": version.first.isoformat(),
        "deadline": _iso(version.deadline),
        "status": version.status,
        **_scope(version.scope),
        "target": _target(version, activities),
        "against": days,
        "steps": [_step(step, scope_unit(version.scope, activities)) for step in version.steps],
    }


def _scope(scope: Scope) -> dict[str, object]:
    return {
        "activity": scope.activity,
        "measure": scope.measure,
        "distance": scope.distance,
        "tags": list(scope.tags),
        "not_tags": list(scope.not_tags),
        "place": scope.place,
    }


def _target(version: Version, activities: Known) -> dict[str, object] | None:
    target = version.target
    if target is None:
        return None
    unit = target_unit(version, activities)
    return {"value": target.value, "unit": unit, "way": target.way, "per": target.per}


def _step(step: Step, unit: str) -> dict[str, object]:
    value = None if step.value is None else {"value": step.value, "unit": unit}
    return {
        "uid": step.uid,
        "by": step.by.isoformat(),
        "text": step.text,
        "value": value,
        "done": _iso(step.done),
    }


def _review(review: Review, activities: Known) -> dict[str, object]:
    return {
        "uid": review.uid,
        "day": review.day.isoformat(),
        "decision": review.decision,
        "done": review.done,
        "commitment": _commitment(review.commitment, activities) if review.commitment else None,
    }


def _commitment(promise: Commitment, activities: Known) -> dict[str, object]:
    scope = promise.scope
    measured = None
    if scope:
        unit = scope_unit(scope, activities)
        measured = {
            "activity": scope.activity,
            "measure": scope.measure,
            "distance": scope.distance,
            "tags": list(scope.tags),
            "place": scope.place,
            "value": promise.value,
            "unit": unit,
        }
    return {"text": promise.text, "kept": promise.kept, "measured": measured}


def _note(note: Note) -> dict[str, object]:
    return {"uid": note.uid, "day": note.day.isoformat(), "author": note.author, "text": note.text}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
