"""Streaks as a JSON document."""

from stridelog.domain.documents import streak_document
from stridelog.reports.streaks.answer import Answer

SCHEMA = "stride.streaks/1"

ROWS = "streaks"
"""The key of the document under which the rows of a CSV stand."""


def document(answer: Answer) -> dict[str, object]:
    """Return ``answer`` as the document that ``stride streaks --json`` prints."""
    return {
        "schema": SCHEMA,
        "streaks": [
            streak_document(ours.activity, streak)
            for ours in answer.activities
            for streak in ours.streaks
        ],
    }
