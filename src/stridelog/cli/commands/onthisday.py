"""``stride onthisday``: what was done and written on this day in past years."""

from typing import Annotated

import typer

from stridelog.cli.asking import day as day_meant
from stridelog.cli.context import Context
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.domain.filters import Filters
from stridelog.domain.this_day import past_years
from stridelog.reports import onthisday as report
from stridelog.store.catalog import activities
from stridelog.store.reading.days import first_day
from stridelog.store.reading.today import on_each


@with_options
def onthisday(
    ctx: typer.Context,
    day: Annotated[list[str], typer.Argument(metavar="[DAY]...", show_default=False)] = (),  # type: ignore[assignment]
    output: Output = Output(),
) -> None:
    """Show what you did and wrote on this day in each past year.

    stride onthisday 25 nov
    """
    context: Context = ctx.obj
    asked = day_meant(context, " ".join(day)) if day else context.today
    first = first_day(context.reading, Filters()) or context.today
    days = list(past_years(asked, context.today, first.year))
    found = on_each(context.reading, days)
    answer = report.Answer(asked, context.today, tuple(found), activities(context.reading))
    context.show(report, answer, output)


command = made(onthisday, "onthisday")
