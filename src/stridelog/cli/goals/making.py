"""From what was said to a goal: a new one, or a known one that asks for something else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from stridelog.cli.asking import activity_named
from stridelog.cli.context import Context
from stridelog.cli.goals.kinds import kind_named, kind_of
from stridelog.cli.goals.wording import Aim, say_hours, side_of
from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import note_text
from stridelog.domain.goal import Goal, Version, Way
from stridelog.domain.goal_line.line import Claim, GoalError, GoalLine, GoalTime
from stridelog.domain.goal_line.reading import read_goal_line
from stridelog.domain.plain_text import plain, shown
from stridelog.domain.standing import GoalKind
from stridelog.domain.units import Dimension
from stridelog.store.catalog import Listed, read_catalog

UNSAID: tuple[Claim, ...] = ("", "average", "once", "avoid", "do")
"""What options may have said when the goal was made: tried in this order."""


_KINDS: Mapping[str, str] = {
    "rate": "so much of each period: ",
    "average": "an average of ",
    "change": "a change of ",
}
"""How what is aimed at is told apart, where it is not so much of it."""


class AnotherGoalError(GoalError):
    """The goal would be another one: what it asked for so far would be forgotten."""


def new_goal(line: GoalLine, today: date) -> Goal:
    """Return the goal that a line makes, in the area of its activity. Raises ``GoalError``."""
    version = kind_of(line).made(line, today)
    area = line.activity.area if line.activity else ""
    return Goal((version,), title=note_text(line.title), area=area)


def revised(
    context: Context, version: Version, words: Sequence[str], time: GoalTime, aim: Aim
) -> Version:
    """Return what a goal asks for from today on: what is not said again stays as it is."""
    kept = replace(
        version,
        since=max(context.today, version.since),
        first=time.first,
        deadline=time.deadline,
        against=time.against,
        uid="",
    )
    if not (words or aim.is_said):
        return kept
    line = _beside(context, version, words, time)
    scope = replace(
        version.scope,
        activity=line.activity.name if line.activity else version.scope.activity,
        tags=line.tags or version.scope.tags,
        not_tags=aim.not_tags or version.scope.not_tags,
        place=line.place or version.scope.place,
    )
    aims = line.amounts or line.measures or line.times is not None or line.change is not None
    if not (aims or aim.claim) and scope.activity == version.scope.activity:
        target = version.target
        way = side_of(aim, line)
        target = replace(target, way=way) if target and way else target
        return replace(kept, scope=scope, target=target)
    line = replace(
        line,
        tags=scope.tags,
        not_tags=scope.not_tags,
        place=scope.place,
        claim=aim.claim,
        way=side_of(aim, line) or _way_kept(line, version),
    )
    kind, line = _kind(line, version)
    made = kind.made(line, kept.since)
    return replace(made, steps=version.steps, status=version.status)


def refuse_another(goal: Goal, made: Version, said: str) -> None:
    """Refuse what would make another goal of this one: of another activity, measure, or kind.

    What was, is judged by what the goal asked for; a new goal begins anew. Raises ``GoalError``.
    """
    version = goal.latest
    was, now = version.scope, made.scope
    activity = not was.activity or was.activity == now.activity
    if activity and (was.measure, version.kind) == (now.measure, made.kind):
        return
    raise AnotherGoalError(
        f'Goal {goal.number} asks for {_asks(version)}; "{shown(said)}" would be another goal.',
        f"Close it, and add a new one: stride goals close {goal.number}",
    )


def _asks(version: Version) -> str:
    """Say what a goal is about: ``run distance``, ``an average of shift csat``."""
    scope = version.scope
    if version.target is None:
        return "a yes or no"
    what = " ".join(filter(None, (scope.activity, scope.distance, scope.measure)))
    times = "" if scope.measure else "how often there is "
    return f"{_KINDS.get(version.kind, '')}{times}{what}" if what else "none of something"


def _beside(context: Context, version: Version, words: Sequence[str], time: GoalTime) -> GoalLine:
    """Return what the words say beside what the goal says already."""
    catalog, scope = read_catalog(context.reading), version.scope
    activity, rest = _activity(context, catalog, version, words)
    same = activity is not None and activity.name == scope.activity
    usual = scope.measure if same else ""
    notation = context.config.notation
    line = read_goal_line(rest, activity, time, notation, usual)
    if not same:
        return line
    has_distance = any(a.measure.dimension is Dimension.DISTANCE for a in line.amounts)
    if scope.distance and line.amounts and not (line.distance or has_distance):
        line = read_goal_line([*rest, scope.distance], activity, time, notation, usual)
    say_hours(line, notation)
    measure = activity.measure(scope.measure) if activity and scope.measure else None
    if line.change is not None and measure and not (line.measures or line.amounts):
        line = replace(line, measures=(measure,))
    per = version.target.per if version.target else ""
    return replace(line, per=line.per or per) if line.amounts or line.times else line


def _activity(
    context: Context, catalog: Mapping[str, Listed], version: Version, words: Sequence[str]
) -> tuple[Activity | None, tuple[str, ...]]:
    """Return the activity that is named among the words, else the goal's; and the other words."""
    rest = list(words)
    named = next((word for word in rest if plain(word) in catalog), "")
    if named:
        rest.remove(named)
        return catalog[plain(named)].activity, tuple(rest)
    known = version.scope.activity
    return (activity_named(context, known).activity if known else None), tuple(rest)


def _way_kept(line: GoalLine, version: Version) -> Way | Literal[""]:
    """Return the side of the target, where the same is measured as before."""
    measures = {amount.measure.name for amount in line.amounts} or {""}
    target = version.target
    same = target is not None and measures == {version.scope.measure} and line.change is None
    return target.way if same and target else ""


def _kind(line: GoalLine, version: Version) -> tuple[GoalKind, GoalLine]:
    """Return the kind that takes the line: the goal's own, if it does in any way."""
    own = kind_named(version.kind)
    claims = (line.claim,) if line.claim else UNSAID
    fitting = next((claim for claim in claims if own.takes(replace(line, claim=claim))), None)
    if fitting is not None:
        return own, replace(line, claim=fitting)
    return kind_of(line), line
