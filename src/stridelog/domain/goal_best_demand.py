"""What a best value asks for beside those that there were before."""

from dataclasses import replace
from datetime import date

from stridelog.domain.form import best_gain
from stridelog.domain.goal import Target, Version
from stridelog.domain.goal_able import Able, able_up_to
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.standing import Demand, Facts, Record

A_YEAR = 52 * DAYS_A_WEEK
"""Days before a goal whose best it sets out from; the best ever where they hold none."""

HARDLY = 0.01
"""A best that is better by no more than this share is told instead of that of the year."""


def demand_of_best(version: Version, target: Target, facts: Facts) -> Demand:
    """Set a target beside the bests before, and beside the most that was gained in as many days.

    It sets out from the best of the year before, where the best ever is another story.
    """
    eve, days = version.first.toordinal() - 1, version.span.days if version.span else None
    if eve < 1:
        return Demand(days)
    able = able_up_to(version, target, facts, date.fromordinal(eve))
    score, ever = _lately(able, eve), able.exact.best(1, eve)
    if ever is not None and (score is None or _is_as_good(able, ever, score)):
        score = ever
    if score is None:
        return Demand(days)
    baseline, other = able.scale.value(score), able.other(score, eve)
    demand = Demand(
        days,
        baseline,
        estimated_from=other.race if other and score != ever else None,
        done=_day_of(able, score),
        record=None if ever in {None, score} else _record(able, ever),
    )
    if not baseline:
        return demand
    gain = best_gain(able.every, eve, days or A_YEAR)
    best = None if gain is None else able.scale.value(score + gain) / baseline - 1
    return replace(demand, asked=target.value / baseline - 1, best=best)


def _lately(able: Able, eve: int) -> float | None:
    """Return the best of the year up to a day; where there is none, what other runs tell."""
    exact = able.exact.best(eve - A_YEAR + 1, eve)
    return able.every.form(eve) if exact is None else exact


def _is_as_good(able: Able, ever: float, score: float) -> bool:
    """Tell whether the best ever is about that of the year, and no worse."""
    best, lately = able.scale.value(ever), able.scale.value(score)
    return ever >= score and abs(best - lately) <= HARDLY * abs(lately)


def _day_of(able: Able, score: float) -> date | None:
    last = able.every.last_with(score)
    return date.fromordinal(last) if last else None


def _record(able: Able, ever: float) -> Record:
    return Record(able.scale.value(ever), _day_of(able, ever))
