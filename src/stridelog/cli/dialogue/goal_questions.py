"""The questions about a goal, made from the journal and from what was answered so far."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from stridelog.cli.dialogue.goal_answers import Calendar, HowMuch, how_much, until_when
from stridelog.cli.dialogue.goal_hints import examples
from stridelog.cli.dialogue.question import Answers, Option, Question, activity_name
from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import note_text
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Goal, Rank
from stridelog.domain.goal_line.line import GoalError, GoalLine, GoalTime
from stridelog.domain.goal_line.reading import read_goal_line
from stridelog.domain.likely import Guess
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import Notation

WHAT, MUCH, DONE, AVOIDED = "What for?", "how much", "what", "none of what"
WHEN, WHY, EVENT, RANK, AREA, TITLE = "until when", "why", "event", "its rank", "area", "called"

TO_DO, TO_AVOID = "something to do", "something to avoid"

NOTHING_YET = HowMuch(())

_WHY = "Why does it matter?"

_EVENT = "a race or a day that it belongs to"

_RANKS = "A, B or C"


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What the questions are made from.

    ``lately`` says what was done of an activity in the last weeks, ``attainable`` what a goal asks
    for beside what was, ``named`` what a goal without a title is called. ``made`` makes a goal of
    a line.
    """

    activities: Mapping[str, Activity]
    guesses: Sequence[Guess]
    calendar: Calendar
    notation: Notation
    areas: Sequence[str]
    made: Callable[[GoalLine, date], Goal]
    lately: Callable[[str], str]
    attainable: Callable[[Goal], str]
    named: Callable[[Goal], str]


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """What was answered so far. Words are kept as they were typed, so that one line can say it."""

    goal: Goal
    what: str = ""
    much: HowMuch = NOTHING_YET
    time: GoalTime | None = None


def goal_questions(
    facts: GoalFacts, texts: Mapping[str, str], begun: GoalDraft
) -> list[Question[GoalDraft]]:
    """Return what to ask, as far as the answers so far tell; first, of what it is a goal."""
    asked = [_what(facts)]
    what = activity_name(texts.get(WHAT, ""))
    if not what:
        return asked
    amount = _amount(facts, what)
    if amount is None:
        return asked
    asked += [amount, _when(facts)]
    draft = _as_far(asked, texts, begun) if texts.get(amount.name) else None
    attainable = _attainable(facts, draft)
    asked += [_said("why", WHY, f"{attainable} {_WHY}".strip()), _said("event", EVENT, _EVENT)]
    if texts.get(EVENT) or begun.goal.event:
        asked.append(Question(RANK, _read_rank, hint=f"{_RANKS}: hoped for, planned, will do"))
    if what in {_plain(TO_DO), _plain(TO_AVOID)}:
        asked.append(_area(facts))
    if what != _plain(TO_DO):
        asked.append(_said("title", TITLE, facts.named(draft.goal) if draft else ""))
    return asked


def _said(field: str, name: str, hint: str) -> Question[GoalDraft]:
    """Return a question whose answer is kept as it was typed."""
    return Question(name, lambda draft, text: _about(draft, **{field: note_text(text)}), hint=hint)


def _area(facts: GoalFacts) -> Question[GoalDraft]:
    def read(draft: GoalDraft, text: str) -> GoalDraft:
        return _about(draft, area=text.strip().lower())

    return Question(AREA, read, hint=", ".join(facts.areas))


def _attainable(facts: GoalFacts, draft: GoalDraft | None) -> str:
    """Say what is asked for beside what was; nothing where no measure tells."""
    is_measured = draft is not None and draft.goal.latest.target is not None
    return facts.attainable(draft.goal) if draft and is_measured else ""


def _plain(text: str) -> str:
    return activity_name(text)


def _as_far(
    asked: Sequence[Question[GoalDraft]], texts: Mapping[str, str], begun: GoalDraft
) -> GoalDraft | None:
    """Return what the first answers make; None where one of them is not right yet."""
    draft = begun
    try:
        for question in asked:
            text = texts.get(question.name, "")
            draft = question.read(draft, text) if text.strip() else draft
    except UsageError:
        return None
    return draft


def _about(draft: GoalDraft, **said: str) -> GoalDraft:
    return replace(draft, goal=replace(draft.goal, **said))  # type: ignore[arg-type]


