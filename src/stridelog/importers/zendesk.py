"""Zendesk's export of tickets as CSV, summed up to shifts.

The day is that of ``Solved at``. Waiting times stand in minutes, by the calendar or within
business hours; where a file has both, the calendar's are read.
"""

from collections.abc import Iterator

from stridelog.domain.importing import ImportItem, ImportOptions, SourceFile
from stridelog.importers._helpdesk import Desk, Trust, is_export, read_shifts

SUMMARY = "Zendesk's tickets as CSV, summed up to shifts by day"

ZENDESK = Desk(
    source="zendesk",
    name="Zendesk",
    ticket=("id", "ticket-id", "zendesk-ticket-id"),
    agent=("assignee", "assignee-name"),
    status=("status", "ticket-status"),
    created=("created-at",),
    replied=(),
    solved=("solved-at",),
    rating=("satisfaction-score", "satisfaction-rating"),
    reopens=("reopens",),
    first_reply="first-reply-time",
    resolution="full-resolution-time",
    unit="min",
    trust=Trust.COLUMN,
    marks=frozenset(
        {"satisfaction-score", "satisfaction-rating", "reopens", "first-reply-time"}
        | {"first-resolution-time", "full-resolution-time", "requester-wait-time"}
    ),
)


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is Zendesk's table of tickets."""
    return is_export(ZENDESK, head)


def read(file: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a shift for every day. Raises ``ImportFileError``."""
    return read_shifts(ZENDESK, file, options)
