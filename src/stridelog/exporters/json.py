"""JSON with everything in it: the activities' definitions, and the entries with their origins.

One line an activity, a rule of streaks, a goal and an entry, written as they come. After the
entries come the origins of those that were deleted (``deleted_origins``), so that no import brings
them back, and the pairs of entries that are two (``distinct``), so that nobody is asked again.
Importing the file gives the same journal.
"""

from collections.abc import Iterable, Iterator
from typing import TextIO

from stridelog.domain.importing import EXPORT_SCHEMA, Export, Order
from stridelog.exporters import _document as document
from stridelog.exporters import _goals as goals

SUMMARY = "Everything, with the definitions of activities; what stride reads back whole"

ENDING = ".json"

ORDER = Order.NUMBER
"""A journal gives its numbers in their order."""


def write(export: Export, out: TextIO) -> None:
    """Write the export to ``out``."""
    known = export.activities
    out.write(f'{{"schema": "{EXPORT_SCHEMA}",\n"activities": [')
    out.writelines(_items(map(document.definition, known.values())))
    out.write('],\n"rules": [')
    out.writelines(_items(document.rules(export.rules)))
    out.write('],\n"goals": [')
    out.writelines(_items(goals.goal(goal, known) for goal in export.goals))
    out.write('],\n"entries": [')
    out.writelines(_items(document.entry(exported, known) for exported in export.entries))
    out.write('],\n"deleted_origins": [')
    out.writelines(_items(map(document.deleted, export.deleted)))
    out.write('],\n"distinct": [')
    out.writelines(_items(map(document.distinct, export.distinct)))
    out.write("]}\n")


def _items(objects: Iterable[object]) -> Iterator[str]:
    """Give each object as JSON on a line of its own, with the commas that a list needs."""
    start = "\n"
    for item in objects:
        yield start + document.line(item)
        start = ",\n"
    yield "\n"
