"""``stride completion``: what a shell needs to complete the words of stride."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Annotated

import typer

from stridelog.cli.context import Context, say
from stridelog.cli.options import Yes, with_options
from stridelog.cli.words import command as made
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.runtime.private_file import write_private

SCRIPTS = Path(__file__).parents[1] / "completion" / "scripts"

SHELLS = ("bash", "zsh", "fish", "powershell")

_PLACES = {
    "bash": ("XDG_DATA_HOME", "~/.local/share", "bash-completion/completions/stride"),
    "zsh": ("XDG_DATA_HOME", "~/.local/share", "zsh/site-functions/_stride"),
    "fish": ("XDG_CONFIG_HOME", "~/.config", "fish/completions/stride.fish"),
    "powershell": ("XDG_CONFIG_HOME", "~/.config", "powershell/stride.ps1"),
}
"""Where each shell's script goes: a folder by its variable, as it is usually, and the file."""

_THEN = {
    "bash": "New shells use it. Where bash-completion is not installed, add to ~/.bashrc:\n"
    "  source {file}",
    "zsh": "Where {folder} is not in $fpath, add to ~/.zshrc, before compinit:\n"
    "  fpath+=({folder})",
    "fish": "New shells use it.",
    "powershell": "Add to the file that $PROFILE names:\n  . {file}",
}
"""What the person is told to do then."""


class NotInstalledError(StrideError):
    """The script cannot be written where the shell looks for it."""


@with_options
def completion(
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument(metavar=f"[{'|'.join(SHELLS)}]", show_default=False)] = "",
    install: Annotated[
        bool, typer.Option("--install", help="Write it to where the shell looks for it.")
    ] = False,
    yes: Yes = False,
) -> None:
    """Complete commands, options and your own names on Tab: stride completion --install.

    Without --install, the shell's script is printed; without a shell, it is for yours.
    """
    context: Context = ctx.obj
    chosen = shell_named(shell, os.environ)
    script = (SCRIPTS / chosen).read_text(encoding="utf-8")
    if not install:
        sys.stdout.write(script)
        return
    file = place_of(chosen, os.environ)
    context.confirm(f"Write the completion of {chosen} to {file}?", yes)
    try:
        write_private(file, script)
    except OSError as error:
        raise NotInstalledError(
            f"{file} cannot be written: {error.strerror}.",
            f"Put it where {chosen} finds it: stride completion {chosen} > FILE",
        ) from error
    say(f"Written: {file}\n{_THEN[chosen].format(file=file, folder=file.parent)}")


def shell_named(name: str, environ: Mapping[str, str]) -> str:
    """Return the shell called ``name``, or the person's own. Raises ``UsageError``."""
    usual = PurePath(environ.get("SHELL", "powershell" if os.name == "nt" else "")).stem
    chosen = (name or usual).lower().replace("pwsh", "powershell")
    if chosen in SHELLS:
        return chosen
    if not chosen:
        raise UsageError("Nothing says which shell is meant.", "stride completion zsh")
    guess = nearest(chosen, SHELLS)
    raise UsageError(
        f'There is no completion for the shell "{shown(chosen)}".'
        + (f" Did you mean {guess}?" if guess else ""),
        f"There is one for {', '.join(SHELLS)}: stride completion zsh",
    )


def place_of(shell: str, environ: Mapping[str, str]) -> Path:
    """Return the file in which a shell looks for the completion of stride."""
    variable, usual, file = _PLACES[shell]
    return Path(environ.get(variable) or usual).expanduser() / file


command = made(completion, "completion")
