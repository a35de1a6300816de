"""``stride edit``: correct an entry."""

import sys
from dataclasses import replace
from datetime import tzinfo
from typing import Annotated

import typer
from typer._click.core import ParameterSource

from stridelog.cli.asking import activity_named, activity_to_log, entry_numbered
from stridelog.cli.commands.log import refuse_options, when
from stridelog.cli.context import Context, NotConfirmedError, say
from stridelog.cli.options import Output, with_options
from stridelog.cli.saving import saved
from stridelog.cli.words import command as made
from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import effort_value, gear_name, note_text, tag_name
from stridelog.domain.entry import Draft, Entry
from stridelog.domain.entry_form import read_form, write_form
from stridelog.domain.errors import UsageError
from stridelog.domain.logline import LogLine, read_line
from stridelog.domain.plausible import check_plausible
from stridelog.reports import logged as report
from stridelog.store.catalog import activities


class NothingToEditError(UsageError):
    """Neither fields nor an editor."""


@with_options
def edit(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NUMBER|last", show_default=False)],
    words: Annotated[
        list[str],
        typer.Argument(metavar="[QUANTITY|NAME=VALUE|+TAG|@PLACE]...", show_default=False),
    ] = (),  # type: ignore[assignment]
    on: Annotated[str, typer.Option("--on", metavar="WHEN", help="When it was.")] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Replace the note.")] = "",
    effort: Annotated[str, typer.Option("--effort", metavar="1-10", help="How hard it felt.")] = "",
    gear: Annotated[str, typer.Option("--gear", metavar="NAME", help="Shoes, bike, …")] = "",
    activity: Annotated[
        str, typer.Option("--activity", metavar="ACTIVITY", help="What it really was.")
    ] = "",
    without: Annotated[
        list[str],
        typer.Option("--without", metavar="WHAT", help="Take away: +TAG, @, note, a measure, …"),
    ] = (),  # type: ignore[assignment]
    output: Output = Output(),
) -> None:
    """Correct an entry, by fields or in your editor.

    stride edit 12 distance=10.2km +race --without +stroller

    With nothing but the number, the entry opens in $EDITOR as a readable form.
    """
    context: Context = ctx.obj
    refuse_options(ctx, words)
    entry = entry_numbered(context, number)
    same = activity_named(context, entry.activity)
    known = (activity_to_log(context, activity) if activity else same).activity
    notation = context.config.notation
    emptied = not note and ctx.get_parameter_source("note") is ParameterSource.COMMANDLINE
    if any((words, on, note, emptied, effort, gear, activity, without)):
        draft = _reduced(_as_draft(entry), [*without, *(["note"] if emptied else [])])
        draft = _as(known, draft, entry.number)
        draft = _changed(draft, read_line(words, known, notation))
        draft = replace(
            draft,
            at=when(context, on, entry.at.time(), _zone_of(entry)) if on else draft.at,
            day=None if on else draft.day,
            note=note_text(note) if note else draft.note,
            effort=effort_value(effort) if effort else draft.effort,
            gear=gear_name(gear) if gear else draft.gear,
        )
        _save(context, entry, draft)
    else:
        _edit_in_editor(context, entry, known)
    context.show(report, saved(context, entry.number, entry), output)


def _save(context: Context, entry: Entry, draft: Draft) -> None:
    """Make the entry what the draft says. What it held before was believed when it came in."""
    if draft == _as_draft(entry):
        say(f"Entry {entry.number} is like that already. Nothing was changed.")
        return
    if (draft.activity, draft.measurements) != (entry.activity, entry.measurements):
        activity = activity_named(context, draft.activity).activity
        check_plausible(activity, draft.measurements, context.config.notation)
    with context.change() as change:
        change.replace(entry.number, draft, entry)


def _zone_of(entry: Entry) -> tzinfo | None:
    """Return where an entry was made, if clocks here did not show its time; None for here."""
    from stridelog.runtime.zones import in_zone, local_zone

    here = in_zone(entry.at, local_zone())
    return None if here.utcoffset() == entry.at.utcoffset() else entry.at.tzinfo


def _as(activity: Activity, draft: Draft, number: int) -> Draft:
    """Return the draft as one of ``activity``. Raises ``UsageError`` for what has no room there."""
    kept = {measure.name for measure in activity.measures if measure.ratio is None}
    lost = [name for name in draft.measurements if name not in kept]
    if lost:
        raise UsageError(
            f"{activity.name} has no measure {' or '.join(lost)}.",
            f"Take it away: stride edit {number} --activity {activity.name} "
            + " ".join(f"--without {name}" for name in lost),
        )
    return replace(draft, activity=activity.name)


def _as_draft(entry: Entry) -> Draft:
    return Draft(
        activity=entry.activity,
        at=entry.at,
        measurements=entry.measurements,
        tags=entry.tags,
        place=entry.place,
        gear=entry.gear,
        effort=entry.effort,
        note=entry.note,
        day=entry.day,
    )


def _changed(draft: Draft, line: LogLine) -> Draft:
    return replace(
        draft,
        measurements={**draft.measurements, **line.measurements},
        tags=tuple(dict.fromkeys((*draft.tags, *line.tags))),
        place=line.place or draft.place,
        note=line.note or draft.note,
        effort=line.effort or draft.effort,
    )


def _reduced(draft: Draft, without: list[str]) -> Draft:
    """Return the draft without what was named. Raises ``UsageError`` for what is not there."""
    for what in without:
        if what.startswith("+") and tag_name(what) in draft.tags:
            draft = replace(draft, tags=tuple(t for t in draft.tags if t != tag_name(what)))
        elif (what == "place" or what.startswith("@")) and draft.place:
            draft = replace(draft, place="")
        elif what == "effort" and draft.effort:
            draft = replace(draft, effort=None)
        elif what == "note" and draft.note:
            draft = replace(draft, note="")
        elif what == "gear" and draft.gear:
            draft = replace(draft, gear="")
        elif what in draft.measurements:
            left = {name: v for name, v in draft.measurements.items() if name != what}
            draft = replace(draft, measurements=left)
        else:
            raise UsageError(f'The entry has no "{what}" to take away.', "See: stride show NUMBER")
    return draft


def _edit_in_editor(context: Context, entry: Entry, known: Activity) -> None:
    """Save what the person makes of the entry's form; where that fails, keep what they wrote."""
    if not sys.stdin.isatty():
        raise NothingToEditError(
            "Nothing to change was named.", f"stride edit {entry.number} distance=10.2km"
        )
    from stridelog.cli.editor import edited, kept

    form = text = write_form(entry, known, context.config.notation)
    try:
        while True:
            text = edited(text)
            try:
                return _save(context, entry, _read(context, entry, form, text))
            except UsageError as error:
                say(f"stride: {error.message}\n  {error.hint}")
                context.confirm("Edit the form again, as you left it?", yes=False)
    except BaseException:  # Ctrl-C is no reason to lose it either
        if text != form and text.strip():
            say(f"What you wrote is kept in {kept(text.encode())}")
        raise


def _read(context: Context, entry: Entry, form: str, text: str) -> Draft:
    """Return what became of the form. Raises ``UsageError``, ``NotConfirmedError`` if nothing."""
    if text == form:
        raise NotConfirmedError("The form came back as it was. Nothing was changed.")
    draft = read_form(text, activities(context.reading), context.config.notation)
    if draft is None:
        raise NotConfirmedError("The form came back empty. Nothing was changed.")
    return replace(draft, day=entry.day if draft.at == entry.at else None)


command = made(edit, "edit", ignore_unknown_options=True)
