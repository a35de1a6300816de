"""What a correction changes in several entries at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.amendment import differences
from stridelog.domain.dates import format_span
from stridelog.domain.description import at_a_glance
from stridelog.domain.documents import entry_document
from stridelog.domain.entry import Draft, Entry
from stridelog.domain.quantity import Notation
from stridelog.page import Block, Column, Page, Row, Span, Table, Text

SUMMARY = "What a correction changes in several entries, before and after"

ROWS = "entries"

LISTED = 10
"""Entries that the page shows, each before and after."""

State = Literal["asked", "tried", "done"]
"""Whether the person is about to be asked, nothing was to be changed, or it is changed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The entries that change, each with what it becomes, and how many are like that already.

    ``after`` holds them as they are then, for programs.
    """

    changes: tuple[tuple[Entry, Draft], ...]
    unchanged: int
    activities: Mapping[str, Activity]
    state: State = "done"
    after: tuple[Entry, ...] = ()


def page(answer: Answer, notation: Notation) -> Page:
    """Lay out the first entries before and after, and how many there are of which days."""
    blocks: list[Block] = []
    if answer.changes:
        columns = (
            Column("", "right"),
            Column("day"),
            Column("activity", flexible=True),
            Column("what"),
            Column("becomes", flexible=True),
        )
        shown = answer.changes[:LISTED]
        rows = tuple(_row(*change, answer.activities, notation) for change in shown)
        blocks.append(Table(columns, rows))
    blocks.append(Text((_counted(answer), *_what_now(answer))))
    return Page(tuple(blocks))


def document(answer: Answer) -> Mapping[str, object]:
    """Return the entries that changed, as they are now, as ``stride.edit/1``."""
    return {
        "schema": "stride.edit/1",
        "dry_run": answer.state == "tried",
        "unchanged": answer.unchanged,
        ROWS: [entry_document(e, answer.activities[e.activity]) for e in answer.after],
    }


def _row(
    before: Entry, after: Draft, activities: Mapping[str, Activity], notation: Notation
) -> Row:
    return Row(
        (
            str(before.number),
            format_span(before.day, before.day),
            before.activity,
            at_a_glance(before, activities[before.activity], notation),
            ", ".join(differences(before, after, activities[after.activity], notation)),
        )
    )


def _counted(answer: Answer) -> str:
    count, unchanged = len(answer.changes), answer.unchanged
    same = "1 is" if unchanged == 1 else f"{unchanged} are"
    if not count:
        return f"Nothing changes: {same} like that already."
    days = [before.day for before, _ in answer.changes]
    left = count - LISTED
    text = f"and {left} more: " if left > 0 else ""
    text += f"{count} {'entry changes' if count == 1 else 'entries change'}"
    text += f", {format_span(min(days), max(days))}"
    return f"{text}; {same} like that already" if unchanged else text


def _what_now(answer: Answer) -> tuple[Span, ...]:
    if answer.state == "tried":
        return (Span("Nothing was changed: this was a dry run.", "muted"),)
    if answer.state == "done" and answer.changes:
        return (Span("Take it all back with: stride undo", "muted"),)
    return ()
