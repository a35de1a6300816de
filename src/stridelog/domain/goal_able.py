"""What somebody was able to do: bests over a distance, and what other runs are worth over it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from stridelog.domain.comparison import Sample
from stridelog.domain.form import Scale, Scores, scale_of
from stridelog.domain.goal import Target, Version
from stridelog.domain.standing import Facts
from stridelog.domain.worth import Worth, Worths, worths


def is_raced(version: Version) -> bool:
    """Tell whether other distances say what this one is worth: of runs, in no circumstances."""
    scope = version.scope
    timed = scope.measure == "duration" and scope.distance and scope.activity.endswith("run")
    return bool(timed and not (scope.tags or scope.not_tags or scope.place))


@dataclass(frozen=True, slots=True)
class Able:
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


def able_up_to(version: Version, target: Target, facts: Facts, at: date, first: int = 1) -> Able:
    """Return what somebody was able to do from the day ``first`` to ``at``."""
    sample = _between(_sample(version, facts), first, at.toordinal())
    amounts = version.scope in facts.summed and target.way == "at least"
    scale = scale_of(target.way, (target.value, *sample.values), amounts=amounts)
    exact = Scores(sample.days, scale.scores(sample.values))
    if not is_raced(version):
        return Able(scale, exact, exact)
    others = worths(version.scope, facts, first, at)
    points = others.points
    scores = scale.scores([seconds for _, seconds in points])
    told = list(zip([day for day, _ in points], scores, strict=True))
    every = sorted([*zip(exact.days, exact.scores, strict=True), *told])
    together = Scores([day for day, _ in every], [score for _, score in every])
    return Able(scale, exact, together, others, told)


def _between(sample: Sample, first: int, last: int) -> Sample:
    begin, end = bisect_left(sample.days, first), bisect_left(sample.days, last + 1)
    return Sample(sample.days[begin:end], sample.values[begin:end], sample.weights[begin:end])


def _sample(version: Version, facts: Facts) -> Sample:
    return facts.bests.get(version.scope) or facts.of(version.scope)
