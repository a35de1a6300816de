"""Typer, kept light: commands that take words as they are, and a group that loads what is called.

Typer 0.29 builds a pydantic adapter for every parameter of the invoked command, even for one that
was not given: 90 ms, seven times what starting Python costs. stride reads its words itself (a
quantity, a day, a period are no types of Typer's), so every parameter is text, a list of texts, or
a flag, and ``_AsTyped`` takes the adapter's place. Should a later Typer look elsewhere for it, the
commands still work, and the test of what start-up imports tells.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, ClassVar, NamedTuple

import typer
from typer._click.core import ParameterSource
from typer._coercion import RuntimeParam
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from stridelog.domain.errors import UsageError
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown


class UnknownCommandError(UsageError):
    """There is no command of that name."""


class EmptyWordError(UsageError):
    """Something is empty that says nothing then, as where a script's variable is not set."""


MAY_BE_EMPTY = frozenset({"words", "note"})
"""Parameters that may be empty: the words of a line, and a note that says nothing."""


class Lazy(NamedTuple):
    """A command that is imported when it is called: its module, and what help says of it."""

    module: str
    summary: str


@dataclass(frozen=True)
class _AsTyped(RuntimeParam):
    """Gives a parameter's words as they were typed."""

    def _coerce_value(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401 (Typer's)
        given = ctx.get_parameter_source(param.name) is ParameterSource.COMMANDLINE
        words = value if isinstance(value, list | tuple) else (value,)
        if given and "" in words and param.name not in MAY_BE_EMPTY:
            option = isinstance(param, TyperOption)
            name = max(param.opts, key=len) if option else param.metavar.strip("[].")
            raise EmptyWordError(f"{name} is empty.", "Say something, or leave it out.")
        return value


def _as_typed(params: list[Any]) -> list[Any]:
    """Let all parameters of a command, Typer's own ``--help`` among them, take words."""
    for param in params:
        if isinstance(param, TyperArgument | TyperOption) and param._runtime_param is None:  # noqa: SLF001
            described = param.type_descriptor
            param._runtime_param = _AsTyped(  # noqa: SLF001 (the module's docstring says why)
                described.parameter_info, described.annotation
            )
        if isinstance(param, TyperArgument):
            # Usage names it and the text below says what it is: a list of arguments adds nothing.
            param.hidden = True
    return params


class Command(TyperCommand):
    """A command whose parameters are words."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 (Typer's)
        """Return the parameters, which all take words."""
        return _as_typed(super().get_params(ctx))

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return what stands after the command in its usage, arguments as their metavars say."""
        arguments = (p for p in self.get_params(ctx) if isinstance(p, TyperArgument))
        return ["[OPTIONS]", *(argument.metavar or "" for argument in arguments)]


class Group(TyperGroup):
    """A group whose commands are found by name, and imported when they are called."""

    lazy: ClassVar[Mapping[str, Lazy]] = {}

    instead: ClassVar[Mapping[str, str]] = {}
    """What to say to who looks for a command by a name that none has."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 (Typer's)
        """Return the parameters, which all take words."""
        return _as_typed(super().get_params(ctx))

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of all commands, in the order in which help shows them."""
        return [*self.lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]  # noqa: ANN401
        """Return the command called ``cmd_name``, imported if need be, or None."""
        if cmd_name in self.lazy:
            return import_module(self.lazy[cmd_name].module).command
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        """Write the list of commands without importing them."""
        rows = [(name, lazy.summary) for name, lazy in self.lazy.items()]
        if not rows:
            super().format_commands(ctx, formatter)
            return
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]  # noqa: ANN401
        """Find the command that was called. Raises ``UnknownCommandError``."""
        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-"):
            instead = self.instead.get(args[0], "")
            guess = "" if instead else nearest(args[0], known)
            raise UnknownCommandError(
                f'There is no command "{args[0]}".' + (f" Did you mean {guess}?" if guess else ""),
                instead or f"All commands: {ctx.command_path} --help",
            )
        return super().resolve_command(ctx, args)


def app(**settings: Any) -> typer.Typer:  # noqa: ANN401 (Typer's)
    """Return a Typer app in the house's way: help without Rich, errors in our own words."""
    return typer.Typer(
        **{"cls": Group, **settings},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def command(function: Callable[..., None], name: str, **context: Any) -> TyperCommand:  # noqa: ANN401
    """Return ``function`` as a command of its own; ``context`` are settings of its context."""
    alone = app()
    settings = {"help_option_names": ["-h", "--help"], **context}
    alone.command(name, cls=Command, context_settings=settings)(function)
    made = typer.main.get_command(alone)
    assert isinstance(made, TyperCommand)  # noqa: S101 (one function makes one command)
    return made


def refuse_options(ctx: typer.Context, words: Sequence[str]) -> None:
    """Refuse words that look like options: they reach us so that ``-5k`` can be explained."""
    known = [option for param in ctx.command.params for option in param.opts]
    for word in words:
        name = word.partition("=")[0]
        looks_like_one = name.startswith("--") or (name[:1] == "-" and name[1:2].isalpha())
        if looks_like_one and not any(character.isspace() for character in name):
            guess = nearest(word, known)
            raise UsageError(
                f'There is no option "{shown(word)}".'
                + (f" Did you mean {guess}?" if guess else ""),
                f"See: {ctx.command_path} --help",
            )
