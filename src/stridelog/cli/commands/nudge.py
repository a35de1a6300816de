"""``stride nudge``: whether something is due, for whatever asks in one's stead."""

import sys
from typing import Annotated

import typer

from stridelog.cli.asking import streak_rules
from stridelog.cli.context import Context
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.reports import nudge as report

NOTHING_DUE = 1
"""The exit code where there is nothing to say, as grep has it."""


@with_options
def nudge(
    ctx: typer.Context,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing; the exit code tells.")
    ] = False,
    output: Output = Output(),
) -> None:
    """Say what is due today, a line each: streaks to keep, and what is usually done by now.

    stride nudge && notify-send "$(stride nudge)"

    The exit code is 0 where something is due, and 1 where nothing is: then nothing is printed.
    """
    context: Context = ctx.obj
    answer = _answer(context)
    if not quiet:
        _print(context, answer, output)
    if not answer.due:
        raise typer.Exit(NOTHING_DUE)


def _print(context: Context, answer: report.Answer, output: Output) -> None:
    """Print the answer; on a terminal as plain lines: a prompt does not wait for Rich."""
    if output.form != "terminal":
        context.show(report, answer, output)
        return
    from stridelog.domain.visible_text import visible
    from stridelog.render.paper import write

    for line in report.lines(answer):
        write(f"{visible(line)}\n", sys.stdout)


def _answer(context: Context) -> report.Answer:
    from stridelog.store import connect
    from stridelog.store.catalog import read_catalog
    from stridelog.store.reading import habits, streaks

    if not connect.exists(context.journal_path):
        return report.Answer(context.today, ())
    journal = context.reading
    catalog = read_catalog(journal)
    facts = report.NudgeFacts(
        {
            activity: days
            for activity, days in streaks.days(journal).items()
            if activity is None or not catalog[activity].activity.retired
        },
        habits.occasions(journal, context.today),
        streak_rules(context),
        context.config.week_start,
    )
    return report.compute(facts, context.today, context.now)


command = made(nudge, "nudge")
