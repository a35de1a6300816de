"""The reference of commands, as their code tells it."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from importlib import import_module

from markdown_tables import table
from typer import Context
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_group

from stridelog.cli.app import COMMANDS, root
from stridelog.cli.options import Circumstances, Output, Period

SHARED = {
    "Which entries": (Circumstances, "All that is asked must be met. `--tag` can be repeated."),
    "Which days": (Period, "One period at most. Both of its ends belong to it."),
    "In which form": (Output, "Without any of these, a page for the terminal."),
}
"""Sets of options that several commands take: a heading, the set, and what is to be said of it."""


def reference() -> str:
    """Return every command with its arguments and options."""
    parts = [f"## Before or after any command\n\n{_options(get_group(root).params)}"]
    listing = loaded("list")
    for heading, (options, remark) in SHARED.items():
        params = [param for param in listing.params if param.name in _names(options)]
        parts.append(f"## {heading}\n\n{remark}\n\n{_options(params)}")
    for name in COMMANDS:
        parts += _command(f"stride {name}", loaded(name), "##")
    return "\n".join(parts)


def every_command() -> Iterator[str]:
    """Give the names of all commands; of a group, those of the commands in it."""
    for name in COMMANDS:
        found = loaded(name)
        if isinstance(found, TyperGroup):
            yield from (f"{name} {inner}" for inner in _within(found))
        else:
            yield name


def loaded(name: str) -> TyperCommand | TyperGroup:
    """Return the command of that name."""
    found = import_module(COMMANDS[name].module).command
    assert isinstance(found, TyperCommand | TyperGroup)
    return found


def _within(command: TyperCommand | TyperGroup) -> dict[str, TyperCommand]:
    """Return the commands of a group by name, also those that are imported when called."""
    if not isinstance(command, TyperGroup):
        return {}
    context = Context(command)
    found = {name: command.get_command(context, name) for name in command.list_commands(context)}
    return {name: inner for name, inner in found.items() if isinstance(inner, TyperCommand)}


def _names(options: type) -> set[str]:
    return {field.name for field in fields(options)}


def _command(name: str, command: TyperCommand | TyperGroup, level: str) -> Iterator[str]:
    inner = _within(command)
    arguments = [p.metavar or "" for p in command.params if isinstance(p, TyperArgument)]
    usage = " ".join([name, *arguments, *(["[COMMAND]"] if inner else [])])
    yield f"{level} {name}\n\n```text\n{usage}\n```\n"
    yield from map(_paragraph, (command.help or "").replace("\b\n", "").split("\n\n"))
    params = {param.name for param in command.params}
    theirs = {h: _names(options) for h, (options, _) in SHARED.items() if _names(options) <= params}
    shared = set[str]().union(*theirs.values())
    if own := _options(param for param in command.params if param.name not in shared):
        yield own
    if theirs:
        yield f"Also the options for {', '.join(map(_link, theirs))}.\n"
    for each, nested in inner.items():
        assert isinstance(nested, TyperCommand | TyperGroup)
        yield from _command(f"{name} {each}", nested, f"{level}#")


def _link(heading: str) -> str:
    return f"[{heading.lower()}](#{heading.lower().replace(' ', '-')})"


def _paragraph(text: str) -> str:
    text = text.strip()
    is_example = text.startswith("stride ") and not text.endswith(".")
    return f"```sh\n{text}\n```\n" if is_example else f"{text}\n"


def _options(params: Iterable[object]) -> str:
    """Return a table of the options among ``params``; nothing where there are none."""
    rows = []
    for param in params:
        if not isinstance(param, TyperOption) or "--help" in param.opts:
            continue
        value = "" if param.is_flag else f" {param.metavar}"
        usual = param.default if isinstance(param.default, str) else ""
        said = f"{param.help} Usually {usual}." if usual else f"{param.help}"
        rows.append((", ".join(f"`{option}{value}`" for option in param.opts), said))
    return table(("option", "what it does"), rows) if rows else ""
