"""Records in words: what there is a record of, its value, how far from it one is."""

from collections.abc import Iterable, Iterator, Sequence

from stridelog.domain import phrasing
from stridelog.domain.dates import format_span
from stridelog.domain.measure import Kind
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.record import (
    Doubtful,
    Performance,
    Record,
    Step,
    Subject,
    as_moved,
    pace_value,
)
from stridelog.domain.units import Dimension
from stridelog.reports.records.answer import By, RecordsQuestion

NONE = "\N{EN DASH}"
"""Stands where there is no value."""

SECONDS_A_DAY = 86_400
DAYS_FROM = 2
"""From so many days on, rests are told in days."""

NAMED = 2
"""So many of the records that a doubtful entry would hold are named."""


def title(subject: Subject, by: By | None) -> str:
    """Name an activity, and the tag or the place as it is typed."""
    if subject.group is None or by is None:
        return subject.activity
    return f"{subject.activity} {'+' if by == 'tag' else '@'}{subject.group}"


def what(subject: Subject) -> str:
    """Name what there is a record of: ``10k``, ``5k segment``, ``longest``, ``best csat``."""
    if subject.distance:
        return subject.distance + ("" if subject.how == "exact" else f" {subject.how}")
    measure = subject.measure
    if measure.kind is not Kind.ADDITIVE:
        return f"best {measure.name}"
    if measure.dimension in {Dimension.DISTANCE, Dimension.DURATION}:
        return "longest"
    return f"most {measure.name}"


def written(subject: Subject, performance: Performance, notation: Notation) -> str:
    """Write a value as its measure is shown; a time over a distance as on a clock."""
    if subject.distance:
        return clock(performance.value, notation)
    return phrasing.value(subject.measure, performance.value, notation)


def clock(seconds: float, notation: Notation) -> str:
    """Write a time over a distance: whole seconds, as results are."""
    return format_quantity(round(seconds), Dimension.DURATION, notation)


def pace(subject: Subject, performance: Performance, notation: Notation) -> str:
    """Write the pace or the speed of a time over a distance; nothing where there is none."""
    value = pace_value(subject, performance)
    if value is None or subject.pace is None:
        return ""
    return phrasing.value(subject.pace, value, notation)


def grade(
    question: RecordsQuestion, subject: Subject, performance: Performance, notation: Notation
) -> str:
    """Write the age grade of a time; nothing where there is none, or nobody asked."""
    share = question.age_grade(subject, performance)
    return "" if share is None else format_quantity(round(share, 3), Dimension.FRACTION, notation)


def measured(records: Iterable[Record], notation: Notation) -> Iterator[str]:
    """Say of what distance in what time a record and the best of late are, where these differ."""
    for record in records:
        subject = record.subject
        if not subject.distance or subject.how != "exact":
            continue
        for done in dict.fromkeys(filter(None, (record.holder, record.now))):
            if done.moved is None:
                continue
            taken = clock(done.moved.pace * done.moved.metres / 1000.0, notation)
            if taken != (shown := written(subject, done, notation)):
                metres = format_quantity(done.moved.metres, Dimension.DISTANCE, notation)
                yield f"{subject.distance} {shown} of {metres} in {taken}"


def behind(record: Record, best: Performance | None, notation: Notation) -> str:
    """Say how far the best of some time is from the record."""
    holder, subject = record.holder, record.subject
    if holder is None or best is None:
        return NONE
    if best.number == holder.number:
        return "the record"
    apart = abs(best.value - holder.value)
    if round(apart) == 0 if subject.distance else apart == 0:
        return "level"
    return phrasing.difference(subject.measure, holder.value, best.value, notation)


def gained(subject: Subject, step: Step, notation: Notation) -> str:
    """Say by how much a record fell; that it was the first where there was none before."""
    if step.gain is None:
        return "the first"
    value = step.performance.value
    before = value - step.gain * subject.measure.direction.sign
    return phrasing.difference(subject.measure, before, value, notation)


def stood(step: Step) -> str:
    """Say how long a record stood."""
    return "1 day" if step.stood == 1 else f"{step.stood} days"


def doubted(found: Sequence[Doubtful], notation: Notation) -> str:
    """Say which entry is doubtful, and what it would be a record of."""
    first = found[0]
    done = first.performance
    would = list(
        dict.fromkeys(
            f"{what(each.subject)} {written(each.subject, each.performance, notation)}"
            for each in found
        )
    )
    more = f" and {len(would) - NAMED} more" if len(would) > NAMED else ""
    day = format_span(done.day, done.day)
    return f"{done.number}  {first.subject.activity}, {day}: {', '.join(would[:NAMED])}{more}"


def reasons(found: Sequence[Doubtful], notation: Notation) -> str:
    """Say what makes an entry doubtful: how much it was, and how much is believed."""
    return "; ".join(dict.fromkeys(_reason(each, notation) for each in found))


def _rests(seconds: float, notation: Notation) -> str:
    """Write how long one rested; of two days or more, the days."""
    days = round(seconds / SECONDS_A_DAY)
    return f"{days} days" if days >= DAYS_FROM else clock(seconds, notation)


def _reason(doubtful: Doubtful, notation: Notation) -> str:
    subject, doubt, moved = doubtful.subject, doubtful.doubt, doubtful.performance.moved
    measure, value, limit = subject.measure, doubt.value, doubt.limit
    if doubt.reason != "value" and subject.pace is not None:
        measure = subject.pace
        value, limit = (as_moved(measure, pace) for pace in (value, limit))
    rests = f" with {_rests(moved.rests, notation)} of rests" if moved and moved.rested else ""
    bound = phrasing.value(measure, limit, notation)
    return f"{phrasing.value(measure, value, notation)}{rests}, where {bound} is the limit"
