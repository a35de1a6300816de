"""One shift a day: what the tickets that were solved on it add up to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from hashlib import sha256

from stridelog.domain.entry import Draft, Origin
from stridelog.domain.importing import ImportFileError
from stridelog.domain.plausible import LARGEST
from stridelog.domain.units import Dimension
from stridelog.importers._dates import NOON
from stridelog.importers._times import in_zone

MOST_DAYS = 36_525
"""A hundred years of days: more of them, and the dates are no dates of tickets."""


class TooManyDaysError(ImportFileError):
    """The tickets of one person were solved on more days than there are in a life."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What is read of one ticket that was solved; waiting times in milliseconds.

    ``good`` is None where nobody was asked or nobody answered.
    """

    day: date
    row: int
    wall_clock: bool
    reopened: bool
    good: bool | None
    first_reply: int | None
    resolution: int | None


@dataclass(slots=True)
class _Mean:
    """A mean as it grows."""

    total: int = 0
    count: int = 0

    def add(self, value: int | None) -> None:
        if value is not None:
            self.total += value
            self.count += 1

    def seconds(self) -> float:
        """Return the mean of milliseconds in seconds; 0 where there is none."""
        return self.total / self.count / 1_000 if self.count else 0.0


@dataclass(slots=True)
class _Day:
    """The tickets that were solved on one day, in numbers."""

    row: int
    wall_clock: bool
    tickets: int = 0
    reopened: int = 0
    good: int = 0
    responses: int = 0
    first_reply: _Mean = field(default_factory=_Mean)
    resolution: _Mean = field(default_factory=_Mean)

    def add(self, ticket: Ticket) -> None:
        self.row = min(self.row, ticket.row)
        self.wall_clock = self.wall_clock or ticket.wall_clock
        self.tickets += 1
        self.reopened += ticket.reopened
        self.responses += ticket.good is not None
        self.good += ticket.good is True
        self.first_reply.add(ticket.first_reply)
        self.resolution.add(ticket.resolution)

    def measurements(self, *, reopens_known: bool) -> Mapping[str, float]:
        """Return the measures of the day's shift.

        Waiting times are means over the tickets that have one, so that days weighted by their
        tickets give the mean over all tickets again. A mean beyond what an entry can hold (a
        year) is left out, and so is one of nothing.
        """
        found = {"tickets": float(self.tickets)}
        if reopens_known:
            found["reopened"] = float(self.reopened)
        if self.responses:
            found["responses"] = float(self.responses)
            found["csat"] = self.good / self.responses
        means = (("first-reply", self.first_reply), ("resolution", self.resolution))
        for name, mean in means:
            if 0 < mean.seconds() <= LARGEST[Dimension.DURATION]:
                found[name] = mean.seconds()
        return found


class Shifts:
    """The shifts of one agent, by day; memory grows with the days, not with the tickets."""

    def __init__(self) -> None:
        self._days: dict[date, _Day] = {}
        self.tickets = 0

    def __len__(self) -> int:
        return len(self._days)

    def add(self, ticket: Ticket) -> None:
        """Count a ticket for its day. Raises ``TooManyDaysError``."""
        day = self._days.get(ticket.day)
        if day is None:
            if len(self._days) >= MOST_DAYS:
                raise TooManyDaysError(
                    "The tickets were solved on more days than a hundred years have.",
                    "Look at the column that says when they were solved.",
                )
            day = self._days[ticket.day] = _Day(ticket.row, ticket.wall_clock)
        day.add(ticket)
        self.tickets += 1

    def drafts(
        self, source: str, agent: str, zone: tzinfo, *, reopens_known: bool
    ) -> Iterator[Draft]:
        """Yield a shift for every day, the first day first, each at noon in ``zone``.

        A shift is known again by its day and its agent, whose name stands in no origin. Nothing
        of a customer, and no ticket's number, is in it.
        """
        who = sha256(agent.casefold().encode(errors="surrogatepass")).hexdigest()[:16]
        for day, found in sorted(self._days.items()):
            yield Draft(
                activity="shift",
                at=in_zone(datetime.combine(day, NOON), zone),
                measurements=found.measurements(reopens_known=reopens_known),
                origins=(Origin(source, f"{day.isoformat()}/{who}"),),
                row=found.row,
                day=day,
                wall_clock=found.wall_clock,
            )
