"""The command line: the table of commands, the options before them, and the boundary of errors."""

import sys
from collections.abc import Sequence
from typing import Annotated, ClassVar

import typer
from typer._click.core import Context as ClickContext
from typer._click.exceptions import (
    BadOptionUsage,
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
)
from typer.core import TyperGroup

from stridelog import __version__
from stridelog.cli.words import Group, Lazy, app
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it (128 + SIGINT)."""

COMMANDS = {
    name: Lazy(f"stridelog.cli.commands.{module}", summary)
    for name, module, summary in (
        ("log", "log", "Log what you did: stride log run 10k 50:42"),
        ("list", "list_", "List entries, latest first."),
        ("show", "show", "Show one entry with all that is known of it."),
        ("edit", "edit", "Correct an entry, by fields or in your editor."),
        ("tag", "tag", "Put tags on entries, or take them off."),
        ("delete", "delete", "Delete entries."),
        ("undo", "undo", "Take back the last change, whatever it was."),
        ("redo", "redo", "Bring back what was undone last."),
        ("search", "search", "Find entries by the words in notes, tags and places."),
        ("compare", "compare", "Set then against now."),
        ("celebrate", "celebrate", "Show milestones, big and small, since you last looked."),
        ("trends", "trends", "Show what is improving, what is slipping, and since when."),
        ("onthisday", "onthisday", "Show what you did and wrote on this day in past years."),
        ("equivalents", "equivalents", "Show what a race is worth over other distances."),
        ("streaks", "streaks", "Show streaks, and what keeps them alive."),
        ("records", "records", "Show your bests, their history, and how far you are from them."),
        ("goals", "goals", "Set goals, and review them on Mondays: stride goals add --help"),
        ("rest", "rest", "Show and set rest days and skips: stride rest run mon fri"),
        ("pause", "pause", "Show and set pauses: stride pause run --reason injured"),
        ("cadence", "cadence", "Show and set how often is enough: stride cadence run 3/week"),
        ("activities", "activities", "List and change what can be logged, with its measures."),
        ("import", "import_", "Bring history in: stride import --list names the formats."),
        ("sources", "sources", "Show where entries came from; take a source out again."),
        ("duplicates", "duplicates", "Show pairs of entries that may be one, and decide."),
        ("export", "export", "Write everything out: JSON, CSV, Markdown, a calendar."),
        ("config", "config", "List and change settings."),
        ("nudge", "nudge", "Say what is due today, if something is: for prompts and cron."),
        ("completion", "completion", "Complete words on Tab: stride completion --install"),
        ("demo", "demo", "Try stride on a made-up journal: stride demo compare --years 5"),
    )
}
"""Every command, in the order in which help shows them."""

TAKE_FILES = frozenset({"import", "export", "demo"})
"""Commands among whose words may be the name of a file: on Unix, any bytes make a name."""

EPILOG = """\b
Start with:
  stride log run 5k 30:00
  stride import FILE
  stride demo compare --years 5
