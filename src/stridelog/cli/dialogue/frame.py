"""What is on the screen at one moment of the dialogue, from top to bottom."""

from dataclasses import dataclass
from typing import Any

from prompt_toolkit.formatted_text import fragment_list_to_text, fragment_list_width

from stridelog.cli.dialogue.drawing import Columns, Drawing, Fragments, columns
from stridelog.cli.dialogue.field import TYPING, Field
from stridelog.cli.dialogue.question import ACTIVITY, Answers, Question
from stridelog.cli.dialogue.questionnaire import Questionnaire
from stridelog.render.paper import Paper

MOST_OPTIONS = 6
"""Options that are shown at a time."""

END: Question[Any] = Question("Right?", lambda draft, _: draft)
"""What stands where the questions stood, when all are answered."""

_DROP = "^C drop"


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet and the field that is being filled in, on so many lines of a paper.

    ``understood`` is the line that sums up a sheet that is filled in.
    """

    sheet: Questionnaire[Any]
    field: Field
    paper: Paper
    height: int
    understood: str

    @property
    def drawing(self) -> Drawing:
        """What draws on the paper."""
        return Drawing(self.paper, self._columns)

    @property
    def _columns(self) -> Columns:
        questions = [*self.sheet.questions, END]
        return columns(questions, self.paper.width, beside=self.sheet.hints_beside)

    def above(self) -> Fragments:
        """Return the questions that were asked before, as many as there is room for."""
        asked = self.sheet.questions[: self.sheet.place]
        lines = self._answered(asked[-self._room :] if self._room else [])
        return lines + self._summary()

    def answer_begins(self) -> Fragments:
        """Return what stands before the answer."""
        return self.drawing.before_answer(self.field.question)

    def answer_goes_on(self) -> Fragments:
        """Return what stands before the further lines of a long answer."""
        return [("", " " * fragment_list_width(self.answer_begins()))]

    def below(self) -> Fragments:
        """Return what is said about the answer, its hint, and the options."""
        question, options = self.field.question, self.field.options
        said = self.sheet.problem or self.field.said
        hint = self.drawing.hint_below(question)
        marked = None if self.field.mark == TYPING else options[self.field.mark]
        first = max(0, min(self.field.mark - MOST_OPTIONS + 2, len(options) - MOST_OPTIONS))
        later = len(options[first + MOST_OPTIONS :])
        several = question.answers is Answers.SEVERAL
        return [
            *self.drawing.paragraph("class:problem", said),
            *self.drawing.paragraph("class:hint", hint),
            *self.drawing.options(
                options[first : first + MOST_OPTIONS],
                marked,
                sorted(self.field.ticked) if several else None,
            ),
            *self.drawing.paragraph("class:hint", f"{later} more below" if later else ""),
        ]

    def after(self) -> Fragments:
        """Return the questions that were asked already, and come again."""
        room = max(self._room - self.sheet.place, 0)
        asked = self.sheet.questions[self.sheet.place + 1 : self.sheet.reached]
        return self._answered(asked[:room])

    def footer(self) -> Fragments:
        """Return what the keys do now."""
        return self.drawing.footer(self._help())

    def left(self) -> Fragments:
        """Return what stays on the screen afterwards: the questions that have an answer."""
        if not self.sheet.leaves_answers:
            return []
        return self._answered([q for q in self.sheet.questions if self.sheet.text(q)])

    @property
    def _room(self) -> int:
        """Lines for other questions than the one that is asked."""
        others = fragment_list_to_text([*self._summary(), *self.below()]).count("\n")
        across = max(self.paper.width - fragment_list_width(self.answer_begins()), 1)
        answer = 1 + fragment_list_width([("", self.field.typed)]) // across
        return max(self.height - others - answer - len(self.footer()), 0)

    def _summary(self) -> Fragments:
        return self.drawing.paragraph("class:mark", self.understood)

    def _answered(self, questions: list[Question[Any]]) -> Fragments:
        drawing = self.drawing
        lines = [drawing.answered(question, self.sheet.text(question)) for question in questions]
        return [piece for line in lines for piece in line]

    def _help(self) -> tuple[str, ...]:
        more = "Tab more measures" if self.sheet.has_more else ""
        question = self.field.question
        parts: tuple[str, ...]
        if self.sheet.asked is None:
            parts = ("Enter saves", "↑ corrects", "^C drops", "e from the top", more)
        elif question.name == ACTIVITY:
            parts = ("Enter takes it", "↑↓ choose", "or type", _DROP)
        elif question.answers is Answers.ONE:
            parts = ("Enter takes it", "↑↓ choose", _DROP)
        elif question.options:
            move = "↑↓ move" if self.field.mark > 0 else "↑ back"
            parts = ("Space ticks", "or type", move, "Enter next", "^D done", _DROP, more)
        else:
            enter = "Enter next" if self.field.typed.strip() or question.needed else "Enter skip"
            last = "→ as last" if question.last and not self.field.typed else ""
            parts = (enter, "↑ back", "^D done", _DROP, last, more)
        return tuple(filter(None, parts))
