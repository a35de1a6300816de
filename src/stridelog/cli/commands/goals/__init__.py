"""``stride goals``: goals, and the Monday review. A module for each of its commands."""

from typing import ClassVar

import typer

from stridelog.cli.options import Output, with_options
from stridelog.cli.words import Group, Lazy, app

COMMANDS = {
    name: Lazy(f"stridelog.cli.commands.goals.{module}", summary)
    for name, module, summary in (
        ("add", "add", "Set a goal: stride goals add run 1500km --this-year"),
        ("list", "list_", "List goals, and where they stand."),
        ("show", "show", "Show one goal with all that is known of it."),
        ("review", "review", "Look at each goal, and say what you will do this week."),
        ("history", "history", "Read past reviews again."),
        ("edit", "edit", "Change what a goal asks for, from today on."),
        ("pause", "pause", "Pause a goal: it is not judged meanwhile."),
        ("resume", "resume", "Take up a goal again that was paused or closed."),
        ("close", "close", "Close a goal, and say what was learned."),
        ("note", "note", "Keep a note with a goal, or a friend's answer."),
        ("share", "share", "Write a page of the shared goals for a friend."),
    )
}
"""Every command about goals, in the order in which help shows them."""

_CLOSE = "What is over is closed: stride goals close GOAL. What was a slip: stride undo"

_DONE = "What is done is closed: stride goals close GOAL --done"


class Goals(Group):
    """The commands about goals, each imported when it is called."""

    lazy: ClassVar = COMMANDS
    instead: ClassVar = {
        **dict.fromkeys(("delete", "remove", "rm", "drop"), _CLOSE),
        **dict.fromkeys(("done", "finish", "complete"), _DONE),
    }


group = app(cls=Goals, invoke_without_command=True)


@group.callback(help="Set goals, see where they stand, and review them on Mondays.")
@with_options
def goals(ctx: typer.Context, output: Output = Output()) -> None:
    """List the open goals where no command follows."""
    if ctx.invoked_subcommand is None:
        from stridelog.cli.commands.goals.list_ import show_goals

        show_goals(ctx.obj, output)


command = typer.main.get_group(group)
