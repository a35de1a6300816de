"""The review on a page: a few lines for each goal, the numbers that people type before them."""

from collections.abc import Iterator
from dataclasses import dataclass

from stridelog.domain.dates import format_day, format_span
from stridelog.domain.dates.names import WEEKDAYS
from stridelog.domain.goal import Step, in_force
from stridelog.domain.goal_words import is_there, left_said, said, stretch_said
from stridelog.domain.quantity import Notation
from stridelog.domain.review import Done, Promise, steps_to_ask
from stridelog.domain.review_words import (
    came_of,
    decided_said,
    done_said,
    quoted,
    reached_on,
    streak_said,
)
from stridelog.domain.standing import OVER, Judged
from stridelog.page import Block, Fact, Heading, Line, Page, Span, Style, Text
from stridelog.reports.goals_review.answer import Answer, Reviewed
from stridelog.reports.goals_review.facts import deadline_said, facts
from stridelog.reports.goals_review.lines import INDENT, fact

EMPTY = (
    "There are no goals yet. Set one:",
    "  stride goals add run 1500km --this-year",
)

NONE_THEN = (
    "No goal was set by then.",
    "Those that were set later: stride goals",
)

NONE_OPEN = (
    "No goal is open. Set the next one:",
    "  stride goals add run 1500km --this-year",
    "What was reviewed: stride goals history",
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A review in pieces, for who asks between them: a page for each goal to ask about."""

    head: Page
    goals: tuple[Page, ...]
    rest: Page
    streak: Page

    @property
    def whole(self) -> Page:
        """All of it."""
        return Page((*self.asked.blocks, *self.streak.blocks))

    @property
    def asked(self) -> Page:
        """What is there before anything is answered: the answers make a week of the streak."""
        pages = (self.head, *self.goals, self.rest)
        return Page(tuple(block for page in pages for block in page.blocks))


def page(answer: Answer, notation: Notation) -> Page:
    """Lay the review out, a block for each goal."""
    return parts(answer, notation).whole


def parts(answer: Answer, notation: Notation) -> Parts:
    """Lay the review out in pieces."""
    title = Heading(f"{WEEKDAYS[answer.day.weekday()]} review", _when(answer))
    goals = map(Page, _goals(answer, notation))
    streak = streak_said(answer.streak)
    weeks = Page((Text((Span(streak, "muted"),)),) if streak else ())
    return Parts(Page((title,)), tuple(goals), Page(tuple(_not_open(answer))), weeks)


def _goals(answer: Answer, notation: Notation) -> Iterator[tuple[Block, ...]]:
    """Give the blocks of each goal; the first one of an event stands below its name."""
    told: dict[str, Done | None] = {}
    for one in answer.to_ask:
        lines = Text(tuple(_goal(one, answer, notation, told.get(one.event))))
        yield (Heading(one.event), lines) if one.event and one.event not in told else (lines,)
        if one.event:
            told[one.event] = one.done if _tells(one) else told.get(one.event)


def _not_open(answer: Answer) -> Iterator[Block]:
    if not answer.goals and not answer.paused:
        yield Text(NONE_OPEN if answer.are_any else NONE_THEN if answer.are_later else EMPTY)
    if answer.over:
        yield Text(tuple(_over(answer.over)))
    if answer.paused:
        yield Text(tuple(_paused(answer)))


def _when(answer: Answer) -> str:
    """Say the week and the day; only weeks that start on Monday have a number."""
    week = f"week {answer.day.isocalendar().week}"
    if answer.week_start:
        week = f"week of {format_span(answer.week.first, answer.week.last)}"
    return f"{week}, {format_day(answer.day)}"


def _goal(one: Reviewed, answer: Answer, notation: Notation, known: Done | None) -> Iterator[Fact]:
    """Give the lines of a goal; what was done in the week only where that is not ``known``."""
    judged = one.goal
    until = (deadline_said(judged), left_said(judged.version, answer.day))
    yield _titled(judged, ", ".join(filter(None, until)))
    yield from facts(judged, notation)
    for step in _steps(one, answer):
        yield _step(step, one, answer, notation)
    if one.done and one.done != known and _tells(one):
        week = "last week" if answer.looked_at.last < answer.day else "this week"
        yield fact(week, done_said(one.done, notation))
    if judged.promise:
        yield _promised("promised", judged.promise, answer, notation)
    if one.promise:
        yield _promised("from now", one.promise, answer, notation)
    after = in_force(judged.goal, answer.day)
    if one.review and after and (decided := decided_said(judged, one.review, after, notation)):
        yield fact("then", decided)


def title(one: Judged) -> Page:
    """Return the line that names a goal, alone."""
    return Page((Text((_titled(one),)),))


def _titled(one: Judged, until: str = "") -> Fact:
    rank = f"{one.goal.rank}: " if one.goal.rank else ""
    return _numbered(one, Span(f"{rank}{one.title}", "strong"), Span(until, "muted"))


def _numbered(one: Judged, title: Span, aside: Span) -> Fact:
    """Return the line that names a goal; its number is what people type."""
    return Fact(title, aside, Span(str(one.goal.number), title.style), INDENT)


def _tells(one: Reviewed) -> bool:
    """Tell whether what was done in the week is news: that there was none of it is said before."""
    target = one.goal.version.target
    holds = target is not None and not target.value and one.done and not one.done.entries
    return one.goal.standing.state not in OVER and not holds


def _steps(one: Reviewed, answer: Answer) -> Iterator[Step]:
    """Give the steps on the way that are next or due, those with a value among them."""
    version = one.goal.version
    if one.goal.standing.state in OVER:
        return
    values = (
        step
        for step in version.steps
        if step.value is not None and step.by >= answer.day and not is_there(one.goal, step.value)
    )
    upcoming = min(values, key=lambda step: step.by, default=None)
    if upcoming:
        yield upcoming
    yield from steps_to_ask(version, answer.day)


def _step(step: Step, one: Reviewed, answer: Answer, notation: Notation) -> Fact:
    what = step.text or said(one.goal, step.value, notation)
    left = (step.by - answer.day).days
    when = f"in {stretch_said(left)}" if left > 0 else f"due {stretch_said(-left)} ago"
    return fact("step", f"{what}, by {format_day(step.by)}", when if left else "today")


def _promised(label: str, promise: Promise, answer: Answer, notation: Notation) -> Fact:
    came = came_of(promise, answer.activities, notation)
    is_open = promise.done is None and promise.kept is None
    open_yet = is_open and answer.day <= promise.until
    style: Style = "better" if promise.kept else ""
    is_old = promise.until < answer.looked_at.first
    when = f" on {format_day(promise.day)}" if is_old else ""
    text = f"{quoted(promise.commitment)}{when}"
    return fact(label, text, "" if open_yet else came, style)


def _over(goals: tuple[Judged, ...]) -> Iterator[Line | Fact]:
    for one in goals:
        state, day = one.standing.state, reached_on(one)
        since = f" on {format_day(day)}" if day and state == "reached" else ""
        yield _numbered(one, Span(one.title, "muted"), Span(f"{state}{since}", "muted"))
    yield (Span(f"   Close it: stride goals close {goals[0].goal.number}", "muted"),)


def _paused(answer: Answer) -> Iterator[Line | Fact]:
    if not answer.goals:
        yield (Span("No goal is open."),)
    for one in answer.paused:
        since = Span(f"paused since {format_day(one.version.since)}", "muted")
        yield _numbered(one, Span(one.title, "muted"), since)
    first = answer.paused[0].goal.number
    yield (Span(f"   Take it up again: stride goals resume {first}", "muted"),)
