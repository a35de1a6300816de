"""Dates as people type and read them: ``yesterday``, ``last thursday 7:30``, ``20 nov``.

All of them are civil: a day and a time as the wall calendar and the wall clock show them, with
no zone. English names, whatever the locale.
"""

from stridelog.domain.dates.moment import DateError, DateOrder, Moment
from stridelog.domain.dates.parsing import parse_day, parse_moment
from stridelog.domain.dates.writing import format_day, format_moment, format_span

__all__ = [
    "DateError",
    "DateOrder",
    "Moment",
    "format_day",
    "format_moment",
    "format_span",
    "parse_day",
    "parse_moment",
]
