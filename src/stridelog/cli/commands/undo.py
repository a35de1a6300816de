"""``stride undo``: take back the last change."""

import typer

from stridelog.cli.context import Context, say
from stridelog.cli.words import command as made


def undo(ctx: typer.Context) -> None:
    """Take back the last change: a log, an edit, a delete, a whole import.

    Repeat it to take back the one before; stride redo brings the last one back.
    """
    from stridelog.store import history

    context: Context = ctx.obj
    with context.trial_journal.swap() as journal:
        swapped = history.undo(journal)
    say(f"Undone: stride {swapped.command}{entries_counted(swapped.entries)}")


def entries_counted(count: int) -> str:
    """Say how many entries a change touched, nothing where it touched none."""
    if not count:
        return ""
    return "  (1 entry)" if count == 1 else f"  ({count} entries)"


command = made(undo, "undo")
