"""Exports of help desks: a row for each ticket, summed up to one shift for each day.

A ticket counts for its agent and for the day on which it was solved, in the person's zone; one
that is not solved does not count. Nothing that identifies a customer is read, let alone kept.
"""

from collections.abc import Iterator

from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    ImportOptions,
    NothingToImportError,
    Problem,
    Remark,
    SourceFile,
)
from stridelog.domain.plain_text import shown
from stridelog.importers._helpdesk.columns import Desk, Trust, layout_of
from stridelog.importers._helpdesk.shifts import Shifts
from stridelog.importers._helpdesk.tickets import Tickets
from stridelog.importers._table import Record, first_records, read_table
from stridelog.importers._text import decode_head
from stridelog.importers._times import evident_order

__all__ = ["Desk", "Trust", "is_export", "read_shifts"]


def is_export(desk: Desk, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is a table of the desk's tickets."""
    header = next(iter(first_records(decode_head(head))), [])
    return layout_of(desk, header) is not None


def read_shifts(desk: Desk, file: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every day on which the agent solved a ticket.

    Problems come as they are found, drafts at the end of the file, where it is known who is in
    it. Raises ``ImportFileError``, ``WhichAgentError`` and ``NothingToImportError``.
    """
    table = read_table(file)
    layout = layout_of(desk, table.header)
    if layout is None:
        raise ImportFileError(
            f"{file} is not an export of tickets from {desk.name}.",
            "Other tables can be read with --map FIELD=COLUMN.",
        )
    order = evident_order(_dates(file, layout.solved[0]), options.date_order)
    tickets, shifts = Tickets(desk, layout, options, order), Shifts()
    for row in table.rows:
        if isinstance(row, Problem):
            yield row
            continue
        try:
            ticket = tickets.ticket_of(row)
        except StrideError as error:
            yield Problem(row.row, error.message)
            continue
        if ticket is not None:
            shifts.add(ticket)
    tickets.agents.check(file)
    if not shifts.tickets:
        raise NothingToImportError(f"{file} holds no ticket that an agent solved.")
    agent, known = tickets.agents.meant, layout.reopens is not None
    yield from shifts.drafts(desk.source, agent, options.zone, reopens_known=known)
    yield Remark(_summary(tickets, shifts))


def _dates(file: SourceFile, column: int) -> Iterator[str]:
    for row in read_table(file).rows:
        if isinstance(row, Record):
            yield row.cells[column]


def _summary(tickets: Tickets, shifts: Shifts) -> str:
    """Say how many tickets the shifts are made of, and how many are left aside."""
    who = f" by {shown(tickets.agents.meant)}" if tickets.agents.meant else ""
    tickets_were = "ticket was" if shifts.tickets == 1 else "tickets were"
    days = "day" if len(shifts) == 1 else "days"
    aside = (
        (tickets.agents.others, "of others"),
        (tickets.unsolved, "not solved"),
        (tickets.repeated, "twice in the file"),
    )
    left = ", ".join(f"{count:,} {what}" for count, what in aside if count)
    text = f"{shifts.tickets:,} {tickets_were} solved{who} on {len(shifts):,} {days}"
    text += f"; left aside: {left}." if left else "."
    if tickets.strange_rating:
        text += f' Answers like "{shown(tickets.strange_rating)}" are not understood.'
    return text
