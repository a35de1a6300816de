"""Calendars: a column a week, a row a weekday, a sign a day.

The signs differ in shape, and so do their counterparts in `fallback`: colour only repeats them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from stridelog.domain.dates import format_span
from stridelog.domain.dates.names import MONTHS, WEEKDAYS
from stridelog.page import Calendar, Line, Mark, Span

SIGNS: dict[Mark, Span] = {
    "nothing": Span("·", "muted"),
    "once": Span("▒", "accent"),
    "twice": Span("▓", "accent"),
    "often": Span("█", "accent"),
    "protected": Span("\N{EN DASH}"),
    "open": Span("○", "warning"),
}
"""What each mark is drawn as: one cell wide."""

SHORT = 3
"""Letters of a month or a weekday."""

MARGIN = 2 + SHORT + 1
"""Cells before the first week: an indent, a weekday, a space."""

NOWHERE = Span(" ")
"""Stands for the days of the first and the last week that are not in the calendar."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A calendar as lines: what it shows and which days, the months and weekdays, the legend."""

    title: Line
    grid: tuple[Line, ...]
    legend: tuple[Line, ...]


def drawing(calendar: Calendar, width: int) -> Drawing:
    """Draw the weeks of ``calendar`` that fit ``width``, the latest ones, at least one."""
    shown = _latest(calendar, max(width - MARGIN, 1))
    last = date.fromordinal(shown.first.toordinal() + len(shown.marks) - 1)
    weekdays = (_weekday(shown, index) for index in range(len(WEEKDAYS)))
    return Drawing(
        (Span(shown.title, "strong"), Span(f"  {format_span(shown.first, last)}", "muted")),
        (_months(shown), *weekdays),
        _legend(shown, width),
    )


def _latest(calendar: Calendar, weeks: int) -> Calendar:
    """Return the last ``weeks`` of ``calendar``."""
    cut = max(_weeks(calendar) - weeks, 0) * len(WEEKDAYS) - _skipped(calendar)
    if cut <= 0:
        return calendar
    first = date.fromordinal(calendar.first.toordinal() + cut)
    return replace(calendar, first=first, marks=calendar.marks[cut:])


def _weeks(calendar: Calendar) -> int:
    return -(-(_skipped(calendar) + len(calendar.marks)) // len(WEEKDAYS))


def _skipped(calendar: Calendar) -> int:
    """Return how many days of the first week lie before the calendar."""
    return (calendar.first.weekday() - calendar.week_start) % len(WEEKDAYS)


def _months(calendar: Calendar) -> Line:
    """Name each month above the week in which it begins, where its name has room."""
    names = ""
    for column, month in _beginnings(calendar):
        if column >= len(names) and column + SHORT <= _weeks(calendar):
            names = f"{names:{column}}{MONTHS[month - 1][:SHORT]} "
    return (Span(f"{'':{MARGIN}}{names}".rstrip(" "), "muted"),)


def _beginnings(calendar: Calendar) -> Iterator[tuple[int, int]]:
    """Yield the week and the month of each first of a month, and of the calendar's first day.

    That one is left out where the next month would have no room beside it.
    """
    skipped, first = _skipped(calendar), calendar.first.toordinal()
    begun = [
        ((skipped + index) // len(WEEKDAYS), day.month)
        for index in range(len(calendar.marks))
        if (day := date.fromordinal(first + index)).day == 1
    ]
    if not begun or begun[0][0] > SHORT:
        yield 0, calendar.first.month
    yield from begun


def _weekday(calendar: Calendar, index: int) -> Line:
    """Draw the days of the ``index``-th weekday of the week, signs of one style as one span."""
    name = WEEKDAYS[(calendar.week_start + index) % len(WEEKDAYS)][:SHORT]
    start = index - _skipped(calendar)
    signs = [SIGNS[mark] for mark in calendar.marks[start % len(WEEKDAYS) :: len(WEEKDAYS)]]
    if start < 0:
        signs.insert(0, NOWHERE)
    runs = groupby(signs, key=lambda sign: sign.style)
    return (
        Span(f"  {name} ", "muted"),
        *(Span("".join(sign.text for sign in run), style) for style, run in runs),
    )


def _legend(calendar: Calendar, width: int) -> tuple[Line, ...]:
    """Say what the signs mean that are drawn, no meaning parted from its sign by a line's end."""
    drawn = set(calendar.marks)
    lines: list[Line] = []
    room = 0
    for mark, meaning in calendar.legend:
        if mark not in drawn:
            continue
        item = (Span("  "), SIGNS[mark], Span(f" {meaning}"))
        length = sum(len(span.text) for span in item)
        if length > room:
            lines.append(())
            room = width
        lines[-1] += item
        room -= length
    return tuple(lines)
