"""Bests that goals ask for: one value, reached by one entry.

What one can do now is the best of the last 13 weeks (``form``), or what was better in the goal's
own days. Of a time over a distance, runs over other distances say it as well
(``worth``); nothing but the distance itself reaches the goal.
"""

from dataclasses import replace
from datetime import date
from math import ceil, exp, hypot

from stridelog.domain.forecast import SOONEST, Forecast
from stridelog.domain.form import LATELY, Outlook, best_gain, outlook
from stridelog.domain.goal import Target, Version
from stridelog.domain.goal_able import Able, able_up_to
from stridelog.domain.goal_amounts import A_TENTH_MORE, A_YEAR
from stridelog.domain.goal_progress import buffer_on, by_the_line, expected_on, line_of
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.standing import Facts, Standing, State

UNTRIED = 28
"""First days of a goal, a quarter of them at most, in which who tried nothing is not behind, nor
who had nothing to begin with."""


NEW = 2
"""So many times what was ever gained is in reach of who has logged for less than a year."""


def stands_by_best(version: Version, target: Target, facts: Facts, at: date) -> Standing:
    """Judge what one can do against the line from what one could; only entries reach it."""
    able, eve = able_up_to(version, target, facts, at), version.first.toordinal() - 1
    last = version.last_until(at).toordinal()
    done = able.exact.best(eve + 1, last)
    lately = None if version.is_over(at) else able.every.form(last)
    now = _now(able, target, done, lately)
    start = _start(version, target, facts)
    value = able.scale.value
    current = None if now is None else value(now)
    standing = Standing(
        at=at,
        state="open",
        target=target.value,
        start=start,
        current=current,
        progress=_progress(start, current, target.value),
        forecast=_forecast(version, target, able, done, at),
        latest=date.fromordinal(able.exact.days[-1]) if able.exact.days else None,
        estimated_from=other.race if (other := able.other(now, last)) else None,
    )
    standing = _beside_the_line(version, target, standing)
    return replace(standing, state=_state(version, target, able, done, standing))


def _now(able: Able, target: Target, done: float | None, lately: float | None) -> float | None:
    """Return the better of what its days hold and of lately, which may say what is still to come.

    Where that would be the target itself, done before its days, only these days tell.
    """
    if done is None or lately is None or lately <= done:
        return lately if done is None else done
    told_by_others = any(score == lately for _, score in able.told)
    is_there = target.is_met_by(able.scale.value(lately))
    return done if is_there and not told_by_others else lately


def _start(version: Version, target: Target, facts: Facts) -> float | None:
    """Return what one was able to do on the eve of the goal: the form, else the best ever."""
    eve = version.first.toordinal() - 1
    if eve < 1:
        return None
    day = date.fromordinal(eve)
    able = able_up_to(version, target, facts, day, eve - LATELY[-1] + 1)
    score = able.every.form(eve)
    if score is None:
        able = able_up_to(version, target, facts, day)
        score = able.every.best(1, eve)
    return None if score is None else able.scale.value(score)


def _progress(start: float | None, current: float | None, target: float) -> float | None:
    if start is None or current is None or start == target:
        return None
    return min((current - start) / (target - start), 1.0)


def _beside_the_line(version: Version, target: Target, standing: Standing) -> Standing:
    """Return the standing with its line; where one began beyond the target, it is level."""
    start, current = standing.start, standing.current
    if start is None or target.is_met_by(start):
        return replace(standing, expected=target.value, progress=None)
    line, today = line_of(version, start, target.value), standing.at.toordinal()
    buffer = buffer_on(line, today, current) if current is not None else None
    return replace(standing, expected=expected_on(line, today, current), buffer_days=buffer)


def _state(
    version: Version, target: Target, able: Able, done: float | None, standing: Standing
) -> State:
    at, current = standing.at, standing.current
    if done is not None and target.is_met_by(able.scale.value(done)):
        return "reached"
    if version.is_over(at):
        return "missed"
    if at < version.first or current is None:
        return "not begun" if at < version.first else "open"
    if _is_out_of_reach(version, target, able, standing):
        return "out of reach"
    state = by_the_line(version, standing.buffer_days)
    if standing.buffer_days is None and version.deadline:
        state = "on course" if target.is_met_by(current) else "behind"
    if state == "behind" and _may_be_chance(version, target, able, standing):
        return "on course"
    return state


