"""``stride demo``: any command, on a made-up journal in a throw-away place."""

import os
from pathlib import Path
from typing import Annotated

import typer

from stridelog.cli.context import Context, say
from stridelog.cli.words import command as made
from stridelog.domain.errors import UsageError
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown

OWN = frozenset({"demo", "config"})
"""Commands that have no journal to work on."""

INSTEAD = frozenset({"--help", "-h", "--json", "--markdown"})
"""What may stand in the place of a command; without any, today is shown."""


def demo(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="[COMMAND] [ARGS]...", show_default=False)
    ] = (),  # type: ignore[assignment]
    reset: Annotated[bool, typer.Option("--reset", help="Make the journal anew first.")] = False,
) -> None:
    """Try any command on six made-up years; your own journal is never touched.

    stride demo compare --years 5
    """
    from stridelog.cli.app import COMMANDS, call
    from stridelog.runtime.paths import demo_folder

    _refuse_options(words)
    first = next(iter(words), "--help")
    if first in OWN or first not in {*COMMANDS, *INSTEAD}:
        guess = nearest(first, COMMANDS.keys() - OWN)
        raise UsageError(
            f'The demo cannot do "{shown(first)}".' + (f" Did you mean {guess}?" if guess else ""),
            "Try: stride demo compare --years 5",
        )
    context: Context = ctx.obj
    journal = demo_folder() / f"journal-{context.today.isoformat()}.db"
    if reset:
        _remove(journal)
    if not journal.exists():
        _make(context, journal)
    colour = ["--color", context.colour_given] if context.colour_given else []
    raise typer.Exit(call([*colour, "--journal", str(journal), *words]))


def _refuse_options(words: list[str]) -> None:
    """Refuse what would lead to another journal, and options where a command belongs."""
    if any(word.partition("=")[0] == "--journal" for word in words):
        raise UsageError("The demo has a journal of its own.", "Leave out --journal.")
    first = next(iter(words), "")
    if first[:1] == "-" and first not in INSTEAD:
        raise UsageError(f"There is no option {shown(first)}.", "See: stride --help")


def _make(context: Context, journal: Path) -> None:
    """Make the demo journal of today; those of other days go."""
    from stridelog import demo
    from stridelog.store.change import Stamp
    from stridelog.store.writing import open_journal

    say("Making up six years of a life …")
    for old in journal.parent.glob("journal-*.db"):
        _remove(old)
    unfinished = journal.with_name(f"unfinished-{os.getpid()}.db")
    try:
        opened = open_journal(unfinished, context.now)
        with opened.change(Stamp("demo", context.now, "demo")) as change:
            change.add(list(demo.drafts(context.today)))
            for goal in demo.goals(context.today):
                change.add_goal(goal)
        unfinished.replace(journal)
    finally:
        _remove(unfinished)


def _remove(journal: Path) -> None:
    for file in (journal, *(journal.with_name(journal.name + end) for end in ("-wal", "-shm"))):
        file.unlink(missing_ok=True)


command = made(demo, "demo", ignore_unknown_options=True, allow_interspersed_args=False)
