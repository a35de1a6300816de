"""Nudges: what is due, if something is; a line each, and nothing where nothing is.

Two things are due: a streak that ends unless something is done by the end of this week, and what
is usually done by this hour on this weekday. What is due is stated, and nobody is scolded.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal

from stridelog.domain.cadence import NO_RULES, Periods, Rules, Terms
from stridelog.domain.dates.names import WEEKDAYS
from stridelog.domain.likely import Occasion
from stridelog.domain.quantity import Notation
from stridelog.domain.streak import StreakAnswer, streaks
from stridelog.domain.streak_words import counted, to_keep
from stridelog.page import Page, Text

SUMMARY = "What is due today: streaks to keep, and what is usually done by now"

SCHEMA = "stride.nudge/1"

ROWS = "due"
"""The key of the document under which the rows of a CSV stand."""

WHOLE_JOURNAL = "anything"
"""What keeps the streaks of the whole journal."""

SHORTEST_STREAK = 3
"""Days, weeks or months in a row that are worth a word."""

SUCH_DAYS, MOST_OF_THEM = 5, 4
"""What was done on so many of the last so many days of a weekday is usual on it."""

DAYS_A_WEEK = 7

MOST_LINES = 12
"""So many lines leave room for more on the smallest screen; a document has all."""


@dataclass(frozen=True, slots=True)
class NudgeFacts:
    """What nudges are worked out from.

    ``days`` holds entries by day (an ordinal) of each activity, and of the whole journal under
    None; ``occasions`` the latest entries; ``rules`` what was set for streaks; ``week_start`` is
    0 where weeks start on Monday.
    """

    days: Mapping[str | None, Mapping[int, int]]
    occasions: Sequence[Occasion]
    rules: Mapping[str | None, Rules] = field(default_factory=dict)
    week_start: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due: to keep a ``streak``, or (without one) because it is usual by now.

    ``activity`` is None for the whole journal; ``done`` is on how many of the last such weekdays
    it was done by this hour.
    """

    activity: str | None
    streak: StreakAnswer | None = None
    done: int = 0

    @property
    def reason(self) -> Literal["streak", "usual"]:
        """Why it is due."""
        return "streak" if self.streak else "usual"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is due on a day, what ends first before the rest."""

    today: date
    due: tuple[Due, ...]


def compute(facts: NudgeFacts, today: date, now: datetime) -> Answer:
    """Return what is due on the civil day ``today`` at the civil time ``now``."""
    at_risk = [due for name in facts.days for due in _streaks_at_risk(facts, name, today)]
    told = {due.activity for due in at_risk}
    usual = [due for due in _usual(facts, today, now) if due.activity not in told]
    return Answer(today, (*_without_echo(at_risk), *usual))


def _streaks_at_risk(facts: NudgeFacts, activity: str | None, today: date) -> Iterable[Due]:
    """Give the longest of the streaks that must be carried on first, if that is this week."""
    rules = facts.rules.get(activity, NO_RULES)
    week_ends = today + timedelta((facts.week_start - 1 - today.weekday()) % DAYS_A_WEEK)
    urgent = [
        (answer.keep_by, -answer.current.length, Due(activity, answer))
        for answer in streaks(facts.days[activity], today, rules, facts.week_start)
        if answer.at_risk and answer.current and answer.keep_by
        if answer.current.length >= SHORTEST_STREAK and answer.keep_by <= week_ends
    ]
    return [min(urgent, key=lambda found: found[:2])[2]] if urgent else []


def _without_echo(at_risk: Sequence[Due]) -> Iterable[Due]:
    """Leave the whole journal out where what keeps an activity's streak keeps its own as well."""
    days = {due.streak.keep_by for due in at_risk if due.activity and due.streak}
    kept = [d for d in at_risk if d.activity or (d.streak and d.streak.keep_by not in days)]
    return sorted(kept, key=lambda due: (due.streak and due.streak.keep_by) or date.max)


def _usual(facts: NudgeFacts, today: date, now: datetime) -> Iterable[Due]:
    """Give what was done by this hour on most of the last such weekdays, and not yet today."""
    such_days = [today - timedelta(DAYS_A_WEEK * weeks) for weeks in range(1, SUCH_DAYS + 1)]
    hour = _hour(now, today)
    for activity in facts.days:
        done = {
            o.day
            for o in facts.occasions
            if o.activity == activity and o.day in such_days and _hour(o.at, o.day) <= hour
        }
        terms = Terms.of(facts.rules.get(activity, NO_RULES), Periods("day"))
        number = today.toordinal()
        settled = number in facts.days[activity] or terms.protects(number)
        if activity and len(done) >= MOST_OF_THEM and not settled:
            yield Due(activity, done=len(done))


def _hour(at: datetime, day: date) -> timedelta:
    """Return how long after the midnight of the day that it counts for a civil time is."""
    return at.replace(tzinfo=None) - datetime.combine(day, time())


def page(answer: Answer, notation: Notation) -> Page:  # noqa: ARG001 (the reports' common form)
    """Lay ``answer`` out: a line for each thing that is due, and nothing where nothing is."""
    return Page((Text(tuple(lines(answer))),) if answer.due else ())


def lines(answer: Answer) -> Iterable[str]:
    """Say what is due, and how much more there is where that is no screenful any more."""
    told = answer.due if len(answer.due) <= MOST_LINES else answer.due[: MOST_LINES - 1]
    for due in told:
        streak = due.streak
        if streak and streak.current:
            row = counted(streak.current.length, streak.unit)
            what = due.activity or WHOLE_JOURNAL
            yield f"{what}: {row} in a row, {to_keep(streak, answer.today)}"
        else:
            weekday = WEEKDAYS[answer.today.weekday()]
            yield (
                f"{due.activity}: usually done by now on a {weekday} "
                f"({due.done} of the last {SUCH_DAYS}), not yet today"
            )
    if len(told) < len(answer.due):
        yield f"and {len(answer.due) - len(told)} more"


def document(answer: Answer) -> dict[str, object]:
    """Return ``answer`` as the document that ``stride nudge --json`` prints."""
    return {"schema": SCHEMA, "due": [_record(due) for due in answer.due]}


def _record(due: Due) -> dict[str, object]:
    streak = due.streak
    current = streak.current if streak else None
    return {
        "activity": due.activity,
        "reason": due.reason,
        "unit": streak.unit if streak else None,
        "length": current.length if current else None,
        "keep_by": streak.keep_by.isoformat() if streak and streak.keep_by else None,
        "missing": streak.missing if streak else None,
        "such_days": None if streak else SUCH_DAYS,
        "done": None if streak else due.done,
    }
