"""Streaks in a few words: which of an activity's three says most, and what keeps it."""

from collections.abc import Sequence
from datetime import date

from stridelog.domain.cadence import CadenceUnit
from stridelog.domain.dates import format_day
from stridelog.domain.dates.names import NUMBERS
from stridelog.domain.streak import StreakAnswer

_TELLING: tuple[tuple[CadenceUnit, int], ...] = (
    ("day", 7),
    ("week", 4),
    ("day", 3),
    ("week", 2),
    ("month", 2),
    ("day", 2),
    ("week", 1),
)
"""The streaks of an activity, the one that says most first, and from which length on it does.

Two days in a row say little of somebody who has run every week for a year; a week of days says
more than a year of weeks.
"""

_IN_WORDS = 7
"""Numbers up to this one are written as words."""


def most_telling(answers: Sequence[StreakAnswer]) -> StreakAnswer | None:
    """Return the streak, of those that stand, that says most; None where none stands."""
    standing = {answer.unit: answer for answer in answers if answer.current}
    for unit, least in _TELLING:
        answer = standing.get(unit)
        if answer and answer.current and answer.current.length >= least:
            return answer
    return None


def holds(answer: StreakAnswer, day: date) -> bool:
    """Tell whether a day is part of the current streak, or may still become part of it."""
    current = answer.current
    return current is not None and current.first <= day and (day <= current.last or answer.at_risk)


def number_said(number: int) -> str:
    """Say a number from 1 on: ``one``, ``seven``, ``8``."""
    return NUMBERS[number - 1] if number <= _IN_WORDS else str(number)


def counted(length: int, unit: CadenceUnit) -> str:
    """Say a length: ``1 day``, ``7 weeks``."""
    return f"{length} {unit}" if length == 1 else f"{length} {unit}s"


def to_keep(answer: StreakAnswer, today: date) -> str:
    """Say what keeps a streak, and by when: ``one more today``; nothing where nothing is asked."""
    if answer.keep_by is None:
        return ""
    day = format_day(answer.keep_by, today)
    by = day if day == "today" else f"by {day}"
    if not answer.at_risk:
        return f"kept, next {by}"
    return f"{number_said(answer.missing)} more {by}"
