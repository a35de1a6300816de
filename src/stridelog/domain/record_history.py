"""How records fell: who held each, for how long, and who would if it were believed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from stridelog.domain.doubt import Doubt, Limits, Moved
from stridelog.domain.record import (
    RECORD_DISTANCES,
    Doubtful,
    Performance,
    Record,
    Series,
    Step,
    Subject,
    is_better,
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
    """Tell whether a value breaks a record."""
    return is_better(subject.measure, subject.distance, value, best)


def record(series: Series, today: date) -> Record | None:
    """Return the record as it stands on ``today``; None where there is nothing."""
    subject, limits = series.subject, series.limits
    done = [each for each in series.performances if each.day <= today]
    if not done:
        return None
    sign = subject.measure.direction.sign
    # Of one moment, the best comes first.
    done.sort(key=lambda each: (each.day, each.at, -sign * each.value, each.number))
    holders: list[Performance] = []
    doubtful: list[Doubtful] = []
    for each in done:
        # Thousands are no better than what stands: nobody needs to know whether to believe them.
        if not holders or surpasses(subject, each.value, holders[-1].value):
            if found := doubt(subject, each, limits):
                doubtful.append(Doubtful(subject, each, found))
            else:
                holders.append(each)
    return Record(
        subject=subject,
        history=_steps(holders, today),
        now=_best_since(now_start(today), done, series),
        season=_best_since(season_start(today), done, series),
        doubtful=tuple(_would_be_records(doubtful, holders)),
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


def _steps(holders: Sequence[Performance], today: date) -> tuple[Step, ...]:
    """Return who held a record, each with what it was better by and how long it stood."""
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


def _best_since(since: date, done: Iterable[Performance], series: Series) -> Performance | None:
    """Return the best from a day on that is believed, of equals the first."""
    subject = series.subject
    sign = subject.measure.direction.sign
    late = sorted((each for each in done if each.day >= since), key=lambda each: -sign * each.value)
    believed = (each for each in late if doubt(subject, each, series.limits) is None)
    return next(believed, None)


def _would_be_records(
    doubtful: Iterable[Doubtful], holders: Sequence[Performance]
) -> Iterator[Doubtful]:
    """Give what would have been a record at the end of its day, if it were believed."""
    for each in doubtful:
        done = each.performance
        earlier = [holder for holder in holders if holder.day <= done.day]
        if not earlier or surpasses(each.subject, done.value, earlier[-1].value):
            yield each
