"""``stride streaks``: what was kept up, and what keeps it alive."""

from typing import Annotated

import typer

from stridelog.cli.asking import activity_named, streak_rules
from stridelog.cli.context import Context
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.reports import streaks as report
from stridelog.store.catalog import activities
from stridelog.store.reading.streaks import days


@with_options
def streaks(
    ctx: typer.Context,
    activity: Annotated[str, typer.Argument(metavar="[ACTIVITY]", show_default=False)] = "",
    output: Output = Output(),
) -> None:
    """Show the days, weeks and months in a row: current and longest, and what keeps them alive.

    stride streaks run
    """
    context: Context = ctx.obj
    name = activity_named(context, activity).activity.name if activity else ""
    facts = report.StreakFacts(
        days=days(context.reading, name),
        rules=streak_rules(context),
        week_start=context.config.week_start,
        retired=frozenset(a.name for a in activities(context.reading).values() if a.retired),
    )
    context.show(report, report.compute(facts, context.today), output)


command = made(streaks, "streaks")
