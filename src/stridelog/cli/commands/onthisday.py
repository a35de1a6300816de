"""``stride onthisday``: what was done and written on this day in past years."""

from contextlib import suppress
from datetime import date
from typing import Annotated

import typer

from stridelog.cli.asking import day as day_meant
from stridelog.cli.context import Context
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.domain.dates import DateError, parse_day
from stridelog.domain.filters import Filters
from stridelog.domain.this_day import latest_29_february, past_years
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
    asked = _meant(context, " ".join(day)) if day else context.today
    first = first_day(context.reading, Filters()) or context.today
    days = list(past_years(asked, context.today, first.year))
    found = on_each(context.reading, days)
    answer = report.Answer(asked, context.today, tuple(found), activities(context.reading))
    context.show(report, answer, output)


def _meant(context: Context, text: str) -> date:
    """Return the day that the text means; 29 February has no need of a year that has one."""
    try:
        return day_meant(context, text)
    except DateError:
        leap = latest_29_february(context.today)
        with suppress(DateError):
            settings = context.config
            said = f"{text} {leap.year}"
            if parse_day(said, context.today, settings.date_order, settings.week_start) == leap:
                return day_meant(context, said)
        raise


command = made(onthisday, "onthisday")
