"""What a friend is shown of goals: those that are marked as shared, and what was promised.

Nothing else of a goal or of the journal leaves it this way: no reason, step, note or area, and no
entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from stridelog.domain.goal import Goal, Review, in_force, promised
from stridelog.domain.period import DAYS_A_WEEK, shift, week_of
from stridelog.domain.review import Promise, last_day
from stridelog.domain.standing import Judged


@dataclass(frozen=True, slots=True)
class Shared:
    """A ``bare`` goal as it stands, what was promised last week, and what is for this one."""

    judged: Judged
    last_week: Promise | None = None
    this_week: Promise | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a friend does not see, and how many there are of it."""

    what: str
    count: int


def left_out(every: Sequence[Goal], seen: Sequence[Goal], told: Sequence[Shared]) -> list[LeftOut]:
    """Return what a friend does not see of ``every`` goal, where those are ``seen`` as ``told``."""
    promises = sum(review.commitment is not None for goal in seen for review in goal.reviews)
    shown = sum(bool(one.last_week) + bool(one.this_week) for one in told)
    return [
        LeftOut(
            "goals that are not shared, or were closed before last week", len(every) - len(seen)
        ),
        LeftOut("reasons why a shared goal matters", sum(bool(goal.why) for goal in seen)),
        LeftOut("events of shared goals", sum(bool(goal.event or goal.rank) for goal in seen)),
        LeftOut("steps of shared goals", sum(len(goal.latest.steps) for goal in seen)),
        LeftOut("notes on shared goals", sum(len(goal.notes) for goal in seen)),
        LeftOut("lines of what was learned", sum(bool(goal.learned) for goal in seen)),
        LeftOut("earlier versions of shared goals", sum(len(goal.versions) - 1 for goal in seen)),
        LeftOut("promises from before last week", promises - shown),
    ]


def bare(judged: Judged) -> Judged:
    """Return a goal as it stands without all that is not for a friend, so that nothing tells it."""
    goal, version = judged.goal, replace(judged.version, steps=())
    kept = Goal(
        (version,), title=goal.title, rank=goal.rank, shared=goal.shared, number=goal.number
    )
    return replace(judged, goal=kept, version=version, promise=None, promise_now=None)


def shared(goals: Sequence[Goal], today: date, week_start: int = 0) -> list[Goal]:
    """Return the goals to be shown: those that are shared, and not over before last week."""
    since = shift(week_of(today, week_start).first, -DAYS_A_WEEK, "days")
    return [goal for goal in goals if goal.shared and _is_news(goal, today, since)]


def _is_news(goal: Goal, today: date, since: date) -> bool:
    version = in_force(goal, today)
    return version is not None and (version.status != "closed" or version.since >= since)


def promise_of_this_week(goal: Goal, today: date) -> Review | None:
    """Return the review whose promise holds today, if there is one."""
    last = promised(goal, shift(today, 1, "days"))
    return last if last and last_day(last.day) >= today else None


def promise_of_last_week(goal: Goal, today: date, week_start: int = 0) -> Review | None:
    """Return the review whose promise came before this week's, if it held in the last week."""
    this = promise_of_this_week(goal, today)
    last = promised(goal, this.day) if this else promised(goal, shift(today, 1, "days"))
    week = week_of(shift(today, -DAYS_A_WEEK, "days"), week_start)
    return last if last and last_day(last.day) >= week.first else None


def tells_circumstances(judged: Judged) -> bool:
    """Tell whether a goal without a title of its own is called by a tag or a place."""
    scope = judged.version.scope
    words = {*(f"+{tag}" for tag in (*scope.tags, *scope.not_tags)), f"@{scope.place}"} - {"@"}
    return not judged.goal.title and any(word in judged.title for word in words)
