"""``stride compare``: then against now."""

from dataclasses import replace
from typing import Annotated

import typer

from stridelog.cli.asking import day, filters, whole_number
from stridelog.cli.context import Context
from stridelog.cli.options import Circumstances, Output, with_options
from stridelog.cli.words import command as made
from stridelog.domain.age_grade import Runner
from stridelog.domain.errors import UsageError
from stridelog.domain.filters import Filters
from stridelog.domain.period import Span, parse_length, parse_period
from stridelog.domain.windows import WindowQuestion, Windows, nearest, resolve
from stridelog.reports import compare as report
from stridelog.store.reading.comparison import Sides, comparison
from stridelog.store.reading.days import first_day, holds_something, nearest_day
from stridelog.store.reading.scope import By

GROUPINGS: dict[str, By] = {"distance": "distance", "tag": "tag", "place": "place"}


@with_options
def compare(
    ctx: typer.Context,
    activity: Annotated[str, typer.Argument(metavar="[ACTIVITY]", show_default=False)] = "",
    years: Annotated[str, typer.Option("--years", metavar="N", help="Then: N years ago.")] = "",
    months: Annotated[str, typer.Option("--months", metavar="N", help="Then: N months ago.")] = "",
    weeks: Annotated[str, typer.Option("--weeks", metavar="N", help="Then: N weeks ago.")] = "",
    window: Annotated[
        str, typer.Option("--window", metavar="LENGTH", help="How long: 4w, 90d, 6mo, 1y.")
    ] = "",
    then: Annotated[
        str, typer.Option("--then", metavar="PERIOD", help="Then: 2021, 2021-11, 2021-Q4, …")
    ] = "",
    now: Annotated[
        str, typer.Option("--now", metavar="PERIOD", help="Now: 2026, 2026-11, 2026-Q4, …")
    ] = "",
    first: Annotated[
        bool, typer.Option("--first", help="Then: your first weeks with entries.")
    ] = False,
    around: Annotated[
        str, typer.Option("--around", metavar="DAY", help="Before a day against after it.")
    ] = "",
    by: Annotated[
        str, typer.Option("--by", metavar="WHAT", help="Group by distance, tag or place.")
    ] = "distance",
    age_graded: Annotated[
        bool, typer.Option("--age-graded", help="Grade runs by your age and sex as well.")
    ] = False,
    circumstances: Circumstances = Circumstances(),
    output: Output = Output(),
) -> None:
    """Set then against now: the last 13 weeks against the same weeks a year (or N) earlier.

    stride compare run --years 5
    stride compare --then 2021-Q4 --now 2026-Q4
    """
    context: Context = ctx.obj
    if by not in GROUPINGS:
        raise UsageError(f'--by takes distance, tag or place, not "{by}".', "--by tag")
    graded = _graded(context, by) if age_graded else None
    asked = filters(context, activity, circumstances)
    question = WindowQuestion(
        years=whole_number(years, "--years"),
        months=whole_number(months, "--months"),
        weeks=whole_number(weeks, "--weeks"),
        length=parse_length(window) if window else None,
        then=parse_period(then) if then else None,
        now=parse_period(now) if now else None,
        first=first,
        around=day(context, around) if around else None,
    )
    past = replace(asked, until=context.today)
    windows = resolve(question, context.today, first_day(context.reading, past))
    shown, asked_then = _with_entries(context, past, windows)
    sides = Sides(shown.then, shown.now, asked, context.today, GROUPINGS[by])
    facts = comparison(context.reading, sides)
    answer = report.compute(
        facts, report.CompareQuestion(shown, asked_then, GROUPINGS[by], graded), context.today
    )
    context.show(report, answer, output)


def _graded(context: Context, by: str) -> Runner:
    """Return whoever is graded. Raises ``UsageError``."""
    from stridelog.runtime.age_tables import known_runner

    if by != "distance":
        raise UsageError(
            f"Age grades are of distances, and do not go with --by {by}.", f"Leave out --by {by}."
        )
    return known_runner(context.config)


def _with_entries(
    context: Context, asked: Filters, windows: Windows
) -> tuple[Windows, Span | None]:
    """Return the windows, *then* moved to where something is, and what was asked for if so."""
    if holds_something(context.reading, asked, windows.then):
        return windows, None
    found = nearest_day(context.reading, asked, windows.then, windows.now.first)
    if found is None:
        return windows, None
    return replace(windows, then=nearest(windows.then, found, windows.now)), windows.then


command = made(compare, "compare")
