"""``stride log``: what was done, in one line."""

from dataclasses import replace
from typing import Annotated

import typer

from stridelog.cli.asking import entry_numbered
from stridelog.cli.context import Context
from stridelog.cli.correction.drafts import reduced
from stridelog.cli.drafting import NOON, Drafter, when
from stridelog.cli.options import DryRun, Output, With, with_options
from stridelog.cli.saving import saved
from stridelog.cli.words import command as made
from stridelog.cli.words import refuse_options
from stridelog.domain.entry import Draft, Entry
from stridelog.domain.errors import UsageError
from stridelog.domain.logline.said import Said
from stridelog.reports import logged as report

LINES = "-"
"""The word that stands for standard input."""


@with_options
def log(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="ACTIVITY [QUANTITY|NAME=VALUE|+TAG|@PLACE|NOTE]...")
    ] = (),  # type: ignore[assignment]
    on: Annotated[
        str, typer.Option("--on", metavar="WHEN", help='When: yesterday, "last thursday 7:30".')
    ] = "",
    note: Annotated[
        list[str], typer.Option("--note", metavar="TEXT", help="What you thought.")
    ] = (),  # type: ignore[assignment]
    effort: Annotated[
        str, typer.Option("--effort", metavar="1-10", help="How hard it felt (session RPE).")
    ] = "",
    gear: Annotated[str, typer.Option("--gear", metavar="NAME", help="Shoes, bike, …")] = "",
    with_: With = (),  # type: ignore[assignment]
    like: Annotated[
        str,
        typer.Option("--like", metavar="NUMBER|last", help="Once more: its tags, place and gear."),
    ] = "",
    without: Annotated[
        list[str],
        typer.Option("--without", metavar="WHAT", help="Of --like, leave out: +TAG, @, gear."),
    ] = (),  # type: ignore[assignment]
    dry_run: DryRun = False,
    output: Output = Output(),
) -> None:
    """Log what you did, in one line.

    stride log run 10k 50:42 +race @riverside "turkey trot"

    After the activity, in any order: quantities (each goes to the measure of its kind),
    NAME=VALUE for one measure, +TAG, @PLACE, and a note in quotes. A pace fills in the
    distance or the time that you leave out. Without any words you are asked.

    stride log --like last 48:10

    does the same as last time, with its own numbers. stride log - takes many from standard
    input, one entry a line.
    """
    context: Context = ctx.obj
    notes = tuple(filter(None, note or ()))
    said = Said(tuple(words), on, notes, effort, gear, tuple(with_ or ()))
    if without and not like:
        raise UsageError("--without leaves out something of --like.", "stride log --like 12 48:10")
    if LINES in words[:1]:
        _log_lines(context, replace(said, words=said.words[1:]), output, like, dry_run)
        return
    if not (words or like):
        _log_by_asking(context, said, output, dry_run)
        return
    refuse_options(ctx, words)
    draft = _draft(context, said, entry_numbered(context, like) if like else None, without)
    if dry_run:
        from stridelog.cli.lines.log_lines import save

        save(context, [draft], output, dry_run=True)
        return
    with context.change() as change:
        (number,) = change.add([draft])
    context.show(report, saved(context, number), output)


def _draft(context: Context, said: Said, model: Entry | None, without: list[str]) -> Draft:
    """Return what was said as a draft: beside what a model entry says, if there is one."""
    drafter = Drafter(context)
    at = when(context, said.on, NOON) if said.on else context.now
    if model is None:
        return drafter.draft(said, at)
    again = Draft(model.activity, at, tags=model.tags, place=model.place, gear=model.gear)
    return drafter.draft_like(reduced(again, without, model.number), said)


def _log_lines(context: Context, usual: Said, output: Output, like: str, dry_run: bool) -> None:  # noqa: FBT001 (as it was typed)
    from stridelog.cli.lines.log_lines import log_lines

    if usual.words or like:
        what = f'"{usual.words[0]}"' if usual.words else "--like"
        raise UsageError(
            f"Every line says for itself what was done: {what} cannot stand beside -.",
            "stride log - --on yesterday < notes.txt",
        )
    log_lines(context, usual, output, dry_run=dry_run)


def _log_by_asking(context: Context, said: Said, output: Output, dry_run: bool) -> None:  # noqa: FBT001 (as it was typed)
    from stridelog.cli.dialogue import log_by_asking

    if dry_run:
        raise UsageError("--dry-run shows what a line means.", "stride log run 10k --dry-run")
    begun = Drafter(context).begun(said, when(context, said.on, NOON) if said.on else context.now)
    context.show(report, saved(context, log_by_asking(context, begun)), output)


command = made(log, "log", ignore_unknown_options=True)