def _may_be_chance(version: Version, target: Target, able: Able, standing: Standing) -> bool:
    """Tell whether what is behind the line is so by less than one varies, or was not tried yet.

    What can be expected, or a run over another distance may be worth, reaches the line; or none of
    the first days told anything, or nothing before them from where the line goes.
    """
    first, at = version.first.toordinal(), standing.at.toordinal()
    forecast, line = standing.forecast, standing.expected
    ends = [] if forecast is None else [forecast.low, forecast.high]
    other = able.other(able.every.form(at), at) if standing.estimated_from else None
    if other:
        ends.append(other.seconds * exp(-other.faster))
    level = replace(target, value=target.value if line is None else line)
    if any(level.is_met_by(end) for end in ends):
        return True
    days = version.span.days if version.span else UNTRIED
    is_untried = standing.start is None or able.every.best(first, at) is None
    return at - first < min(UNTRIED, days // 4) and is_untried


def _is_out_of_reach(version: Version, target: Target, able: Able, standing: Standing) -> bool:
    """Tell whether more is missing than was ever gained in as many days, or can be expected.

    Who has begun within a year has seen few such days: of them it is twice as much. What is as long
    as one likes, the longest run, grows by a tenth a week.
    """
    forecast, scale = standing.forecast, able.scale
    if version.deadline is None or standing.current is None or forecast is None:
        return False
    if any(target.is_met_by(end) for end in (forecast.low, forecast.high)):
        return False
    today, days = standing.at.toordinal(), (version.deadline - standing.at).days + 1
    if scale.by == "roots" and target.value <= _by_and_by(able, today, days):
        return False
    gain, is_known = best_gain(able.every, today, days), today - able.every.days[0] >= A_YEAR
    if gain is None or (gain <= 0 and not is_known):
        return False
    often = 1 if is_known else NEW
    return scale.score(target.value) - scale.score(standing.current) > often * gain


def _by_and_by(able: Able, today: int, days: int) -> float:
    """Return the longest that there ever was, and a tenth more in each of the weeks to come."""
    ever = able.exact.best(1, today)
    longest = 0.0 if ever is None else able.scale.value(ever)
    return float(longest * A_TENTH_MORE ** ceil(days / DAYS_A_WEEK))


def _forecast(
    version: Version, target: Target, able: Able, done: float | None, at: date
) -> Forecast | None:
    """Return the best that its days will probably hold: what was done, or may come, if better.

    What its days hold is certain where they are over, or where it is what was aimed at.
    """
    span, reached = version.span, _reached_on(version, target, able, at)
    if span is None:
        return None
    is_early = (at - span.first).days * 100 < SOONEST * span.days
    ahead = (span.last - at).days
    coming = None if is_early or ahead < 0 else outlook(able.every, at.toordinal(), max(ahead, 1))
    if coming is not None:
        return replace(_expected(able, coming, done, at.toordinal()), reached=reached)
    if done is None or (reached is None and ahead >= 0):
        return None
    value = able.scale.value(done)
    return Forecast(value, value, value, reached)


def _expected(able: Able, coming: Outlook, done: float | None, today: int) -> Forecast:
    """Return what may come, no worse than what was done; less sure where other runs tell it."""
    other = able.other(able.every.form(today), today)
    worse, better = (other.slower, other.faster) if other else (0.0, 0.0)
    scores = (
        coming.score,
        coming.score - hypot(coming.margin, worse),
        coming.score + hypot(coming.margin, better),
    )
    bests = [score if done is None else max(score, done) for score in scores]
    middle, *ends = map(able.scale.value, bests)
    return Forecast(middle, min(ends), max(ends))


def _reached_on(version: Version, target: Target, able: Able, at: date) -> date | None:
    """Return the first of its days with an entry that reached it."""
    first, last = version.first.toordinal(), version.last_until(at).toordinal()
    for day, score in zip(able.exact.days, able.exact.scores, strict=True):
        if first <= day <= last and target.is_met_by(able.scale.value(score)):
            return date.fromordinal(day)
    return None
