"""This day in past years, with the words that were written then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stridelog.domain.activity import Activity
from stridelog.domain.description import at_a_glance
from stridelog.domain.documents import entry_document
from stridelog.domain.entry import Entry
from stridelog.domain.quantity import Notation
from stridelog.domain.this_day import past_years
from stridelog.domain.today import Glance, TodayFacts
from stridelog.page import Block, Column, Span, Table
from stridelog.page import Row as TableRow

SUMMARY = "This day in past years, with the words that were written then"

ORDER = 50

AT_MOST = 5
"""Years that are shown, the newest ones."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of this day in a past year."""

    entry: Entry
    activity: Activity


def compute(facts: TodayFacts, glance: Glance) -> tuple[Row, ...]:
    """Return an entry of this day in each past year that has one, newest first."""
    everything: Mapping[int, int] = facts.days.get(None, {})
    first = date.fromordinal(min(everything, default=glance.today.toordinal()))
    past = past_years(glance.today, glance.today, first.year)
    days = [day for day in past if day.toordinal() in everything]
    if not days:
        return ()
    entries = facts.on_each(days[:AT_MOST], AT_MOST)
    return tuple(Row(entry, facts.activities[entry.activity]) for entry in entries)


def block(rows: Sequence[Row], glance: Glance, notation: Notation) -> Block:  # noqa: ARG001 (the panels' common form)
    """Lay the years out, with the first line of what was written."""
    return Table(
        (Column("this day"), Column("", flexible=True), Column(""), Column("", flexible=True)),
        tuple(
            TableRow(
                (
                    str(row.entry.day.year),
                    row.entry.activity,
                    at_a_glance(row.entry, row.activity, notation),
                    Span(_words(row.entry), "accent"),
                )
            )
            for row in rows
        ),
    )


def _words(entry: Entry) -> str:
    line = next((line.strip() for line in entry.note.splitlines() if line.strip()), "")
    return f'"{line}"' if line else ""


def document(rows: Sequence[Row]) -> list[object]:
    """Return the entries as they stand in every document."""
    return [entry_document(row.entry, row.activity) for row in rows]
