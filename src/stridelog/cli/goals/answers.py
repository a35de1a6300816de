"""Answers of a review that options give."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stridelog.cli.context import Context, say
from stridelog.cli.goals.adjusting import adjustment
from stridelog.cli.goals.answer_options import AnswerOptions
from stridelog.cli.goals.choosing import NoSuchGoalError, goal_named
from stridelog.cli.goals.promising import read_promise
from stridelog.domain.circumstances import note_text
from stridelog.domain.dates import format_day
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Decision
from stridelog.domain.plain_text import shown
from stridelog.domain.review import Answers
from stridelog.domain.review_words import told_how
from stridelog.domain.standing import Judged
from stridelog.store.catalog import activities

SAID = '"1=3 runs"'


@dataclass
class _Sheet:
    """The answers so far, by the numbers of the open ``goals``."""

    context: Context
    goals: Mapping[int, Judged]
    only: Judged | None
    answers: dict[int, Answers] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    """What is to be said once nothing is refused any more."""

    def goal(self, option: str, word: str) -> Judged:
        """Return the open goal that a word means."""
        goal = goal_named(self.context, word)
        number = goal.number
        if number in self.goals:
            return self.goals[number]
        if goal.latest.status == "open":
            raise UsageError(
                f"Goal {number} was set on {format_day(goal.versions[0].since)}, which is to come.",
                "Answer it then: stride goals review",
            )
        raise UsageError(
            f"Goal {number} is not open, so {option} says nothing of it.",
            f"Take it up again: stride goals resume {number}",
        )

    def apart(self, option: str, text: str) -> tuple[Judged, str]:
        """Return the goal and the text of ``1=text``; the goal may be known already."""
        name, equals, rest = text.partition("=")
        if equals:
            try:
                return self.goal(option, name.strip()), rest.strip()
            except NoSuchGoalError:
                if self.only is None:
                    raise
        if self.only is None:
            raise UsageError(
                f'Which goal is "{shown(text)}" said of?', f"Say its number: {option} {SAID}"
            )
        return self.only, text.strip()

    def decided(self, one: Judged) -> Decision | None:
        """Return what was decided about a goal so far."""
        return self.answers.get(one.goal.number, Answers()).decision

    def decide(self, one: Judged, decision: Decision) -> None:
        """Take a decision; only keeping gives way to another one."""
        number, known = one.goal.number, self.decided(one)
        if known not in {None, decision, "kept"} and decision != "kept":
            raise UsageError(f"Goal {number} cannot be {known} and {decision}.", "Choose one.")
        if known in {None, "kept"}:
            self.answer(one, decision=decision)

    def once(self, one: Judged, option: str, **said: object) -> None:
        """Add what can be said once: a second answer that says something else is refused."""
        number = one.goal.number
        known = self.answers.get(number, Answers())
        before = {name: getattr(known, name) for name in said}
        if any(before.values()) and before != said:
            raise UsageError(f"{option} says two things of goal {number}.", "Say it in one.")
        self.answer(one, **said)

    def answer(self, one: Judged, **said: object) -> None:
        """Add to the answers about a goal."""
        number = one.goal.number
        known = self.answers.get(number, Answers())
        self.answers[number] = replace(known, **said)  # type: ignore[arg-type]


def answers_given(
    context: Context, options: AnswerOptions, goals: Sequence[Judged], *, one: bool = False
) -> dict[int, Answers]:
    """Return what options answer, by the numbers of the goals. Raises ``StrideError``.

    With ``one``, the only goal need not be named where a text is said.
    """
    by_number = {judged.goal.number: judged for judged in goals}
    sheet = _Sheet(context, by_number, goals[0] if one and goals else None)
    for option in _READ:
        for text in getattr(options, option.strip("-").replace("-", "_")) or ():
            _READ[option](sheet, option, text)
    for text in sheet.told:
        say(text)
    return sheet.answers


def _kept(sheet: _Sheet, option: str, text: str) -> None:
    one = sheet.goal(option, text)
    number, promise = one.goal.number, one.promise
    if promise is None:
        raise UsageError(
            f"Nothing was promised for goal {number} that could be answered.",
            f"Promise something: stride goals review --promise {SAID}",
        )
    if promise.commitment.scope is not None:
        raise UsageError(
            f'Whether "{shown(promise.commitment.text)}" was kept, the journal tells.',
            "Look: stride goals review",
        )
    kept = option == "--kept"
    if sheet.answers.get(number, Answers()).kept not in {None, kept}:
        raise UsageError("--kept and --not-kept contradict each other.", "Say one of them.")
    sheet.answer(one, kept=kept)
    sheet.decide(one, "kept")


def _done(sheet: _Sheet, option: str, text: str) -> None:
    one = sheet.goal(option, text)
    if one.version.target is not None:
        raise UsageError(
            f"Whether goal {one.goal.number} is reached, the journal tells.",
            f"To end it: stride goals review --close {one.goal.number}",
        )
    sheet.answer(one, done=True)
    sheet.decide(one, "kept")


def _step(sheet: _Sheet, option: str, text: str) -> None:
    one, said = sheet.apart(option, text)
    steps = [step for step in one.version.steps if step.value is None and step.done is None]
    found = [step for step in steps if step.text.casefold().startswith(said.casefold())]
    if len(found) != 1:
        names = ", ".join(f'"{shown(step.text)}"' for step in steps)
        raise UsageError(
            f'Goal {one.goal.number} has no step "{shown(said)}".',
            f"Open are: {names}." if steps else "None of its steps is answered.",
        )
    known = sheet.answers.get(one.goal.number, Answers()).steps
    sheet.answer(one, steps=(*known, found[0]))
    sheet.decide(one, "kept")


def _decision(decision: Decision) -> Callable[[_Sheet, str, str], None]:
    def decide(sheet: _Sheet, option: str, text: str) -> None:
        one = sheet.goal(option, text)
        known = sheet.decided(one)
        if decision == "kept" and known not in {None, "kept"}:
            raise UsageError(f"Goal {one.goal.number} cannot be kept and {known}.", "Choose one.")
        sheet.decide(one, decision)

    return decide


def _adjust(sheet: _Sheet, option: str, text: str) -> None:
    one, said = sheet.apart(option, text)
    own = activities(sheet.context.reading).get(one.version.scope.activity)
    target, deadline = adjustment(sheet.context, said, one.version, own)
    if deadline:
        sheet.told.append(f"{said}: by {format_day(deadline)}")
    sheet.decide(one, "adjusted")
    sheet.once(one, option, target=target, deadline=deadline)


def _learned(sheet: _Sheet, option: str, text: str) -> None:
    one, said = sheet.apart(option, text)
    sheet.once(one, option, learned=note_text(said))
    sheet.decide(one, "kept")


def _promise(sheet: _Sheet, option: str, text: str) -> None:
    one, said = sheet.apart(option, text)
    known = activities(sheet.context.reading)
    notation = sheet.context.config.notation
    number, decision = one.goal.number, sheet.decided(one)
    if decision in {"paused", "closed"}:
        raise UsageError(
            f"Goal {number} is {decision} by this review, so nothing is promised for it.",
            "Leave out one of the two.",
        )
    answers = sheet.answers.get(number, Answers())
    commitment = read_promise(one, answers, said, known, notation)
    sheet.once(one, option, commitment=commitment)
    sheet.decide(one, "kept")
    if not commitment.scope:
        how = told_how(commitment, known, notation, one.standing.at, one.version)
        sheet.told.append(f"Goal {number}: {how}")


_READ: Mapping[str, Callable[[_Sheet, str, str], None]] = {
    "--kept": _kept,
    "--not-kept": _kept,
    "--done": _done,
    "--step": _step,
    "--adjust": _adjust,
    "--pause": _decision("paused"),
    "--close": _decision("closed"),
    "--learned": _learned,
    "--promise": _promise,
    "--keep": _decision("kept"),
}
"""What each option answers, decisions before what only goes with them."""
