"""The weekly review: where each goal stands, what was promised, and what came of it."""

from stridelog.reports.goals_review.answer import Answer, Reviewed
from stridelog.reports.goals_review.contract import ROWS, SCHEMA, document
from stridelog.reports.goals_review.layout import Parts, page, parts, title

__all__ = [
    "ROWS",
    "SCHEMA",
    "SUMMARY",
    "Answer",
    "Parts",
    "Reviewed",
    "document",
    "page",
    "parts",
    "title",
]

SUMMARY = "The weekly review: where each goal stands, what was promised, what came of it"
