"""``stride sources``: where entries came from, and taking one source out again."""

from datetime import UTC
from typing import Annotated

import typer

from stridelog.cli.context import Context, say
from stridelog.cli.options import Output, Yes, with_options
from stridelog.cli.words import Command, app
from stridelog.domain.errors import NotFoundError
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.domain.source import Source
from stridelog.reports import sources as report
from stridelog.store.reading.sources import logged_by_hand, numbers_from, sources

group = app(invoke_without_command=True)


class NoSuchSourceError(NotFoundError):
    """Nothing came from a source of that name."""


@group.callback(help="Show where entries came from; take one source out again.")
@with_options
def show(ctx: typer.Context, output: Output = Output()) -> None:
    """Show every source where no command follows."""
    if ctx.invoked_subcommand is None:
        context: Context = ctx.obj
        by_hand = logged_by_hand(context.reading)
        zone = context.now.tzinfo or UTC
        answer = report.Answer(tuple(sources(context.reading)), by_hand, zone)
        context.show(report, answer, output)


@group.command("remove", cls=Command)
@with_options
def remove(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="SOURCE", show_default=False)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell only.")] = False,
    yes: Yes = False,
) -> None:
    """Take out what came from a source; what others told of the same stays.

    stride sources remove strava
    """
    context: Context = ctx.obj
    known = {source.name: source for source in sources(context.reading)}
    if name not in known:
        guess = nearest(name, known)
        raise NoSuchSourceError(
            f'Nothing came from "{shown(name)}".' + (f" Did you mean {guess}?" if guess else ""),
            "All sources: stride sources",
        )
    source = known[name]
    say(_what_goes(source))
    if stay := source.entries - source.alone:
        say("1 stays, as others tell it." if stay == 1 else f"{stay} stay, as others tell them.")
    if dry_run:
        say("Nothing was changed: this was a dry run.")
        return
    context.confirm(f"Take {name} out?", yes)
    from stridelog.store.merging import take_out
    from stridelog.store.room import Room

    with context.change() as change:
        room = Room(change)
        for number in numbers_from(change.raw, name):
            take_out(room, number, name)
        change.forget_source(name)
    say(f"Taken out: {name}. Bring back with: stride undo")


def _what_goes(source: Source) -> str:
    if not source.alone:
        return f"No entry is known from {source.name} alone."
    if source.alone == 1:
        return f"1 entry is known from {source.name} alone, and goes."
    return f"{source.alone} entries are known from {source.name} alone, and go."


command = typer.main.get_group(group)
