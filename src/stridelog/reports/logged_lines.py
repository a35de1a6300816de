"""Entries that were logged together, one a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_moment, format_span
from stridelog.domain.description import brief_description
from stridelog.domain.documents import entry_document
from stridelog.domain.entry import Entry
from stridelog.domain.quantity import Notation
from stridelog.page import Block, Column, Page, Row, Span, Table, Text

SUMMARY = "What was logged from many lines at once"

ROWS = "entries"

LISTED = 10
"""Entries that the page shows; the document has them all."""

NOTE_IN_A_ROW = 500
"""Characters of a note that a row may need; no terminal is wider."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The entries that are shown, how many there are in all, and their first and last day.

    After a dry run they are what would have been saved.
    """

    entries: tuple[Entry, ...]
    total: int
    days: tuple[date, date] | None
    activities: Mapping[str, Activity]
    dry_run: bool = False


def page(answer: Answer, notation: Notation) -> Page:
    """Lay out the first entries, a row each, and how many there are of which days."""
    blocks: list[Block] = []
    if answer.entries:
        columns = (
            Column("", "right"),
            Column(""),
            Column("", flexible=True),
            Column(""),
            Column("", flexible=True),
        )
        shown = answer.entries[:LISTED]
        rows = tuple(_row(entry, answer.activities, notation) for entry in shown)
        blocks.append(Table(columns, rows))
    blocks.append(Text((_counted(answer), Span(_what_now(answer), "muted"))))
    return Page(tuple(blocks))


def document(answer: Answer) -> Mapping[str, object]:
    """Return the entries as ``stride.log/1``: of many, nothing is told beside them."""
    return {
        "schema": "stride.log/1",
        "dry_run": answer.dry_run,
        ROWS: [entry_document(e, answer.activities[e.activity]) for e in answer.entries],
    }


def _row(entry: Entry, activities: Mapping[str, Activity], notation: Notation) -> Row:
    what = brief_description(entry, activities[entry.activity], notation)
    around = [f"+{tag}" for tag in entry.tags]
    around += [f"@{entry.place}"] if entry.place else []
    around += [f"with {entry.gear}"] if entry.gear else []
    around += [f"effort {entry.effort} of 10"] if entry.effort else []
    around += [" ".join(entry.note[:NOTE_IN_A_ROW].split())] if entry.note else []
    moment = format_moment(entry.at)
    return Row((str(entry.number), moment, entry.activity, what, " ".join(around)))


def _counted(answer: Answer) -> str:
    if answer.days is None:
        return "No line says anything."
    entries = "1 entry" if answer.total == 1 else f"{answer.total} entries"
    left = answer.total - min(len(answer.entries), LISTED)
    more = f"and {left} more: " if left else ""
    return f"{more}{entries}, {format_span(*answer.days)}"


def _what_now(answer: Answer) -> str:
    if answer.dry_run or answer.days is None:
        return "Nothing was saved." + (" This was a dry run." if answer.dry_run else "")
    them = "it" if answer.total == 1 else "them all"
    return f"Take {them} back with: stride undo"
