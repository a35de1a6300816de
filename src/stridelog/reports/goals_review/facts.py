"""What is told of a goal in a review, a line each: by what it aims at, not by its kind's name."""

from collections.abc import Iterator
from dataclasses import replace
from math import floor

from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.dates import format_day, format_span
from stridelog.domain.goal_words import (
    about_said,
    circumstances_said,
    estimated_said,
    is_amount,
    is_limit,
    line_on,
    percent_said,
    said,
    state_said,
    stretch_said,
    target_said,
)
from stridelog.domain.measure import Direction
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.quantity import Notation
from stridelog.domain.review_words import range_said, reached_on, with_name
from stridelog.domain.standing import OVER, Judged
from stridelog.page import Style
from stridelog.reports.goals_review.lines import Fact, fits

BAR = 20
"""Cells of a bar of progress."""

STYLES: dict[str, Style] = {
    "ahead": "better",
    "reached": "better",
    "behind": "worse",
    "out of reach": "worse",
    "missed": "worse",
}


def facts(one: Judged, notation: Notation) -> Iterator[Fact]:
    """Give the lines that say where a goal stands, beside where it should."""
    if one.standing.state == "reached":
        day = reached_on(one)
        yield Fact("★", f"Reached on {format_day(day)}!" if day else "Reached!")
    target = one.version.target
    if target is None:
        yield _stated(one, "now", "done" if one.standing.state == "reached" else "not done yet")
        return
    if not target.value:
        yield _avoided(one)
        return
    if target.per:
        yield _rate(one, notation)
    elif is_amount(one):
        yield _amount(one, notation)
    else:
        yield _value(one, notation)
    if one.standing.state not in OVER | {"not begun"}:
        yield from _line(one, notation)
        yield from _ahead(one, notation)


def deadline_said(one: Judged) -> str:
    """Say the last day, where nothing else does: ``by 31 Dec 2026``."""
    deadline = one.version.deadline
    if deadline is None or not one.goal.title or deadline <= one.standing.at:
        return ""
    return f"by {format_span(deadline, deadline)}"


def bar(share: float) -> str:
    """Draw how much of the whole is there."""
    full = min(max(floor(share * BAR + 1e-9), 0), BAR)
    return "█" * full + "·" * (BAR - full)


def _stated(one: Judged, label: str, text: str) -> Fact:
    state = state_said(one.version, one.standing)
    fact = Fact(label, text, state, STYLES.get(state, ""))
    if state == "out of reach":
        whole = replace(fact, right="out of reach as planned")
        return whole if fits(whole) else fact
    return fact


def _avoided(one: Judged) -> Fact:
    scope, standing = one.version.scope, one.standing
    what = " ".join(filter(None, (scope.activity, circumstances_said(scope))))
    if standing.current:
        once = standing.current == 1
        times = "once" if once else with_name(FREQUENCY, standing.current, Notation())
        when = f", last on {format_day(standing.latest)}" if standing.latest else ""
        return _stated(one, "now", f"{what} {times}{when}")
    days = (standing.at - (standing.latest or one.version.first)).days
    since = f" in {stretch_said(days)}" if days > 0 else ""
    if standing.state == "on course":
        return Fact("holding", f"no {what}{since}")  # which is its state
    return _stated(one, "holding", f"no {what}{since}")


def _amount(one: Judged, notation: Notation) -> Fact:
    standing, target = one.standing, one.version.target
    most = "at most " if is_limit(one) else ""
    aimed = with_name(one.measure, target.value if target else 0.0, notation)
    share = standing.progress
    progress = "" if share is None else f"   {bar(share)}  {percent_said(share)}"
    so_far = said(one, standing.current or 0.0, notation)
    return _stated(one, "so far", f"{so_far} of {most}{aimed}{progress}")


