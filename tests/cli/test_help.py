"""Help: every command says what it does, in 80 columns, without opening anything."""

from collections.abc import Iterator
from typing import Any

import pytest
import typer

from command_line import Program, Stride
from conftest import Golden
from stridelog.cli.app import COMMANDS, root


def commands() -> Iterator[tuple[str, ...]]:
    """Give the words that call each command, those of groups included."""
    group: Any = typer.main.get_group(root)
    context = typer.Context(group)
    for name in COMMANDS:
        yield (name,)
        found = group.get_command(context, name)
        for inner in (*getattr(found, "lazy", ()), *getattr(found, "commands", ())):
            yield name, inner


ALL = [(), *commands()]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_help_fits_into_80_columns_and_names_every_option(
    stride: Stride, golden: Golden, words: tuple[str, ...]
) -> None:
    text = stride.ok(*words, "--help")
    assert text == stride.ok(*words, "-h")
    assert text.startswith(f"Usage: {' '.join(('stride', *words))} ")
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "list[str]" not in text
    golden(f"help-{'-'.join(words) or 'stride'}.txt", text)
    assert not stride.journal.exists()


def test_stride_alone_tells_a_newcomer_how_to_start(stride: Stride) -> None:
    page = stride.ok()
    for command in ("stride log run 5k 30:00", "stride import FILE", "stride demo compare"):
        assert command in page
    assert not stride.journal.exists()


def test_help_does_not_depend_on_where_it_is_read(program: Program) -> None:
    usual = program("log", "--help").out
    assert program("log", "--help", COLUMNS="200", GITHUB_ACTIONS="true").out == usual
    assert program("log", "--help", TERM="xterm", FORCE_COLOR="1").out == usual


def test_the_version_is_told(stride: Stride) -> None:
    from stridelog import __version__

    assert stride.ok("--version") == f"stride {__version__}\n"
