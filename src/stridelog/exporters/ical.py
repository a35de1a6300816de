r"""iCalendar (RFC 5545): an event an entry, to be seen in any calendar.

What has a duration stands at its time, in UTC; the rest stands on its day. Written line by line
here: the format is small, and libraries for it want the whole calendar in memory.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TextIO

from stridelog.domain.activity import Activity
from stridelog.domain.description import brief_description
from stridelog.domain.entry import Entry
from stridelog.domain.importing import Export, Order
from stridelog.domain.quantity import Notation
from stridelog.domain.visible_text import visible

SUMMARY = "An event an entry, for calendars"

ENDING = ".ics"

ORDER = Order.DAY
"""A calendar is read as it happened."""

_WIDEST = 75
"""Octets that a line may have, without its end (RFC 5545, 3.1)."""

_TAIL = range(0x80, 0xC0)
"""The octets in which a character of UTF-8 goes on; none begins with one."""

_MEANT = re.compile(r"[\\;,]")
"""The characters that mean something in a text (RFC 5545, 3.3.11)."""

_DURATIONS = ("elapsed", "duration")
"""The measures that tell how long an entry took, the one from start to end first."""


def write(export: Export, out: TextIO) -> None:
    """Write the export to ``out``."""
    out.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//stride//stridelog//EN\r\n")
    for exported in export.entries:
        entry = exported.entry
        event = _event(entry, export.activities[entry.activity], export.notation)
        out.write("".join(map(_folded, event)))
    out.write("END:VCALENDAR\r\n")


def _event(entry: Entry, activity: Activity, notation: Notation) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}@stride"
    # Not the time of the export, so that the same journal gives the same file.
    yield f"DTSTAMP:{_utc(entry.at)}"
    yield from _times(entry)
    what = f"{entry.activity} {brief_description(entry, activity, notation)}".rstrip()
    yield f"SUMMARY:{_text(what)}"
    if entry.note:
        yield f"DESCRIPTION:{_text(entry.note)}"
    if entry.tags:
        yield f"CATEGORIES:{','.join(map(_text, entry.tags))}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _times(entry: Entry) -> Iterator[str]:
    """Give when an entry began and how long it took, or the day that it counts for."""
    took = next((entry.measurements[n] for n in _DURATIONS if n in entry.measurements), 0.0)
    minutes, seconds = divmod(round(took), 60)
    if not (minutes or seconds):
        yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
        return
    yield f"DTSTART:{_utc(entry.at)}"
    yield f"DURATION:PT{minutes // 60}H{minutes % 60}M{seconds}S"


def _utc(at: datetime) -> str:
    try:
        there = at.astimezone(UTC)
    except OverflowError:  # the last hours of the year 9999
        there = at
    return f"{there:%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Return ``text`` as a value of type TEXT, with stand-ins for controls that it cannot have."""
    whole = visible(text.replace("\r\n", "\n"), "\n\t")
    return _MEANT.sub(r"\\\g<0>", whole).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line with its end, folded where it is too long, never inside of a character."""
    octets = line.encode()
    if len(octets) <= _WIDEST:
        return f"{line}\r\n"
    parts = "\r\n ".join(part.decode() for part in _parts(octets))
    return f"{parts}\r\n"


def _parts(octets: bytes) -> Iterator[bytes]:
    start, width = 0, _WIDEST
    while len(octets) - start > width:
        end = start + width
        while octets[end] in _TAIL:
            end -= 1
        yield octets[start:end]
        # The space that a further line begins with counts.
        start, width = end, _WIDEST - 1
    yield octets[start:]
