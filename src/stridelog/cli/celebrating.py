"""What there is to celebrate: what is kept ready, the marks of streaks, and goals reached."""

from collections.abc import Mapping
from datetime import date

from stridelog.cli.asking import streak_rules
from stridelog.cli.context import Context, say
from stridelog.domain.cadence import NO_RULES
from stridelog.domain.entry import Entry
from stridelog.domain.milestone import Found, Milestone
from stridelog.domain.period import Span
from stridelog.milestones import is_over, streak_marks
from stridelog.runtime.looked import last_look, look
from stridelog.store.reading.contents import has_goals
from stridelog.store.reading.milestones import milestones, milestones_of
from stridelog.store.reading.streaks import days as streak_days

STREAK_MARKS = "streak_marks"
"""The rule that is no entry's."""


def celebrated_in(context: Context, span: Span, activity: str = "") -> list[Milestone]:
    """Return the milestones of some days up to today, in the order of time; of an activity or all.

    What a month brought stands at its last day, and is told when that is over.
    """
    kept = _in_units(context, milestones(context.reading, span, activity))
    found = [*_streaks_marked(context, activity), *_goals_reached(context, activity)]
    told = [*kept, *(each for each in found if span.contains(each.found.day))]
    past = [each for each in told if is_over(each, context.today)]
    return sorted(past, key=lambda each: each.found.day)


def _goals_reached(context: Context, activity: str) -> list[Milestone]:
    """Return the goals that were reached; where there are none, nothing is imported for them."""
    if not has_goals(context.reading):
        return []
    from stridelog.cli.goals.reaching import goals_reached

    return goals_reached(context, activity)


def _streaks_marked(context: Context, activity: str) -> list[Milestone]:
    """Return the marks that streaks have reached; of one activity, or of all and the journal."""
    days = streak_days(context.reading, activity)
    own = [
        Milestone(STREAK_MARKS, name, found)
        for name in days
        if name
        for found in _marks(context, name, days[name])
    ]
    # What one activity has reached alone, the whole journal has reached by it alone.
    reached = [each.found for each in own]
    whole = _marks(context, None, days[None]) if None in days else []
    return [*own, *(Milestone(STREAK_MARKS, "", each) for each in whole if each not in reached)]


def _marks(context: Context, activity: str | None, days: Mapping[int, int]) -> list[Found]:
    rules = streak_rules(context).get(activity, NO_RULES)
    return list(streak_marks.found(days, context.today, rules, context.config.week_start))


def earned(context: Context, number: int) -> list[Milestone]:
    """Return what an entry has earned, by its number; of a month, when that is over."""
    found = _in_units(context, milestones_of(context.reading, number))
    return [each for each in found if is_over(each, context.today)]


def marks_reached(context: Context, entry: Entry, days: Mapping[int, int]) -> list[Milestone]:
    """Return the marks that the streaks of an entry's activity would not have reached without it.

    A forgotten day may complete a streak on a later one. With them stand the goals that were
    reached on its day. ``days`` are those of the activity, with their entries.
    """
    now = [found for found in _marks(context, entry.activity, days) if found.day >= entry.day]
    if now:
        others = {**days, entry.day.toordinal(): days[entry.day.toordinal()] - 1}
        before = {day: entries for day, entries in others.items() if entries}
        known = [found.said for found in _marks(context, entry.activity, before)]
        now = [found for found in now if found.said not in known]
    marks = [Milestone(STREAK_MARKS, entry.activity, found) for found in now]
    return [*marks, *_goals_reached_by(context, entry)]


def _goals_reached_by(context: Context, entry: Entry) -> list[Milestone]:
    if not has_goals(context.reading):
        return []
    from stridelog.cli.goals.reaching import goals_reached_on

    return goals_reached_on(context, entry.activity, entry.day)


def every(context: Context) -> frozenset[str]:
    """Return what tells apart all milestones up to today, to see which an import has brought."""
    return frozenset(map(repr, celebrated_in(context, Span(date.min, context.today))))


def tell_new(context: Context, before: frozenset[str]) -> None:
    """Say how many are new, and let ``stride celebrate`` begin with the first of them."""
    from stridelog.reports.celebrate import every_told

    found = celebrated_in(context, Span(date.min, context.today))
    new = every_told(each for each in found if repr(each) not in before)
    if not new:
        return
    looked = last_look(context.journal_path, context.today)
    if looked and new[0].found.day < looked:
        look(context.journal_path, new[0].found.day)
    many = f"{len(new)} new milestones, big and small"
    say(f"{'One new milestone' if len(new) == 1 else many}: stride celebrate")


def _in_units(context: Context, found: list[Milestone]) -> list[Milestone]:
    """Leave out the round numbers of kilometres for whoever counts miles, and the other way."""
    system = context.config.units.value
    return [each for each in found if each.found.said.get("units") in {None, system}]
