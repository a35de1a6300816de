"""Tickets, read row by row: whose they are, when they were solved, how long that took."""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import blake2b

from stridelog.domain.dates import DateOrder
from stridelog.domain.importing import ImportOptions
from stridelog.domain.plain_text import plain
from stridelog.importers._helpdesk.agents import Agents
from stridelog.importers._helpdesk.cells import (
    MISSING,
    RATINGS,
    UNSOLVED,
    milliseconds_of,
    was_reopened,
)
from stridelog.importers._helpdesk.columns import Desk, Layout, Trust, Waiting
from stridelog.importers._helpdesk.shifts import Ticket
from stridelog.importers._helpdesk.times import Times
from stridelog.importers._table import Record

_MILLISECOND = timedelta(milliseconds=1)
_MOST_REMEMBERED = 1_000_000
_LONGEST_NUMBER = 18
_LONGEST_RATING = 40


class Tickets:
    """Makes tickets of rows, and counts the rows that it passes over."""

    def __init__(
        self, desk: Desk, layout: Layout, options: ImportOptions, order: DateOrder
    ) -> None:
        self._desk = desk
        self._layout = layout
        self._options = options
        self._times = Times(options, order)
        self._seen: set[int] = set()
        self.agents = Agents(options.agent)
        self.unsolved = 0
        self.repeated = 0
        self.strange_rating = ""

    def ticket_of(self, record: Record) -> Ticket | None:
        """Return the ticket of a row; None if it is another's, not solved, or was read before.

        Raises ``StrideError`` where a cell cannot be made out.
        """
        cells, layout = record.cells, self._layout
        solved = next((cells[place] for place in layout.solved if cells[place].strip()), "")
        if _lacks(solved) or _cell(cells, layout.status).casefold() in UNSOLVED:
            self.unsolved += 1
            return None
        if layout.agent is not None and not self.agents.takes(cells[layout.agent]):
            return None
        if self._is_repeated(_cell(cells, layout.ticket)):
            self.repeated += 1
            return None
        at = self._times.moment(solved)
        return Ticket(
            day=self._times.day(at),
            row=record.row,
            wall_clock=not at.said_zone,
            reopened=was_reopened(_cell(cells, layout.reopens), self._options.notation),
            good=self._good(_cell(cells, layout.rating)),
            first_reply=self._waited(
                cells, "first reply", layout.first_reply, _cell(cells, layout.replied)
            ),
            resolution=self._waited(cells, "resolution", layout.resolution, solved),
        )

    def _is_repeated(self, number: str) -> bool:
        """Tell whether the ticket stood in the file before. Of its number nothing is kept."""
        if not number or len(self._seen) >= _MOST_REMEMBERED:
            return False
        if number.isdecimal() and len(number) <= _LONGEST_NUMBER:
            key = int(number)
        else:
            digest = blake2b(number.encode(errors="surrogatepass"), digest_size=8).digest()
            key = -int.from_bytes(digest, "big")
        known = key in self._seen
        self._seen.add(key)
        return known

    def _good(self, text: str) -> bool | None:
        word = text.casefold()
        if word not in RATINGS and not self.strange_rating:
            self.strange_rating = text[:_LONGEST_RATING]
        return RATINGS.get(word)

    def _waited(
        self, cells: Sequence[str], what: str, column: Waiting | None, until: str
    ) -> int | None:
        """Return how long it took, from the column or from when the ticket was made.

        By business hours only the column can tell: an empty cell in it is not filled up.
        """
        since = _cell(cells, self._layout.created)
        if self._desk.trust is Trust.TIMES:
            between = self._between(since, until)
            return self._written(cells, what, column) if between is None else between
        written = self._written(cells, what, column)
        if written is not None or (column is not None and column.business):
            return written
        return self._between(since, until)

    def _written(self, cells: Sequence[str], what: str, column: Waiting | None) -> int | None:
        if column is None:
            return None
        return milliseconds_of(cells[column.column], column.unit, self._options.notation, what)

    def _between(self, since: str, until: str) -> int | None:
        if _lacks(since) or _lacks(until):
            return None
        start, end = self._times.moment(since), self._times.moment(until)
        if not (start.said_time and end.said_time) or end.at < start.at:
            return None
        return (end.at - start.at) // _MILLISECOND


def _cell(cells: Sequence[str], place: int | None) -> str:
    return "" if place is None else cells[place].strip()


def _lacks(text: str) -> bool:
    return not text or (len(text) <= len("none ") and plain(text) in MISSING)
