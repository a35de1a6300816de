"""A page of shared goals for a friend: where they stand, and what was promised."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from stridelog.domain.activity import Activity
from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.dates.names import MONTHS
from stridelog.domain.goal_documents import goal_document
from stridelog.domain.goal_sharing import LeftOut, Shared, tells_circumstances
from stridelog.domain.goal_words import (
    about_said,
    feels,
    left_said,
    line_on,
    now_said,
    state_said,
    state_told,
    target_said,
)
from stridelog.domain.period import Span as Days
from stridelog.domain.quantity import Notation
from stridelog.domain.review import Promise
from stridelog.domain.review_words import came_of
from stridelog.domain.standing import OVER, Judged
from stridelog.domain.units import Dimension
from stridelog.page import Block, Column, Heading, Line, Page, Row, Span, Table, Text

SUMMARY = "Shared goals for a friend: where they stand, and what was promised"

ROWS = "goals"

SEEN = (
    *("id", "title", "unit", "target", "change", "direction", "deadline"),
    *("current", "expected", "progress", "state"),
)
"""The fields of a goal that a friend is told."""

UNTOLD = "not said yet whether it was kept"
"""What came of a promise that nobody has answered."""

NOT_DONE = "not done yet"
"""How a goal of yes or no is open."""

NONE = "none"
"""The goal of which there is to be none, as it is said."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The shared goals on a day of the ``week``, for ``friend``, if one was named.

    With ``left_out`` it is for the person: what the page would say, and what it would not.
    ``activities`` are those of the journal by name.
    """

    today: date
    week: Days
    friend: str
    goals: tuple[Shared, ...]
    left_out: tuple[LeftOut, ...] | None = None
    activities: Mapping[str, Activity] = field(default_factory=dict)


def page(answer: Answer, notation: Notation) -> Page:
    """Lay out the goals, in sentences that need no columns: a mail may have none."""
    if answer.left_out is not None:
        return Page(tuple(_privacy(answer, answer.left_out)))
    hello = f"Hello {answer.friend}," if answer.friend else "Hello,"
    blocks: list[Block] = [
        Heading("My goals", _week(answer)),
        Text((hello, "this is where my goals stand, and what I promised.")),
    ]
    for one in answer.goals:
        version = one.judged.version
        left = "" if version.status == "closed" else left_said(version, answer.today)
        rank = f"{one.judged.goal.rank}: " if one.judged.goal.rank else ""
        blocks.append(Heading(f"{rank}{one.judged.title}", left))
        blocks.append(Text(tuple(_lines(one, answer.activities, notation))))
    blocks.append(Text(("Write back, and I keep your words with the goal.",)))
    return Page(tuple(blocks))


def _week(answer: Answer) -> str:
    """Name the day; only weeks that start on Monday have a number."""
    day = answer.today
    said = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    is_iso = answer.week.first.weekday() == 0
    return f"week {day.isocalendar().week}, {said}" if is_iso else said


def _lines(one: Shared, activities: Mapping[str, Activity], notation: Notation) -> Iterator[Line]:
    yield _standing(one, notation)
    if one.last_week:
        promise = one.last_week
        is_untold = promise.commitment.scope is None and promise.kept is None
        came = UNTOLD if is_untold else came_of(promise, activities, notation)
        so = ", " if came.startswith(("kept:", "not kept:")) else ": "
        yield (Span(f"Last week I promised {_quoted(promise)}{so}"), Span(f"{came}."))
    if one.this_week:
        yield (Span(f"This week: {_quoted(one.this_week)}."),)
    elif one.judged.version.status == "open" and one.judged.standing.state not in OVER:
        yield (Span("Nothing promised for this week yet."),)


def _standing(one: Shared, notation: Notation) -> Line:
    """Say where a goal stands: now, the goal, the line, and what that amounts to."""
    judged = one.judged
    now, line = now_said(judged, notation), about_said(judged, line_on(judged), notation)
    goal, target = target_said(judged, notation), judged.version.target
    now = f"{now} a {target.per}" if now and target and target.per else now
    now, goal = _counted(judged, now), _counted(judged, goal)
    state = state_told(judged)
    estimated = ", by an estimate" if judged.standing.estimated_from else ""
    if goal == NONE and not judged.standing.current:
        parts = ["none so far"]
    else:
        reached = f"now {now}{estimated}" if now else "nothing yet" if goal else ""
        parts = [reached, f"the goal {goal}" if goal else ""]
        parts += [f"the line {line} by today"] if line else []
    told = ", ".join(filter(None, parts))
    start = f"{told[0].upper()}{told[1:]}: " if told else ""
    shown = NOT_DONE if state == "open" and not goal else state
    shown = shown if start else f"{shown[0].upper()}{shown[1:]}"
    return (Span(start), Span(shown, feels(state_said(judged.version, judged.standing))), Span("."))


def _counted(judged: Judged, said: str) -> str:
    """Return a count with what is counted, where no unit says so: ``5 times a week``."""
    number, a, per = said.partition(" a ")
    if judged.measure.dimension is not Dimension.COUNT or said in {"", NONE}:
        return said
    once = "time" if number == "1" else "times"
    name = once if judged.measure == FREQUENCY else judged.measure.name
    return f"{number} {name}{a}{per}"


def _quoted(promise: Promise) -> str:
    return f'"{promise.commitment.text}"'


def _privacy(answer: Answer, left_out: Sequence[LeftOut]) -> Iterator[Block]:
    yield Heading(f"What {answer.friend or 'a friend'} would see", _week(answer))
    if answer.goals:
        columns = (Column("", "right"), Column("", flexible=True))
        rows = (Row((str(one.judged.goal.number), one.judged.title)) for one in answer.goals)
        yield Table(columns, tuple(rows))
        yield Text(
            (
                "Of each: its name, its days, the goal, the line, where it stands, and the words",
                "of last week's promise, with what came of it, and of this week's, as you wrote",
                "them.",
            )
        )
    else:
        yield Text(("Nothing: no goal is shared. Share one: stride goals edit GOAL --shared",))
    told = [one.judged.goal.number for one in answer.goals if tells_circumstances(one.judged)]
    if told:
        numbers = ", ".join(map(str, told))
        yield Text(
            (
                Span(f"Called by a tag or a place: {numbers}.", "warning"),
                f'Give it another name: stride goals edit {told[0]} --title "…"',
            )
        )
    columns = (Column("left out", flexible=True), Column("there are", "right"))
    yield Table(columns, tuple(Row((left.what, str(left.count))) for left in left_out))


def document(answer: Answer) -> Mapping[str, object]:
    """Return what the page says as ``stride.goals_share/1``, base units and ISO dates."""
    left_out = answer.left_out
    return {
        "schema": "stride.goals_share/1",
        "day": answer.today.isoformat(),
        "week": {"from": answer.week.first.isoformat(), "to": answer.week.last.isoformat()},
        "with": answer.friend or None,
        ROWS: [_goal(one) for one in answer.goals],
        "left_out": None
        if left_out is None
        else [{"what": left.what, "count": left.count} for left in left_out],
    }


def _goal(one: Shared) -> dict[str, object]:
    whole = goal_document(one.judged)
    return {
        **{field: whole[field] for field in SEEN},
        "rank": one.judged.goal.rank or None,
        "estimated": one.judged.standing.estimated_from is not None,
        "last_week": _promise(one.last_week),
        "this_week": _promise(one.this_week),
    }


def _promise(promise: Promise | None) -> dict[str, object] | None:
    return {"text": promise.commitment.text, "kept": promise.kept} if promise else None
