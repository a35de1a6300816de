"""One entry with all that is known of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stridelog.domain.account import accounts, measured_by
from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_day, format_moment
from stridelog.domain.documents import entry_document
from stridelog.domain.entry import Entry, Origin
from stridelog.domain.phrasing import value
from stridelog.domain.quantity import Notation
from stridelog.page import Block, Column, Heading, Page, Row, Table, Text

SUMMARY = "One entry with all that is known of it"

ROWS = "entries"


@dataclass(frozen=True, slots=True)
class Answer:
    """The entry, its activity, and where it came from, if it was imported."""

    entry: Entry
    activity: Activity
    origins: tuple[Origin, ...] = ()


def page(answer: Answer, notation: Notation) -> Page:
    """Lay the entry out, a line for each thing that is known."""
    entry = answer.entry
    facts = [*_values(answer, notation), *_circumstances(answer)]
    blocks: list[Block] = [
        Heading(f"{entry.number}  {entry.activity}", format_moment(entry.at)),
        Table((Column(""), Column("", flexible=True)), tuple(Row(pair) for pair in facts)),
    ]
    if entry.note:
        blocks.append(Text(tuple(entry.note.splitlines())))
    return Page(tuple(blocks))


def document(answer: Answer) -> Mapping[str, object]:
    """Return the entry as ``stride.show/1``."""
    shown = entry_document(answer.entry, answer.activity)
    measured = measured_by(accounts(answer.origins))
    origins = [
        {
            "source": origin.source,
            "key": origin.key,
            "measures": [name for name, source in measured.items() if source == origin],
        }
        for origin in answer.origins
    ]
    return {"schema": "stride.show/1", ROWS: [{**shown, "origins": origins}]}


def _values(answer: Answer, notation: Notation) -> list[tuple[str, str]]:
    values = {**answer.entry.measurements, **answer.entry.derived}
    return [
        (measure.name, value(measure, values[measure.name], notation))
        for measure in answer.activity.measures
        if measure.name in values
    ]


def _circumstances(answer: Answer) -> list[tuple[str, str]]:
    entry = answer.entry
    known = (
        ("effort", f"{entry.effort} of 10" if entry.effort else ""),
        ("tags", " ".join(f"+{tag}" for tag in entry.tags)),
        ("place", f"@{entry.place}" if entry.place else ""),
        ("gear", entry.gear),
        ("counts for", format_day(entry.day) if entry.day != entry.at.date() else ""),
        *(("from", text) for text in _sources(answer.origins)),
    )
    return [(name, text) for name, text in known if text]


def _sources(origins: Sequence[Origin]) -> Iterator[str]:
    """Say of each source what it is, and which values were taken from it."""
    given = accounts(origins)
    measured = measured_by(given)
    for origin in origins:
        where = origin.file.rpartition("/")[2] or origin.key
        values = [name for name, source in measured.items() if source == origin]
        several = len(origins) > 1 and values
        yield f"{origin.source}, {where}" + (f": {', '.join(values)}" if several else "")
