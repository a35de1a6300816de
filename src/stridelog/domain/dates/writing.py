"""Dates as people read them."""

from datetime import date, datetime

from stridelog.domain.dates.names import MONTHS, WEEKDAYS

_TO = " \N{EN DASH} "


def format_day(day: date, today: date | None = None) -> str:
    """Write ``Thu 26 Nov 2026``; ``today`` and ``yesterday`` as such where today is told."""
    if today is not None:
        away = {0: "today", 1: "yesterday", -1: "tomorrow"}.get((today - day).days)
        if away:
            return away
    return f"{WEEKDAYS[day.weekday()][:3]} {_day_and_month(day)} {day.year}"


def format_moment(at: datetime) -> str:
    """Write ``Thu 26 Nov 2026, 8:12``."""
    return f"{format_day(at.date())}, {at.hour}:{at.minute:02}"


def format_span(first: date, last: date) -> str:
    """Write the days from ``first`` to ``last``, both included, as short as can be.

    ``21 Nov 2021``, ``1 - 21 Nov 2021``, ``23 Aug - 21 Nov 2021``, with an en dash between.
    """
    end = f"{_day_and_month(last)} {last.year}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{_day_and_month(first)} {first.year}{_TO}{end}"
    start = str(first.day) if first.month == last.month else _day_and_month(first)
    return f"{start}{_TO}{end}"


def _day_and_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"
