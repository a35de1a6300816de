"""What is said of a goal in words: its days, its state, what it aims at."""

from dataclasses import replace
from datetime import date
from math import floor
from typing import Literal

from stridelog.domain.dates import format_day, format_span
from stridelog.domain.dates.names import MONTHS
from stridelog.domain.distance import distance_class
from stridelog.domain.equivalents import Race
from stridelog.domain.goal import Scope, Target, Version
from stridelog.domain.goal_saying import about, amount, length, short_of
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.period import DAYS_A_WEEK, Span, month_of, name_of
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import OVER, Judged, Standing

DAYS_IN_WEEKS = range(70, 364)
"""So many days are told in weeks; a year has 365 days."""

DAYS_A_YEAR, _MANY_YEARS = 365.2425, 2
"""From so many years on, what is left is told in years."""

_TOLD_BY_UNIT = frozenset({"", "distance", "duration"})

PERCENT_WHOLE_FROM = 0.95
"""Below this, percents are told with a decimal."""


def days_said(version: Version) -> str:
    """Say ``in 2026``, ``in November 2026``, ``by 15 May 2027``; nothing without a deadline."""
    span = version.span
    if span is None:
        return ""
    name = period_said(span)
    return f"in {name}" if name else f"by {format_span(span.last, span.last)}"


def period_said(span: Span) -> str:
    """Say a span of the calendar: ``2026``, ``2026-Q4``, ``November 2026``; "" of any other."""
    first = span.first
    if span == month_of(first):
        return f"{MONTHS[first.month - 1]} {first.year:04}"
    return name_of(span) or ""


def state_said(version: Version, standing: Standing) -> str:
    """Say the state; that of a goal that is not pursued is whether it is paused or closed."""
    return standing.state if version.status == "open" else version.status


def state_told(one: Judged) -> str:
    """Say the state on a page: what is avoided so far holds, and what is closed came to an end."""
    standing, status = one.standing, one.version.status
    if status == "closed" and standing.state in OVER:
        return f"closed, {standing.state}"
    if status == "open" and one.version.kind == "avoid" and standing.state == "on course":
        return "holding"
    return state_said(one.version, standing)


def feels(state: str) -> Literal["", "better", "worse"]:
    """Tell what a state means: whether it is good or bad to be there."""
    if state in {"ahead", "reached"}:
        return "better"
    return "worse" if state in {"behind", "out of reach", "missed"} else ""


def left_said(version: Version, today: date) -> str:
    """Say how long there is until the deadline: ``38 days to go``, ``25 weeks to go``."""
    if version.deadline is None:
        return "no deadline"
    if today < version.first:
        return f"begins {format_day(version.first)}"
    left = (version.deadline - today).days
    if left < 0:
        return f"was due {format_day(version.deadline)}"
    if left == 0:
        return "its last day"
    return f"{_years_said(left) or stretch_said(left)} to go"


def _years_said(days: int) -> str:
    """Say so many years, from two on, or weeks of what is longer than a year; "" of what is not."""
    if days < DAYS_IN_WEEKS.stop:
        return ""
    if days < _MANY_YEARS * DAYS_A_YEAR:
        return f"{round(days / DAYS_A_WEEK)} weeks"
    return f"{round(days / DAYS_A_YEAR)} years"


def stretch_said(days: int) -> str:
    """Say ``1 day``, ``38 days``, ``25 weeks``."""
    if days in DAYS_IN_WEEKS:
        return f"{round(days / DAYS_A_WEEK)} weeks"
    return f"{days} day" if days == 1 else f"{days} days"


def said(one: Judged, value: float | None, notation: Notation) -> str:
    """Write a value of what a goal measures; "" where there is none."""
    if value is None:
        return ""
    target, aim, distance = one.version.target, one.standing.target, one.version.scope.distance
    if target is None or aim is None or replace(target, value=aim).is_met_by(value):
        return amount(one.measure, value, notation, distance)
    return short_of(one.measure, value, aim, notation, distance)


def about_said(one: Judged, value: float | None, notation: Notation) -> str:
    """Write a value that is worked out: a count of days or tickets without decimals."""
    if value is None:
        return ""
    return about(one.measure, value, notation, one.version.scope.distance)


def now_said(one: Judged, notation: Notation) -> str:
    """Write where a goal stands: a rate rounded, an estimate with a ``~`` before it."""
    standing, target = one.standing, one.version.target
    is_worked_out = standing.estimated_from or (target and target.per)
    now = (about_said if is_worked_out else said)(one, standing.current, notation)
    return f"~{now}" if now and standing.estimated_from else now


