"""Completion: what the shell asks when somebody presses Tab.

A shell starts ``stride __complete SHELL …``, and what may follow is printed, a line each. Nobody
waits for Tab, so Typer, which takes most of the time that a command takes to start, stays out:
commands and options stand in a table (``command_line.tsv``) that a test makes from Typer's own.
"""

import os
import sys
from collections.abc import Sequence

from stridelog.cli.completion.candidates import candidates
from stridelog.cli.completion.shells import ANSWERS, Asked

FILES_WANTED = 1
"""The exit code that asks the shell to complete the names of files."""

NOT_ASKED = 2
"""The exit code for what is no question of any shell's script."""


def main(words: Sequence[str]) -> int:
    """Print what may follow the words, and return the exit code."""
    try:
        shell, *rest = words
        asked, answer = Asked.by(shell, rest, os.environ), ANSWERS[shell]
    except (ValueError, KeyError):
        return NOT_ASKED
    if not asked.words:
        return NOT_ASKED
    found = candidates(asked.words)
    if found is None:
        return FILES_WANTED
    lines = "".join(f"{line}\n" for line in answer(asked, found))
    sys.stdout.buffer.write(lines.encode(errors="replace"))
    return 0
