"""What a goal is to ask for from now on, as a review is told: ``1400km by 31 jan``."""

import re
from dataclasses import replace
from datetime import date

from stridelog.cli.context import Context
from stridelog.cli.goals.wording import say_hours
from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_day
from stridelog.domain.goal import Target, Version
from stridelog.domain.goal_line.days import coming_day
from stridelog.domain.goal_line.line import GoalError, GoalTime
from stridelog.domain.goal_line.reading import read_goal_line
from stridelog.domain.goal_over import refuse_if_over
from stridelog.domain.plain_text import plain, shown
from stridelog.domain.quantity import Notation

_BY = re.compile(r"(?:^|\s)(?:--)?by\s+", re.IGNORECASE)

EDIT = "For anything else: stride goals edit"
"""The way to change what a review cannot."""


class SaysSoAlreadyError(GoalError):
    """The goal is to be what it is."""


def adjustment(
    context: Context, text: str, version: Version, activity: Activity | None
) -> tuple[Target | None, date | None]:
    """Return the target and the deadline that a text says, None for what it leaves as it is.

    Raises ``StrideError`` where it says neither, or what the goal cannot ask for.
    """
    amount, *by = _BY.split(text.strip(), maxsplit=1)
    settings = context.config
    deadline = (
        coming_day(by[0], context.today, settings.date_order, settings.week_start) if by else None
    )
    earliest = max(version.first, context.today)
    if deadline and deadline < earliest:
        why = "is over" if deadline < context.today else "comes before the goal begins"
        raise GoalError(f"{format_day(deadline)} {why}.", f"Say by {earliest}, or a later day.")
    if not (amount.strip() or deadline):
        raise GoalError("What the goal is to be was not said.", "Say it like: 1400km by 31 jan")
    target = _target(amount.strip(), version, activity, settings.notation)
    made = replace(version, target=target or version.target, deadline=deadline or version.deadline)
    if made == version:
        raise SaysSoAlreadyError("The goal says so already.", "Keep it, or say something else.")
    refuse_if_over(version, made, context.today)
    return target, deadline


def _target(
    text: str, version: Version, activity: Activity | None, notation: Notation
) -> Target | None:
    target, scope = version.target, version.scope
    if not text:
        return None
    if target is None or activity is None or not target.value:
        raise GoalError(f'This goal has no amount, so it cannot be "{shown(text)}".', "by 31 dec")
    said = f"{text}x" if plain(text).isdigit() and not scope.measure else text
    if scope.measure and version.kind != "change" and "=" not in text:
        said = f"{scope.measure}={text}"
    words = [scope.distance] * bool(scope.distance) + [said]
    line = read_goal_line(words, activity, GoalTime(version.first), notation)
    say_hours(line, notation)
    if version.kind == "change":
        value = line.change
    elif scope.measure:
        value = line.amounts[0].value if line.amounts else None
    else:
        value = float(line.times) if line.times else None
    if value is None or (line.per and not target.per):
        raise GoalError(f'"{shown(text)}" is not what this goal asks for.', EDIT)
    return Target(value, target.way, line.per or target.per)
