"""The streaks of each activity as they stand, and what was done on the days of the last year."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from stridelog.domain.cadence import NO_RULES, Periods, Rules, Terms
from stridelog.domain.streak import StreakAnswer, streaks
from stridelog.page import Mark

CALENDAR_WEEKS = 53
"""A year, and the days that complete its first and its last week."""

MARKS: tuple[Mark, ...] = ("nothing", "once", "twice", "often")
"""What a day with none, one, two, three or more entries is marked with."""


@dataclass(frozen=True, slots=True)
class StreakFacts:
    """Entries by day (an ordinal) of each activity, and of the whole journal under None.

    ``rules`` holds what was set for an activity; ``week_start`` is 0 where weeks start on Monday.
    Nothing is asked for of the activities that are ``retired``.
    """

    days: Mapping[str | None, Mapping[int, int]]
    rules: Mapping[str | None, Rules] = field(default_factory=dict)
    week_start: int = 0
    retired: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ActivityStreaks:
    """The day, week and month streaks of an activity, or of the whole journal (None)."""

    activity: str | None
    streaks: tuple[StreakAnswer, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The streaks of each activity, in the order of the facts.

    ``marks`` are those of the last days up to today, for the first activity, which is the whole
    journal where that is asked for. Weeks start on ``week_start``.
    """

    today: date
    activities: tuple[ActivityStreaks, ...]
    marks: tuple[Mark, ...] = ()
    week_start: int = 0


def compute(facts: StreakFacts, today: date) -> Answer:
    """Return the streaks as they stand on ``today``."""
    return Answer(
        today,
        tuple(
            ActivityStreaks(activity, _streaks(facts, activity, today)) for activity in facts.days
        ),
        _marks(facts, today.toordinal()),
        facts.week_start,
    )


def _streaks(facts: StreakFacts, activity: str | None, today: date) -> tuple[StreakAnswer, ...]:
    rules = facts.rules.get(activity, NO_RULES)
    found = streaks(facts.days[activity], today, rules, facts.week_start)
    if activity not in facts.retired:
        return found
    return tuple(replace(streak, at_risk=False, keep_by=None, missing=0) for streak in found)


def _marks(facts: StreakFacts, today: int) -> tuple[Mark, ...]:
    """Return the mark of each day of the weeks up to today."""
    activity = next(iter(facts.days), None)
    days = facts.days.get(activity, {})
    terms = Terms.of(facts.rules.get(activity, NO_RULES), Periods("day"))
    weeks = Periods("week", facts.week_start)
    first = max(weeks.first(weeks.number(today) - CALENDAR_WEEKS + 1), 1)
    marks = [
        _mark(days.get(day, 0), protected=terms.protects(day)) for day in range(first, today + 1)
    ]
    if marks[-1] == "nothing" and activity not in facts.retired:
        marks[-1] = "open"  # not logged yet is not missed
    return tuple(marks)


def _mark(entries: int, *, protected: bool) -> Mark:
    """Mark a day; what was done is shown though it was a day of rest."""
    return "protected" if protected and not entries else MARKS[min(entries, len(MARKS) - 1)]
