"""The farthest, the longest, the most that one ever did at once."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.done import Done
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.milestone import Found, History, Size, State, Stretch
from stridelog.domain.phrasing import value
from stridelog.domain.quantity import Notation

SUMMARY = "The longest and the most: the farthest run, the longest practice, the most tickets"

ORDER = 25

EACH: Literal["day", "month"] = "day"

FEWEST = 4
"""The longest of fewer than so many others is none."""

BIG_FROM, BIG_GAIN = 10, 0.1
"""The farthest is a big one from so many others on, and by this share more than any before.

Who begins, or builds up to a marathon, goes a little farther each week.
"""

LEAST_GAIN = 0.01
"""By this share it is more than the last that was told."""

LEAST_SEEN = 0.005
"""By this share it is more than any before, so that one sees it: 10 m of 2 km."""


def begin() -> State:
    """Return no longest at all: by measure the last told, the best, its number and day, a count."""
    return {}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give the most of a day where it is more than ever; of what is so at once, the distance."""
    told = False
    for measure in _measures(history.activity):
        having = _having(stretch, measure.name)
        if not having:
            continue
        found = _more_than_ever(state, measure, *max(having, key=_amount))
        state[measure.name][-1] += len(having)
        if found and not told:
            told = True
            yield found


def _measures(activity: Activity) -> list[Measure]:
    """Return the measures of which one is glad to see much, the distance first.

    How long one was at it is one of them whether it is judged or not, but for a day at work, and
    for what has a distance: over that, whoever takes longer is slower.
    """
    has_distance = activity.measure("distance") is not None
    glad = [
        measure
        for measure in activity.measures
        if measure.kind is Kind.ADDITIVE
        and (
            measure.direction is Direction.HIGHER
            or measure.name == "distance"
            or (measure.name == "duration" and activity.area != "work" and not has_distance)
        )
    ]
    return sorted(glad, key=_place)


def _place(measure: Measure) -> tuple[bool, bool]:
    """Return what measures are ordered by: the distance, then those that are judged."""
    return measure.name != "distance", measure.direction is not Direction.HIGHER


def _having(stretch: Stretch, measure: str) -> list[tuple[float, Done]]:
    """Return how much of a measure each entry has that has any and can hold a record."""
    return [
        (done.values[measure][0], done)
        for done in stretch.entries
        if done.counts and measure in done.values and done.values[measure][0] > 0
    ]


def _amount(having: tuple[float, Done]) -> float:
    return having[0]


def _more_than_ever(state: State, measure: Measure, amount: float, done: Done) -> Found | None:
    """Remember the most of a day, and return it where that is worth telling."""
    today = [done.number, done.day.isoformat()]
    told, before, number, day, count = state.setdefault(measure.name, [amount, amount, *today, 0])
    if amount <= before:
        return None
    enough = amount >= told * (1.0 + LEAST_GAIN) and amount >= before * (1.0 + LEAST_SEEN)
    state[measure.name] = [amount if enough else told, amount, *today, count]
    if not enough or count < FEWEST:
        return None
    far = measure.name == "distance" and amount >= before * (1.0 + BIG_GAIN)
    size: Size = "big" if far and count >= BIG_FROM else "small"
    said = {"measure": measure.name, "value": amount, "before": before, "since": day}
    return Found(done.day, size, (done.number, number), said)


def sentence(found: Found, activity: Activity, notation: Notation) -> str:
    """Say it: ``your longest run: 21.10 km, before that 18.00 km on 3 May 2021``."""
    what = found.said
    measure = next(each for each in activity.measures if each.name == what["measure"])
    since = date.fromisoformat(what["since"])
    now, was = (value(measure, what[which], notation) for which in ("value", "before"))
    best = _superlative(measure, activity)
    return f"your {best}: {now}, before that {was} on {format_span(since, since)}"


def _superlative(measure: Measure, activity: Activity) -> str:
    how_long = measure.name in {"distance", "duration"}
    return f"longest {activity.name}" if how_long else f"most {measure.name}"
