"""The date of a row: whole, so that it means the same on whichever day it is read."""

import re
from datetime import UTC, date, datetime, time, tzinfo
from typing import NamedTuple

from stridelog.domain.dates import DateError, DateOrder, parse_moment
from stridelog.domain.errors import StrideError
from stridelog.domain.plain_text import shown
from stridelog.importers._times import in_zone

NOON = time(12)
"""When a row without a time of day is entered."""

_TWO_DAYS = (datetime(2001, 2, 3, 4, 5), datetime(2039, 10, 27, 16, 45))  # noqa: DTZ001
"""What is no whole date means one thing on the first of these days, and another on the second."""

_COUNTED = re.compile(r"\d{9,}(\.\d+)?|\d{1,7}")
_SPACED_OFFSET = re.compile(r" ?(UTC|GMT|Z|[+-]\d\d:?\d\d)$")


class RowDateError(StrideError):
    """A cell is no whole date."""


class Time(NamedTuple):
    """When it was, in the person's zone; how the row is known; whether it said the time of day.

    ``name`` is the instant in UTC where the row says its offset, else the civil time, or the day:
    the same in whichever zone the row is read.
    """

    at: datetime
    name: str
    of_day: bool


def time_of(text: str, zone: tzinfo, order: DateOrder) -> Time:
    """Return the time that ``text`` names. Raises ``StrideError``."""
    day, clock = civil_time(text, order)
    if clock is None:
        return Time(in_zone(datetime.combine(day, NOON), zone), day.isoformat(), of_day=False)
    at = in_zone(datetime.combine(day, clock), zone)
    civil = at if clock.tzinfo is None else at.astimezone(UTC)
    name = civil.replace(tzinfo=None).isoformat()
    return Time(at, name if clock.tzinfo is None else f"{name}Z", of_day=True)


def civil_time(text: str, order: DateOrder) -> tuple[date, time | None]:
    """Return the day that ``text`` names, and the time on it where it says one.

    The time has an offset from UTC where the text says that as well. Raises ``RowDateError``.
    """
    text = text.strip()
    if not text:
        raise RowDateError("It has no date.")
    if _COUNTED.fullmatch(text):
        raise RowDateError(f"{shown(text)} is a number, not a date.")
    return _iso(text) or _in_words(text, order)


def _iso(text: str) -> tuple[date, time | None] | None:
    """Read an ISO date; a time in UTC or with an offset keeps it (``timetz``)."""
    try:
        return date.fromisoformat(text), None
    except ValueError:
        pass
    try:
        at = datetime.fromisoformat(_SPACED_OFFSET.sub(_joined, text))
    except ValueError:
        return None
    return at.date(), at.timetz()


def _joined(match: re.Match[str]) -> str:
    return "Z" if match[1] in {"UTC", "GMT"} else match[1]


def _in_words(text: str, order: DateOrder) -> tuple[date, time | None]:
    try:
        moment, other = (parse_moment(text, now, order) for now in _TWO_DAYS)
    except DateError as error:
        raise RowDateError(f'"{shown(text)}" is no date. {error.message}') from error
    if (moment.day, moment.time) != (other.day, other.time):
        raise RowDateError(f'"{shown(text)}" is no whole date.')
    return moment.day, moment.time
