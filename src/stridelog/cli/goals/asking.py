"""What a review asks on a terminal, goal by goal, a line each."""

import shutil
from dataclasses import replace

from stridelog.cli.context import Context
from stridelog.cli.goals.adjusting import EDIT, SaysSoAlreadyError, adjustment
from stridelog.cli.goals.conversation import Conversation
from stridelog.cli.goals.promising import is_decided, read_promise
from stridelog.domain.circumstances import note_text
from stridelog.domain.dates import format_day
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.goal import Target, review_on
from stridelog.domain.goal_words import said
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import plain
from stridelog.domain.review import Answers, steps_to_ask
from stridelog.domain.review_words import quoted, told_how
from stridelog.domain.standing import OVER, Judged
from stridelog.reports import goals_review as report
from stridelog.store.catalog import activities

COMMANDS = ("keep", "adjust", "pause", "close")
"""Answers that are no promise."""

ROOM = 5
"""Lines below a page that the first questions take."""

SHORTEST = 3
"""Letters of the shortest promise: less is a slip of the finger."""


class Asking:
    """The questions about goals; ``answers`` holds what was answered so far, by their numbers.

    Raises ``KeyboardInterrupt`` where the person stops, or is not there any more.
    """

    def __init__(self, context: Context) -> None:
        self.answers: dict[int, Answers] = {}
        self._context = context
        self._activities = activities(context.reading)
        self._talk = Conversation(colour=context.colour)

    def review(self, answer: report.Answer) -> None:
        """Show the review and ask about each goal: after its own lines where not all fit."""
        parts = report.parts(answer, self._context.config.notation)
        fits = self._talk.height(parts.whole) + ROOM <= shutil.get_terminal_size().lines
        self._talk.draw(parts.asked if fits else parts.head)
        for one, page in zip(answer.to_ask, parts.goals, strict=True):
            self._talk.write("\n")
            if fits:
                self._talk.draw(report.title(one.goal))
            else:
                self._talk.draw(page)
            self.ask(one.goal)
        if parts.rest.blocks and not fits:
            self._talk.write("\n")
            self._talk.draw(parts.rest)

    def wait(self, problem: str) -> None:
        """Say why nothing could be saved, and wait until it is tried again."""
        self._talk.tell(problem)
        self._talk.ask("Nothing is saved yet.", "Enter tries again, Ctrl-C drops the answers")

    def ask(self, one: Judged) -> None:
        """Ask about a goal."""
        if one.standing.state in OVER:
            self._ask_plan(one)
            if self._known(one).decision not in {"paused", "closed"}:
                self._ask_promise(one)
            return
        self._ask_promise(one)
        self._ask_done(one)
        if not self._known(one).done:
            self._ask_steps(one)
        self._ask_plan(one)

    def _ask_promise(self, one: Judged) -> None:
        promise = one.promise
        if promise and promise.commitment.scope is None and promise.commitment.kept is None:
            kept = self._talk.yes_or_no(
                f"Kept {quoted(promise.commitment)}?", "Enter leaves it open"
            )
            self._answer(one, kept=kept)

    def _ask_done(self, one: Judged) -> None:
        if one.version.target is None and one.standing.state != "not begun":
            done = self._talk.yes_or_no("Is it done?", "Enter: not yet")
            self._answer(one, done=done)
            if done:
                self._talk.tell("★ Well done!")

    def _ask_steps(self, one: Judged) -> None:
        for step in steps_to_ask(one.version, self._context.today):
            question = f"Done: {step.text}, by {format_day(step.by)}?"
            if self._talk.yes_or_no(question, "Enter: not yet"):
                self._answer(one, steps=(*self._known(one).steps, step))

    def _ask_plan(self, one: Judged) -> None:
        """Ask what is promised for the week, or decided."""
        refused = ""
        while True:
            text = self._talk.ask(*self._plan_question(one))
            command = plain(text).rstrip(".!")
            try:
                if command in COMMANDS:
                    if self._decide(one, command):
                        return
                elif not text:
                    self._answer(one, decision=self._known(one).decision or "kept")
                    return
                elif self._promise(one, text, certain=text == refused):
                    return
            except StrideError as error:
                refused = text
                self._talk.tell(f"{error.message} {error.hint}".strip())

    def _plan_question(self, one: Judged) -> tuple[str, str]:
        this_week = "What will you do this week?"
        today = review_on(one.goal, one.standing.at)
        if self._known(one).decision == "adjusted":
            return this_week, "Enter: nothing more"
        if today and today.commitment:
            return this_week, f"Enter keeps {quoted(today.commitment)}"
        if is_decided(one, self._known(one)):
            return f"{self._decided(one)} What now?", "close, adjust; Enter leaves it open"
        return this_week, "Enter keeps the goal; or adjust, pause, close"

    def _decided(self, one: Judged) -> str:
        """Say how a goal came to its end, be it before its last day."""
        if one.standing.state == "reached" or self._known(one).done:
            return "It is reached!"
        deadline = one.version.deadline
        is_over = deadline is not None and deadline < self._context.today
        return "Its days are over." if is_over else "It cannot be reached any more."

    def _decide(self, one: Judged, command: str) -> bool:
        """Do what a word decides; tell whether that is all about the goal."""
        if command == "adjust":
            self._adjust(one)
            return False
        if command == "close":
            learned = note_text(self._talk.ask("What did you learn?", "Enter: nothing to say"))
            self._answer(one, decision="closed", learned=learned)
        elif command == "pause":
            self._answer(one, decision="paused")
            self._talk.tell(f"Take it up again: stride goals resume {one.goal.number}")
        else:
            self._answer(one, decision=self._known(one).decision or "kept")
        return True

    def _adjust(self, one: Judged) -> None:
        own = self._activities.get(one.version.scope.activity)
        example = "by 31 jan" if own is None else f"{self._example(one)} by 31 jan"
        while text := self._talk.ask(
            "What is it to be?", f"as: {example}; Enter leaves it as it is"
        ):
            try:
                target, deadline = adjustment(self._context, text, one.version, own)
            except SaysSoAlreadyError as error:
                self._talk.tell(f"{error.message} {error.hint}")
                continue
            except StrideError as error:
                # The hints of a goal's line are about stride goals add.
                self._talk.tell(f"{error.message} Say it like {example}. {EDIT}")
                continue
            known = self._known(one)
            target, deadline = target or known.target, deadline or known.deadline
            self._answer(one, decision="adjusted", target=target, deadline=deadline)
            by = deadline or one.version.deadline
            due = f"by {format_day(by)}" if by else ""
            self._talk.tell(" ".join(filter(None, ("From now on:", self._aimed(one, target), due))))
            self._tell_steps(one)
            return

    def _tell_steps(self, one: Judged) -> None:
        """Say which values on the way stay as they are: the line goes by them."""
        for step in one.version.steps:
            if step.value is not None and step.by > self._context.today:
                value = said(one, step.value, self._context.config.notation)
                drop = f"stride goals edit {one.goal.number} --drop-step {step.by}"
                self._talk.tell(f"Still {value} by {format_day(step.by)}. To drop that: {drop}")

    def _example(self, one: Judged) -> str:
        target = one.version.target
        if target and target.per:
            amount = said(one, target.value, self._context.config.notation)
            return f"{amount}/{target.per}"
        return self._aimed(one, target)

    def _aimed(self, one: Judged, target: Target | None) -> str:
        asked = target or one.version.target
        if asked is None or not asked.value:
            return ""
        if one.version.kind == "change":
            return f"{asked.value:+.0%}"
        amount = said(one, asked.value, self._context.config.notation)
        return f"{amount} a {asked.per}" if asked.per else amount

    def _promise(self, one: Judged, text: str, *, certain: bool) -> bool:
        """Take a promise; False where it looks like a slip, and was not said twice."""
        notation, today = self._context.config.notation, self._context.today
        said_ = read_promise(one, self._known(one), text, self._activities, notation)
        meant = nearest(plain(text), COMMANDS) if " " not in text else ""
        slip = said_.scope is None and (meant or len(text) < SHORTEST)
        if slip and not certain:
            guess = f"Did you mean {meant}?" if meant else "That is short for a promise."
            raise UsageError(guess, "Say it once more if it is what you will do.")
        self._answer(one, decision=self._known(one).decision or "kept", commitment=said_)
        self._talk.tell(told_how(said_, self._activities, notation, today, one.version))
        return True

    def _known(self, one: Judged) -> Answers:
        return self.answers.get(one.goal.number, Answers())

    def _answer(self, one: Judged, **said_: object) -> None:
        self.answers[one.goal.number] = replace(self._known(one), **said_)  # type: ignore[arg-type]
