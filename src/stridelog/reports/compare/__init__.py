"""Then vs. now: what each measure was, what it is, and whether that is better."""

from stridelog.reports.compare.answer import Answer, CompareQuestion, Summary, compute
from stridelog.reports.compare.contract import ROWS, SCHEMA, document
from stridelog.reports.compare.layout import page

__all__ = [
    "ROWS",
    "SCHEMA",
    "SUMMARY",
    "Answer",
    "CompareQuestion",
    "Summary",
    "compute",
    "document",
    "page",
]

SUMMARY = "Then vs. now: what was, what is, and whether that is better"
