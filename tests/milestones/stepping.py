"""Goes through made-up entries with one rule, as the store does: month by month."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.distance import distance_class
from stridelog.domain.done import Done
from stridelog.domain.feat import Judged
from stridelog.domain.milestone import Found, History, Rule, Stretch
from stridelog.domain.period import month_of
from stridelog.domain.quantity import Notation

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}

RUN, RIDE, SHIFT = (ACTIVITIES[name] for name in ("run", "ride", "shift"))

NOTATION = Notation()


def done(
    number: int,
    day: str,
    measured: Mapping[str, float],
    activity: Activity = RUN,
    *,
    tags: Sequence[str] = (),
    place: str = "",
    at: str = "12:00:00",
    segments: Mapping[float, float] | None = None,
    counts: bool = True,
) -> Done:
    """Return an entry with these measurements (base units), and those that follow from them."""
    values = {name: (value, _weight(activity, name, measured)) for name, value in measured.items()}
    for measure in activity.measures:
        if measure.ratio and (ratio := measure.ratio.of(measured)) is not None:
            below = sum(
                measured.get(t.measure, 0.0) * t.coefficient for t in measure.ratio.denominator
            )
            values[measure.name] = (ratio, below / measure.ratio.scale)
    distance = distance_class(measured.get("distance", 0.0)) or ""
    on = date.fromisoformat(day)
    return Done(
        number,
        on,
        f"{day}T{at}",
        values,
        distance,
        tuple(sorted(tags)),
        place,
        segments or {},
        counts,
    )


def _weight(activity: Activity, name: str, measured: Mapping[str, float]) -> float:
    measure = activity.measure(name)
    return measured.get(measure.weight, 1.0) if measure else 1.0


def history_of(
    activity: Activity = RUN, by_day: Mapping[date, tuple[Done, ...]] | None = None
) -> History:
    """Return what a rule is told of an activity and of these days."""
    days = by_day or {}
    judged = Judged.of(activity)
    return History(
        activity,
        lambda day: days.get(day, ()),
        lambda each: [*judged.feats(each)],
        lambda each: [*judged.bounds(each)],
    )


def found(rule: Rule, entries: Iterable[Done], activity: Activity = RUN) -> list[Found]:
    """Return what a rule finds, its state kept as JSON between the months."""
    ordered = sorted(entries, key=lambda each: (each.day, each.at))
    by_day = {day: tuple(group) for day, group in groupby(ordered, lambda each: each.day)}
    history = history_of(activity, by_day)
    state, everything = rule.begin(), list[Found]()
    for _, group in groupby(by_day, lambda day: (day.year, day.month)):
        days = list(group)
        state = json.loads(json.dumps(state))
        for stretch in _stretches(rule, by_day, days):
            everything += rule.step(state, stretch, history)
    return everything


def _stretches(
    rule: Rule, by_day: Mapping[date, tuple[Done, ...]], days: Sequence[date]
) -> list[Stretch]:
    if rule.EACH == "day":
        return [Stretch(day, day, by_day[day]) for day in days]
    month = month_of(days[0])
    return [Stretch(month.first, month.last, tuple(e for day in days for e in by_day[day]))]


def sentences(rule: Rule, entries: Iterable[Done], activity: Activity = RUN) -> list[str]:
    """Return what a rule says of what it finds, each behind its day and its size."""
    return [
        f"{each.day} {each.size}: {rule.sentence(each, activity, NOTATION)}"
        for each in found(rule, entries, activity)
    ]
