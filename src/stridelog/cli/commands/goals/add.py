"""``stride goals add``: a goal in one line, or by a dialogue."""

from typing import Annotated

import typer

from stridelog.cli.asking import say_what_no_entry_has
from stridelog.cli.commands.goals.show import show_goal
from stridelog.cli.context import Context, say
from stridelog.cli.goals.choosing import goal_named
from stridelog.cli.goals.timing import GoalDays, goal_time
from stridelog.cli.goals.wording import About, Aim, line_said
from stridelog.cli.options import UNSAID, Output, with_options
from stridelog.cli.words import command as made
from stridelog.cli.words import refuse_options
from stridelog.domain.dates import format_day
from stridelog.domain.filters import Filters
from stridelog.domain.goal import Goal
from stridelog.domain.goal_event import RankTakenError, at_its_event, refuse_rank_taken
from stridelog.domain.plain_text import shown
from stridelog.store.reading.goals import goals


@with_options
def add(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar='["TITLE"] ACTIVITY [QUANTITY|NAME=VALUE|+TAG|@PLACE]...')
    ] = UNSAID,
    days: GoalDays = GoalDays(),
    aim: Aim = Aim(),
    about: About = About(),
    step: Annotated[
        list[str],
        typer.Option("--step", metavar="STEP", help='On the way: "750km by 30 june".'),
    ] = UNSAID,
    output: Output = Output(),
) -> None:
    """Set a goal, in one line.

    stride goals add run 1500km --this-year

    A title in quotes may stand first. After the activity, in any order: a quantity, NAME=VALUE,
    +TAG, @PLACE, 3/week, 100x, -10%. --by or a period says until when. Without any words you are
    asked.
    """
    context: Context = ctx.obj
    is_bare = not (words or aim.is_said or step) and days == GoalDays()
    known = goals(context.reading)
    if is_bare:
        goal = at_its_event(_asked(context, about), known)
    else:
        goal = _said(ctx, list(words), days, aim, about, step, known)
    _see_to_its_rank(goal, known, is_asked=is_bare)
    scope = goal.latest.scope
    say_what_no_entry_has(
        context, Filters(tags=scope.tags, not_tags=scope.not_tags, place=scope.place)
    )
    with context.change() as change:
        number = change.add_goal(goal)
    show_goal(context, goal_named(context, str(number)), output)


def _see_to_its_rank(goal: Goal, known: list[Goal], *, is_asked: bool) -> None:
    """Refuse a second goal of a rank; to who was asked for it, it is told: no answer is lost."""
    try:
        refuse_rank_taken(goal, known)
    except RankTakenError as error:
        if not is_asked:
            raise
        say(error.message)


def _asked(context: Context, about: About) -> Goal:
    from stridelog.cli.dialogue.goals import goal_by_asking

    return goal_by_asking(context, about)


def _said(
    ctx: typer.Context,
    words: list[str],
    days: GoalDays,
    aim: Aim,
    about: About,
    step: list[str],
    known: list[Goal],
) -> Goal:
    from stridelog.cli.goals.making import new_goal
    from stridelog.cli.goals.stepping import with_steps

    context: Context = ctx.obj
    refuse_options(ctx, words)
    line = line_said(context, words, goal_time(context, days), aim)
    goal = about.of(new_goal(line, context.today))
    at = at_its_event(goal, known)
    if at.latest.deadline and at.latest.deadline != goal.latest.deadline:
        say(f"{shown(at.event)}: {format_day(at.latest.deadline)}")
    return with_steps(context, at, step)


command = made(add, "add", ignore_unknown_options=True)
