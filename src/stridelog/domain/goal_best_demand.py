"""What a best value asks for beside those that there were before."""

from datetime import date

from stridelog.domain.form import best_gain
from stridelog.domain.goal import Target, Version
from stridelog.domain.goal_bests import able_up_to
from stridelog.domain.standing import Demand, Facts

A_YEAR = 365
"""Days before a goal whose best it is set beside; the best ever where they hold none."""


def demand_of_best(version: Version, target: Target, facts: Facts) -> Demand:
    """Set a target beside the best before, and beside the most that was gained in as many days."""
    eve, days = version.first.toordinal() - 1, version.span.days if version.span else None
    if eve < 1:
        return Demand(days)
    able = able_up_to(version, target, facts, date.fromordinal(eve))
    bests = (able.exact.best(eve - A_YEAR + 1, eve), able.exact.best(1, eve), able.every.form(eve))
    score = next((best for best in bests if best is not None), None)
    if score is None:
        return Demand(days)
    baseline, gain = able.scale.value(score), best_gain(able.every, eve, days or A_YEAR)
    other = able.other(score, eve)
    race = other.race if other else None
    last = able.every.last_with(score)
    day = date.fromordinal(last) if last else None
    if not baseline:
        return Demand(days, baseline, estimated_from=race, done=day)
    best = None if gain is None else able.scale.value(score + gain) / baseline - 1
    return Demand(days, baseline, target.value / baseline - 1, best, race, day)
