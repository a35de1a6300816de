"""``stride goals resume``: to pursue a goal again that was paused or closed."""

import typer

from stridelog.cli.goals.choosing import OneGoal, goal_named
from stridelog.cli.goals.status import put
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made


@with_options
def resume(
    ctx: typer.Context,
    goal: OneGoal,
    output: Output = Output(),
) -> None:
    """Take up a goal again that was paused or closed.

    GOAL is its number, or how its title begins. Another deadline is said with: stride goals edit.
    """
    put(ctx.obj, goal_named(ctx.obj, goal), "open", output)


command = made(resume, "resume")