"""


class Stride(Group):
    """The whole command line."""

    lazy: ClassVar = COMMANDS


root = app(cls=Stride, invoke_without_command=True, epilog=EPILOG)

TODAY = "With no command: today"

JOURNAL_HELP = "The journal to use, instead of STRIDE_JOURNAL or the usual one."


@root.callback(help="A personal progress journal: then against now.")
def stride(
    ctx: typer.Context,
    journal: Annotated[str, typer.Option("--journal", metavar="FILE", help=JOURNAL_HELP)] = "",
    color: Annotated[
        str, typer.Option("--color", metavar="WHEN", help="always, never or auto.")
    ] = "",
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,  # noqa: FBT002
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,  # noqa: FBT002
    json: Annotated[bool, typer.Option("--json", help=f"{TODAY} as JSON.")] = False,  # noqa: FBT002
    markdown: Annotated[bool, typer.Option("--markdown", help=f"{TODAY} as Markdown.")] = False,  # noqa: FBT002
) -> None:
    """Take the options that stand before a command (or anywhere: ``run`` moves them here)."""
    del debug  # ``run`` has looked at it
    if version:
        sys.stdout.write(f"stride {__version__}\n")
        raise typer.Exit
    # Help needs none of what a context brings along.
    from stridelog.cli.context import Context

    ctx.obj = Context(journal_given=journal or None, colour_given=color, words=ctx.obj)
    ctx.call_on_close(ctx.obj.close)
    if ctx.invoked_subcommand is None:
        from stridelog.cli.commands.today import show_today
        from stridelog.cli.options import Output

        show_today(ctx.obj, Output(json=json, markdown=markdown))
    elif json or markdown:
        form = "--json" if json else "--markdown"
        command = ctx.invoked_subcommand
        raise UsageError(f"{form} stands after {command}.", f"stride {command} {form}")


def run(words: Sequence[str]) -> int:
    """Run the command line ``words`` and return the exit code. No error leaves this function."""
    try:
        code = call(words)
        sys.stdout.flush()
    except Exception as error:
        if "--debug" in words and not isinstance(error, StrideError | ClickException):
            raise
        return _told(error)
    except KeyboardInterrupt:
        return _told(typer.Abort())
    return code


def call(words: Sequence[str]) -> int:
    """Run the command line ``words``; raise what goes wrong."""
    own, rest = _options_apart(words)
    _refuse_what_is_no_text(rest)
    group = typer.main.get_group(root)
    try:
        with group.make_context("stride", [*own, *rest], obj=rest) as context:
            _invoke(group, context)
    except typer.Exit as done:
        return done.exit_code
    return 0


def _invoke(group: TyperGroup, context: ClickContext) -> None:
    """Do what the words in ``context`` say; what SQLite says of the journal is said plainly."""
    try:
        group.invoke(context)
    except Exception as error:
        explained = getattr(context.obj, "explained", None)
        plain = explained(error) if explained else None
        if plain is None:
            raise
        raise plain from error


def _told(error: Exception) -> int:
    """Tell the person what went wrong, and return the exit code."""
    from stridelog.cli.context import say

    match error:
        case BrokenPipeError():
            # Whoever read our output has seen enough.
            _forget_output()
            return 0
        case typer.Abort():
            say("stride: interrupted. Nothing was saved.")
            return INTERRUPTED
        case NoArgsIsHelpError():
            say(error.ctx.get_help() if error.ctx else "")
            return UsageError.exit_code
        case ClickException() | OSError(strerror=str()):
            return _told(_plainly(error))
        case StrideError():
            say(f"stride: {error.message}" + (f"\n  {error.hint}" if error.hint else ""))
            return error.exit_code
    say(f"stride: something went wrong that should not have: {error!r}")
    say("  Please report it, with what this says: stride --debug …")
    return StrideError.exit_code


def _plainly(error: ClickException | OSError) -> StrideError:
    """Return what Typer says about the words, or the system about our output, in our own way."""
    if isinstance(error, OSError):
        # A full disk behind stdout, or a terminal that is gone: Python would try once more.
        _forget_output()
        return StrideError(
            f"What there is to say cannot be written: {(error.strerror or '').lower()}.",
            "What a command saved is saved all the same: see stride list.",
        )
    context = getattr(error, "ctx", None)
    message = error.format_message().rstrip(".") + "."
    if isinstance(error, MissingParameter) and error.param and context:
        command = context.command_path.partition(" ")[2]
        message = f"{command} needs {(error.param.metavar or '').rstrip('.')}."
    _, too_many, extra = message.partition("Got unexpected extra argument(s) (")
    if too_many and context:
        command = context.command_path.partition(" ")[2]
        message = f'{command} takes no "{shown(extra.removesuffix(")."))}".'
    if isinstance(error, BadOptionUsage) and "requires an argument" in message:
        name = error.option_name
        return UsageError(f"{name} is given without a value.", f'Say {name} "…", or leave it out.')
    if isinstance(error, NoSuchOption):
        guess = nearest(error.option_name, error.possibilities or ())
        message = f"There is no option {error.option_name}."
        message += f" Did you mean {guess}?" if guess else ""
    return UsageError(message, f"See: {context.command_path} --help" if context else "")


def _options_apart(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the options of ``stride`` itself, wherever they were typed, and the other words."""
    own: list[str] = []
    rest: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            return own, [*rest, word, *left]
        if word in {"--journal", "--color"}:
            value = next(left, None)
            if value is None:
                raise UsageError(f"{word} is given without a value.", "See: stride --help")
            own += [word, value]
        elif word == "--debug" or word.startswith(("--journal=", "--color=")):
            own.append(word)
        else:
            rest.append(word)
    return own, rest


def _refuse_what_is_no_text(words: Sequence[str]) -> None:
    """Refuse bytes that no character stands for, unless they may be the name of a file."""
    if next((word for word in words if word[:1] != "-"), "") in TAKE_FILES:
        return
    for word in words:
        if any("\ud800" <= character <= "\udfff" for character in word):
            raise UsageError(
                f'"{shown(word)}" holds bytes that are no text.', "Type it again, as UTF-8."
            )


def _forget_output() -> None:
    """Let nothing more be written, so that Python's own flush at the end has nothing to say."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
