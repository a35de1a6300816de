"""Streak marks: so many days, weeks or months in a row, of an activity and of the whole journal.

They depend on rest, pauses, skips, cadences and on the weekday that weeks start on. So they are
worked out from the days when they are read, and a new rule changes those of the past with it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import CadenceUnit, Rules
from stridelog.domain.milestone import Found, Size
from stridelog.domain.quantity import Notation
from stridelog.domain.streak import reached
from stridelog.domain.streak_words import counted

SUMMARY = "Streak marks: 7, 30, 100, 365 and more days in a row, weeks and months likewise"

ORDER = 45

EACH: Literal["streaks"] = "streaks"

STREAK_MARKS: Mapping[CadenceUnit, tuple[int, ...]] = {
    "day": (
        *(7, 14, 21, 30, 45, 60, 90, 100, 120, 150, 180, 250, 365, 500, 730, 1000),
        *(1461, 2000, 2500, 3000, 3652, 4000, 5000, 7305, 10000),
    ),
    "week": (4, 8, 13, 26, 39, 52, 78, 100, 104, 156, 208, 260, 312, 364, 416, 468, 520, 780, 1040),
    "month": (6, 12, 18, 24, 36, 48, 60, 72, 84, 96, 108, 120, 180, 240),
}
"""How many days, weeks or months in a row are celebrated, ascending, once each."""

BIG: Mapping[CadenceUnit, tuple[int, ...]] = {
    "day": (100, *(mark for mark in STREAK_MARKS["day"] if mark >= 365)),  # noqa: PLR2004 (a year)
    "week": tuple(mark for mark in STREAK_MARKS["week"] if mark % 52 == 0),
    "month": tuple(mark for mark in STREAK_MARKS["month"] if mark % 12 == 0),
}
"""The marks that one tells others about: a hundred days, and whole years."""


def found(days: Mapping[int, int], today: date, rules: Rules, week_start: int) -> Iterator[Found]:
    """Give each mark that a streak has reached up to today, on the day on which it first did.

    ``days`` are entries by day ordinal, of an activity or of the whole journal; ``rules`` what
    holds for it. ``week_start`` is 0 for Monday. No single entry earns a mark: it has no numbers.
    """
    for mark in reached(days, today, STREAK_MARKS, rules, week_start):
        size: Size = "big" if mark.length in BIG[mark.unit] else "small"
        yield Found(mark.day, size, (), {"length": mark.length, "unit": mark.unit})


def sentence(found: Found, activity: Activity, _notation: Notation) -> str:
    """Say it: ``run: 30 days in a row``; without a name it is of the whole journal."""
    row = f"{counted(found.said['length'], found.said['unit'])} in a row"
    return f"{activity.name}: {row}" if activity.name else f"something logged {row}"
