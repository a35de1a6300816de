"""``stride celebrate``: milestones, big and small."""

from datetime import date
from typing import Annotated

import typer

from stridelog.cli.asking import activity_named, period_asked
from stridelog.cli.celebrating import celebrated_in
from stridelog.cli.context import Context
from stridelog.cli.options import Output, Period, with_options
from stridelog.cli.words import command as made
from stridelog.domain.errors import UsageError
from stridelog.domain.filters import Filters
from stridelog.domain.period import Length, Span, length_until
from stridelog.reports import celebrate as report
from stridelog.runtime.looked import last_look, look
from stridelog.store.catalog import activities
from stridelog.store.reading.days import first_day

LATELY = {
    "--day": (Length(1, "days"), "today"),
    "--week": (Length(1, "weeks"), "in the last seven days"),
    "--month": (Length(1, "months"), "in the last month"),
    "--year": (Length(1, "years"), "in the last year"),
}
"""The options that name the days up to today: how many, and how that is said."""


@with_options
def celebrate(
    ctx: typer.Context,
    activity: Annotated[str, typer.Argument(metavar="[ACTIVITY]", show_default=False)] = "",
    day: Annotated[bool, typer.Option("--day", help="What today brought.")] = False,
    week: Annotated[bool, typer.Option("--week", help="Of the last seven days.")] = False,
    month: Annotated[bool, typer.Option("--month", help="Of the last month.")] = False,
    year: Annotated[bool, typer.Option("--year", help="Of the last year.")] = False,
    everything: Annotated[
        bool,
        typer.Option("--all", help="All there ever were, or all of the days that you name."),
    ] = False,
    period: Period = Period(),
    output: Output = Output(),
) -> None:
    """Show milestones, big and small: since you last looked, or of the days that you name.

    stride celebrate --week
    stride celebrate run --period 2025
    """
    context: Context = ctx.obj
    name = activity_named(context, activity).activity.name if activity else ""
    given = dict(zip(LATELY, (day, week, month, year), strict=True))
    lately = [option for option, asked in given.items() if asked]
    named = period_asked(context, period)
    if len(lately) + (named != (None, None)) > 1:
        raise UsageError("More than one period was named.", "Name one: stride celebrate --week")
    first = first_day(context.reading, Filters(activity=name)) or context.today
    if lately:
        length, words = LATELY[lately[0]]
        days = length_until(context.today, length)
    elif named != (None, None):
        days, words = _days(named, first, context.today), "in that time"
    elif everything:
        days, words = Span(min(first, context.today), context.today), report.SO_FAR
    else:
        since = last_look(context.journal_path, context.today)
        days = Span(min(since or first, context.today), context.today)
        words = "since you last looked" if since else report.SO_FAR
    context.show(report, _answer(context, name, days, words, everything), output)
    if not (lately or name or output.is_data or named != (None, None)):
        look(context.journal_path, context.today)


def _days(named: tuple[date | None, date | None], first: date, today: date) -> Span:
    since, until = named
    if since and since > today:
        return Span(since, until or since)
    last = min(until or today, today)
    return Span(min(since or first, last), last)


def _answer(
    context: Context,
    activity: str,
    days: Span,
    words: str,
    everything: bool,  # noqa: FBT001 (--all as it was typed)
) -> report.Answer:
    found = celebrated_in(context, days, activity)
    last = None
    if not found:
        before = celebrated_in(context, Span(date.min, days.last), activity)
        last = report.greatest_of_last_day(before)
    again = _again(activity, days, words, context.today)
    known = activities(context.reading)
    return report.Answer(days, context.today, words, again, tuple(found), known, last, everything)


def _again(activity: str, days: Span, words: str, today: date) -> str:
    """Return the command that shows all milestones of some days, now and later."""
    ever = words == report.SO_FAR
    since = "" if ever else f"--since {days.first}"
    until = "" if ever or days.last == today else f"--until {days.last}"
    return " ".join(filter(None, ("stride celebrate", activity, since, until, "--all")))


command = made(celebrate, "celebrate")
