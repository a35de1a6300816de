"""Past reviews: where each goal stood then, what was promised, and what came of it."""

from stridelog.reports.goals_history.answer import Answer, Past
from stridelog.reports.goals_history.contract import ROWS, SCHEMA, document
from stridelog.reports.goals_history.layout import page

__all__ = ["ROWS", "SCHEMA", "SUMMARY", "Answer", "Past", "document", "page"]

SUMMARY = "Past reviews: where goals stood, what was promised, what came of it"
