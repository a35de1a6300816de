"""``stride list``: entries, latest first."""

from typing import Annotated

import typer

from stridelog.cli.asking import filters, whole_number
from stridelog.cli.context import Context
from stridelog.cli.options import Circumstances, Output, Period, with_options
from stridelog.cli.words import command as made
from stridelog.domain.filters import Filters
from stridelog.reports import entries as report
from stridelog.store.catalog import activities
from stridelog.store.reading import entries

ON_A_PAGE = 20
"""Entries that a page shows where nobody says how many."""


@with_options
def list_entries(
    ctx: typer.Context,
    activity: Annotated[str, typer.Argument(metavar="[ACTIVITY]", show_default=False)] = "",
    limit: Annotated[
        str,
        typer.Option(
            "--limit", "-n", metavar="N", help="How many: 20 on a page, all in JSON and CSV."
        ),
    ] = "",
    period: Period = Period(),
    circumstances: Circumstances = Circumstances(),
    output: Output = Output(),
) -> None:
    """List entries, latest first.

    stride list run --tag race --period 2026
    """
    context: Context = ctx.obj
    asked = filters(context, activity, circumstances, period)
    total = entries.count(context.reading, asked)
    shown = whole_number(limit, "--limit") or (total if output.is_data else ON_A_PAGE)
    answer = report.Answer(
        report.Question("list", among_all=asked == Filters()),
        tuple(entries.latest(context.reading, asked, shown)),
        total,
        activities(context.reading),
    )
    context.show(report, answer, output)


command = made(list_entries, "list")
