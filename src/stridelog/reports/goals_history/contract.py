"""Past reviews as JSON: base units, ISO dates."""

from collections.abc import Mapping

from stridelog.domain.goal import in_force
from stridelog.domain.goal_documents import (
    commitment_document,
    goal_document,
    review_streak_document,
)
from stridelog.domain.period import week_of
from stridelog.reports.goals_history.answer import Answer, Past

SCHEMA = "stride.goals_history/1"

ROWS = "reviews"


def document(answer: Answer) -> Mapping[str, object]:
    """Return the reviews as ``stride.goals_history/1``, the latest first.

    Each holds the goal as it stood on its day, before it was adjusted; ``commitment``
    and ``promise`` are what was promised on it.
    """
    return {
        "schema": SCHEMA,
        ROWS: [_review(past, answer.week_start) for past in answer.reviews],
        "streak": review_streak_document(answer.streak),
    }


def _review(past: Past, week_start: int) -> Mapping[str, object]:
    day = past.review.day
    week = week_of(day, week_start)
    return {
        "day": day.isoformat(),
        "week": {"from": week.first.isoformat(), "to": week.last.isoformat()},
        "decision": past.review.decision,
        "done": past.review.done,
        "adjusted_to": _adjusted(past),
        **goal_document(past.goal),
        "state": past.goal.standing.state,
        "commitment": commitment_document(past.promise),
        "promise": commitment_document(past.promise),
    }


def _adjusted(past: Past) -> Mapping[str, object] | None:
    """Return what an adjusted goal asked for from that day on."""
    after = in_force(past.goal.goal, past.review.day)
    if past.review.decision != "adjusted" or after is None:
        return None
    return {
        "target": after.target.value if after.target else None,
        "deadline": after.deadline.isoformat() if after.deadline else None,
    }
