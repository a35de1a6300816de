"""What holds for streaks: rest days and skips, pauses, or cadences, with their history."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from stridelog.domain.cadence import CADENCE_UNITS, Protection, Rules
from stridelog.domain.dates import format_day, format_span
from stridelog.domain.dates.names import WEEKDAYS
from stridelog.domain.quantity import Notation
from stridelog.domain.rule_words import WHOLE_JOURNAL, skips_said, weekdays_said
from stridelog.page import Column, Heading, Page, Row, Span, Style, Table, Text

SUMMARY = "Rest days and skips, pauses, and cadences: what holds for streaks, and since when"

SCHEMA = "stride.rules/1"

ROWS = "rules"
"""The key of the document under which the rows of a CSV stand."""

NONE = "\N{EN DASH}"

Aspect = Literal["rest", "pause", "cadence"]
"""What of the rules is looked at."""

TITLES: Mapping[Aspect, str] = {
    "rest": "Rest days and skips",
    "pause": "Pauses",
    "cadence": "Cadences",
}

EMPTY: Mapping[Aspect, tuple[str, ...]] = {
    "rest": (
        "No rest days are set, and no skips: a day without an entry ends a row of days.",
        "Rest on weekdays:     stride rest run mon fri",
        "Miss two a month:     stride rest run --skips 2",
    ),
    "pause": (
        "Nothing was ever paused.",
        "Until you say so:     stride pause run --reason injured",
        "For some days:        stride pause everything --from 2026-12-24 --to 2027-01-02",
    ),
    "cadence": (
        "No cadence is set: once is enough, each day, week and month.",
        "Set one:              stride cadence run 3/week",
    ),
}

STATES: Mapping[str, tuple[str, Style]] = {
    "now": ("", "strong"),
    "later": ("to come", ""),
    "over": ("over", "muted"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said for each activity, and for the whole journal (None)."""

    today: date
    said: Mapping[str | None, Rules]
    aspect: Aspect


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, from its first to its last day; None where it goes on until further notice."""

    activity: str | None
    rule: Literal["rest", "skips", "pause", "cadence"]
    words: str
    first: date
    last: date | None
    weekdays: tuple[str, ...] | None = None
    skips: int | None = None
    cadence: str | None = None
    reason: str | None = None

    def state(self, today: date) -> Literal["now", "later", "over"]:
        """Tell whether it holds on a day, will hold, or did."""
        if self.first > today:
            return "later"
        return "now" if self.last is None or self.last >= today else "over"


def page(answer: Answer, notation: Notation) -> Page:  # noqa: ARG001 (the reports' common form)
    """Lay ``answer`` out: a row for each rule, those of one activity below each other."""
    heading = Heading(TITLES[answer.aspect], format_day(answer.today))
    found = list(_found(answer))
    if not found:
        return Page((heading, Text(EMPTY[answer.aspect])))
    columns = (
        *(Column("", flexible=True), Column("", flexible=True)),
        *(Column("from"), Column("to"), Column("")),
    )
    names = [rule.activity or WHOLE_JOURNAL for rule in found]
    rows = (
        _row(rule, "" if at and names[at - 1] == names[at] else names[at], answer.today)
        for at, rule in enumerate(found)
    )
    return Page((heading, Table(columns, tuple(rows))))


def _row(rule: Rule, name: str, today: date) -> Row:
    state, style = STATES[rule.state(today)]
    last = format_span(rule.last, rule.last) if rule.last else NONE
    first = format_span(rule.first, rule.first)
    return Row(
        (name, Span(rule.words, style), Span(first, style), Span(last, style), Span(state, style))
    )


def document(answer: Answer) -> dict[str, object]:
    """Return ``answer`` as the document that ``stride rest --json`` and its like print."""
    return {"schema": SCHEMA, "rules": [_record(rule, answer.today) for rule in _found(answer)]}


def _record(rule: Rule, today: date) -> dict[str, object]:
    return {
        "activity": rule.activity,
        "rule": rule.rule,
        "from": rule.first.isoformat(),
        "to": rule.last.isoformat() if rule.last else None,
        "state": rule.state(today),
        "weekdays": None if rule.weekdays is None else list(rule.weekdays),
        "skips": rule.skips,
        "cadence": rule.cadence,
        "reason": rule.reason,
    }


def _found(answer: Answer) -> Iterator[Rule]:
    """Give the rules that are looked at: by activity, the oldest first."""
    of = {"rest": _rest, "pause": _pauses, "cadence": _cadences}[answer.aspect]
    for activity, rules in answer.said.items():
        yield from of(activity, rules)


def _rest(activity: str | None, rules: Rules) -> Iterator[Rule]:
    for protection in rules.protections:
        if not protection.is_pause:
            yield Rule(
                activity,
                "rest",
                weekdays_said(protection.weekdays),
                protection.span.first,
                _end(protection),
                weekdays=tuple(WEEKDAYS[n].lower() for n in sorted(protection.weekdays)),
            )
    changes = rules.skips
    for change, last in zip(changes, _ends([c.since for c in changes]), strict=True):
        words = skips_said(change.skips)
        yield Rule(activity, "skips", words, change.since, last, skips=change.skips)


def _pauses(activity: str | None, rules: Rules) -> Iterator[Rule]:
    for pause in rules.protections:
        if pause.is_pause:
            words = pause.reason or "paused"
            first, last = pause.span.first, _end(pause)
            yield Rule(activity, "pause", words, first, last, reason=pause.reason or None)


def _cadences(activity: str | None, rules: Rules) -> Iterator[Rule]:
    for unit in CADENCE_UNITS:
        changes = [change for change in rules.cadences if change.cadence.unit == unit]
        for change, last in zip(changes, _ends([c.since for c in changes]), strict=True):
            words = str(change.cadence)
            yield Rule(activity, "cadence", words, change.since, last, cadence=words)


def _end(protection: Protection) -> date | None:
    return None if protection.is_endless else protection.span.last


def _ends(starts: Sequence[date]) -> list[date | None]:
    """Return the last day of each change: the day before the next one."""
    return [*(day - timedelta(1) for day in starts[1:]), *([None] if starts else [])]
