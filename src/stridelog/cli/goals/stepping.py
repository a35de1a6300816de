"""Milestones on the way: ``750km by 30 june``, ``new shoes by friday``."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from stridelog.cli.asking import activity_named
from stridelog.cli.context import Context, say
from stridelog.cli.goals.judging import measure_of
from stridelog.cli.goals.timing import day_to_come
from stridelog.domain.circumstances import note_text
from stridelog.domain.dates import format_day
from stridelog.domain.errors import NotFoundError, UsageError
from stridelog.domain.goal import Goal, Step, Version
from stridelog.domain.goal_line.line import GoalError, GoalTime
from stridelog.domain.goal_line.reading import read_goal_line
from stridelog.domain.goal_saying import amount
from stridelog.domain.goal_steps import refuse_backward
from stridelog.domain.measure import Measure
from stridelog.domain.plain_text import shown
from stridelog.store.catalog import read_catalog

BY = " by "

LIKE = '--step "750km by 30 june"'


class NoSuchStepError(NotFoundError):
    """The goal has no step on that day, or none that is called so."""


def with_steps(context: Context, goal: Goal, texts: Sequence[str]) -> Goal:
    """Return the goal with steps on the way, in the order of their days.

    A value takes the place of the one that the goal had for that day, which is told. Raises
    ``GoalError``, and ``QuantityError`` for what is no value.
    """
    version = goal.latest
    said = tuple(dict.fromkeys(_step(context, version, text) for text in texts or ()))
    days = {step.by for step in said if step.value is not None}
    replaced = [step for step in version.steps if step.value is not None and step.by in days]
    new = tuple(step for step in said if _asked(step) not in map(_asked, version.steps))
    kept = tuple(s for s in version.steps if s not in replaced or _asked(s) in map(_asked, said))
    _tell_gone(context, version, [step for step in replaced if step not in kept])
    steps = tuple(sorted((*kept, *new), key=lambda step: _place(step, version)))
    made = replace(version, steps=steps)
    refuse_backward(made, _measure(context, made), context.config.notation)
    return replace(goal, versions=(*goal.versions[:-1], made))


def without_steps(context: Context, version: Version, texts: Sequence[str]) -> Version:
    """Return a version without some steps: each said as it was added, or all of a day by the day.

    Raises ``NoSuchStepError``.
    """
    for text in texts or ():
        what, _, when = text.rpartition(BY)
        day = day_to_come(context, when.strip())
        said = (day, *_told(context, version, what.strip())) if what.strip() else None
        gone = [step for step in version.steps if step.by == day and said in {None, _asked(step)}]
        if not gone:
            known = ", ".join(dict.fromkeys(str(step.by) for step in version.steps))
            raise NoSuchStepError(
                f"The goal has no step on {format_day(day)} ({shown(text)}).",
                f"It has steps on: {known}" if known else "It has none.",
            )
        version = replace(version, steps=tuple(s for s in version.steps if s not in gone))
    return version


def without_values(context: Context, before: Version, made: Version) -> Version:
    """Return a version of another distance without the values of the one before, which is told."""
    if (before.scope.measure, before.scope.distance) == (made.scope.measure, made.scope.distance):
        return made
    _tell_gone(context, before, [step for step in made.steps if step.value is not None])
    return replace(made, steps=tuple(step for step in made.steps if step.value is None))


def _measure(context: Context, version: Version) -> Measure:
    return measure_of(version.scope, read_catalog(context.reading))


def _asked(step: Step) -> tuple[date, str, float | None]:
    """Return what a step asks for, without what became of it."""
    return step.by, step.text, step.value


def _place(step: Step, version: Version) -> tuple[date, float]:
    """Put the steps of a day in the order in which they are met: the line goes by the last."""
    turned = version.target is not None and version.target.way == "at most"
    return step.by, (-1 if turned else 1) * (step.value or 0.0)


def _tell_gone(context: Context, version: Version, steps: Sequence[Step]) -> None:
    """Say which values on the way there are no more."""
    if not steps:
        return
    distance, notation = version.scope.distance, context.config.notation
    measure = _measure(context, version)
    for step in steps:
        value = amount(measure, step.value or 0.0, notation, distance)
        say(f"No longer on the way: {value} by {format_day(step.by)}.")


def _step(context: Context, version: Version, text: str) -> Step:
    what, by, when = text.rpartition(BY)
    if not (by and what.strip()):
        raise UsageError(f'By when is "{shown(text.strip())}" to be there?', LIKE)
    day = day_to_come(context, when.strip())
    _refuse_out_of_its_days(version, day, context.today, what.strip())
    return Step(day, *_told(context, version, what.strip()))


def _told(context: Context, version: Version, what: str) -> tuple[str, float | None]:
    """Return the words of a step, or else the value to have by then."""
    value = _value(context, version, what)
    return "" if value is not None else note_text(what), value


def _refuse_out_of_its_days(version: Version, day: date, today: date, what: str) -> None:
    if day < max(version.first, today):
        raise GoalError(
            f"{format_day(day)} is no day on the way: "
            + ("it is over." if day < today else "the goal begins later."),
            f'--step "{shown(what)} by {max(version.first, today)}"',
        )
    if version.deadline and day > version.deadline:
        raise GoalError(
            f"{format_day(day)} comes after the goal's last day, {format_day(version.deadline)}.",
            f'--step "{shown(what)} by {version.deadline}"',
        )


def _value(context: Context, version: Version, what: str) -> float | None:
    """Return the value to have by then; None of what is told in words."""
    scope, target = version.scope, version.target
    if target is None or not what[0].isdigit() or not scope.activity:
        return None
    activity = activity_named(context, scope.activity).activity
    measure = activity.measure(scope.measure) if scope.measure else None
    if measure is None:
        what = f"{what}x" if what.isdigit() else what
    words = [what, *([scope.distance] if scope.distance else [])]
    line = read_goal_line(
        words, activity, GoalTime(version.first), context.config.notation, scope.measure
    )
    if measure is None and line.times is not None:
        value = float(line.times)
    elif measure and line.amounts and line.amounts[0].measure == measure:
        value = line.amounts[0].value
    else:
        raise GoalError(
            f"{shown(what)} is not what the goal measures: that is "
            f"{measure.name if measure else 'how often'}.",
            LIKE,
        )
    grows = target.way == "at least" or version.kind == "total"
    beyond = value > target.value if grows else value < target.value
    if beyond and version.kind in {"total", "reach"}:
        raise GoalError(
            f"{shown(what)} lies beyond what the goal itself asks for.",
            "A step on the way is less than the whole.",
        )
    return value
