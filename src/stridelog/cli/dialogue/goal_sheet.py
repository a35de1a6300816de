"""The sheet that the dialogue about a goal fills in."""

import shlex
from collections.abc import Mapping

from stridelog.cli.dialogue.goal_answers import options_of
from stridelog.cli.dialogue.goal_questions import (
    EVENT,
    RANK,
    TITLE,
    WHY,
    GoalDraft,
    GoalFacts,
    goal_questions,
)
from stridelog.cli.dialogue.question import Question
from stridelog.cli.dialogue.questionnaire import Questionnaire
from stridelog.domain.errors import StrideError
from stridelog.domain.goal import Goal
from stridelog.domain.goal_words import left_said


class GoalSheet(Questionnaire[GoalDraft]):
    """The questions about a goal: of what it is one, how much of it, until when, and why."""

    hints_beside = False
    leaves_answers = False

    def __init__(self, facts: GoalFacts, begun: Goal) -> None:
        self._facts = facts
        said = {WHY: begun.why, EVENT: begun.event, RANK: begun.rank, TITLE: begun.title}
        super().__init__(GoalDraft(begun), {name: text for name, text in said.items() if text})

    def understood(self) -> str:
        """Return what the answers say in a line, and what they leave open."""
        goal = self.draft().goal
        version = goal.latest
        named = goal.title or self._facts.named(goal)
        open_still = [
            name
            for name, is_open in (
                ("a deadline", version.deadline is None),
                ("a reason", not (goal.why or goal.event)),
            )
            if is_open
        ]
        said = (
            _in_a_line(named),
            left_said(version, self._facts.calendar.today) if version.deadline else "",
            f'"{_in_a_line(goal.why)}"' if goal.why else "",
            f"for {_in_a_line(goal.event)}{f', goal {goal.rank}' if goal.rank else ''}"
            if goal.event
            else "",
            f"without {' or '.join(open_still)}" if open_still else "",
        )
        return " · ".join(filter(None, said))

    def as_line(self) -> str:
        """Return the command that says in one line what was answered; "" where that is nothing."""
        draft = self._begun
        for question in self.questions:
            try:
                draft = self._read(draft, question)
            except StrideError:
                break
        if not draft.much.words:
            return ""
        about = {
            "--title": draft.goal.title if draft.much.claim != "do" else "",
            "--why": draft.goal.why,
            "--event": draft.goal.event,
            "--rank": draft.goal.rank,
        }
        activity = [draft.what] if draft.what in self._facts.activities else []
        return shlex.join(
            [
                *("stride", "goals", "add", *activity, *draft.much.words, *draft.much.options),
                *(options_of(draft.time) if draft.time else ()),
                *(word for option, text in about.items() if text for word in (option, text)),
            ]
        )

    def _questions(self) -> list[Question[GoalDraft]]:
        texts: Mapping[str, str] = self._texts
        return goal_questions(self._facts, texts, self._begun)


def _in_a_line(text: str) -> str:
    """Return a text without the breaks of its lines, all of it."""
    return " ".join(text.split())
