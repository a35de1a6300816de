"""Taking in goals out of an export: each once, with all that hangs on it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from stridelog.domain.goal import Goal, Note, Review, Step, Version
from stridelog.store.change import Change

_Row = TypeVar("_Row", Version, Step, Review, Note)


def take_goals(change: Change, goals: Iterable[Goal]) -> int:
    """Add the goals that the journal does not know; return how many. Their activities are listed.

    One that it knows stays as it is: it may have been changed since.
    """
    known = change.goal_uids()
    added = 0
    for goal in goals:
        if goal.uid and goal.uid in known:
            continue
        change.add_goal(_with_own_uids(goal, known))
        known = change.goal_uids()
        added += 1
    return added


def _with_own_uids(goal: Goal, known: set[str]) -> Goal:
    """Return the goal without uids that stand for something else, here or further up in it."""
    seen = {*known, goal.uid}
    return replace(
        goal,
        versions=tuple(
            replace(version, steps=tuple(_own(version.steps, seen)))
            for version in _own(goal.versions, seen)
        ),
        reviews=tuple(_own(goal.reviews, seen)),
        notes=tuple(_own(goal.notes, seen)),
    )


def _own(rows: Iterable[_Row], seen: set[str]) -> Iterator[_Row]:
    """Give rows whose uids are nowhere else, the others without: they get new ones."""
    for row in rows:
        yield replace(row, uid="") if row.uid in seen else row
        seen.add(row.uid)
