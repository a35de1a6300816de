"""``stride config``: settings."""

import sys
from typing import Annotated

import typer

from stridelog.cli.context import Context, say
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import Command, app
from stridelog.reports import settings as report
from stridelog.runtime.config import KEYS, Config, key_named

group = app(invoke_without_command=True)

Name = Annotated[str, typer.Argument(metavar="SETTING", show_default=False)]


@group.callback(help="List and change settings.")
@with_options
def config(ctx: typer.Context, output: Output = Output()) -> None:
    """List everything where no command follows."""
    if ctx.invoked_subcommand is None:
        ctx.obj.show(report, _answer(ctx.obj), output)


@group.command("list", cls=Command)
@with_options
def list_settings(ctx: typer.Context, output: Output = Output()) -> None:
    """List the settings, with what each can be."""
    ctx.obj.show(report, _answer(ctx.obj), output)


@group.command("get", cls=Command)
def get(ctx: typer.Context, name: Name) -> None:
    """Print one setting."""
    sys.stdout.write(f"{ctx.obj.config.as_text()[key_named(name).name]}\n")


@group.command("set", cls=Command)
def set_(
    ctx: typer.Context,
    name: Name,
    value: Annotated[str, typer.Argument(metavar="VALUE", show_default=False)],
) -> None:
    """Change a setting: stride config set units imperial. Comments in the file stay."""
    from stridelog.runtime.config_editing import set_value

    _tell(name, set_value(ctx.obj.config_path, name, value))


@group.command("unset", cls=Command)
def unset(ctx: typer.Context, name: Name) -> None:
    """Make a setting what it was at first."""
    from stridelog.runtime.config_editing import unset as unset_value

    _tell(name, unset_value(ctx.obj.config_path, name))


def _tell(name: str, config: Config) -> None:
    known = name.replace("-", "_")
    say(f"{known} is {config.as_text().get(known, 'gone') or 'not set'}")


def _answer(context: Context) -> report.Answer:
    values = context.config.as_text()
    settings = tuple(
        report.Setting(key.name, values[key.name], key.default, key.allowed, key.meaning)
        for key in KEYS.values()
    )
    return report.Answer(settings, str(context.config_path))


command = typer.main.get_group(group)
