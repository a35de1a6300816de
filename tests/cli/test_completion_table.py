"""The table that completion reads is what Typer knows.

``STRIDE_UPDATE_GOLDENS=1 pytest tests/cli/test_completion_table.py`` writes it anew.
"""

import os
from collections.abc import Iterator
from typing import Any

import typer

from stridelog.cli.app import COMMANDS, root
from stridelog.cli.commands.compare import GROUPINGS
from stridelog.cli.completion.candidates import _VALUES
from stridelog.cli.completion.grammar import ROOT, TABLE
from stridelog.domain.additions import names
from stridelog.runtime.config import COLOURS


def _rows(
    path: str,
    command: Any,  # noqa: ANN401 (Typer's commands)
    above: typer.Context | None = None,
) -> Iterator[tuple[str, str, str, str]]:
    # A command keeps the --help that it makes first: so its context is the one it always has.
    context = typer.Context(command, parent=above, **command.context_settings)
    arguments = [p.metavar for p in command.params if p.param_type_name == "argument"]
    if arguments:
        yield path, "", " ".join(arguments), ""
    for option in command.get_params(context):
        if option.param_type_name == "option":
            metavar = "" if option.is_flag else option.metavar
            for name in sorted(set(option.opts) - {"-h"}, reverse=True):
                yield path, name, metavar, option.help or ""
    for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
        found = command.get_command(context, name)
        about = COMMANDS[name].summary if path == ROOT else found.get_short_help_str(80)
        yield path, name, "", about
        yield from _rows(f"{path} {name}", found, context)


def test_completion_knows_every_command_option_and_argument() -> None:
    rows = _rows(ROOT, typer.main.get_group(root))
    table = "".join("\t".join(row) + "\n" for row in rows)
    if os.environ.get("STRIDE_UPDATE_GOLDENS") == "1":
        TABLE.write_text(table, encoding="utf-8")
    told = "Write the table anew: STRIDE_UPDATE_GOLDENS=1 pytest tests/cli/test_completion_table.py"
    assert table == TABLE.read_text(encoding="utf-8"), told


def test_the_words_that_options_take_are_those_that_commands_take() -> None:
    assert _VALUES["--by"].split("|") == list(GROUPINGS)
    assert set(_VALUES["--color"].split("|")) == set(COLOURS)
    assert set(_VALUES["--format"].split("|")) == set(names("stridelog.exporters"))


def test_every_option_whose_words_are_known_is_an_option() -> None:
    known = {row.split("\t")[1] for row in TABLE.read_text(encoding="utf-8").splitlines()}
    assert set(_VALUES) <= known
