"""What streaks still need, in words: so many entries, and when."""

from collections.abc import Iterable
from datetime import date

from stridelog.domain.cadence import Periods
from stridelog.domain.dates import format_day, format_span
from stridelog.domain.rule_words import WHOLE_JOURNAL
from stridelog.domain.streak import StreakAnswer
from stridelog.domain.streak_words import counted, number_said
from stridelog.reports.streaks.answer import ActivityStreaks, Answer

NONE = "\N{EN DASH}"

SOON = ("today", "tomorrow")

YEAR_AHEAD = 330
"""Days ahead for which dates need no year."""


def to_keep(streak: StreakAnswer, answer: Answer) -> str:
    """Say how many entries a streak needs next, and when: ``one by 29 Nov``, ``two next week``.

    *By* a day, every entry from today on counts; otherwise only those of the days that are named.
    After a pause of a year, only the last of these days is.
    """
    if streak.keep_by is None:
        return NONE
    number, today = number_said(streak.missing), answer.today
    if streak.at_risk:
        return f"{number} {_by(_dated(streak.keep_by, today))}"
    if (streak.keep_by - today).days > YEAR_AHEAD:
        return f"{number} by {format_span(streak.keep_by, streak.keep_by)}"
    periods = Periods(streak.unit, answer.week_start)
    due = periods.number(streak.keep_by.toordinal())
    if due == periods.number(today.toordinal()) + 1:
        return f"{number} {'tomorrow' if streak.unit == 'day' else f'next {streak.unit}'}"
    if streak.unit == "day":
        return f"{number} on {_dated(streak.keep_by, today)}"
    return f"{number}, {_without_years(date.fromordinal(periods.first(due)), streak.keep_by)}"


def _dated(day: date, today: date) -> str:
    """Write a day as ``today``, ``tomorrow`` or ``29 Nov``."""
    away = format_day(day, today)
    return away if away in SOON else _without_years(day, day)


def _without_years(first: date, last: date) -> str:
    days = format_span(first, last)
    return days.removesuffix(f" {last.year}").replace(f" {first.year} {NONE}", f" {NONE}")


def at_risk(begun: Iterable[ActivityStreaks], today: date) -> Iterable[str]:
    """Say for each activity what its streaks at risk still need, and by when."""
    for ours in begun:
        needs = [
            f"{counted(streak.current.length, streak.unit)}: {_needed(streak, ours.activity)} "
            f"{_by(format_day(streak.keep_by, today))}"
            for streak in ours.streaks
            if streak.at_risk and streak.current and streak.keep_by
        ]
        if needs:
            yield f"{ours.activity or WHOLE_JOURNAL}  {' · '.join(needs)}"


def _needed(streak: StreakAnswer, activity: str | None) -> str:
    if streak.missing == 1:
        return f"one more {activity or 'entry'}"
    return f"{number_said(streak.missing)} more"


def _by(day: str) -> str:
    return day if day == "today" else f"by {day}"
