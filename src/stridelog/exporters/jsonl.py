"""JSON lines, for tools that read line by line: one line an entry, as in the export as JSON.

The first line holds all that is no entry: the activities' definitions, what was set for streaks,
the goals, where deleted entries came from, and which pairs of entries are two. Importing the file
gives the same journal.
"""

from typing import TextIO

from stridelog.domain.importing import LINES_SCHEMA, Export, Order
from stridelog.exporters import _document as document
from stridelog.exporters import _goals as goals

SUMMARY = "Everything, one line an entry; stride reads it back whole, too"

ENDING = ".jsonl"

ORDER = Order.NUMBER
"""A journal gives its numbers in their order."""


def write(export: Export, out: TextIO) -> None:
    """Write the export to ``out``."""
    known = export.activities
    first = {
        "schema": LINES_SCHEMA,
        "activities": [document.definition(activity) for activity in known.values()],
        "rules": list(document.rules(export.rules)),
        "goals": [goals.goal(goal, known) for goal in export.goals],
        "deleted_origins": [document.deleted(origin) for origin in export.deleted],
        "distinct": [document.distinct(pair) for pair in export.distinct],
    }
    out.write(f"{document.line(first)}\n")
    out.writelines(f"{document.line(document.entry(e, known))}\n" for e in export.entries)