def _what(facts: GoalFacts) -> Question[GoalDraft]:
    known = {name for name, activity in facts.activities.items() if not activity.retired}

    def read(draft: GoalDraft, text: str) -> GoalDraft:
        name = activity_name(text)
        if name in {_plain(TO_DO), _plain(TO_AVOID)}:
            return replace(draft, what=name)
        if name not in known:
            guess = nearest(name, sorted(known))
            raise UsageError(
                f'There is no activity "{shown(text.strip())}".'
                + (f" Did you mean {guess}?" if guess else "")
            )
        return replace(draft, what=name)

    special = (
        Option(TO_DO, "done or not: you say yes or no"),
        Option(TO_AVOID, "that there be none of it, as +injury"),
    )
    options = tuple(Option(guess.activity, guess.reason) for guess in facts.guesses)
    return Question(WHAT, read, Answers.ONE, options=(*options, *special))


def _amount(facts: GoalFacts, what: str) -> Question[GoalDraft] | None:
    """Return the question about what is aimed at; None where nothing tells of what."""
    if what == _plain(TO_DO):
        return Question(
            DONE,
            _reading(facts, None),
            hint="in a sentence: you say yes or no in the review",
            needed="Say what will be done: Run the whole thing.",
        )
    if what == _plain(TO_AVOID):
        return Question(
            AVOIDED, _reading(facts, None), hint="like +injury", needed="Say a tag: +injury."
        )
    activity = facts.activities.get(what)
    if activity is None:
        return None
    lately = facts.lately(what)
    like = f"like {', '.join(examples(activity, facts.notation))}"
    hint = f"lately {lately}; {like}" if lately else like
    needed = f"Say how much, or how often, {like}."
    return Question(MUCH, _reading(facts, activity), hint=hint, needed=needed)


def _reading(facts: GoalFacts, activity: Activity | None) -> Callable[[GoalDraft, str], GoalDraft]:
    def read(draft: GoalDraft, text: str) -> GoalDraft:
        return _made(facts, replace(draft, much=_much(draft, text)), activity)

    return read


def _much(draft: GoalDraft, text: str) -> HowMuch:
    if draft.what == _plain(TO_DO):
        return HowMuch((note_text(text),), "do")
    if draft.what == _plain(TO_AVOID):
        return HowMuch(_tags(how_much(text).words), "avoid")
    return how_much(text)


def _tags(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words as tags and places. A single word is a tag; a sentence says none."""
    if len(words) == 1 and words[0][0] not in "+@":
        return (f"+{words[0]}",)
    if all(word[0] in "+@" for word in words):
        return words
    first = next((word for word in words if word[0] not in "+@"), "")
    raise GoalError(
        "What is to be avoided is known by a tag.", f"Say a tag, like +{shown(first.lower())}."
    )


def _when(facts: GoalFacts) -> Question[GoalDraft]:
    def read(draft: GoalDraft, text: str) -> GoalDraft:
        activity = facts.activities.get(draft.what)
        return _made(facts, replace(draft, time=until_when(text, facts.calendar)), activity)

    return Question(WHEN, read, hint="like 15 may, in 12 weeks, this year, 2027-Q1")


def _made(facts: GoalFacts, draft: GoalDraft, activity: Activity | None) -> GoalDraft:
    """Return the draft with the goal that it makes. Raises ``GoalError``."""
    today, much = facts.calendar.today, draft.much
    time = draft.time or GoalTime(today)
    if much.claim == "do":
        line = GoalLine(time, title=" ".join(much.words), claim="do", words=much.words)
    else:
        line = read_goal_line(much.words, activity, time, facts.notation)
        line = replace(line, claim=much.claim, way=much.way or line.way)  # type: ignore[arg-type]
    try:
        made = facts.made(line, today)
    except GoalError as error:
        hint = "" if "\n" in error.hint else error.hint
        raise GoalError(error.message, hint or "Say it like 1500km, 3/week or 100x.") from None
    known = draft.goal
    kept = replace(
        made,
        title=known.title or made.title,
        why=known.why,
        area=known.area or made.area,
        event=known.event,
        rank=known.rank,
        shared=known.shared,
    )
    return replace(draft, goal=kept)


def _read_rank(draft: GoalDraft, text: str) -> GoalDraft:
    rank = text.strip().upper()
    if rank not in {"A", "B", "C"}:
        raise UsageError(f'A rank is {_RANKS}, not "{shown(text.strip())}".')
    return _about(draft, rank=cast("Rank", rank))