def estimated_said(race: Race, notation: Notation) -> str:
    """Say which run an estimate is worked out from: ``the half of 26 Oct 2026``."""
    when = f" of {format_span(race.day, race.day)}" if race.day else ""
    return f"the {distance_class(race.metres) or length(race.metres, notation)}{when}"


def line_on(one: Judged) -> float | None:
    """Return the value of the line where it says more than the goal; else None.

    A rate has none, nor has what is avoided, and that of an average is what is aimed at.
    """
    standing, target = one.standing, one.version.target
    if target is None or target.per or not target.value:
        return None
    if standing.state in OVER | {"not begun"}:
        return None
    is_level = standing.expected in {target.value, standing.target}
    return None if is_level and not is_amount(one) else standing.expected


def is_amount(one: Judged) -> bool:
    """Tell whether it is a sum that grows from nothing."""
    return one.measure.kind is Kind.ADDITIVE and one.standing.start == 0.0


def is_limit(one: Judged) -> bool:
    """Tell whether the target is not to be passed."""
    return one.version.target is not None and one.version.target.way == "at most"


def is_there(one: Judged, value: float) -> bool:
    """Tell whether a value on the way is reached; what is not to be passed is so in the end."""
    current, target = one.standing.current, one.version.target
    if current is None or target is None:
        return False
    is_met = replace(target, value=value).is_met_by(current)
    return is_met and not (target.way == "at most" and is_amount(one))


def percent_said(share: float) -> str:
    """Write a share that is not whole until all of it is there: 99.9 % is ``99 %``."""
    return f"{floor(share * 100 + 1e-9)} %"


def way_said(one: Judged) -> str:
    """Say how much of the way is gone, "" where there is none: one began at the goal already."""
    standing, target = one.standing, one.version.target
    share, start, aim = standing.progress, standing.start, standing.target
    if share is None or share < 0 or target is None or aim is None:
        return ""
    if is_amount(one):
        is_way = share <= 1 and not is_limit(one)
        return f"{percent_said(share)} of the way" if is_way else percent_said(share)
    if start is not None and (start <= aim if is_limit(one) else start >= aim):
        return ""
    return f"{percent_said(min(share, 1.0))} of the way"


def share_said(share: float) -> str:
    """Write a share without its sign: ``24 %``, ``0.4 %``."""
    percent = abs(share) * 100
    digits = f"{percent:.0f}" if percent >= PERCENT_WHOLE_FROM or not percent else f"{percent:.1f}"
    return f"{digits} %"


def target_said(one: Judged, notation: Notation) -> str:
    """Say what is aimed at: ``1 500 km``, ``3 a week``, ``none``; "" of a yes or no.

    Of a change the value that it comes to, or the share where nothing is known to set out from.
    """
    target, value = one.version.target, one.standing.target
    if target is None:
        return ""
    if one.version.kind == "change" and value is None:
        return f"{share_said(target.value)} {'more' if target.value > 0 else 'less'}"
    if not target.value and target.way == "at most":
        return "none"
    per = f" a {target.per}" if target.per else ""
    return said(one, target.value if value is None else value, notation) + per


def aimed_said(scope: Scope, target: Target, measure: Measure, notation: Notation) -> str:
    """Say how much of what is aimed at: ``run 1 500 km``, ``run at most 100 times``."""
    limit = "at most" if target.way == "at most" else ""
    value = amount(measure, target.value, notation, scope.distance)
    times = "" if scope.measure else "time" if target.value == 1 else "times"
    per = f"a {target.per}" if target.per else ""
    words = (scope.activity, limit, value, times or measure_said(scope), per)
    return " ".join(filter(None, words))


def measure_said(scope: Scope) -> str:
    """Return the measure where its unit does not tell it: 500 ``tickets``, 1 000 m ``climb``."""
    return "" if scope.measure in _TOLD_BY_UNIT else scope.measure


def circumstances_said(scope: Scope) -> str:
    """Say the tags and the place that narrow what counts: ``+race @track without +stroller``."""
    wanted = [*(f"+{tag}" for tag in scope.tags), *([f"@{scope.place}"] if scope.place else [])]
    unwanted = " or ".join(f"+{tag}" for tag in scope.not_tags)
    return " ".join([*wanted, *([f"without {unwanted}"] if unwanted else [])])
