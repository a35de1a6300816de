"""Months as milestones set them side by side: how they are named, and whether they hold enough."""

from collections.abc import Iterable
from datetime import date

from stridelog.domain.dates.names import MONTHS
from stridelog.domain.done import Done
from stridelog.domain.measure import Measure

FEWEST_ANSWERS = 20
"""Of fewer answers (tickets) than so many, a month says little of how well they went.

One answer more or less then moves the month by 5 points or more.
"""


def month_said(day: date) -> str:
    """Name the month that a day lies in, as days are written: ``Mar 2024``."""
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def answers_to(measure: Measure) -> tuple[str, ...]:
    """Name the additive measures that say of how many a measure tells: answers, tickets, hours.

    They are what a ratio is divided by, or what a value is weighted by.
    """
    if measure.ratio:
        return tuple(term.measure for term in measure.ratio.denominator)
    return (measure.weight,) if measure.weight else ()


def summed(names: Iterable[str], entries: Iterable[Done]) -> float:
    """Return the sum of these measures over entries; 0 where none of them has any."""
    wanted = tuple(names)
    return sum(done.values[name][0] for done in entries for name in wanted if name in done.values)
