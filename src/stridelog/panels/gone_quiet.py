"""What was a habit until lately, and has gone quiet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stridelog.domain.cadence import EVERY_WEEKDAY, NO_RULES, Rules
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.quantity import Notation
from stridelog.domain.today import Glance, TodayFacts
from stridelog.page import Block, Line, Span, Text

SUMMARY = "What was a habit until lately, and has gone quiet"

ORDER = 40

AT_MOST = 2
"""Activities that are shown."""

HABIT_DAYS, HABIT_SPAN = 8, 91
"""It was a habit where so many of its last so many days had an entry, ..."""

HABIT_WEEKS = 4
"""... in so many different weeks: a week in the mountains is no habit."""

QUIET_GAPS, QUIET_DAYS = 3, 14
"""It is quiet after so many of its usual gaps, and so many days, ..."""

FORGOTTEN_DAYS = 182
"""... and given up after so many, when nobody needs to be told any more."""

A_YEAR = 365


@dataclass(frozen=True, slots=True)
class Row:
    """An activity, its last day, and how many days lay between two of them on average."""

    activity: str
    last: date
    usual_gap: float
    silent_days: int


def compute(facts: TodayFacts, glance: Glance) -> tuple[Row, ...]:
    """Return the habits that have gone quiet, the latest first.

    Not those that are paused, nor what is out of season: it was quiet a year ago, too.
    """
    today = glance.today
    rows = [
        row
        for activity, days in facts.days.items()
        if activity is not None
        and not facts.activities[activity].retired
        and not _is_paused(facts.rules.get(activity, NO_RULES), today)
        and (row := _gone_quiet(activity, days, today.toordinal()))
        and not _gone_quiet(activity, days, today.toordinal() - A_YEAR)
    ]
    return tuple(sorted(rows, key=lambda row: row.silent_days)[:AT_MOST])


def _is_paused(rules: Rules, today: date) -> bool:
    pauses = (p.span for p in rules.protections if p.weekdays >= EVERY_WEEKDAY)
    return any(span.contains(today) for span in pauses)


def _gone_quiet(activity: str, days: Mapping[int, int], today: int) -> Row | None:
    last = max((day for day in days if day <= today), default=0)
    silent = today - last
    lately = sorted(day for day in days if last - HABIT_SPAN < day <= last)
    weeks = {day // DAYS_A_WEEK for day in lately}
    if not QUIET_DAYS <= silent <= FORGOTTEN_DAYS:
        return None
    if len(lately) < HABIT_DAYS or len(weeks) < HABIT_WEEKS:
        return None
    # The mean, since a week of days in a row is not how often it was done otherwise.
    usual = (lately[-1] - lately[0]) / (len(lately) - 1)
    if silent < QUIET_GAPS * usual:
        return None
    return Row(activity, date.fromordinal(last), usual, silent)


def block(rows: Sequence[Row], glance: Glance, notation: Notation) -> Block:  # noqa: ARG001 (the panels' common form)
    """Say for how long each of them has been quiet."""
    return Text(tuple(_line(row, first=row is rows[0]) for row in rows))


def _line(row: Row, *, first: bool) -> Line:
    weeks = row.silent_days // DAYS_A_WEEK
    return (
        Span("quiet  " if first else " " * len("quiet  "), "muted"),
        Span(f"{row.activity}: nothing for {weeks} weeks, "),
        Span(f"before that {_every(row.usual_gap)}", "muted"),
    )


def _every(gap: float) -> str:
    days = round(gap)
    return "every day" if days <= 1 else f"every {days} days"


def document(rows: Sequence[Row]) -> list[object]:
    """Return each of them with its last day, the days since, and the usual gap in days."""
    return [
        {
            "activity": row.activity,
            "last": row.last.isoformat(),
            "silent_days": row.silent_days,
            "usual_gap_days": row.usual_gap,
        }
        for row in rows
    ]
