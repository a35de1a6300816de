"""Streaks on a page: a table, a calendar, and what must still happen to carry on."""

from datetime import date

from stridelog.domain.dates import format_day, format_span
from stridelog.domain.quantity import Notation
from stridelog.domain.rule_words import WHOLE_JOURNAL
from stridelog.domain.streak import StreakAnswer
from stridelog.domain.streak_words import counted
from stridelog.page import (
    Block,
    Calendar,
    Column,
    Heading,
    Mark,
    Page,
    Row,
    Section,
    Span,
    Table,
    Text,
)
from stridelog.reports.streaks.answer import ActivityStreaks, Answer
from stridelog.reports.streaks.phrases import NONE, at_risk, to_keep

LEGEND: tuple[tuple[Mark, str], ...] = (
    ("once", "one entry"),
    ("twice", "two"),
    ("often", "three or more"),
    ("nothing", "none"),
    ("protected", "rest or pause"),
    ("open", "still open"),
)

EMPTY = (
    "Nothing was logged yet, so no streak has begun.",
    "Begin one:          stride log run 10k 50:42",
    "Bring a history in: stride import PATH",
)

COLUMNS = (
    Column("current", "right"),
    Column("since"),
    Column("longest", "right"),
    Column("its dates", flexible=True),
    Column("to keep it"),
)


def page(answer: Answer, notation: Notation) -> Page:  # noqa: ARG001 (the reports' common form)
    """Lay ``answer`` out: a table, a calendar, and what must still happen to carry on."""
    heading = Heading("Streaks", format_day(answer.today))
    begun = [ours for ours in answer.activities if any(s.longest for s in ours.streaks)]
    if not begun:
        return Page((heading, Text(EMPTY)))
    rows: list[Row | Section] = []
    for ours in begun:
        rows.append(Section(_with_cadences(ours)))
        rows += [_row(streak, answer) for streak in ours.streaks]
    blocks: list[Block] = [heading, Table(COLUMNS, tuple(rows)), _calendar(answer)]
    if needs := tuple(at_risk(begun, answer.today)):
        blocks.append(Text(needs))
    return Page(tuple(blocks))


def _with_cadences(ours: ActivityStreaks) -> str:
    """Name an activity, and its cadences that ask for more than one entry."""
    cadences = (str(s.cadence) for s in ours.streaks if s.cadence.times > 1)
    return "  ".join((ours.activity or WHOLE_JOURNAL, *cadences))


def _row(streak: StreakAnswer, answer: Answer) -> Row:
    current, longest = streak.current, streak.longest
    length = current.length if current else 0
    since = format_span(current.first, current.first) if current else NONE
    dates = format_span(longest.first, longest.last) if longest else NONE
    return Row(
        (
            Span(counted(length, streak.unit), "strong" if current else "muted"),
            since,
            counted(longest.length if longest else 0, streak.unit),
            "the current one" if current and current == longest else dates,
            Span(to_keep(streak, answer), "warning" if streak.at_risk else ""),
        )
    )


def _calendar(answer: Answer) -> Calendar:
    first = date.fromordinal(answer.today.toordinal() - len(answer.marks) + 1)
    title = answer.activities[0].activity or WHOLE_JOURNAL
    return Calendar(title, first, answer.marks, LEGEND, answer.week_start)
