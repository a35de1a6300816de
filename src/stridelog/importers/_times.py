"""Times in files: what order their days and months are in, and what zone they belong to."""

import re
from collections.abc import Iterable
from datetime import datetime, timezone, tzinfo

from stridelog.domain.dates import DateOrder
from stridelog.domain.dates.moment import OLDEST_YEAR
from stridelog.domain.errors import StrideError

_NUMERIC = re.compile(r"\s*(\d{1,2})[./-]\s?(\d{1,2})[./-]")
_MONTHS = 12


class TimeError(StrideError):
    """A time is older than any journal, or at the end of the calendar."""


def evident_order(dates: Iterable[str], default: DateOrder) -> DateOrder:
    """Return the order that a column of dates is in, as its first telling date shows.

    Of ``04/05/2024`` and ``13/05/2024`` the second tells. A program writes all dates in one
    form: where the first one is not in numbers, or none tells, it is ``default``.
    """
    for text in dates:
        match = _NUMERIC.match(text)
        if match is None and text.strip():
            return default
        if match is not None and int(match[1]) > _MONTHS:
            return DateOrder.DAY_FIRST
        if match is not None and int(match[2]) > _MONTHS:
            return DateOrder.MONTH_FIRST
    return default


def in_zone(at: datetime, zone: tzinfo) -> datetime:
    """Return ``at`` in ``zone`` to the second, with the offset that holds there as a fixed one.

    A naive time is taken to be in ``zone``. Raises ``TimeError``.
    """
    try:
        there = at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)
        return with_offset(there)
    except OverflowError as error:
        raise TimeError(f"The time {at.isoformat()} is out of the calendar.") from error


def with_offset(at: datetime) -> datetime:
    """Return ``at`` to the second, its offset from UTC fixed. Raises ``TimeError``."""
    offset = at.utcoffset()
    if offset is None:
        raise TimeError(f"The time {at.isoformat()} does not say its offset from UTC.")
    if at.year < OLDEST_YEAR:
        raise TimeError(f"The year {at.year} is older than any journal.")
    return at.replace(microsecond=0, tzinfo=timezone(offset))
