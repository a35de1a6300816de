"""What is told of a goal in a review, a line each: by what it aims at, not by its kind's name."""

from collections.abc import Iterator
from math import floor

from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.dates import format_day, format_span
from stridelog.domain.goal_pace import forecast_said, pace_said
from stridelog.domain.goal_words import (
    about_said,
    circumstances_said,
    estimated_said,
    feels,
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
from stridelog.domain.quantity import Notation
from stridelog.domain.review_words import reached_on, with_name
from stridelog.domain.standing import OVER, Judged
from stridelog.page import Fact
from stridelog.reports.goals_review.lines import fact, fits

BAR = 20
"""Cells of a bar of progress."""


def facts(one: Judged, notation: Notation) -> Iterator[Fact]:
    """Give the lines that say where a goal stands, beside where it should."""
    if one.standing.state == "reached":
        day = reached_on(one)
        yield fact("★", f"Reached on {format_day(day)}!" if day else "Reached!")
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
    planned = fact(label, text, f"{state} as planned", feels(state))
    is_told = state == "out of reach" and fits(planned)
    return planned if is_told else fact(label, text, state, feels(state))


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
        return fact("holding", f"no {what}{since}")  # which is its state
    return _stated(one, "holding", f"no {what}{since}")


def _amount(one: Judged, notation: Notation) -> Fact:
    standing = one.standing
    most = "at most " if is_limit(one) else ""
    aimed = with_name(one.measure, standing.target or 0.0, notation)
    share = standing.progress
    progress = "" if share is None else f"   {bar(share)}  {percent_said(share)}"
    so_far = said(one, standing.current or 0.0, notation)
    return _stated(one, "so far", f"{so_far} of {most}{aimed}{progress}")


def _rate(one: Judged, notation: Notation) -> Fact:
    standing, target = one.standing, one.version.target
    assert target is not None  # noqa: S101 (a rate has one)
    most = "at most " if is_limit(one) else ""
    goal = f"{most}{with_name(one.measure, target.value, notation)}"
    if standing.current is None:
        return _stated(one, "now", f"nothing yet, goal {goal} a {target.per}")
    goal = goal.removesuffix(" times").removesuffix(" time")
    now = f"{about_said(one, standing.current, notation)} a {target.per}, goal {goal}"
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
            yield fact("goal", _goal(one, notation).removeprefix("goal "))
        return
    line = f"{about_said(one, expected, notation)} by today"
    if standing.estimated_from:
        line = f"{line}, {_goal(one, notation)}"
    if standing.current is None or standing.buffer_days is None:
        yield fact("line", line)
        return
    apart = abs(standing.current - expected)
    sizes = [about_said(one, apart, notation)] if is_amount(one) and apart else []
    limit = is_limit(one) and is_amount(one)
    good, bad = ("under it", "over it") if limit else ("ahead", "behind")
    days = 0 if limit else round(abs(standing.buffer_days))
    sizes += [stretch_said(days)] if days else []
    way = good if standing.buffer_days >= 0 else bad
    yield fact("line", f"{line}: {', '.join(sizes)} {way}" if sizes else line)


def _ahead(one: Judged, notation: Notation) -> Iterator[Fact]:
    """Give what is needed from now on, and what is to be expected."""
    label, pace = pace_said(one, notation)
    forecast = forecast_said(one, notation)
    row = fact(label, pace, f"forecast {forecast}" if forecast else "")
    if pace and fits(row):
        yield row
        return
    if pace:
        yield fact(label, pace)
    if forecast:
        yield fact("forecast", forecast)
