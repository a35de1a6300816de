"""Where entries came from: how many, of which time, imported when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from stridelog.domain.dates import format_day, format_span
from stridelog.domain.quantity import Notation
from stridelog.domain.source import Source
from stridelog.page import Block, Column, Heading, Page, Row, Span, Table, Text

SUMMARY = "Where entries came from: how many, of which time, imported when"

ROWS = "sources"


@dataclass(frozen=True, slots=True)
class Answer:
    """The sources, and how many entries were logged by hand; ``zone`` is the person's."""

    sources: tuple[Source, ...]
    by_hand: int
    zone: tzinfo


def page(answer: Answer, _notation: Notation) -> Page:
    """Lay the sources out, a row each."""
    if not answer.sources:
        return Page((Text(("Nothing was imported here yet. What can be: stride import --list",)),))
    columns = (
        Column("source"),
        Column("entries", "right"),
        Column("only here", "right"),
        Column("files", "right"),
        Column("days", flexible=True),
        Column("imported"),
    )
    rows = [_row(one, answer.zone) for one in answer.sources]
    rows.append(Row((Span("by hand", "muted"), str(answer.by_hand), "", "", "", "")))
    blocks: list[Block] = [Heading("Where entries came from"), Table(columns, tuple(rows))]
    example = answer.sources[0].name
    blocks.append(Text((Span(f"Take one out: stride sources remove {example}", "muted"),)))
    return Page(tuple(blocks))


def document(answer: Answer) -> Mapping[str, object]:
    """Return the sources as ``stride.sources/1``."""
    return {
        "schema": "stride.sources/1",
        ROWS: [
            {
                "source": one.name,
                "entries": one.entries,
                "alone": one.alone,
                "deleted": one.deleted,
                "from": one.first.isoformat() if one.first else None,
                "to": one.last.isoformat() if one.last else None,
                "imported_at": one.taken_at or None,
                "files": one.files,
            }
            for one in answer.sources
        ],
        "by_hand": answer.by_hand,
    }


def _row(one: Source, zone: tzinfo) -> Row:
    counts = str(one.entries), str(one.alone), _files(one)
    return Row((one.name, *counts, _span(one), _imported(one, zone)))


def _span(one: Source) -> str:
    return format_span(one.first, one.last) if one.first and one.last else ""


def _imported(one: Source, zone: tzinfo) -> str:
    if not one.taken_at:
        return ""
    day: date = datetime.fromisoformat(one.taken_at).astimezone(zone).date()
    return format_day(day)


def _files(one: Source) -> str:
    return str(one.files) if one.files else ""
