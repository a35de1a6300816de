"""Bests that goals ask for: one value, reached by one entry.

What one can do now is the best of the last 13 weeks (``form``), or what was better in the goal's
own days. Of a time over a distance, runs over other standard distances say it as well
(``worth``); nothing but the distance itself reaches the goal.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import hypot

from stridelog.domain.comparison import Sample
from stridelog.domain.forecast import SOONEST, Forecast
from stridelog.domain.form import LATELY, Scale, Scores, best_gain, outlook, scale_of
from stridelog.domain.goal import Target, Version
from stridelog.domain.goal_progress import by_the_line, days_ahead, line_of, value_on
from stridelog.domain.standing import Demand, Facts, Standing, State
from stridelog.domain.worth import Worth, Worths, worths

A_YEAR = 365
"""Days before a goal whose best it is set beside; the best ever where they hold none."""


def is_raced(version: Version) -> bool:
    """Tell whether other distances say what this one is worth: of runs, in no circumstances."""
    scope = version.scope
    timed = scope.measure == "duration" and scope.distance and scope.activity.endswith("run")
    return bool(timed and not (scope.tags or scope.not_tags or scope.place))


@dataclass(frozen=True, slots=True)
class _Able:
    """What somebody was able to do up to a day, in scores: what counts, and all that tells of it.

    ``worths`` are the runs over other distances, ``told`` their days and scores.
    """

    scale: Scale
    exact: Scores
    every: Scores
    worths: Worths | None = None
    told: Sequence[tuple[int, float]] = ()

    def other(self, score: float | None, day: int) -> Worth | None:
        """Return the run over another distance that says a score, the latest up to a day."""
        for place in range(len(self.told) - 1, -1, -1):
            if self.worths and self.told[place][1] == score and self.told[place][0] <= day:
                return self.worths.of(place)
        return None


def _able(version: Version, target: Target, facts: Facts, at: date, first: int = 1) -> _Able:
    """Return what somebody was able to do from the day ``first`` to ``at``."""
    sample = _between(_sample(version, facts), first, at.toordinal())
    amounts = version.scope in facts.summed and target.way == "at least"
    scale = scale_of(target.way, (target.value, *sample.values), amounts=amounts)
    exact = Scores(sample.days, scale.scores(sample.values))
    if not is_raced(version):
        return _Able(scale, exact, exact)
    others = worths(version.scope, facts, first, at)
    points = others.points
    scores = scale.scores([seconds for _, seconds in points])
    told = list(zip([day for day, _ in points], scores, strict=True))
    every = sorted([*zip(exact.days, exact.scores, strict=True), *told])
    together = Scores([day for day, _ in every], [score for _, score in every])
    return _Able(scale, exact, together, others, told)


def _between(sample: Sample, first: int, last: int) -> Sample:
    begin, end = bisect_left(sample.days, first), bisect_left(sample.days, last + 1)
    return Sample(sample.days[begin:end], sample.values[begin:end], sample.weights[begin:end])


def _sample(version: Version, facts: Facts) -> Sample:
    return facts.bests.get(version.scope) or facts.of(version.scope)


def stands_by_best(version: Version, target: Target, facts: Facts, at: date) -> Standing:
    """Judge what one can do against the line from what one could; only entries reach it."""
    able, eve = _able(version, target, facts, at), version.first.toordinal() - 1
    last = min(version.deadline or at, at).toordinal()
    done = able.exact.best(eve + 1, last)
    over = version.deadline is not None and at > version.deadline
    lately = None if over else able.every.form(last)
    now = max((score for score in (done, lately) if score is not None), default=None)
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


def _start(version: Version, target: Target, facts: Facts) -> float | None:
    """Return what one was able to do on the eve of the goal: the form, else the best ever."""
    eve = version.first.toordinal() - 1
    if eve < 1:
        return None
    day = date.fromordinal(eve)
    able = _able(version, target, facts, day, eve - LATELY[-1] + 1)
    score = able.every.form(eve)
    if score is None:
        able = _able(version, target, facts, day)
        score = able.every.best(1, eve)
    return None if score is None else able.scale.value(score)


def _progress(start: float | None, current: float | None, target: float) -> float | None:
    if start is None or current is None or start == target:
        return None
    return (current - start) / (target - start)


def _beside_the_line(version: Version, target: Target, standing: Standing) -> Standing:
    """Return the standing with its line; where one began beyond the target, it is level."""
    start, current = standing.start, standing.current
    if start is None or _meets(start, target):
        return replace(standing, expected=target.value, progress=None)
    line, today = line_of(version, start, target.value), standing.at.toordinal()
    buffer = days_ahead(line, today, current) if current is not None else None
    return replace(standing, expected=value_on(line, today), buffer_days=buffer)


def _meets(value: float, target: Target) -> bool:
    return value >= target.value if target.way == "at least" else value <= target.value


def _state(
    version: Version, target: Target, able: _Able, done: float | None, standing: Standing
) -> State:
    at, current = standing.at, standing.current
    if done is not None and _meets(able.scale.value(done), target):
        return "reached"
    if version.deadline is not None and at > version.deadline:
        return "missed"
    if at < version.first or current is None:
        return "not begun" if at < version.first else "open"
    if _is_out_of_reach(version, target, able, standing):
        return "out of reach"
    if standing.buffer_days is None and version.deadline:
        return "on course" if _meets(current, target) else "behind"
    return by_the_line(version, standing.buffer_days)


def _is_out_of_reach(version: Version, target: Target, able: _Able, standing: Standing) -> bool:
    """Tell whether more is missing than was ever gained in as many days, or can be expected."""
    forecast, scale = standing.forecast, able.scale
    if version.deadline is None or standing.current is None or forecast is None:
        return False
    if any(_meets(end, target) for end in (forecast.low, forecast.high)):
        return False
    days = (version.deadline - standing.at).days + 1
    gain = best_gain(able.every, standing.at.toordinal(), days)
    return gain is not None and scale.score(target.value) - scale.score(standing.current) > gain


def _forecast(
    version: Version, target: Target, able: _Able, done: float | None, at: date
) -> Forecast | None:
    """Return the best that its days will probably hold: what was done, or may come, if better."""
    span = version.span
    if span is None:
        return None
    scale, today = able.scale, at.toordinal()
    reached = _reached_on(version, target, able, at)
    if at > span.last:
        return None if done is None else _certain(scale.value(done), reached)
    over = today - span.first.toordinal()
    coming = outlook(able.every, today, max((span.last - at).days, 1))
    if coming is None or over * 100 < SOONEST * span.days:
        is_certain = reached is not None and done is not None
        return _certain(scale.value(done or 0.0), reached) if is_certain else None
    other = able.other(able.every.form(today), today)
    worse, better = (other.slower, other.faster) if other else (0.0, 0.0)
    scores = (
        coming.score,
        coming.score - hypot(coming.margin, worse),
        coming.score + hypot(coming.margin, better),
    )
    bests = [score if done is None else max(score, done) for score in scores]
    middle, *ends = map(scale.value, bests)
    return Forecast(middle, min(ends), max(ends), reached)


def _certain(value: float, reached: date | None) -> Forecast:
    """Return what needs no forecast: the days are over, or hold what was aimed at."""
    return Forecast(value, value, value, reached)


def _reached_on(version: Version, target: Target, able: _Able, at: date) -> date | None:
    """Return the first of its days with an entry that reached it."""
    first, last = version.first.toordinal(), min(version.deadline or at, at).toordinal()
    for day, score in zip(able.exact.days, able.exact.scores, strict=True):
        if first <= day <= last and _meets(able.scale.value(score), target):
            return date.fromordinal(day)
    return None


def demand_of_best(version: Version, target: Target, facts: Facts) -> Demand:
    """Set a target beside the best before, and beside the most that was gained in as many days."""
    eve, days = version.first.toordinal() - 1, version.span.days if version.span else None
    if eve < 1:
        return Demand(days)
    able = _able(version, target, facts, date.fromordinal(eve))
    bests = (able.exact.best(eve - A_YEAR + 1, eve), able.exact.best(1, eve), able.every.form(eve))
    score = next((best for best in bests if best is not None), None)
    if score is None:
        return Demand(days)
    baseline, gain = able.scale.value(score), best_gain(able.every, eve, days or A_YEAR)
    other = able.other(score, eve)
    race = other.race if other else None
    if not baseline:
        return Demand(days, baseline, estimated_from=race)
    best = None if gain is None else able.scale.value(score + gain) / baseline - 1
    return Demand(days, baseline, target.value / baseline - 1, best, race)
