"""The answer that is being given to one question: what is typed, ticked and marked so far."""

from typing import Any

from stridelog.cli.dialogue.question import Answers, Option, Question, choices

TYPING = -1
"""The mark stands on no option, but on what is typed."""


class Field:
    """Takes keys for one question, beginning with the answer that was given before."""

    def __init__(self, question: Question[Any], answer: str) -> None:
        self.question = question
        known = [option.text for option in question.options]
        self.typed = answer
        self.ticked: set[str] = set()
        if question.answers is Answers.ONE and answer in known:
            self.typed = ""
        elif question.answers is Answers.SEVERAL:
            self.ticked = {word for word in answer.split() if word in known}
            self.typed = " ".join(word for word in answer.split() if word not in known)
        self.mark = 0 if self.options else TYPING
        if not self.typed and answer in known:
            self.mark = known.index(answer)

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be chosen, by what is typed."""
        return choices(self.question, self.typed)[0]

    @property
    def said(self) -> str:
        """What is to be said about what is typed."""
        return choices(self.question, self.typed)[1]

    @property
    def answer(self) -> str:
        """The answer as it stands."""
        options = self.options
        if self.question.answers is Answers.ONE and options:
            return options[self.mark].text
        ticked = [option.text for option in options if option.text in self.ticked]
        return " ".join((*ticked, self.typed)).strip() if ticked else self.typed

    def type(self, text: str) -> None:
        """Take what is typed now: the mark goes to the first option of one, else to the text."""
        if text != self.typed:
            self.typed = text
            one = self.question.answers is Answers.ONE and self.options
            self.mark = 0 if one else TYPING

    def move(self, step: int) -> bool:
        """Move the mark down or up; tell whether there was an option to move it to."""
        if not 0 <= self.mark + step < len(self.options):
            return False
        self.mark += step
        return True

    def tick(self) -> bool:
        """Tick the marked option, or take its tick away; tell whether there was one to tick."""
        if self.question.answers is not Answers.SEVERAL or self.mark == TYPING:
            return False
        self.ticked ^= {self.options[self.mark].text}
        return True
