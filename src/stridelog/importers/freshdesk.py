"""Freshdesk's export of tickets as CSV, summed up to shifts.

The day is that of ``Resolved time``, or of ``Closed time`` where that is empty. Waiting times are
those between the times of day: the columns in hours hold clocks, or nothing, or business hours,
and are read only where a time is missing.
"""

from collections.abc import Iterator

from stridelog.domain.importing import ImportItem, ImportOptions, SourceFile
from stridelog.importers._helpdesk import Desk, Trust, is_export, read_shifts

SUMMARY = "Freshdesk's tickets as CSV, summed up to shifts by day"

FRESHDESK = Desk(
    source="freshdesk",
    name="Freshdesk",
    ticket=("ticket-id",),
    agent=("agent", "agent-name"),
    status=("status",),
    created=("created-time",),
    replied=("initial-response-time",),
    solved=("resolved-time", "closed-time"),
    rating=("survey-results", "survey-result"),
    reopens=("reopens", "reopen-count"),
    first_reply="first-response-time",
    resolution="resolution-time",
    unit="h",
    trust=Trust.TIMES,
    marks=frozenset(
        {"initial-response-time", "first-response-time", "first-response-status"}
        | {"survey-result", "agent-interactions", "customer-interactions"}
    ),
)


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is Freshdesk's table of tickets."""
    return is_export(FRESHDESK, head)


def read(file: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a shift for every day. Raises ``ImportFileError``."""
    return read_shifts(FRESHDESK, file, options)
