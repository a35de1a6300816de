"""After an entry was logged: what was understood, how it stands, and what it earned."""

from stridelog.reports.logged.answer import Answer
from stridelog.reports.logged.contract import ROWS, SCHEMA, document
from stridelog.reports.logged.layout import page

__all__ = ["ROWS", "SCHEMA", "SUMMARY", "Answer", "document", "page"]

SUMMARY = "What was logged, beside an earlier one like it, its streak, and what it earned"
