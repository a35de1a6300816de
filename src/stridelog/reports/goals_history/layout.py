"""Past reviews on a page: a block for each day, two lines for each goal."""

from collections.abc import Iterator
from itertools import groupby

from stridelog.domain.dates import format_day
from stridelog.domain.goal import in_force
from stridelog.domain.goal_words import about_said, feels, now_said, target_said
from stridelog.domain.quantity import Notation
from stridelog.domain.review_words import came_of, decided_said, quoted, streak_said
from stridelog.domain.standing import Judged
from stridelog.page import Block, Fact, Heading, Line, Page, Span, Style, Text
from stridelog.reports.goals_history.answer import Answer, Past

EMPTY = (
    "There was no review yet. The first one:",
    "  stride goals review",
)

INDENT = 3


def page(answer: Answer, notation: Notation) -> Page:
    """Lay the reviews out, the latest day first."""
    blocks: list[Block] = [Heading("Past reviews", format_day(answer.today))]
    if not answer.reviews and not answer.older:
        blocks.append(Text(EMPTY))
    for day, pasts in groupby(answer.reviews, key=lambda past: past.review.day):
        lines: list[Line | Fact] = [
            (Span(_heading(answer, format_day(day), day.isocalendar().week)),)
        ]
        for past in pasts:
            lines += _past(past, answer, notation)
        blocks.append(Text(tuple(lines)))
    if answer.older:
        reviews = "review" if answer.older == 1 else "reviews"
        blocks.append(Text((f"{answer.older} older {reviews}: add --weeks 52",)))
    if streak := streak_said(answer.streak):
        blocks.append(Text((Span(streak, "muted"),)))
    return Page(tuple(blocks))


def _heading(answer: Answer, day: str, week: int) -> str:
    """Name a day; only weeks that start on Monday have a number."""
    return day if answer.week_start else f"{day}, week {week}"


def _past(past: Past, answer: Answer, notation: Notation) -> Iterator[Fact]:
    one, review = past.goal, past.review
    state = "holding" if _holds(one) else one.standing.state
    after = in_force(one.goal, review.day) or one.version
    decided = decided_said(one, review, after, notation)
    number, title = Span(str(one.goal.number), "strong"), Span(one.title, "strong")
    aside = Span(", ".join(filter(None, (state, decided))), feels(state))
    yield Fact(title, aside, number, INDENT)
    if stood := ", ".join(filter(None, _stood(one, notation))):
        yield Fact(stood, indent=INDENT)
    if past.promise:
        came = came_of(past.promise, answer.activities, notation)
        if past.promise.done is past.promise.kept is None and answer.today <= past.promise.until:
            came = ""  # its week is not over yet
        style: Style = "better" if past.promise.kept else ""
        yield Fact(quoted(past.promise.commitment), Span(came, style), indent=INDENT)
    if review.done is not None:
        yield Fact("done" if review.done else "not done yet", indent=INDENT)
    if review.decision == "closed" and one.goal.learned:
        yield Fact(f"learned: {one.goal.learned}", indent=INDENT)


def _holds(one: Judged) -> bool:
    """Tell whether what is avoided was avoided so far."""
    return one.version.kind == "avoid" and one.standing.state == "on course"


def _stood(one: Judged, notation: Notation) -> Iterator[str]:
    """Say where a goal stood, and where it should have; of what is not measured, nothing."""
    target, current = one.version.target, one.standing.current
    if current is not None and target and (target.value or current):
        value = now_said(one, notation)
        if not target.value:
            value = "once" if current == 1 else f"{value} times"
        yield f"{value} then"
    yield _aim(one, notation)


def _aim(one: Judged, notation: Notation) -> str:
    """Say where it should have stood; of what has no line, what it aimed at."""
    standing, target = one.standing, one.version.target
    if target is None or not target.value:
        return ""
    if standing.expected is None or standing.expected in {target.value, standing.target}:
        return f"goal {target_said(one, notation)}"
    return f"line {about_said(one, standing.expected, notation)}"
