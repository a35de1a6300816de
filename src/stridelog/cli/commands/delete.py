"""``stride delete``: take entries out."""

from typing import Annotated

import typer

from stridelog.cli.asking import entry_numbered
from stridelog.cli.context import Context, say
from stridelog.cli.options import Yes, with_options
from stridelog.cli.words import command as made
from stridelog.domain.dates import format_day
from stridelog.domain.description import description
from stridelog.store.catalog import activities


@with_options
def delete(
    ctx: typer.Context,
    numbers: Annotated[list[str], typer.Argument(metavar="NUMBER|last...", show_default=False)],
    yes: Yes = False,
) -> None:
    """Delete entries; stride undo brings them back.

    More than one asks first: stride delete 12 13 --yes
    """
    context: Context = ctx.obj
    chosen = {e.number: e for e in (entry_numbered(context, number) for number in numbers)}
    known = activities(context.reading)
    for entry in chosen.values():
        what = description(entry, known[entry.activity], context.config.notation)
        parts = (entry.activity, format_day(entry.day), what or " ".join(entry.note[:60].split()))
        say(f"{entry.number}  {' · '.join(part for part in parts if part)}")
    if len(chosen) > 1:
        context.confirm(f"Delete these {len(chosen)} entries?", yes)
    with context.change() as change:
        change.delete(list(chosen))
    say(f"Deleted {', '.join(map(str, chosen))}. Bring back with: stride undo")


command = made(delete, "delete")
