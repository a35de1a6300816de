"""How records fell: who held each, for how long, and who would if it were believed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from stridelog.domain.doubt import Doubt, Limits, Moved
from stridelog.domain.record import (
    LEAST_SECONDS,
    RECORD_DISTANCES,
    Doubtful,
    Performance,
    Record,
    Series,
    Step,
    Subject,
    now_start,
    pace_of,
    season_start,
)


def doubt(subject: Subject, performance: Performance, limits: Limits) -> Doubt | None:
    """Return why a performance is hard to believe; None where it is not, or a person vouches."""
    if performance.confirmed:
        return None
    if performance.moved is not None and (whole := limits.doubt_pace(performance.moved)):
        return whole
    pace = pace_of(subject, performance)
    if pace is None:
        return limits.doubt_value(subject.measure, performance.value)
    return limits.doubt_pace(Moved(RECORD_DISTANCES[subject.distance], pace))


def surpasses(subject: Subject, value: float, best: float) -> bool:
    """Tell whether a value breaks a record: better, and over a distance by half a second."""
    ahead = (value - best) * subject.measure.direction.sign
    return ahead >= LEAST_SECONDS if subject.distance else ahead > 0


def record(series: Series, today: date) -> Record | None:
    """Return the record as it stands on ``today``; None where there is nothing."""
    subject = series.subject
    done = [each for each in series.performances if each.day <= today]
    if not done:
        return None
    done.sort(key=lambda each: _order(subject, each))
    believed: list[Performance] = []
    doubtful: list[Doubtful] = []
    for each in done:
        if found := doubt(subject, each, series.limits):
            doubtful.append(Doubtful(each, found))
        else:
            believed.append(each)
    history = _history(subject, believed, today)
    return Record(
        subject=subject,
        history=history,
        now=_best(subject, believed, now_start(today)),
        season=_best(subject, believed, season_start(today)),
        doubtful=tuple(_would_be_records(subject, doubtful, history)),
    )


def records(every: Iterable[Series], today: date) -> tuple[Record, ...]:
    """Return the records of all series, in their order.

    Of several ways to know a time over one distance, given with the surest first, a less sure one
    counts only where it is faster than the surer ones.
    """
    surest: dict[tuple[str, str, str | None], float] = {}
    found: list[Record] = []
    for each in every:
        made = record(each, today)
        if made is None:
            continue
        if made.subject.distance:
            key = (made.subject.activity, made.subject.distance, made.subject.group)
            made = _beyond(made, surest.get(key))
            if made.holder is not None:
                surest[key] = made.holder.value
        if made.history or made.doubtful:
            found.append(made)
    return tuple(found)


def _beyond(made: Record, best: float | None) -> Record:
    """Return what of a record is better than a surer one over the same distance."""
    if best is None:
        return made
    subject, holder = made.subject, made.holder
    doubtful = tuple(d for d in made.doubtful if surpasses(subject, d.performance.value, best))
    if holder is not None and surpasses(subject, holder.value, best):
        return replace(made, doubtful=doubtful)
    return Record(subject, (), None, None, doubtful)


def _order(subject: Subject, performance: Performance) -> tuple[date, str, float, int]:
    """Return what puts performances in order of time; of one moment, the best comes first."""
    worse_first = performance.value * subject.measure.direction.sign
    return performance.day, performance.at, -worse_first, performance.number


def _history(subject: Subject, believed: Sequence[Performance], today: date) -> tuple[Step, ...]:
    holders: list[Performance] = []
    for each in believed:
        if not holders or surpasses(subject, each.value, holders[-1].value):
            holders.append(each)
    ends = [*(holder.day for holder in holders[1:]), today]
    before = [None, *holders]
    return tuple(
        Step(
            performance=holder,
            gain=None if last is None else abs(holder.value - last.value),
            stood=(end - holder.day).days,
        )
        for holder, last, end in zip(holders, before, ends, strict=False)
    )


def _best(subject: Subject, believed: Sequence[Performance], since: date) -> Performance | None:
    """Return the best from a day on, of equals the first."""
    late = (each for each in believed if each.day >= since)
    return max(late, key=lambda each: each.value * subject.measure.direction.sign, default=None)


def _would_be_records(
    subject: Subject, doubtful: Iterable[Doubtful], history: Sequence[Step]
) -> Iterator[Doubtful]:
    """Give what would have been a record on its day, if it were believed."""
    for each in doubtful:
        done = each.performance
        earlier = [s.performance for s in history if s.performance.day <= done.day]
        if not earlier or surpasses(subject, done.value, earlier[-1].value):
            yield each
