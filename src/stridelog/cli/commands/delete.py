"""``stride delete``: take entries out."""

from collections.abc import Sequence
from typing import Annotated

import typer

from stridelog.cli.context import Context, say
from stridelog.cli.correction.choosing import chosen
from stridelog.cli.options import Circumstances, DryRun, Period, Yes, with_options
from stridelog.cli.words import command as made
from stridelog.domain.dates import format_day, format_span
from stridelog.domain.description import description
from stridelog.domain.entry import Entry
from stridelog.store.catalog import activities

LISTED = 20
"""Entries that are told one by one."""


@with_options
def delete(
    ctx: typer.Context,
    numbers: Annotated[
        list[str], typer.Argument(metavar="NUMBER|last|ACTIVITY...", show_default=False)
    ] = (),  # type: ignore[assignment]
    dry_run: DryRun = False,
    yes: Yes = False,
    circumstances: Circumstances = Circumstances(),
    period: Period = Period(),
) -> None:
    """Delete entries; stride undo brings them back.

    Named by number, or by an activity and filters. More than one asks first:

    stride delete 12 14 20-25 --yes

    stride delete ride --period 2019
    """
    context: Context = ctx.obj
    found = chosen(context, numbers or [], circumstances, period)
    _tell(context, found)
    if dry_run:
        say("Nothing was deleted: this was a dry run.")
        return
    if len(found) > 1:
        context.confirm(f"Delete these {len(found)} entries?", yes)
    with context.change() as change:
        change.delete([entry.number for entry in found])
    which = ", ".join(str(entry.number) for entry in found)
    what = which if len(found) <= LISTED else f"{len(found)} entries"
    say(f"Deleted {what}. Bring back with: stride undo")


def _tell(context: Context, found: Sequence[Entry]) -> None:
    """Say which entries are meant: the first of them one by one."""
    known = activities(context.reading)
    for entry in found[:LISTED]:
        what = description(entry, known[entry.activity], context.config.notation)
        parts = (entry.activity, format_day(entry.day), what or " ".join(entry.note[:60].split()))
        say(f"{entry.number}  {' · '.join(part for part in parts if part)}")
    if len(found) > LISTED:
        days = [entry.day for entry in found]
        span = format_span(min(days), max(days))
        say(f"and {len(found) - LISTED} more: {len(found)} entries, {span}")


command = made(delete, "delete")
