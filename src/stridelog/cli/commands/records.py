"""``stride records``: bests, their history, and how far off them one is now."""

from collections.abc import Iterator
from typing import Annotated

import typer

from stridelog.cli.asking import filters
from stridelog.cli.context import Context
from stridelog.cli.options import Circumstances, Output, with_options
from stridelog.cli.words import command as made
from stridelog.domain.age_grade import Runner
from stridelog.domain.errors import UsageError
from stridelog.domain.filters import Filters
from stridelog.domain.plain_text import shown
from stridelog.reports import records as report
from stridelog.reports.records.answer import By
from stridelog.store.reading.performances import RecordQuestion
from stridelog.store.reading.records import series

GROUPINGS: dict[str, By | None] = {"": None, "tag": "tag", "place": "place"}


@with_options
def records(
    ctx: typer.Context,
    activity: Annotated[str, typer.Argument(metavar="[ACTIVITY]", show_default=False)] = "",
    by: Annotated[
        str, typer.Option("--by", metavar="WHAT", help="Records of each tag or place.")
    ] = "",
    age_graded: Annotated[
        bool, typer.Option("--age-graded", help="Grade runs by your age and sex as well.")
    ] = False,
    circumstances: Circumstances = Circumstances(),
    output: Output = Output(),
) -> None:
    """Show your bests over distances and of measures, who held them, and how far you are now.

    stride records run --by tag

    What is hard to believe is marked, and holds none until you say that it is true:

    stride edit 12 --include-in-records
    """
    context: Context = ctx.obj
    if by not in GROUPINGS:
        raise UsageError(f'--by takes tag or place, not "{shown(by)}".', "--by tag")
    graded = _runner(context) if age_graded else None
    asked = filters(context, activity, circumstances)
    found = series(context.reading, RecordQuestion(asked, context.today, GROUPINGS[by]))
    narrowed = tuple(_narrowed(asked, circumstances.distance))
    question = report.RecordsQuestion(asked.activity, GROUPINGS[by], narrowed, graded)
    context.show(report, report.compute(found, question, context.today), output)


def _runner(context: Context) -> Runner:
    """Return whoever is graded. Raises ``UnknownRunnerError``."""
    from stridelog.runtime.age_tables import known_runner

    return known_runner(context.config)


def _narrowed(asked: Filters, distance: str) -> Iterator[str]:
    """Give the words that leave entries out, as they are typed."""
    if distance:
        yield f"over {distance}"
    yield from (f"+{tag}" for tag in asked.tags)
    yield from (f"without +{tag}" for tag in asked.not_tags)
    if asked.place:
        yield f"@{asked.place}"
    if asked.gear:
        yield f"with {asked.gear}"
    if asked.area:
        yield f"in {asked.area}"


command = made(records, "records")
