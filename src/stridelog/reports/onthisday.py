"""On this day in past years: everything that was done, and all that was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.dates.names import MONTHS, WEEKDAYS
from stridelog.domain.description import description
from stridelog.domain.documents import entry_document
from stridelog.domain.entry import Entry
from stridelog.domain.quantity import Notation
from stridelog.page import Heading, Line, Page, Span, Text

SUMMARY = "On this day in past years: what was done and written"

ROWS = "entries"


@dataclass(frozen=True, slots=True)
class Answer:
    """The entries of ``day`` in years before ``today``, the latest year first."""

    day: date
    today: date
    entries: tuple[Entry, ...]
    activities: Mapping[str, Activity]


def page(answer: Answer, notation: Notation) -> Page:
    """Lay the years out, one below the other, with the whole notes."""
    this_day = f"{answer.day.day} {MONTHS[answer.day.month - 1]}"
    if not answer.entries:
        nothing = f"Nothing was logged on {this_day} in any past year."
        return Page((Text((nothing, "Another day: stride onthisday yesterday")),))
    years = (
        Text((_year(day, answer.today), *_entries(answer, day, notation)))
        for day in dict.fromkeys(entry.day for entry in answer.entries)
    )
    return Page((Heading(f"On {this_day}"), *years))


def _year(day: date, today: date) -> Line:
    years = today.year - day.year
    ago = {0: "this year", 1: "a year ago"}.get(years, f"{years} years ago")
    return (
        Span(format_span(day, day), "strong"),
        Span(f"  {WEEKDAYS[day.weekday()]}, {ago}", "muted"),
    )


def _entries(answer: Answer, day: date, notation: Notation) -> Iterator[Line | str]:
    for entry in answer.entries:
        if entry.day != day:
            continue
        told = description(entry, answer.activities[entry.activity], notation)
        yield "  " + "  ".join(filter(None, (entry.activity, told, _circumstances(entry))))
        written = [line.strip() for line in entry.note.splitlines() if line.strip()]
        if written:
            quoted = ("\n".join(written)).join('""').split("\n")
            yield from ((Span(f"    {line}", "accent"),) for line in quoted)


def _circumstances(entry: Entry) -> str:
    tags = [f"+{tag}" for tag in entry.tags]
    return " ".join([*tags, f"@{entry.place}"] if entry.place else tags)


def document(answer: Answer) -> dict[str, object]:
    """Return the entries as ``stride.onthisday/1``."""
    return {
        "schema": "stride.onthisday/1",
        "day": answer.day.isoformat(),
        ROWS: [
            entry_document(entry, answer.activities[entry.activity]) for entry in answer.entries
        ],
    }
