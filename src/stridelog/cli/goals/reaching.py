"""The days on which goals were reached, found by asking where they stood."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from stridelog.cli.context import Context
from stridelog.cli.goals.judging import judged_then
from stridelog.domain.first_days import first_days
from stridelog.domain.goal import Goal, asked_since, asks_as
from stridelog.domain.milestone import Found, Milestone
from stridelog.domain.period import shift
from stridelog.domain.standing import Judged
from stridelog.store.reading.goals import goals

REACHED = "goals_reached"
"""The rule that is no entry's."""


def goals_reached(context: Context, activity: str = "") -> list[Milestone]:
    """Return the goals that were reached up to today; of one activity or of all."""
    every = [g for g in goals(context.reading) if activity in {"", g.latest.scope.activity}]
    ends = [end for goal in every for end in _ends(goal, context.today)]
    reached = dict(enumerate(_reached(context, ends)))
    days = _first_days(context, reached)
    return [_milestone(one, days[place]) for place, one in reached.items()]


def _ends(goal: Goal, today: date) -> list[tuple[Goal, date]]:
    """Return the goal with the last days on which it asked for something: now, and before changes.

    What was reached stays reached, also where more was asked for later.
    """
    changes = [
        (goal, shift(after.since, -1, "days"))
        for before, after in pairwise(goal.versions)
        if not asks_as(before, after) and after.since <= today
    ]
    return [*changes, (goal, _last_day(goal, today))]


def goals_reached_on(context: Context, activity: str, day: date) -> list[Milestone]:
    """Return the goals that what was done of an activity on a day has brought to their end."""
    every = [g for g in goals(context.reading) if g.latest.scope.activity in {"", activity}]
    moments = [(goal, day) for goal in every if not goal.is_closed]
    by_doing = [one for one in _reached(context, moments) if _is_reached_by_doing(one, day)]
    eve = [(one.goal, shift(day, -1, "days")) for one in by_doing]
    already = {one.goal.number for one in _reached(context, eve)} if eve else set()
    return [_milestone(one, day) for one in by_doing if one.goal.number not in already]


def _is_reached_by_doing(one: Judged, day: date) -> bool:
    """Tell whether no review says that a goal is reached, nor its days being over."""
    version = one.version
    return version.target is not None and not (version.deadline and version.deadline < day)


def _last_day(goal: Goal, today: date) -> date:
    """Return the last day on which a goal was pursued: what is done later is no reaching."""
    return min(today, goal.latest.since) if goal.is_closed else today


def _reached(context: Context, moments: Sequence[tuple[Goal, date]]) -> list[Judged]:
    return [one for one in judged_then(context, moments) if one.standing.state == "reached"]


def _first_days(context: Context, reached: Mapping[int, Judged]) -> dict[int, date]:
    """Return the first day on which each was reached."""

    def reached_on(days: Mapping[int, date]) -> set[int]:
        moments = [(reached[place].goal, day) for place, day in days.items()]
        told = {(one.goal.number, one.standing.at) for one in _reached(context, moments)}
        return {place for place, day in days.items() if (reached[place].goal.number, day) in told}

    spans = {place: (_eve(one), one.standing.at) for place, one in reached.items()}
    return first_days(spans, reached_on)


def _eve(one: Judged) -> date:
    """Return the day before the goal asked for that."""
    return shift(asked_since(one.goal, one.version), -1, "days")


def _milestone(one: Judged, day: date) -> Milestone:
    # What only the end of its days decides was reached on the last of them.
    day = min(day, one.version.deadline or day)
    said = {"name": one.title, "goal": one.goal.number}
    return Milestone(REACHED, one.version.scope.activity, Found(day, "big", (), said))
