"""All that is known of one goal: what it asks for, what it was before, what is on the way."""

from dataclasses import replace
from datetime import date

from stridelog.cli.context import Context
from stridelog.cli.goals.judging import judged, measure_of
from stridelog.cli.goals.kinds import asked_by, kind_named
from stridelog.domain.goal import Goal, Step, Version
from stridelog.domain.period import shift
from stridelog.domain.smart import letters
from stridelog.domain.standing import Facts
from stridelog.reports import goal as report
from stridelog.store.catalog import read_catalog
from stridelog.store.reading.goal_facts import facts


def told(context: Context, goal: Goal) -> report.Answer:
    """Return all that is known of a goal today; of a closed one, when it was closed."""
    at = day_looked_at(goal, context.today)
    (one,) = judged(context, [goal], at)
    version, notation = one.version, context.config.notation
    kind = kind_named(version.kind)
    catalog = read_catalog(context.reading)
    needed = [kind_named(v.kind).asks(v) for v in goal.versions]
    found = facts(context.reading, catalog, needed, at)
    found = replace(found, week_start=context.config.week_start)
    asked = (
        report.Asked(
            v,
            asked_by(v, measure_of(v.scope, catalog), notation),
            kind_named(v.kind).stands(goal, v, found, at).target,
        )
        for v in goal.versions
    )
    return report.Answer(
        one,
        letters(
            one,
            kind.says(version, one.measure, notation),
            kind.demand(_as_if_begun(version, at), found),
            notation,
        ),
        tuple(_on_the_way(goal, version, step, found, at) for step in version.steps),
        tuple(asked),
    )


def _as_if_begun(version: Version, today: date) -> Version:
    """Return a version that begins later with as many days from today: what is before it is known.

    A year that is set in December is beside the year up to now, not beside one without its end.
    """
    if version.first <= today:
        return version
    span = version.span
    deadline = shift(today, span.days - 1, "days") if span else None
    return replace(version, first=today, deadline=deadline, steps=())


def titled(context: Context, goal: Goal) -> str:
    """Return what a goal is called: its title, or what it asks for and by when."""
    if goal.title:
        return goal.title
    measure = measure_of(goal.latest.scope, read_catalog(context.reading))
    return asked_by(goal.latest, measure, context.config.notation)


def day_looked_at(goal: Goal, today: date) -> date:
    """Return the day on which a goal is judged: today, or when it was closed.

    One that was made tomorrow, as who travels westwards can, is judged on its first day.
    """
    at = min(goal.latest.since, today) if goal.is_closed else today
    return max(at, goal.versions[0].since)


def _on_the_way(goal: Goal, version: Version, step: Step, found: Facts, today: date) -> report.Met:
    """Return a step with what was there on its day, or is today."""
    if step.value is None:
        return report.Met(step, None, True if step.done else None)
    day = min(step.by, today)
    target = version.target
    stood = kind_named(version.kind).stands(goal, version, found.until(day), day).current
    if stood is None or target is None:
        return report.Met(step, stood, None)
    is_met = stood >= step.value if target.way == "at least" else stood <= step.value
    over = step.by < today
    return report.Met(step, stood, is_met if over or target.way == "at least" else None)
