"""``stride goals note``: what somebody wrote back about a goal."""

from dataclasses import replace
from typing import Annotated

import typer

from stridelog.cli.commands.goals.show import show_goal
from stridelog.cli.context import Context
from stridelog.cli.goals.choosing import OneGoal, goal_named
from stridelog.cli.options import UNSAID, Output, with_options
from stridelog.cli.words import command as made
from stridelog.domain.circumstances import note_text
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Note


@with_options
def note(
    ctx: typer.Context,
    goal: OneGoal = "",
    words: Annotated[list[str], typer.Argument(metavar="TEXT...", show_default=False)] = UNSAID,
    from_: Annotated[
        str, typer.Option("--from", metavar="NAME", help="Who wrote it; you, unless said.")
    ] = "",
    output: Output = Output(),
) -> None:
    """Keep a note with a goal: a thought of your own, or what a friend wrote back.

    stride goals note 1 --from sam "Saturday it is, I bring coffee."
    """
    context: Context = ctx.obj
    text = note_text(" ".join(words or ()))
    if not (goal and text):
        raise UsageError(
            "Say which goal, and what to keep with it.",
            'stride goals note 1 --from sam "Saturday it is."',
        )
    was = goal_named(context, goal)
    author = " ".join(note_text(from_).split())
    now = replace(was, notes=(*was.notes, Note(context.today, text, author)))
    with context.change() as change:
        change.set_goal(was.number, now, was)
    show_goal(context, goal_named(context, str(was.number)), output)


command = made(note, "note")
