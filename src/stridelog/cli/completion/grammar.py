"""Which words a command takes: its commands, options and arguments, out of the table.

A row of ``command_line.tsv`` is a command's path, a word that may follow it, the word's metavar,
and what help says. A word that begins with a dash is an option, and without metavar a flag; the
row without a word tells the command's arguments.
"""

from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("command_line.tsv")

ROOT = "stride"


class Word(NamedTuple):
    """A word that may follow, and what there is to say about it."""

    text: str
    help: str = ""


class Option(NamedTuple):
    """An option; without metavar, it is a flag."""

    metavar: str
    help: str


TITLE = '["TITLE"]'
"""The metavar of a title in quotes that may stand before the other arguments."""


class Grammar(NamedTuple):
    """What may follow one command. ``arguments`` are the metavars of its arguments, in order.

    Nobody completes a title: it is left out of them.
    """

    commands: dict[str, str]
    options: dict[str, Option]
    arguments: tuple[str, ...]
    takes_title: bool = False

    def argument(self, position: int) -> str:
        """Return the metavar of an argument; the last one may repeat."""
        if position < len(self.arguments):
            return self.arguments[position]
        last = self.arguments[-1] if self.arguments else ""
        return last if "..." in last else ""


def grammar(path: str) -> Grammar:
    """Return what may follow the command at ``path``."""
    found = Grammar({}, {}, ())
    for row in TABLE.read_text(encoding="utf-8").splitlines():
        command, word, metavar, text = row.split("\t")
        if command != path:
            continue
        if not word:
            title, *others = metavar.split()
            found = found._replace(
                arguments=tuple(others if title == TITLE else (title, *others)),
                takes_title=title == TITLE,
            )
        elif word.startswith("-"):
            found.options[word] = Option(metavar, text)
        else:
            found.commands[word] = text
    return found
