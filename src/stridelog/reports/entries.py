"""Entries in rows, latest first: what was logged, or what was found."""

from collections.abc import Mapping
from dataclasses import dataclass

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.description import brief_description
from stridelog.domain.documents import entry_document
from stridelog.domain.entry import Entry
from stridelog.domain.quantity import Notation
from stridelog.page import Block, Column, Page, Row, Span, Table, Text

SUMMARY = "Entries in rows, latest first"

ROWS = "entries"


NOTE_IN_A_ROW = 500
"""Characters of a note that a row may need; no terminal is wider."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which command asks (it names the document), for what words, and whether among all entries."""

    command: str
    sought: str = ""
    among_all: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """The entries that are shown, and how many there are in all."""

    question: Question
    entries: tuple[Entry, ...]
    total: int
    activities: Mapping[str, Activity]


def page(answer: Answer, notation: Notation) -> Page:
    """Lay the entries out as a table, with a line that says how many are left out."""
    if not answer.entries:
        return Page((Text((_nothing(answer.question),)),))
    table = Table(
        columns=(
            Column("", "right"),
            Column("day"),
            Column("activity"),
            Column("what"),
            Column("note", flexible=True),
        ),
        rows=tuple(_row(entry, answer.activities, notation) for entry in answer.entries),
    )
    blocks: list[Block] = [table]
    left = answer.total - len(answer.entries)
    if left:
        shown = f"The latest {len(answer.entries)} of {answer.total}. All: --limit {answer.total}"
        blocks.append(Text((Span(shown, "muted"),)))
    return Page(tuple(blocks))


def document(answer: Answer) -> dict[str, object]:
    """Return the entries as a document: ``stride.list/1`` or ``stride.search/1``."""
    return {
        "schema": f"stride.{answer.question.command}/1",
        **({"sought": answer.question.sought} if answer.question.sought else {}),
        "total": answer.total,
        "entries": [
            entry_document(entry, answer.activities[entry.activity]) for entry in answer.entries
        ],
    }


def _row(entry: Entry, activities: Mapping[str, Activity], notation: Notation) -> Row:
    what = brief_description(entry, activities[entry.activity], notation)
    return Row(
        (
            str(entry.number),
            format_span(entry.day, entry.day),
            entry.activity,
            what,
            _circumstances(entry),
        )
    )


def _circumstances(entry: Entry) -> str:
    """Return tags, place and the beginning of the note, as far as there are any."""
    parts = [f"+{tag}" for tag in entry.tags]
    if entry.place:
        parts.append(f"@{entry.place}")
    if entry.note:
        parts.append(" ".join(entry.note[:NOTE_IN_A_ROW].split()))
    return " ".join(parts)


def _nothing(question: Question) -> str:
    if question.sought:
        such = "No entry" if question.among_all else "No such entry"
        return f"{such} holds {question.sought}."
    if not question.among_all:
        return "No entry is like that. All of them: stride list"
    return "Nothing is logged here yet. Start with: stride log run 5k 30:00"
