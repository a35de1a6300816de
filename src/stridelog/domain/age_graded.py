"""Age-graded rows of a comparison: paces over a standard distance as shares of the standard.

A pace stands for the time that it makes over exactly that distance. It is graded by the age on
its day, so that a time some years later may be the better one for its age.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from stridelog.domain.age_grade import Runner
from stridelog.domain.comparison import Facts, Sample
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.period import Span
from stridelog.domain.units import Dimension

AGE_GRADE = Measure("age-grade", Kind.INTENSIVE, Dimension.FRACTION, Direction.HIGHER)
"""The share of the standard for one's age and sex that a time is."""

GRADED = "run"
"""The activity that the standards are of."""

METRES_PER_KM = 1_000.0


def with_age_grades(
    rows: Iterable[Facts], runner: Runner, road_spans: Sequence[Span]
) -> Iterator[Facts]:
    """Give all rows, and behind each run's pace over a standard distance its age grade."""
    for facts in rows:
        yield facts
        if _can_be_graded(facts):
            yield _graded(facts, runner, STANDARD_DISTANCES[facts.group or ""], road_spans)


def _can_be_graded(facts: Facts) -> bool:
    paced = facts.measure.dimension is Dimension.PACE
    return paced and facts.activity == GRADED and facts.group in STANDARD_DISTANCES


def _graded(facts: Facts, runner: Runner, metres: float, road_spans: Sequence[Span]) -> Facts:
    road = (
        None if pace is None else _grade(runner, span.last, metres, pace)
        for span, pace in zip(road_spans, facts.road, strict=True)
    )
    return Facts(
        activity=facts.activity,
        area=facts.area,
        measure=AGE_GRADE,
        group=facts.group,
        then=_grades(facts.then, runner, metres),
        now=_grades(facts.now, runner, metres),
        road=tuple(road),
    )


def _grades(paces: Sample, runner: Runner, metres: float) -> Sample:
    """Return the grades of a side, without those of an age that no standard is of."""
    days, values = [], []
    for day, pace in zip(paces.days, paces.values, strict=True):
        grade = _grade(runner, date.fromordinal(day), metres, pace)
        if grade is not None:
            days.append(day)
            values.append(grade)
    return Sample(days, values, [1.0] * len(days))


def _grade(runner: Runner, day: date, metres: float, pace: float) -> float | None:
    """Return the grade of a pace in seconds per kilometre."""
    return runner.grade(day, metres, pace * metres / METRES_PER_KM)
