"""One goal with all that is known of it."""

from stridelog.reports.goal.answer import Answer, Asked, Met
from stridelog.reports.goal.contract import ROWS, document
from stridelog.reports.goal.layout import page

__all__ = ["ROWS", "SUMMARY", "Answer", "Asked", "Met", "document", "page"]

SUMMARY = "One goal with all that is known of it"
