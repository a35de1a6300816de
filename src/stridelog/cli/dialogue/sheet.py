"""The sheet that the dialogue fills in: what was typed at each question, and which comes next.

It knows nothing of how the questions are shown; ``screen.py`` and ``lines.py`` do that.
"""

from datetime import date, time

from stridelog.cli.dialogue.question import EFFORT, NOTE, Answers, Question
from stridelog.cli.dialogue.questions import Facts, activity_in, questions
from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_day
from stridelog.domain.description import description
from stridelog.domain.entry import Draft, Entry, day_of
from stridelog.domain.errors import StrideError
from stridelog.domain.plain_text import shown

_NOT_YET = " Nothing was saved."
"""What an error of a whole command adds, and one that is asked about again does not."""


class Sheet:
    """The questions, as far as the answers so far tell, and the answers.

    ``place`` says which question is asked; at the end, none. ``reached`` is the furthest place so
    far, ``problem`` what is wrong with the answer.
    """

    def __init__(self, facts: Facts, begun: Draft) -> None:
        self._facts = facts
        self._begun = begun
        self._texts = {NOTE: begun.note, EFFORT: str(begun.effort or "")}
        self._every = False
        self.questions = self._questions()
        self.place = 0
        self.reached = 0
        self.problem = ""

    @property
    def asked(self) -> Question | None:
        """The question that is asked; None at the end."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    @property
    def activity(self) -> Activity | None:
        """What is logged, as far as it is known."""
        return activity_in(self._facts, self._texts)

    @property
    def has_more(self) -> bool:
        """Whether there are measures that are not asked."""
        if self._every or self.activity is None:
            return False
        return not {m.name for m in self.activity.loggable} <= {q.name for q in self.questions}

    def text(self, question: Question) -> str:
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

    def correct(self) -> None:
        """Ask again from the first question after the activity."""
        self._ask(1)

    def more(self, text: str) -> None:
        """Ask every measure from now on: at once where the usual ones are all behind."""
        self._keep(text)
        before = {question.name for question in self.questions}
        self._every = True
        self.questions = self._questions()
        added = next((i for i, q in enumerate(self.questions) if q.name not in before), self.place)
        self.reached += len(self.questions) - len(before) if self.reached > added else 0
        if self.place >= added:
            self._ask(added)

    def draft(self) -> Draft:
        """Return what the answers say. Raises ``StrideError``."""
        draft = self._begun
        for question in self.questions:
            draft = self._read(draft, question)
        return draft

    def understood(self, today: date, day_starts: time) -> str:
        """Return what the answers say in a line."""
        draft, activity = self.draft(), self.activity
        assert activity is not None  # noqa: S101 (the end comes after the activity)
        day = day_of(draft.at, day_starts)
        # After midnight the calendar's today is not yet that of who has their days start later.
        seen_from = today if day == draft.at.date() else None
        when = f"{format_day(draft.at.date(), seen_from)}, {draft.at.hour}:{draft.at.minute:02}"
        said = (
            activity.name,
            when,
            f"counts for {format_day(day)}" if day != draft.at.date() else "",
            description(_entry(draft, activity, day), activity, self._facts.notation),
            " ".join(f"+{tag}" for tag in draft.tags),
            f"@{draft.place}" if draft.place else "",
            f"with {draft.gear}" if draft.gear else "",
            f"effort {draft.effort} of 10" if draft.effort else "",
            f'"{shown(draft.note)}"' if draft.note else "",
        )
        return " · ".join(filter(None, said))

    def _keep(self, text: str) -> None:
        if self.asked is not None:
            self._texts[self.asked.name] = text if text.strip() else ""
            self.questions = self._questions()

    def _questions(self) -> list[Question]:
        return questions(self._facts, self._texts, every=self._every)

    def _ask(self, place: int) -> None:
        self.place = place
        self.reached = max(self.reached, place)
        self.problem = ""

    def _go(self, to: int) -> None:
        """Ask the question at ``to``, or the first one before it that has a problem."""
        draft = self._begun
        for place, question in enumerate(self.questions[:to]):
            self._ask(place)
            if question.answers is Answers.ONE and not self.text(question):
                return
            try:
                draft = self._read(draft, question)
            except StrideError as error:
                self.problem = f"{error.message.removesuffix(_NOT_YET)} {error.hint}".strip()
                return
        self._ask(min(to, len(self.questions)))

    def _read(self, draft: Draft, question: Question) -> Draft:
        text = self.text(question)
        return question.read(draft, text) if text.strip() else draft


def _entry(draft: Draft, activity: Activity, day: date) -> Entry:
    """Return the entry that a draft will be, with its derived values; it has no number yet."""
    ratios = {m.name: m.ratio.of(draft.measurements) for m in activity.measures if m.ratio}
    return Entry(
        number=0,
        uid="",
        activity=activity.name,
        at=draft.at,
        day=day,
        measurements=draft.measurements,
        derived={name: value for name, value in ratios.items() if value is not None},
    )
