"""Records: the best of each measure and over each distance, their history, and how far one is."""

from stridelog.reports.records.answer import Answer, RecordsQuestion, compute
from stridelog.reports.records.contract import ROWS, SCHEMA, document, rows
from stridelog.reports.records.layout import page

__all__ = [
    "ROWS",
    "SCHEMA",
    "SUMMARY",
    "Answer",
    "RecordsQuestion",
    "compute",
    "document",
    "page",
    "rows",
]

SUMMARY = "Records: bests over distances and of measures, their history, how far one is from them"
