"""Correcting several entries in one change: shown before it is done, and asked about."""

from collections.abc import Sequence

from stridelog.cli.celebrating import earned
from stridelog.cli.context import Context, say
from stridelog.cli.options import Output
from stridelog.cli.saving import saved
from stridelog.domain.entry import Draft, Entry, as_draft
from stridelog.reports import amended, logged
from stridelog.store.catalog import activities


def amend_one(context: Context, entry: Entry, draft: Draft, output: Output) -> None:
    """Make an entry what the draft says, and show it as after a log."""
    known = {milestone.subject for milestone in earned(context, entry.number)}
    if draft == as_draft(entry):
        say(f"Entry {entry.number} is like that already. Nothing was changed.")
    else:
        with context.change() as change:
            change.replace(entry.number, draft, entry)
    context.show(logged, saved(context, entry.number, known), output)


def amend(
    context: Context,
    corrections: Sequence[tuple[Entry, Draft]],
    output: Output,
    *,
    yes: bool,
    dry_run: bool,
) -> None:
    """Make each entry what the draft beside it says; what is like that already is left out.

    More than one is asked about first. Raises ``NotConfirmedError``.
    """
    changes = [(entry, draft) for entry, draft in corrections if draft != as_draft(entry)]
    unchanged = len(corrections) - len(changes)
    known = activities(context.reading)
    asks = len(changes) > 1 and not (yes or dry_run)
    if asks:
        if not output.is_data:
            context.show(amended, amended.Answer(tuple(changes), unchanged, known, "asked"), output)
        context.confirm(f"Change these {len(changes)} entries?", yes)
    after: list[Entry] = []
    if changes:
        with context.change(trial=dry_run) as change:
            change.replace_many(changes)
            after = change.look([entry.number for entry, _ in changes]) if output.is_data else []
    if asks and not output.is_data:
        say(f"Changed {len(changes)} entries. Take it all back with: stride undo")
        return
    state: amended.State = "tried" if dry_run else "done"
    answer = amended.Answer(tuple(changes), unchanged, known, state, tuple(after))
    context.show(amended, answer, output)
