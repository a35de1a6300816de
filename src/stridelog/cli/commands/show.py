"""``stride show``: one entry, whole."""

from typing import Annotated

import typer

from stridelog.cli.asking import entry_numbered
from stridelog.cli.context import Context
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.reports import entry as report
from stridelog.store.catalog import activities
from stridelog.store.reading import entries


@with_options
def show(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NUMBER|last", show_default=False)],
    output: Output = Output(),
) -> None:
    """Show one entry with all that is known of it: stride show 12, or stride show last."""
    context: Context = ctx.obj
    entry = entry_numbered(context, number)
    origins = entries.origins(context.reading, entry.number)
    answer = report.Answer(entry, activities(context.reading)[entry.activity], origins)
    context.show(report, answer, output)


command = made(show, "show")
