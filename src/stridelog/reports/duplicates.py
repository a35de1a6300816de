"""Pairs of entries that may be one, for a person to decide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_moment
from stridelog.domain.description import brief_description
from stridelog.domain.documents import entry_document
from stridelog.domain.quantity import Notation
from stridelog.domain.source import Pair
from stridelog.page import Block, Column, Heading, Page, Row, Section, Span, Table, Text

SUMMARY = "Pairs of entries that may be one, for a person to decide"

ROWS = "pairs"

SHOWN = 10
"""Pairs that the page shows; the document has them all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The pairs, and the activities of their entries."""

    pairs: tuple[Pair, ...]
    activities: Mapping[str, Activity]


def page(answer: Answer, notation: Notation) -> Page:
    """Lay the pairs out, an entry a row."""
    if not answer.pairs:
        return Page((Text(("No two entries look like one.",)),))
    rows: list[Row | Section] = []
    for number, pair in enumerate(answer.pairs[:SHOWN], start=1):
        rows.append(Section(f"pair {number}"))
        rows += _rows(pair, answer.activities, notation)
    columns = (
        Column("", "right"),
        Column("when"),
        Column("activity"),
        Column("what", flexible=True),
        Column("from"),
    )
    count = len(answer.pairs)
    blocks: list[Block] = [
        Heading("Is this one, or two?", f"{count} pair{'s' if count > 1 else ''}"),
        Table(columns, tuple(rows)),
    ]
    if count > SHOWN:
        blocks.append(Text((Span(f"… and {count - SHOWN} more.", "muted"),)))
    first = answer.pairs[0]
    numbers = f"{first.one.number} {first.other.number}"
    blocks.append(
        Text(
            (
                f"One:  stride duplicates merge {numbers}",
                f"Two:  stride duplicates keep {numbers}",
            )
        )
    )
    return Page(tuple(blocks))


def document(answer: Answer) -> Mapping[str, object]:
    """Return the pairs as ``stride.duplicates/1``: their numbers, and then the entries whole."""
    entries = {e.number: e for pair in answer.pairs for e in (pair.one, pair.other)}
    return {
        "schema": "stride.duplicates/1",
        ROWS: [
            {
                "one": pair.one.number,
                "one_from": list(pair.one_from),
                "other": pair.other.number,
                "other_from": list(pair.other_from),
            }
            for pair in answer.pairs
        ],
        "entries": [
            entry_document(entry, answer.activities[entry.activity])
            for _, entry in sorted(entries.items())
        ],
    }


def _rows(pair: Pair, activities: Mapping[str, Activity], notation: Notation) -> Iterator[Row]:
    for entry, sources in ((pair.one, pair.one_from), (pair.other, pair.other_from)):
        what = brief_description(entry, activities[entry.activity], notation)
        moment = format_moment(entry.at)
        yield Row((str(entry.number), moment, entry.activity, what, ", ".join(sources)))
