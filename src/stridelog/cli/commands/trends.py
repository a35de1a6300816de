"""``stride trends``: what is improving, what is slipping, since when."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

import typer

from stridelog.cli.asking import filters, streak_rules, whole_number
from stridelog.cli.context import Context
from stridelog.cli.options import Circumstances, Output, with_options
from stridelog.cli.words import command as made
from stridelog.domain.course import USUAL_MONTHS, spans_of
from stridelog.domain.filters import Filters
from stridelog.domain.trend import Trend
from stridelog.domain.trend_reasons import Accompanying, accompanying, sides_of
from stridelog.reports import trends as report
from stridelog.store.catalog import Listed, read_catalog
from stridelog.store.reading.days import first_day
from stridelog.store.reading.trends import courses, surroundings


@with_options
def trends(
    ctx: typer.Context,
    activity: Annotated[str, typer.Argument(metavar="[ACTIVITY]", show_default=False)] = "",
    months: Annotated[
        str, typer.Option("--months", metavar="N", help="Over the last N months: 6.")
    ] = "",
    why: Annotated[
        bool, typer.Option("--why", help="Show what else changed at that time.")
    ] = False,
    area: Annotated[
        str, typer.Option("--area", metavar="AREA", help="Only this area of life.")
    ] = "",
    output: Output = Output(),
) -> None:
    """Show what is improving and what is slipping, since when, and by how much a month.

    stride trends shift --why
    """
    context: Context = ctx.obj
    asked = filters(context, activity, Circumstances(area=area))
    catalog = read_catalog(context.reading)
    wanted = _activities(asked, catalog) if activity or area else None
    question = report.Question(whole_number(months, "--months") or USUAL_MONTHS, wanted, why)
    spans = spans_of(context.today, question.months)
    found = courses(context.reading, catalog, streak_rules(context), spans)
    answer = report.compute(found, spans, question)
    context.show(report, _with_reasons(context, catalog, answer) if why else answer, output)


def _activities(asked: Filters, catalog: Mapping[str, Listed]) -> frozenset[str]:
    return frozenset(
        name
        for name, listed in catalog.items()
        if asked.activity in {"", name} and asked.area in {"", listed.activity.area}
    )


def _with_reasons(
    context: Context, catalog: Mapping[str, Listed], answer: report.Answer
) -> report.Answer:
    rows = tuple(
        replace(row, why=_reasons(context, catalog, row.trend, answer))
        if row.trend.is_change
        else row
        for row in answer.rows
    )
    return replace(answer, rows=rows)


def _reasons(
    context: Context, catalog: Mapping[str, Listed], trend: Trend, answer: report.Answer
) -> tuple[Accompanying, ...]:
    """Return what else changed when a trend began."""
    name = trend.course.activity
    earliest = first_day(context.reading, Filters(activity=name))
    sides = sides_of(trend, answer.spans, earliest) if earliest else None
    if sides is None:
        return ()
    before, since = (surroundings(context.reading, catalog[name].id, side) for side in sides)
    return accompanying(before, since, trend.course.measure.name)


command = made(trends, "trends")
