"""The times of tickets: hundreds of thousands of them, on a few thousand days."""

import re
from datetime import date, datetime, time
from typing import NamedTuple

from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import day_of
from stridelog.domain.importing import ImportOptions
from stridelog.importers._dates import NOON, civil_time
from stridelog.importers._times import in_zone

_CLOCK = re.compile(
    r"(?P<day>\S.{5,30}?),?\s+(?P<hour>\d\d?):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    r"(?:\s*(?P<half>[AaPp])[Mm])?"
)
_MOST_REMEMBERED = 4_096
_HALF_A_DAY, _DAY = 12, 24


class Moment(NamedTuple):
    """A time in the person's zone; whether the text said its zone, and the time of day."""

    at: datetime
    said_zone: bool
    said_time: bool


class Times:
    """Reads the times of one file. What a day is called is worked out once."""

    def __init__(self, options: ImportOptions, order: DateOrder) -> None:
        self._options = options
        self._order = order
        self._days: dict[str, date] = {}

    def moment(self, text: str) -> Moment:
        """Return the time that ``text`` names. Raises ``StrideError``."""
        text = text.strip()
        at = _iso(text) or self._clocked(text)
        if at is not None:
            return Moment(in_zone(at, self._options.zone), at.tzinfo is not None, said_time=True)
        day, clock = civil_time(text, self._order)
        there = in_zone(datetime.combine(day, clock or NOON), self._options.zone)
        return Moment(there, clock is not None and clock.tzinfo is not None, clock is not None)

    def day(self, moment: Moment) -> date:
        """Return the day that a time counts for."""
        if not moment.said_time:
            return moment.at.date()
        return day_of(moment.at, self._options.day_starts)

    def _clocked(self, text: str) -> datetime | None:
        """Read a day in any form and a clock after it: ``12 Mar, 2026 3:30 PM``."""
        match = _CLOCK.fullmatch(text)
        hour = _hour(match) if match else None
        if match is None or hour is None:
            return None
        name = match["day"]
        day = self._days.get(name)
        if day is None:
            day, clock = civil_time(name, self._order)
            if clock is not None:
                return None
            if len(self._days) < _MOST_REMEMBERED:
                self._days[name] = day
        return datetime.combine(day, time(hour, int(match["minute"]), int(match["second"] or 0)))


def _iso(text: str) -> datetime | None:
    """Read the usual form, before a look at the others."""
    try:
        return datetime.fromisoformat(text) if text[4:5] == "-" and ":" in text else None
    except ValueError:
        return None


def _hour(match: re.Match[str]) -> int | None:
    """Return the hour from 0 to 23, or None where there is no such hour."""
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if not half:
        return hour if hour < _DAY else None
    if not 1 <= hour <= _HALF_A_DAY:
        return None
    return hour % _HALF_A_DAY + (_HALF_A_DAY if half == "p" else 0)
