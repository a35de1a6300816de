"""What may stand in place of the word that is being typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from stridelog.cli.completion.grammar import ROOT, Grammar, Word, grammar
from stridelog.cli.completion.values import FilesWantedError, Values

MOST = 60
"""Words that are offered at once."""

_DEMO = f"{ROOT} demo"

_SELDOM = "completion"
"""The command that nobody types twice: it does not stand in the way of ``compare``."""

_VALUES = {
    "--by": "distance|tag|place",
    "--color": "always|never|auto",
    "--format": "csv|ical|json|jsonl|markdown",
    "--gear": "GEAR",
    "--rank": "RANK",
}
"""What options take whose metavar does not tell."""

_DAY = "DAY"
"""The metavar that does tell, whatever its option takes elsewhere (``goals add --by DAY``)."""


@dataclass
class _Line:
    """The words before the one that is being typed, as the program would read them."""

    path: str = ROOT
    grammar: Grammar = field(default_factory=lambda: grammar(ROOT))
    anywhere: Grammar = field(default_factory=lambda: grammar(ROOT))
    arguments: list[str] = field(default_factory=list)
    journal: str | None = None
    demo: bool = False
    waiting: str = ""
    only_arguments: bool = False

    def take(self, word: str) -> None:
        """Take one word."""
        if self.waiting:
            self._value(self.waiting, word)
            self.waiting = ""
        elif self.only_arguments:
            self.arguments.append(word)
        elif word == "--":
            self.only_arguments = True
        elif word.startswith("-"):
            name, equals, value = word.partition("=")
            if equals:
                self._value(name, value)
            elif self.metavar(name):
                self.waiting = name
        elif word in self.grammar.commands and not self.arguments:
            self.path += f" {word}"
            self.grammar = grammar(self.path)
            if self.path == _DEMO:
                self.path, self.demo = ROOT, True
                self.grammar = grammar(_DEMO)._replace(commands=self.anywhere.commands)
        elif not self._is_title(word):
            self.arguments.append(word)

    def _is_title(self, word: str) -> bool:
        """Tell whether a word stands before the arguments that mean something."""
        return self.grammar.takes_title and not self.arguments and " " in word

    def metavar(self, option: str) -> str:
        """Return what the value of an option is called; "" where it takes none."""
        known = self.grammar.options.get(option) or self.anywhere.options.get(option)
        return known.metavar if known else ""

    def values(self, typed: str) -> Iterable[Word]:
        """Give what may stand where an option's value or an argument is typed."""
        about = Values(self.grammar, self.arguments, self.journal, demo=self.demo)
        if self.waiting:
            metavar = self.metavar(self.waiting)
            told = metavar if metavar == _DAY else _VALUES.get(self.waiting, metavar)
            return about.called(told, typed)
        kind = self.grammar.argument(len(self.arguments))
        commands = () if self.arguments else map(Word._make, self.grammar.commands.items())
        if kind == "COMMAND":
            return commands
        return [*commands, *about.called(kind, typed)]

    @property
    def is_done(self) -> bool:
        """Tell whether the command takes no more commands and arguments."""
        return not self.grammar.commands and not self.grammar.argument(len(self.arguments))

    def options(self) -> Iterable[Word]:
        """Give the options: the command's own ones first."""
        every = {**self.grammar.options, **self.anywhere.options}
        return (Word(name, option.help) for name, option in every.items() if name[:2] == "--")

    def _value(self, option: str, value: str) -> None:
        if option == "--journal":
            self.journal = value


def candidates(words: Sequence[str]) -> list[Word] | None:
    """Return what the last of ``words`` may become, or None where it is the name of a file."""
    *before, typed = words
    line = _Line()
    for word in before:
        line.take(word)
    try:
        found = _matching(_candidates(line, typed), typed, line.arguments)
    except FilesWantedError:
        return None
    return found[:MOST]


def _candidates(line: _Line, typed: str) -> Iterable[Word]:
    if line.waiting:
        return line.values(typed)
    if typed.startswith("-") and not line.only_arguments:
        name, equals, value = typed.partition("=")
        if not equals:
            return line.options()
        if not line.metavar(name):
            return ()
        line.waiting = name
        return [Word(f"{name}={word.text}", word.help) for word in line.values(value)]
    return line.options() if not typed and line.is_done else line.values(typed)


def _matching(words: Iterable[Word], typed: str, given: Iterable[str]) -> list[Word]:
    start = typed.lower()
    gone = {word.partition("=")[0] + "=" if "=" in word else word for word in given}
    found = [w for w in words if w.text.lower().startswith(start) and w.text not in gone]
    often = [word for word in found if word.text != _SELDOM]
    return often or found
