"""``stride goals close``: an end of a goal, and what was learned."""

from dataclasses import replace
from typing import Annotated

import typer

from stridelog.cli.context import Context
from stridelog.cli.goals.choosing import OneGoal, goal_named
from stridelog.cli.goals.status import put
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.domain.circumstances import note_text
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Goal, Review, review_on, reviewed


@with_options
def close(
    ctx: typer.Context,
    goal: OneGoal,
    learned: Annotated[
        str, typer.Option("--learned", metavar="TEXT", help="What was learned, in a line.")
    ] = "",
    done: Annotated[
        bool, typer.Option("--done", help="It is done: the answer to a yes-or-no goal.")
    ] = False,
    output: Output = Output(),
) -> None:
    """Close a goal: it is kept, and no longer judged.

    stride goals close 1 --learned "Three runs a week are enough."

    GOAL is its number, or how its title begins.
    """
    context: Context = ctx.obj
    was = goal_named(context, goal)
    now = replace(was, learned=note_text(learned) or was.learned)
    put(context, was, "closed", output, _answered(context, now) if done else now)


def _answered(context: Context, goal: Goal) -> Goal:
    """Return a yes-or-no goal with a yes, beside what else was answered today."""
    if goal.latest.target is not None:
        raise UsageError(
            "--done answers a goal that is a yes or no; this one is measured.",
            f"stride goals close {goal.number}",
        )
    review = review_on(goal, context.today) or Review(context.today)
    return reviewed(goal, replace(review, decision="closed", done=True))


command = made(close, "close")
