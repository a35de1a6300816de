"""``stride goals add``: a goal in one line, or by a dialogue."""

from typing import Annotated

import typer

from stridelog.cli.commands.goals.show import show_goal
from stridelog.cli.context import Context
from stridelog.cli.goals.choosing import goal_named
from stridelog.cli.goals.timing import GoalDays, goal_time
from stridelog.cli.goals.wording import About, Aim, line_said
from stridelog.cli.options import UNSAID, Output, with_options
from stridelog.cli.words import command as made
from stridelog.cli.words import refuse_options
from stridelog.domain.goal import Goal


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
    goal = _asked(context, about) if is_bare else _said(ctx, list(words), days, aim, about, step)
    with context.change() as change:
        number = change.add_goal(goal)
    show_goal(context, goal_named(context, str(number)), output)


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
) -> Goal:
    from stridelog.cli.goals.making import new_goal
    from stridelog.cli.goals.stepping import with_steps

    context: Context = ctx.obj
    refuse_options(ctx, words)
    line = line_said(context, words, goal_time(context, days), aim)
    return with_steps(context, about.of(new_goal(line, context.today)), step)


command = made(add, "add", ignore_unknown_options=True)
