"""``stride edit``: correct an entry, by fields or in an editor, or several at once."""

from collections.abc import Sequence
from typing import Annotated

import typer
from typer._click.core import ParameterSource

from stridelog.cli.asking import activity_named, activity_to_log, entry_numbered
from stridelog.cli.context import Context
from stridelog.cli.correction.choosing import (
    NothingChosenError,
    are_numbers,
    are_several,
    chosen,
    is_activity,
    is_filtered,
    no_entries_called,
)
from stridelog.cli.correction.form import NothingToEditError, edit_in_editor
from stridelog.cli.correction.said import Correction, believed, correct_each, corrected
from stridelog.cli.correction.saving import amend, amend_one
from stridelog.cli.options import DryRun, Narrowed, Output, Period, With, Yes, with_options
from stridelog.cli.words import command as made
from stridelog.cli.words import refuse_options
from stridelog.domain.entry import Draft
from stridelog.domain.errors import UsageError
from stridelog.domain.logline.said import Said
from stridelog.domain.record import CONFIRMED, EXCLUDED
from stridelog.store.catalog import activities

_NOTHING = "Nothing to change was named."


@with_options
def edit(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NUMBER|last|ACTIVITY", show_default=False)] = "",
    words: Annotated[
        list[str],
        typer.Argument(metavar="[QUANTITY|NAME=VALUE|+TAG|@PLACE]...", show_default=False),
    ] = (),  # type: ignore[assignment]
    on: Annotated[str, typer.Option("--on", metavar="WHEN", help="When it was.")] = "",
    note: Annotated[
        list[str], typer.Option("--note", metavar="TEXT", help="Replace the note.")
    ] = (),  # type: ignore[assignment]
    effort: Annotated[str, typer.Option("--effort", metavar="1-10", help="How hard it felt.")] = "",
    gear: Annotated[str, typer.Option("--gear", metavar="NAME", help="Shoes, bike, …")] = "",
    with_: With = (),  # type: ignore[assignment]
    activity: Annotated[
        str, typer.Option("--activity", metavar="ACTIVITY", help="What it really was.")
    ] = "",
    without: Annotated[
        list[str],
        typer.Option("--without", metavar="WHAT", help="Take away: +TAG, @, note, a measure, …"),
    ] = (),  # type: ignore[assignment]
    exclude: Annotated[
        bool, typer.Option("--exclude-from-records", help="It holds no record.")
    ] = False,
    include: Annotated[
        bool, typer.Option("--include-in-records", help="It may hold one, however doubtful.")
    ] = False,
    dry_run: DryRun = False,
    yes: Yes = False,
    narrowed: Narrowed = Narrowed(),
    period: Period = Period(),
    output: Output = Output(),
) -> None:
    """Correct an entry, by fields or in your editor.

    stride edit 12 distance=10.2km +race --without +stroller

    With nothing but the number, the entry opens in $EDITOR as a readable form. Several are
    named like 12,14,20-25, or by an activity and filters; what would change is shown first:

    stride edit run --place riverside --since 2025-01-01 @river-path
    """
    context: Context = ctx.obj
    positional = [number, *words] if number else []
    refuse_options(ctx, positional)
    notes = tuple(filter(None, note or ()))
    emptied = not notes and ctx.get_parameter_source("note") is ParameterSource.COMMANDLINE
    filtered = is_filtered(narrowed.circumstances, period)
    if not (positional or filtered):
        raise NothingChosenError("Nothing says which entry is meant.", "stride edit last 10.2k")
    named = _naming(context, positional, filtered=filtered)
    added, gone = _record_tags(exclude=exclude, include=include)
    words_said = (*positional[len(named) :], *added)
    correction = Correction(
        Said(words_said, on, notes, effort, gear, tuple(with_ or ())),
        (*(without or ()), *(["note"] if emptied else [])),
        activity_to_log(context, activity).activity if activity else None,
        gone,
    )
    if named and not (filtered or are_several(context, named[0])):
        if not are_numbers(named[0]):
            raise no_entries_called(context, named[0], "See: stride list")
        _edit_one(context, named[0], correction, output, dry_run=dry_run)
        return
    if correction.is_empty:
        raise NothingToEditError(_NOTHING, "stride edit 12,14 +race @park")
    found = chosen(context, named, narrowed.circumstances, period)
    corrections = list(zip(found, correct_each(context, correction, found), strict=True))
    amend(context, corrections, output, yes=yes, dry_run=dry_run)


def _record_tags(*, exclude: bool, include: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags that say whether an entry may hold records: those to add, those to go."""
    if exclude and include:
        raise UsageError(
            "An entry is excluded from records or included in them, not both.",
            "Leave out --exclude-from-records or --include-in-records.",
        )
    no_record, confirmed = (f"+{EXCLUDED}",), (f"+{CONFIRMED}",)
    if exclude:
        return no_record, confirmed
    return (confirmed, no_record) if include else ((), ())


def _naming(context: Context, positional: Sequence[str], *, filtered: bool) -> list[str]:
    """Return the words that name entries: at most the first one."""
    first = positional[:1]
    names = not filtered or any(are_numbers(word) or is_activity(context, word) for word in first)
    return list(first) if names else []


def _edit_one(
    context: Context, number: str, correction: Correction, output: Output, *, dry_run: bool
) -> None:
    entry = entry_numbered(context, number)

    def save(draft: Draft) -> None:
        known = activities(context.reading)[draft.activity]
        amend_one(context, entry, believed(context, entry, draft, known), output)

    if correction.is_empty and dry_run:
        raise NothingToEditError(_NOTHING, f"stride edit {entry.number} distance=10.2km --dry-run")
    if correction.is_empty:
        activity = activity_named(context, entry.activity).activity
        edit_in_editor(context, entry, activity, save)
        return
    draft = corrected(context, entry, correction)
    if dry_run:
        amend(context, [(entry, draft)], output, yes=True, dry_run=True)
    else:
        save(draft)


command = made(edit, "edit", ignore_unknown_options=True)
