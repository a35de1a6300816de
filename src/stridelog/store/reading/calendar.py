"""Days, months and times as they stand in text, and as SQL reads them off it."""

from datetime import datetime


def as_ordinal(column: str) -> str:
    """Return ``date.toordinal`` of a day (ISO): 0001-01-01 is 1, and Julian day 1721425.5."""
    return f"CAST(julianday({column}) - 1721424.5 AS INTEGER)"


def as_month(column: str) -> str:
    """Return the number of the month that a day (ISO) lies in (``domain/month``)."""
    return f"substr({column}, 1, 4) * 12 + substr({column}, 6, 2) - 1"


def local_time(at: datetime) -> str:
    """Return a time on the wall as ``entry.at`` has it."""
    return at.replace(tzinfo=None).isoformat(timespec="seconds")


DAY = as_ordinal("entry.day")
"""The day of an entry, as the tables kept ready have it."""
