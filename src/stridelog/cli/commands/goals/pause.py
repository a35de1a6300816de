"""``stride goals pause``: not to pursue a goal for a while."""

import typer

from stridelog.cli.goals.choosing import OneGoal, goal_named
from stridelog.cli.goals.status import put
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made


@with_options
def pause(
    ctx: typer.Context,
    goal: OneGoal,
    output: Output = Output(),
) -> None:
    """Pause a goal: it is not judged until it is taken up again.

    GOAL is its number, or how its title begins.
    """
    put(ctx.obj, goal_named(ctx.obj, goal), "paused", output)


command = made(pause, "pause")
