"""``stride goals show``: one goal with all that is known of it."""

import typer

from stridelog.cli.context import Context
from stridelog.cli.goals.choosing import OneGoal, goal_named
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.domain.goal import Goal
from stridelog.reports import goal as report


@with_options
def show(
    ctx: typer.Context,
    goal: OneGoal,
    output: Output = Output(),
) -> None:
    """Show a goal: what it asks for, where it stands, and how it changed.

    GOAL is its number, or how its title begins.
    """
    show_goal(ctx.obj, goal_named(ctx.obj, goal), output)


def show_goal(context: Context, goal: Goal, output: Output) -> None:
    """Show a goal by the letters of SMART, and where it stands today."""
    from stridelog.cli.goals.telling import told

    context.show(report, told(context, goal), output)


command = made(show, "show")
