"""A journal to read, in Markdown: a heading a year, a month and a day, then what was done.

Notes are quotations, line by line as they were written; nothing in them is taken for markup.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TextIO

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_day
from stridelog.domain.dates.names import MONTHS
from stridelog.domain.description import description
from stridelog.domain.entry import Entry
from stridelog.domain.importing import Export, Order
from stridelog.domain.markdown_text import escaped, opened
from stridelog.domain.quantity import Notation

SUMMARY = "A journal to read, day by day; what was measured is rounded"

ENDING = ".md"

ORDER = Order.DAY
"""A journal is read as it happened."""

_SOLID = "\u00a0"
"""A space that Markdown leaves where it is, even before a line."""

_TAB = 4


def write(export: Export, out: TextIO) -> None:
    """Write the export to ``out``."""
    out.write("# Journal\n")
    before: date | None = None
    for day, entries in groupby((e.entry for e in export.entries), key=lambda e: e.day):
        out.writelines(f"\n{heading}\n" for heading in _headings(day, before))
        for entry in entries:
            paragraph = _entry(entry, export.activities[entry.activity], export.notation)
            out.write("".join(f"{line}\n" for line in ("", *paragraph)))
        before = day


def _headings(day: date, before: date | None) -> Iterator[str]:
    """Give the headings that are new on a day; ``before`` is the last day that had one."""
    if before is None or before.year != day.year:
        yield f"## {day.year}"
    if before is None or (before.year, before.month) != (day.year, day.month):
        yield f"### {MONTHS[day.month - 1]} {day.year}"
    yield f"#### {format_day(day)}"


def _entry(entry: Entry, activity: Activity, notation: Notation) -> Iterator[str]:
    what = escaped(description(entry, activity, notation))
    yield f"**{escaped(entry.activity)}** {what}".rstrip() + "\\"
    yield escaped(" · ".join(_circumstances(entry)))
    if entry.note:
        yield ""
        yield from (f"> {line}".rstrip(" ") for line in _quoted(entry.note))


def _circumstances(entry: Entry) -> Iterator[str]:
    """Give when it was, and what else is known of it."""
    yield f"{entry.at.hour}:{entry.at.minute:02}"
    yield from (f"+{tag}" for tag in entry.tags)
    if entry.place:
        yield f"@{entry.place}"
    if entry.gear:
        yield entry.gear
    if entry.effort is not None:
        yield f"effort {entry.effort} of 10"


def _quoted(note: str) -> Iterator[str]:
    """Give lines that stay apart and where they began; an empty one begins a new paragraph."""
    lines = map(_line, note.replace("\r\n", "\n").split("\n"))
    for has_text, group in groupby(lines, key=bool):
        *earlier, last = group
        if has_text:
            yield from (f"{line}\\" for line in earlier)
        yield last


def _line(written: str) -> str:
    text = written.expandtabs(_TAB).rstrip(" ")
    core = text.lstrip(" ")
    indented = _SOLID * (len(text) - len(core))
    return indented + (escaped(core) if indented else opened(escaped(core)))
