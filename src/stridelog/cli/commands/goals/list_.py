"""``stride goals list``: the goals, and where they stand."""

from typing import Annotated

import typer

from stridelog.cli.context import Context
from stridelog.cli.goals.judging import judged_then
from stridelog.cli.goals.telling import day_looked_at
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.reports import goals as report
from stridelog.store.reading.goals import goals


@with_options
def list_goals(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="Closed ones too.")] = False,
    output: Output = Output(),
) -> None:
    """List goals, and where they stand today."""
    show_goals(ctx.obj, output, every=every)


def show_goals(context: Context, output: Output, *, every: bool = False) -> None:
    """Show the goals that are not closed, or every one."""
    known = goals(context.reading)
    found = [goal for goal in known if every or not goal.is_closed]
    hidden = len(known) - len(found)
    days = [(goal, day_looked_at(goal, context.today)) for goal in found]
    answer = report.Answer(context.today, tuple(judged_then(context, days)), hidden)
    context.show(report, answer, output)


command = made(list_goals, "list")
