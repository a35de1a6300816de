"""Streaks: how many days, weeks and months in a row, and what keeps them alive."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from stridelog.domain.cadence import NO_RULES, CadenceUnit, Rules
from stridelog.domain.dates import format_day, format_span
from stridelog.domain.quantity import Notation
from stridelog.domain.streak import Streak, StreakAnswer, streaks
from stridelog.page import Block, Column, Heading, Page, Row, Section, Span, Table, Text

SUMMARY = "Streaks: days, weeks and months in a row, and what keeps them alive"

SCHEMA = "stride.streaks/1"

ROWS = "streaks"
"""The key of the document under which the rows of a CSV stand."""

WHOLE_JOURNAL = "everything"
"""What the whole journal is called among the activities."""

NONE = "\N{EN DASH}"

NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven"}

EMPTY = (
    "Nothing was logged yet, so no streak has begun.",
    "Begin one:          stride log run 10k 50:42",
    "Bring a history in: stride import PATH",
)

COLUMNS = (
    Column("current", "right"),
    Column("since"),
    Column("longest", "right"),
    Column("its dates"),
    Column("keep by"),
)


@dataclass(frozen=True, slots=True)
class StreakFacts:
    """Entries by day (an ordinal) of each activity, and of the whole journal under None.

    ``rules`` holds what was set for an activity; ``week_start`` is 0 where weeks start on Monday.
    Nothing is asked for of the activities that are ``retired``.
    """

    days: Mapping[str | None, Mapping[int, int]]
    rules: Mapping[str | None, Rules] = field(default_factory=dict)
    week_start: int = 0
    retired: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ActivityStreaks:
    """The day, week and month streaks of an activity, or of the whole journal (None)."""

    activity: str | None
    streaks: tuple[StreakAnswer, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The streaks of each activity, in the order of the facts."""

    today: date
    activities: tuple[ActivityStreaks, ...]


def compute(facts: StreakFacts, today: date) -> Answer:
    """Return the streaks as they stand on ``today``."""
    return Answer(
        today,
        tuple(
            ActivityStreaks(activity, _streaks(facts, activity, today)) for activity in facts.days
        ),
    )


def _streaks(facts: StreakFacts, activity: str | None, today: date) -> tuple[StreakAnswer, ...]:
    rules = facts.rules.get(activity, NO_RULES)
    found = streaks(facts.days[activity], today, rules, facts.week_start)
    if activity not in facts.retired:
        return found
    return tuple(replace(streak, at_risk=False, keep_by=None, missing=0) for streak in found)


def document(answer: Answer) -> dict[str, object]:
    """Return ``answer`` as the document that ``stride streaks --json`` prints."""
    return {
        "schema": SCHEMA,
        "streaks": [
            _record(ours.activity, streak) for ours in answer.activities for streak in ours.streaks
        ],
    }


def _record(activity: str | None, streak: StreakAnswer) -> dict[str, object]:
    return {
        "activity": activity,
        "unit": streak.unit,
        "cadence": str(streak.cadence),
        "current": _run(streak.current),
        "longest": _run(streak.longest),
        "at_risk": streak.at_risk,
        "keep_by": streak.keep_by.isoformat() if streak.keep_by else None,
        "missing": streak.missing,
    }


def _run(streak: Streak | None) -> dict[str, object]:
    if streak is None:
        return {"length": 0, "from": None, "to": None}
    return {
        "length": streak.length,
        "from": streak.first.isoformat(),
        "to": streak.last.isoformat(),
    }


def page(answer: Answer, notation: Notation) -> Page:  # noqa: ARG001 (the reports' common form)
    """Lay ``answer`` out: a table, and what must happen by when to carry on."""
    heading = Heading("Streaks", format_day(answer.today))
    begun = [ours for ours in answer.activities if any(s.longest for s in ours.streaks)]
    if not begun:
        return Page((heading, Text(EMPTY)))
    rows: list[Row | Section] = []
    for ours in begun:
        rows.append(Section(ours.activity or WHOLE_JOURNAL))
        rows += [_row(streak, answer.today) for streak in ours.streaks]
    blocks: list[Block] = [heading, Table(COLUMNS, tuple(rows))]
    if due := tuple(_due(begun, answer.today)):
        blocks.append(Text(due))
    return Page(tuple(blocks))


def _row(streak: StreakAnswer, today: date) -> Row:
    current, longest = streak.current, streak.longest
    length = current.length if current else 0
    since = format_span(current.first, current.first) if current else NONE
    dates = format_span(longest.first, longest.last) if longest else NONE
    keep_by = format_day(streak.keep_by, today) if streak.keep_by else NONE
    return Row(
        (
            Span(_counted(length, streak.unit), "strong" if current else "muted"),
            since,
            _counted(longest.length if longest else 0, streak.unit),
            "the current one" if current and current == longest else dates,
            Span(keep_by, "warning" if streak.at_risk else ""),
        )
    )


def _due(begun: Iterable[ActivityStreaks], today: date) -> Iterable[str]:
    """Say for each activity what its streaks at risk still need, and by when."""
    for ours in begun:
        needs = [
            f"{_counted(streak.current.length, streak.unit)}: {_needed(streak, ours.activity)} "
            f"{_by(streak.keep_by, today)}"
            for streak in ours.streaks
            if streak.at_risk and streak.current and streak.keep_by
        ]
        if needs:
            yield f"{ours.activity or WHOLE_JOURNAL}  {' · '.join(needs)}"


def _needed(streak: StreakAnswer, activity: str | None) -> str:
    if streak.missing == 1:
        return f"one more {activity or 'entry'}"
    return f"{NUMBERS.get(streak.missing, streak.missing)} more"


def _by(day: date, today: date) -> str:
    return "today" if day == today else f"by {format_day(day, today)}"


def _counted(length: int, unit: CadenceUnit) -> str:
    return f"{length} {unit}" if length == 1 else f"{length} {unit}s"
