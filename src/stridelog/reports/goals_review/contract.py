"""The review as JSON: base units, ISO dates."""

from collections.abc import Mapping

from stridelog.domain.goal_documents import goal_document, review_streak_document
from stridelog.reports.goals_review.answer import Answer

SCHEMA = "stride.goals_review/1"

ROWS = "goals"


def document(answer: Answer) -> Mapping[str, object]:
    """Return the review as ``stride.goals_review/1``."""
    return {
        "schema": SCHEMA,
        "week": {"from": answer.week.first.isoformat(), "to": answer.week.last.isoformat()},
        ROWS: [goal_document(one.goal) for one in answer.goals],
        "streak": review_streak_document(answer.streak),
    }
