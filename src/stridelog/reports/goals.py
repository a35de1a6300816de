"""The goals, and where each stands today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from stridelog.domain.dates import format_day
from stridelog.domain.goal_documents import goal_document
from stridelog.domain.goal_words import (
    about_said,
    feels,
    line_on,
    now_said,
    state_told,
    target_said,
)
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import Judged
from stridelog.page import Column, Heading, Page, Row, Section, Span, Table, Text

SUMMARY = "Goals, and where they stand"

ROWS = "goals"

EMPTY = (
    "There are no goals yet. Set one:",
    "  stride goals add run 1500km --this-year",
    "  stride goals add                           asks for what it takes",
)

ALL_CLOSED = (
    "Every goal is closed: stride goals list --all shows them. Set another one:",
    *EMPTY[1:],
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The goals that were asked for, as they stand on ``today``, and how many closed there are."""

    today: date
    goals: tuple[Judged, ...]
    closed: int = 0


def page(answer: Answer, notation: Notation) -> Page:
    """Lay the goals out, a row each; those of one event below it."""
    heading = Heading("Goals", format_day(answer.today))
    if not answer.goals:
        return Page((heading, Text(ALL_CLOSED if answer.closed else EMPTY)))
    columns = (
        Column("", "right"),
        Column("goal", flexible=True),
        Column("now", "right"),
        Column("target", "right"),
        Column("line", "right", spare=1),
        Column("state"),
    )
    rows: list[Row | Section] = [_row(g, notation) for g in answer.goals if not g.goal.event]
    for event in dict.fromkeys(one.goal.event for one in answer.goals if one.goal.event):
        theirs = [one for one in answer.goals if one.goal.event == event]
        rows.append(Section(event))
        rows += [_row(one, notation) for one in sorted(theirs, key=_by_rank)]
    return Page((heading, Table(columns, tuple(rows))))


def _by_rank(one: Judged) -> tuple[str, int]:
    return (one.goal.rank or "D", one.goal.number)


def _row(one: Judged, notation: Notation) -> Row:
    state = state_told(one)
    is_avoided, now = one.version.kind == "avoid", now_said(one, notation)
    line = line_on(one) if one.version.status == "open" else None
    rank = f"{one.goal.rank}: " if one.goal.rank else ""
    return Row(
        (
            str(one.goal.number),
            f"{rank}{one.title}",
            "none" if is_avoided and not one.standing.current else now,
            target_said(one, notation),
            about_said(one, line, notation),
            Span(state, feels(one.standing.state if one.version.status == "open" else "")),
        )
    )


def document(answer: Answer) -> Mapping[str, object]:
    """Return the goals as ``stride.goals/1``."""
    return {
        "schema": "stride.goals/1",
        "day": answer.today.isoformat(),
        ROWS: [goal_document(one) for one in answer.goals],
    }
