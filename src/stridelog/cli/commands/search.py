"""``stride search``: entries by their words."""

from typing import Annotated

import typer

from stridelog.cli.asking import filters, whole_number
from stridelog.cli.commands.list_ import ON_A_PAGE
from stridelog.cli.context import Context
from stridelog.cli.options import Circumstances, Output, Period, with_options
from stridelog.cli.words import command as made
from stridelog.domain.errors import UsageError
from stridelog.domain.filters import Filters
from stridelog.reports import entries as report
from stridelog.store.catalog import activities
from stridelog.store.reading import entries


@with_options
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORD...", show_default=False)],
    limit: Annotated[
        str,
        typer.Option(
            "--limit", "-n", metavar="N", help="How many: 20 on a page, all in JSON and CSV."
        ),
    ] = "",
    activity: Annotated[
        str, typer.Option("--activity", metavar="ACTIVITY", help="Only this activity.")
    ] = "",
    period: Period = Period(),
    circumstances: Circumstances = Circumstances(),
    output: Output = Output(),
) -> None:
    """Find entries whose note, tags or place hold every word, latest first.

    A word finds what begins with it; case and accents do not matter: stride search fly
    """
    context: Context = ctx.obj
    sought = " ".join(words).replace("+", " ").replace("@", " ")
    if not any(character.isalnum() for character in sought):
        raise UsageError("There is no word to look for.", "stride search riverside")
    asked = filters(context, activity, circumstances, period)
    wanted = whole_number(limit, "--limit") or (-1 if output.is_data else ON_A_PAGE)
    found, total = entries.search(context.reading, sought, asked, wanted)
    answer = report.Answer(
        report.Question("search", sought, asked == Filters()),
        tuple(found),
        total,
        activities(context.reading),
    )
    context.show(report, answer, output)


command = made(search, "search")
