"""What a dialogue fills in: what was typed at each question, and which comes next.

It knows nothing of how the questions are shown; ``screen.py`` and ``lines.py`` do that. Nor does
it know what is asked: that of an entry is ``sheet.py``, that of a goal ``goal_sheet.py``.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Generic

from stridelog.cli.dialogue.question import Answers, D, Question
from stridelog.domain.errors import StrideError

YES = frozenset({"", "y", "yes"})
DROP = frozenset({"q", "quit", "drop"})
"""What is typed where all is answered, and asked whether it is right."""

_NOT_YET = " Nothing was saved."
"""What an error of a whole command adds, and one that is asked about again does not."""


class Questionnaire(ABC, Generic[D]):
    """The questions, as far as the answers so far tell, and the answers.

    ``place`` says which question is asked; at the end, none. ``reached`` is the furthest place so
    far, ``problem`` what is wrong with the answer. ``offers_more`` tells whether there ever are
    questions that are asked only on demand, ``hints_beside`` whether hints are short enough to
    stand before the answers, ``leaves_answers`` whether these stay on the screen at the end: not
    where what is shown next says them all.
    """

    offers_more = False
    hints_beside = True
    leaves_answers = True

    def __init__(self, begun: D, texts: Mapping[str, str]) -> None:
        self._begun = begun
        self._texts = dict(texts)
        self.questions = self._questions()
        self.place = 0
        self.reached = 0
        self.problem = ""

    @abstractmethod
    def _questions(self) -> list[Question[D]]:
        """Return what to ask, as far as the answers so far tell."""

    @property
    def asked(self) -> Question[D] | None:
        """The question that is asked; None at the end."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    @property
    def has_more(self) -> bool:
        """Whether there is more that could be asked."""
        return False

    def text(self, question: Question[D]) -> str:
        """Return what was typed at a question."""
        return self._texts.get(question.name, "")

    def answer(self, text: str) -> None:
        """Take the answer, and ask the next question, or the same one where there is a problem."""
        self._keep(text)
        self._go(self.place + 1)

    def finish(self, text: str) -> None:
        """Take the answer, and skip the questions that are left."""
        self._keep(text)
        self._go(len(self.questions))

    def back(self, text: str) -> None:
        """Keep what was typed, and ask the question before."""
        self._keep(text)
        self._ask(max(self.place - 1, 0))

    def confirmed(self, text: str, how: str) -> bool:
        """Tell whether what was typed at the end says that all of it is right.

        Where it does not, ``how`` says what goes on from here. Raises ``KeyboardInterrupt`` where
        all of it is to be dropped.
        """
        said = text.strip().lower()
        if said in DROP:
            raise KeyboardInterrupt
        self.problem = "" if said in YES else f"Nothing is saved yet. {how}"
        return said in YES

    def correct(self) -> None:
        """Ask again from the second question on: the first says what all of it is about."""
        self._ask(1)

    def more(self, text: str) -> None:
        """Ask all that could be asked, from now on."""
        self._keep(text)

    def draft(self) -> D:
        """Return what the answers say. Raises ``StrideError``."""
        draft = self._begun
        for question in self.questions:
            draft = self._read(draft, question)
        return draft

    def _keep(self, text: str) -> None:
        if self.asked is not None:
            self._texts[self.asked.name] = text if text.strip() else ""
            self.questions = self._questions()

    def _ask(self, place: int) -> None:
        self.place = place
        self.reached = max(self.reached, place)
        self.problem = ""

    def _go(self, to: int) -> None:
        """Ask the question at ``to``, or the first one before it that has a problem."""
        draft = self._begun
        for place, question in enumerate(self.questions[:to]):
            self._ask(place)
            if not self.text(question) and (question.answers is Answers.ONE or question.needed):
                self.problem = question.needed
                return
            try:
                draft = self._read(draft, question)
            except StrideError as error:
                self.problem = f"{error.message.removesuffix(_NOT_YET)} {error.hint}".strip()
                return
        self._ask(min(to, len(self.questions)))

    def _read(self, draft: D, question: Question[D]) -> D:
        text = self.text(question)
        return question.read(draft, text) if text.strip() else draft
