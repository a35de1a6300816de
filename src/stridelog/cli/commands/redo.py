"""``stride redo``: bring back what was undone last."""

import typer

from stridelog.cli.commands.undo import entries_counted
from stridelog.cli.context import Context, say
from stridelog.cli.words import command as made


def redo(ctx: typer.Context) -> None:
    """Bring back what was undone last, unless something else was changed since."""
    from stridelog.store import history

    context: Context = ctx.obj
    with context.trial_journal.swap() as journal:
        swapped = history.redo(journal)
    say(f"Done again: stride {swapped.command}{entries_counted(swapped.entries)}")


command = made(redo, "redo")
