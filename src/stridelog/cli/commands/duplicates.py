"""``stride duplicates``: pairs of entries that may be one."""

from typing import Annotated

import typer

from stridelog.cli.asking import entry_numbered
from stridelog.cli.context import Context, say
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import Command, app
from stridelog.domain.dates import format_day
from stridelog.domain.entry import Entry
from stridelog.domain.errors import UsageError
from stridelog.domain.sameness import can_be_one
from stridelog.reports import duplicates as report
from stridelog.store.catalog import activities
from stridelog.store.reading.sources import doubtful_pairs

group = app(invoke_without_command=True)

Numbers = Annotated[list[str], typer.Argument(metavar="NUMBER NUMBER", show_default=False)]


@group.callback(help="Show pairs of entries that may be one, and say which are.")
@with_options
def show(ctx: typer.Context, output: Output = Output()) -> None:
    """Show the pairs where no command follows."""
    if ctx.invoked_subcommand is None:
        context: Context = ctx.obj
        pairs = tuple(doubtful_pairs(context.reading))
        context.show(report, report.Answer(pairs, activities(context.reading)), output)


@group.command("merge", cls=Command)
def merge(ctx: typer.Context, numbers: Numbers) -> None:
    """Make one entry of two; the first number stays: stride duplicates merge 12 15."""
    context: Context = ctx.obj
    one, other = _two(context, numbers)
    _refuse_what_cannot_be_one(one, other)
    from stridelog.store.merging import join
    from stridelog.store.room import Room

    with context.change() as change:
        join(Room(change), one.number, other.number)
    say(f"{other.number} is part of {one.number} now. Take back with: stride undo")


@group.command("keep", cls=Command)
def keep(ctx: typer.Context, numbers: Numbers) -> None:
    """Say that two entries are two: stride duplicates keep 12 15."""
    context: Context = ctx.obj
    one, other = _two(context, numbers)
    with context.change() as change:
        change.tell_apart(one.number, other.number)
    say(f"{one.number} and {other.number} are two. Take back with: stride undo")


def _two(context: Context, numbers: list[str]) -> tuple[Entry, Entry]:
    """Return the two entries that are meant. Raises ``UsageError``, ``NotFoundError``."""
    chosen = {e.number: e for e in (entry_numbered(context, number) for number in numbers)}
    if len(chosen) != 2:  # noqa: PLR2004 (a pair)
        raise UsageError("Name two entries.", "All pairs: stride duplicates")
    one, other = chosen.values()
    return one, other


def _refuse_what_cannot_be_one(one: Entry, other: Entry) -> None:
    """Refuse to make a shift and a run one, or what lies days apart. Raises ``UsageError``."""
    if can_be_one(one, other):
        return
    told = (f"{e.number} ({e.activity}, {format_day(e.day)})" for e in (one, other))
    raise UsageError(f"{' and '.join(told)} cannot be one.", "All pairs: stride duplicates")


command = typer.main.get_group(group)
