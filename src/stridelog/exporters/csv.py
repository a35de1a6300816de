r"""CSV for spreadsheets: a row an entry, a column a measure, values in base units to the last bit.

A text that a spreadsheet would run as a formula gets an apostrophe before it, as does one that
begins with an apostrophe, so that importing takes off just what was put on. Texts with characters
that a table cannot hold (NUL, a lone carriage return, half of a surrogate pair) are written as
``'\`` and JSON escapes. Words in one cell (tags, origins) are apart by spaces, with ``%0020`` for a
space inside of one.
"""

import csv
import json
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from stridelog.domain.entry import Origin
from stridelog.domain.importing import Export, ExportedEntry, Order
from stridelog.domain.measure import Kind

SUMMARY = "A table with one row an entry, for spreadsheets; without the definitions of activities"

ENDING = ".csv"

ORDER = Order.NUMBER
"""A journal gives its numbers in their order."""

COLUMNS = (
    *("number", "uid", "activity", "at", "day", "place"),
    *("tags", "gear", "effort", "note", "origins"),
)
"""The columns that stand before those of the measures."""

_FORMULA = tuple("=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212")
"""How a text begins that a spreadsheet may run, full-width and small forms of =+-@ included."""

_UNTABLED = re.compile("[\0\r\ud800-\udfff]")
_NOT_IN_A_WORD = re.compile(r"[%\s]")
_NOT_IN_A_SOURCE = re.compile(r"[%\s:]")


def write(export: Export, out: TextIO) -> None:
    """Write the export to ``out``."""
    units = {
        activity.name: {
            measure.name: measure.base_unit
            for measure in activity.measures
            if measure.kind is not Kind.DERIVED
        }
        for activity in export.activities.values()
    }
    measures = _measures(units.values())
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS, *(_cell(f"{name} ({unit})") for name, unit in measures)])
    for exported in export.entries:
        own = units[exported.entry.activity]
        writer.writerow(_row(exported, own, measures))


def _measures(units: Iterable[dict[str, str]]) -> list[tuple[str, str]]:
    """Return name and unit of all measures, each once, in the order in which they first stand."""
    return list(dict.fromkeys(pair for own in units for pair in own.items()))


def _row(
    exported: ExportedEntry, units: dict[str, str], measures: Sequence[tuple[str, str]]
) -> list[str]:
    entry = exported.entry
    values = {(name, units[name]): repr(value) for name, value in entry.measurements.items()}
    return [
        str(entry.number),
        _cell(entry.uid),
        _cell(entry.activity),
        entry.at.isoformat(),
        entry.day.isoformat(),
        _cell(entry.place),
        _cell(" ".join(_escaped(_NOT_IN_A_WORD, tag) for tag in entry.tags)),
        _cell(entry.gear),
        "" if entry.effort is None else str(entry.effort),
        _cell(entry.note),
        _cell(" ".join(map(_origin, exported.origins))),
        *(values.get(measure, "") for measure in measures),
    ]


def _origin(origin: Origin) -> str:
    source = _escaped(_NOT_IN_A_SOURCE, origin.source)
    return f"{source}:{_escaped(_NOT_IN_A_WORD, origin.key)}"


def _escaped(characters: re.Pattern[str], text: str) -> str:
    return characters.sub(lambda match: f"%{ord(match[0]):04x}", text)


def _cell(text: str) -> str:
    """Return ``text`` as it can stand in a table without being run or lost."""
    if _UNTABLED.search(text):
        return "'\\" + json.dumps(text)[1:-1]
    return f"'{text}" if text.startswith(_FORMULA) else text