def _rate(one: Judged, notation: Notation) -> Fact:
    standing, target = one.standing, one.version.target
    assert target is not None  # noqa: S101 (a rate has one)
    most = "at most " if is_limit(one) else ""
    goal = f"{most}{with_name(one.measure, target.value, notation)} a {target.per}"
    if standing.current is None:
        return _stated(one, "now", f"nothing yet, goal {goal}")
    now = f"{about_said(one, standing.current, notation)} of {goal}"
    share = standing.progress
    kept = "" if share is None else f", kept in {percent_said(share)} of {target.per}s"
    return _stated(one, "now", f"{now}{kept}")


def _value(one: Judged, notation: Notation) -> Fact:
    standing = one.standing
    race = standing.estimated_from
    told_now = about_said if race else said
    now = told_now(one, standing.current, notation) or "nothing yet"
    told = f"estimated from {estimated_said(race, notation)}" if race else _goal(one, notation)
    return _stated(one, "now", f"{now}, {told}")


def _goal(one: Judged, notation: Notation) -> str:
    """Say what is aimed at. Which way is better goes without saying, but where it does not."""
    timed = one.version.scope.distance or one.measure.direction is not Direction.NEUTRAL
    way = "" if timed or one.version.target is None else f"{one.version.target.way} "
    return f"goal {way}{target_said(one, notation)}"


def _line(one: Judged, notation: Notation) -> Iterator[Fact]:
    """Give where it should stand today, and how far from there it does."""
    standing, expected = one.standing, line_on(one)
    if expected is None:
        # The line of an average is its target, and so is that of who was there already.
        if standing.estimated_from:
            yield Fact("goal", _goal(one, notation).removeprefix("goal "))
        return
    line = f"{about_said(one, expected, notation)} by today"
    if standing.estimated_from:
        line = f"{line}, {_goal(one, notation)}"
    if standing.current is None or standing.buffer_days is None:
        yield Fact("line", line)
        return
    apart = abs(standing.current - expected)
    sizes = [about_said(one, apart, notation)] if is_amount(one) and apart else []
    limit = is_limit(one) and is_amount(one)
    good, bad = ("under it", "over it") if limit else ("ahead", "behind")
    days = 0 if limit else round(abs(standing.buffer_days))
    sizes += [stretch_said(days)] if days else []
    way = good if standing.buffer_days >= 0 else bad
    yield Fact("line", f"{line}: {', '.join(sizes)} {way}" if sizes else line)


def _ahead(one: Judged, notation: Notation) -> Iterator[Fact]:
    """Give what is needed from now on, and what is to be expected."""
    needed, lately = one.standing.needed_per_week, one.standing.rate_per_week
    rates = [] if needed is None else [_needed(one, needed, notation)]
    if needed is not None and is_limit(one):
        rates = [f"{rates[0]} still allowed"]
    if lately is not None:
        said_already = rates and " a week" in rates[0]
        rates.append(
            f"lately {about_said(one, lately, notation)}{'' if said_already else ' a week'}"
        )
    forecast = _forecast(one, notation)
    label = "needed" if needed is not None and not is_limit(one) else "pace"
    row = Fact(label, ", ".join(rates), f"forecast {forecast}" if forecast else "")
    if rates and fits(row):
        yield row
        return
    if rates:
        yield Fact(label, row.said)
    if forecast:
        yield Fact("forecast", forecast)


def _needed(one: Judged, needed: float, notation: Notation) -> str:
    """Say what is needed a week; in the last one, in the days that are left, today among them."""
    deadline, target = one.version.deadline, one.version.target
    left = (deadline - one.standing.at).days + 1 if deadline else DAYS_A_WEEK
    if left >= DAYS_A_WEEK or (target and target.per):
        return f"{about_said(one, needed, notation)} a week"
    rest = about_said(one, needed * left / DAYS_A_WEEK, notation)
    return f"{rest} in {stretch_said(left)}"


def _forecast(one: Judged, notation: Notation) -> str:
    forecast = one.standing.forecast
    if forecast is None:
        return ""
    low, value, high = (
        about_said(one, number, notation)
        for number in (forecast.low, forecast.value, forecast.high)
    )
    return value if low == high else f"{value} ({range_said(low, high, value)})"
