"""Trends: what is improving, what is slipping, since when, and by how much a month."""

from stridelog.reports.trends.answer import Answer, Question, Row, compute
from stridelog.reports.trends.contract import ROWS, SCHEMA, document, rows
from stridelog.reports.trends.layout import page

__all__ = [
    "ROWS",
    "SCHEMA",
    "SUMMARY",
    "Answer",
    "Question",
    "Row",
    "compute",
    "document",
    "page",
    "rows",
]

SUMMARY = "What is improving, what is slipping, since when, and by how much a month"
