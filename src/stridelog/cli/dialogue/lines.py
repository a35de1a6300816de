"""The dialogue line by line, for terminals that cannot move the cursor (``TERM=dumb``)."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from stridelog.cli.dialogue.question import TAGS, Answers, Option, Question, choices
from stridelog.cli.dialogue.questionnaire import Questionnaire
from stridelog.cli.typed_line import typed_line
from stridelog.render.paper import Paper, write

BACK, DONE, LAST, NOTHING, MORE = "<", ">", "=", "-", "+"
"""What is typed alone on a line to do what keys do on other terminals."""

HELP = (
    f"Enter skips, {BACK} goes back, {DONE} goes to the end, {LAST} means as last time,\n"
    f"{NOTHING} takes an answer away, {MORE} asks for more measures, Ctrl-C drops everything.\n"
)

HELP_WITHOUT_MORE = (
    f"Enter skips, {BACK} goes back, {DONE} goes to the end, {NOTHING} takes an answer away,\n"
    "Ctrl-C drops everything.\n"
)

_AT_THE_END = f"Enter saves, {BACK} goes back, Ctrl-C drops"


def fill_in(sheet: Questionnaire[Any], paper: Paper, understood: Callable[[], str]) -> None:
    """Let the person fill in the sheet, until it may be saved. Raises ``KeyboardInterrupt``.

    ``understood`` gives the line that sums up a sheet that is filled in.
    """
    lines = _Lines(sheet, paper)
    write(HELP if sheet.offers_more else HELP_WITHOUT_MORE, sys.stdout)
    while not lines.confirmed(understood):
        while (question := sheet.asked) is not None:
            if question.answers is Answers.ONE:
                lines.choose(question)
            else:
                lines.ask(question)
            lines.tell(sheet.problem)


class _Lines:
    """Writes questions and reads answers."""

    def __init__(self, sheet: Questionnaire[Any], paper: Paper) -> None:
        self._sheet = sheet
        self._paper = paper

    def tell(self, problem: str) -> None:
        """Say what is wrong with the last answer, if anything."""
        if problem:
            self._write(f"  {problem}\n")

    def confirmed(self, understood: Callable[[], str]) -> bool:
        """Ask whether the answers may be saved; False where there are questions left."""
        if self._sheet.asked is not None:
            return False
        while True:
            self._write(f"{understood()}\n")
            answer = self._read(f"{_AT_THE_END}: ")
            if answer == BACK:
                self._sheet.back("")
                return False
            if self._sheet.confirmed(answer, f"{_AT_THE_END}."):
                return True
            self.tell(self._sheet.problem)

    def choose(self, question: Question[Any]) -> None:
        """Ask for one of the options: by number, by name, or by the beginning of its name."""
        options = question.options
        first = self._kept(question) or options[0].text
        while True:
            self._list(options)
            answer = self._read(f"{question.label} [{first}]: ")
            if answer == BACK:
                self._sheet.back(self._kept(question))
                return
            numbered = {str(number): option.text for number, option in enumerate(options, 1)}
            certain = {"": first, **{option.text: option.text for option in options}, **numbered}
            found, said = choices(question, answer)
            if answer in certain or not said:
                likeliest = found[0].text if found else answer
                self._sheet.answer(certain.get(answer, likeliest))
                return
            # Nobody makes a new activity by a slip of the finger: it takes a second Enter.
            self.tell(said)
            options, first = found, found[0].text

    def ask(self, question: Question[Any]) -> None:
        """Ask for an answer that is written out."""
        kept = self._kept(question)
        answer = self._read(self._prompt(question, kept))
        if answer == BACK:
            self._sheet.back(kept)
        elif answer == DONE:
            self._sheet.finish(kept)
        elif answer == MORE:
            self._sheet.more(kept)
        elif answer == NOTHING:
            self._sheet.answer("")
        else:
            self._sheet.answer(question.last if answer == LAST else answer or kept)

    def _kept(self, question: Question[Any]) -> str:
        """Return the answer that was given before, unless it is what was just refused."""
        return "" if self._sheet.problem else self._sheet.text(question)

    def _prompt(self, question: Question[Any], kept: str) -> str:
        usual = " ".join(option.text for option in question.options)
        hint = f"usual: {usual}" if question.name == TAGS and usual else question.hint
        return question.label + f" ({hint})" * bool(hint) + f" [{kept}]" * bool(kept) + ": "

    def _list(self, options: Sequence[Option]) -> None:
        for number, option in enumerate(options, 1):
            about = f"  ({option.about})" if option.about else ""
            self._write(f"  {number}  {option.text}{about}\n")

    def _write(self, text: str) -> None:
        write("\n".join(map(self._paper.shown, text.split("\n"))), sys.stdout)

    def _read(self, prompt: str) -> str:
        self._write(prompt)
        sys.stdout.flush()
        return typed_line()
