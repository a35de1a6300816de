"""Streaks: those that today decides on, and the longest of the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from stridelog.domain.cadence import NO_RULES
from stridelog.domain.documents import streak_document
from stridelog.domain.quantity import Notation
from stridelog.domain.streak import StreakAnswer, streaks
from stridelog.domain.streak_words import counted, most_telling, to_keep
from stridelog.domain.today import Glance, TodayFacts
from stridelog.page import Block, Column, Span, Table
from stridelog.page import Row as TableRow

SUMMARY = "Streaks at risk, and the longest of those that stand"

ORDER = 10

AT_MOST = 4
"""Streaks that are shown."""

WORTH_A_LINE = 2
"""From so many days, weeks or months in a row on, there is something to lose."""

WHOLE_JOURNAL = "everything"
"""What the whole journal is called among the activities."""

_WHOLE_FROM = 7
"""Days in a row from which those of the whole journal are worth a line of their own."""


@dataclass(frozen=True, slots=True)
class Row:
    """The streak of an activity, or of the whole journal (None), that says most."""

    activity: str | None
    streak: StreakAnswer


def compute(facts: TodayFacts, glance: Glance) -> tuple[Row, ...]:
    """Return the streaks worth a line: those at risk by their last day, then by their length."""
    found = {
        activity: streaks(
            days, glance.today, facts.rules.get(activity, NO_RULES), glance.week_start
        )
        for activity, days in facts.days.items()
        if activity is None or not facts.activities[activity].retired
    }
    rows = [
        Row(activity, telling)
        for activity, answers in found.items()
        if activity is not None
        and (telling := most_telling(answers))
        and _length(telling) >= WORTH_A_LINE
    ]
    rows += _whole(found.get(None, ()), rows)
    return tuple(sorted(rows, key=_urgency)[:AT_MOST])


def _whole(answers: Iterable[StreakAnswer], rows: Sequence[Row]) -> list[Row]:
    """Return the days in a row of the whole journal where no activity alone has as many."""
    longest = max((_length(row.streak) for row in rows if row.streak.unit == "day"), default=0)
    least = max(_WHOLE_FROM, longest + 1)
    by_day = (answer for answer in answers if answer.unit == "day")
    return [Row(None, answer) for answer in by_day if _length(answer) >= least]


def _length(answer: StreakAnswer) -> int:
    return answer.current.length if answer.current else 0


def _urgency(row: Row) -> tuple[date, int]:
    current, keep_by = row.streak.current, row.streak.keep_by
    days = (current.last - current.first).days if current else 0
    return keep_by if row.streak.at_risk and keep_by else date.max, -days


def block(rows: Sequence[Row], glance: Glance, notation: Notation) -> Block:  # noqa: ARG001 (the panels' common form)
    """Lay the streaks out: how long they are, and what keeps them."""
    return Table(
        (
            Column("streaks", flexible=True),
            Column("now", "right"),
            Column("longest"),
            Column("", flexible=True),
        ),
        tuple(_row(row, glance.today) for row in rows),
    )


def _row(row: Row, today: date) -> TableRow:
    current, longest = row.streak.current, row.streak.longest
    is_longest = current == longest
    return TableRow(
        (
            row.activity or WHOLE_JOURNAL,
            Span(counted(_length(row.streak), row.streak.unit), "strong"),
            "this one" if is_longest or not longest else str(longest.length),
            Span(to_keep(row.streak, today), "warning" if row.streak.at_risk else ""),
        )
    )


def document(rows: Sequence[Row]) -> list[object]:
    """Return the streaks as ``stride streaks --json`` writes them."""
    return [streak_document(row.activity, row.streak) for row in rows]
