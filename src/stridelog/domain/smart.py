"""A goal by the letters of SMART: specific, measurable, attainable, relevant, time-bound.

Each letter is said as the goal and the journal have it. What is missing is said as well, with how
to say it; it forbids nothing.
"""

from dataclasses import dataclass
from datetime import date

from stridelog.domain.dates import format_day, format_span
from stridelog.domain.goal import Goal, Version
from stridelog.domain.goal_words import (
    about_said,
    circumstances_said,
    is_limit,
    left_said,
    now_said,
    stretch_said,
)
from stridelog.domain.period import shift
from stridelog.domain.quantity import Notation, exact
from stridelog.domain.smart_demand import sentences
from stridelog.domain.standing import Demand, Judged

FEWEST_WORDS = 2
"""A yes or no that is named by fewer words leaves open when it is done."""

NOT_YET = 3
"""Months ahead of today that a hint names as a deadline."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: what it stands for, and what is said of it, each sentence apart.

    ``advice`` is how to say what is missing; "" where nothing is.
    """

    letter: str
    word: str
    said: tuple[str, ...]
    advice: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether the goal lacks it."""
        return bool(self.advice)


def letters(one: Judged, asked: str, demand: Demand, notation: Notation) -> tuple[Letter, ...]:
    """Return the five letters of a goal as it stands; ``asked`` is what its kind says it asks."""
    return (
        _specific(one, asked),
        _measurable(one, demand, notation),
        _attainable(one, demand, notation),
        _relevant(one.goal),
        _timed(one),
    )


def _specific(one: Judged, asked: str) -> Letter:
    letter, version = ("S", "specific"), one.version
    if version.target is None:
        if len(one.title.split()) < FEWEST_WORDS:
            return Letter(
                *letter,
                ("one word leaves open when it is done",),
                f'stride goals edit {one.goal.number} --title "…"',
            )
        return Letter(*letter, (f"{one.title}: done or not",))
    narrowed = circumstances_said(version.scope)
    what = asked if not narrowed or narrowed.split()[0] in asked else f"{asked}, {narrowed}"
    return Letter(*letter, (f"{what}, {_span_said(version)}",))


def _span_said(version: Version) -> str:
    if version.deadline is None:
        return f"from {format_day(version.first)} on"
    return format_span(version.first, version.deadline)


def _measurable(one: Judged, demand: Demand, notation: Notation) -> Letter:
    letter, version, current = ("M", "measurable"), one.version, one.standing.current
    if version.target is None:
        return Letter(*letter, ("yes or no: you are asked in the review",))
    scope = version.scope
    narrowed = circumstances_said(scope)
    parts = (scope.activity, scope.distance, scope.measure or "entries")
    with_ = f"with {narrowed}" if narrowed and not narrowed.startswith("without") else narrowed
    what = " ".join(filter(None, (*parts, with_)))
    nothing = current is None or not (current or is_limit(one))  # no more is as it should be
    if nothing and not (demand.baseline or one.standing.rate_per_week):
        return Letter(
            *letter,
            (f"{what}: nothing of it is in the journal yet",),
            f"stride log {_like(one, notation)}",
        )
    now = now_said(one, notation) if current else "none"
    per = f" a {version.target.per}" if version.target.per and current else ""
    until = "so far" if version.kind in {"total", "avoid"} else "now"
    return Letter(*letter, (f"{what}, from the journal: {now}{per} {until}",))


def _like(one: Judged, notation: Notation) -> str:
    """Return words of a log that would tell something: ``run 10k 50:00``, ``shift csat=95%``."""
    scope, target, measure = one.version.scope, one.version.aim, one.measure
    words = [scope.activity or "ACTIVITY", scope.distance]
    if one.version.kind in {"reach", "average"}:
        value = exact(target.value, measure.dimension, notation)
        words.append(value if scope.distance else f"{scope.measure}={value}")
    elif scope.measure:
        words.append(f"{scope.measure}=…")
    tags = (f"+{tag}" for tag in scope.tags)
    return " ".join(filter(None, (*words, *tags, f"@{scope.place}" if scope.place else "")))


def _attainable(one: Judged, demand: Demand, notation: Notation) -> Letter:
    letter = "A", "attainable"
    if one.version.target is None:
        return Letter(*letter, ("no measure tells that; you do",))
    if demand.baseline is None:
        if one.version.deadline is None:
            return Letter(*letter, ("without a deadline nothing can be set beside it",))
        days = f"{stretch_said(demand.days)} before" if demand.days else "past"
        return Letter(*letter, (f"the journal holds too little of the {days} to tell",))
    known = sentences(one, demand, notation)
    if one.standing.state == "out of reach" and one.version.status == "open":
        needed = about_said(one, one.standing.needed_per_week, notation)
        more = f"it would take {needed} a week from now on" if needed else _NEVER
        return Letter(
            *letter,
            (*known, f"Out of reach as planned: {more}."),
            f"stride goals edit {one.goal.number} --by DAY, or say less",
        )
    return Letter(*letter, known)


_NEVER = "so much was never gained in as few days"


def _relevant(goal: Goal) -> Letter:
    letter = "R", "relevant"
    event = f"for {goal.event}" + (f", goal {goal.rank}" if goal.rank else "") if goal.event else ""
    why = f'"{goal.why}"' if goal.why else ""
    if not (why or event):
        return Letter(
            *letter, ("no reason was said",), f'stride goals edit {goal.number} --why "…"'
        )
    return Letter(*letter, tuple(filter(None, (why, event))))


def _timed(one: Judged) -> Letter:
    letter, version, today = ("T", "time-bound"), one.version, one.standing.at
    if version.deadline is None:
        later = shift(today, NOT_YET, "months")
        return Letter(
            *letter,
            ("no deadline was said",),
            f"stride goals edit {one.goal.number} --by {later}",
        )
    return Letter(*letter, (_until(version, today),))


def _until(version: Version, today: date) -> str:
    assert version.deadline is not None  # noqa: S101 (asked before)
    left = "which is over" if version.is_over(today) else left_said(version, today)
    return f"{format_day(version.deadline)}, {left}"
