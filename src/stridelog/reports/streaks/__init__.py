"""Streaks: how many days, weeks and months in a row, and what keeps them alive."""

from stridelog.reports.streaks.answer import ActivityStreaks, Answer, StreakFacts, compute
from stridelog.reports.streaks.contract import ROWS, SCHEMA, document
from stridelog.reports.streaks.layout import page

__all__ = [
    "ROWS",
    "SCHEMA",
    "SUMMARY",
    "ActivityStreaks",
    "Answer",
    "StreakFacts",
    "compute",
    "document",
    "page",
]

SUMMARY = "Streaks: days, weeks and months in a row, and what keeps them alive"
